import type { AuditEntry } from './entries'
import type { DescribedEntry } from './describe'
import type { AuditNames } from './names'
import type { Translate } from '../messages/translate'
import { recordWords } from './record-words'

/** Which records of a trail a person wants to see. Null or empty: all. Days are those of this computer's zone. */
export type AuditFilter = {
  readonly dossierId: string | null
  readonly author: string | null
  readonly type: string | null
  readonly from: string | null
  readonly to: string | null
  readonly text: string
}

export const everything: AuditFilter = { dossierId: null, author: null, type: null, from: null, to: null, text: '' }

/** Whether a record passes everything but the text. `day` is the day of its own clock. */
export function passesFilter(entry: AuditEntry, day: string, filter: AuditFilter): boolean {
  const { dossierId, author, type, from, to } = filter
  return (
    (dossierId === null || entry.dossierIds.includes(dossierId)) &&
    (author === null || entry.author === author) &&
    (type === null || entry.type === type) &&
    (from === null || day >= from) &&
    (to === null || day <= to)
  )
}

/** Whether everything that is shown of a record holds the text, in any case and width. */
export function holdsText(entry: DescribedEntry, text: string): boolean {
  const wanted = folded(text)
  if (wanted === '') return true
  const { recordId, name, unit, kind, dossiers, changes } = entry
  const parts = [recordId, name, unit, kind, dossiers, ...changes.flatMap(({ field, from, to }) => [field, from, to])]
  return parts.some((part) => folded(part).includes(wanted))
}

/** Whether whatever passes `next` passes `before` as well: a person types on. */
export function narrows(next: AuditFilter, before: AuditFilter): boolean {
  const same = JSON.stringify({ ...next, text: '' }) === JSON.stringify({ ...before, text: '' })
  return same && folded(next.text).includes(folded(before.text))
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/** The filter in words, one for each that is set. */
export function filterWords(filter: AuditFilter, names: AuditNames, t: Translate): readonly string[] {
  const { dossierId, author, type, from, to, text } = filter
  const said = (key: 'dossier' | 'person' | 'kind' | 'from' | 'to' | 'text', value: string) =>
    t('audit.filterWords', { name: t(`audit.filter.${key}`), value })
  return [
    ...(dossierId === null ? [] : [said('dossier', names.byId.get(dossierId) ?? dossierId)]),
    ...(author === null ? [] : [said('person', names.byId.get(author) ?? author)]),
    ...(type === null ? [] : [said('kind', recordWords(type, t) ?? type)]),
    ...(from === null ? [] : [said('from', from)]),
    ...(to === null ? [] : [said('to', to)]),
    ...(text.trim() === '' ? [] : [said('text', text.trim())]),
  ]
}
