import { sentenceOf, type MessageParams, type Translate } from '@shared/messages/translator'

/** Words for a key built from data, such as `status.${status}`; the key itself where nobody wrote words. */
export const wordsOf = (t: Translate, key: string, params?: MessageParams): string => sentenceOf(t, key, params) ?? key
