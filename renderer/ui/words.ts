import { hasMessage, type MessageParams, type Translate } from '@shared/messages/translate'

/** Words for a key built from data, such as `status.${status}`; the key itself where nobody wrote words. */
export const wordsOf = (t: Translate, key: string, params?: MessageParams): string =>
  hasMessage(key) ? t(key, params) : key
