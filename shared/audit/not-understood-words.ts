import type { Translate } from '../messages/translate'
import type { NotUnderstood } from '../records/not-understood'
import { recordWords } from './record-words'

/** What is not understood of a bundle: how much in one sentence, then a line for each kind of thing. */
export function notUnderstoodLines(list: NotUnderstood, t: Translate): readonly [sum: string, ...each: string[]] {
  const { fields, entries, records, recordCount, leftOut } = list
  const named = (names: readonly string[]) => names.join(t('punctuation.list'))
  const parts = [
    ...(recordCount === 0 ? [] : [t('newer.sum.records', { count: recordCount })]),
    ...(fields.length === 0 ? [] : [t('newer.sum.fields', { count: fields.length })]),
    ...(entries.length === 0 ? [] : [t('newer.sum.entries', { count: entries.length })]),
    ...(leftOut === 0 ? [] : [t('newer.sum.leftOut', { count: leftOut })]),
  ]
  if (parts.length === 0) return [t('newer.nothingNamed')]
  return [
    t('newer.sum', { parts: named(parts) }),
    ...records.map((record) => recordLine(record, t)),
    ...(fields.length === 0 ? [] : [t('newer.fields', { names: named(fields) })]),
    ...(entries.length === 0 ? [] : [t('newer.entries', { names: named(entries) })]),
  ]
}

function recordLine(record: NotUnderstood['records'][number], t: Translate): string {
  const { type, reason, v, count, author, dossier, fields } = record
  const said = {
    what: recordWords(type, t) ?? t('newer.unknownKind', { type }),
    count,
    author: author === '' ? t('newer.unknownAuthor') : author,
    why: t(`newer.why.${reason}`, { v, fields: fields.join(t('punctuation.list')) }),
  }
  return dossier === null ? t('newer.line', said) : t('newer.lineOfDossier', { ...said, dossier })
}

/** The one sentence above that list. */
export const notUnderstoodHead = ({ format }: Pick<NotUnderstood, 'format'>, t: Translate): string =>
  format === null ? t('newer.holds') : t('newer.readOnly', { format })
