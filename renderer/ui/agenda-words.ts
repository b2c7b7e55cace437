import type { Translate } from '@shared/messages/translate'
import type { AgendaEntry } from '@shared/workflow/agenda'
import { wordsOf } from './words'

/** What a day is about, in words. */
export const matterWords = ({ kind }: Pick<AgendaEntry, 'kind'>, t: Translate): string => {
  switch (kind) {
    case 'campaign-end':
    case 'supplement':
    case 'panel':
    case 'bar-end':
      return t(`agenda.${kind}`)
    default:
      return wordsOf(t, `deadline.${kind}`)
  }
}

/** What has to be known of it beside: overdue, provisional, how many are awaited. */
export const stateWords = ({ overdue, provisional, open }: AgendaEntry, t: Translate): string =>
  [
    ...(overdue ? [t('agenda.overdue')] : []),
    ...(provisional ? [t('agenda.provisional')] : []),
    ...(open === null ? [] : [t('agenda.open', { open })]),
  ].join(t('punctuation.list'))
