/** What an office settles for itself: its lists and work rules, its calendar, its words, whose key it trusts. */
import type { CalendarFile } from '../calendar/calendar-file'
import type { CalendarDate } from '../domain/date'
import type { ExpertId, KeyId } from '../domain/ids'
import type { OfficeSettings } from '../domain/office'
import type { Action, Payload } from '../records/payloads'
import type { Person } from './act'

/** The office's lists and work rules, whole. Pure. */
export const saveOffice = (settings: OfficeSettings): readonly Action[] => [
  { type: 'settings.saved', payload: { ...settings } },
]

/** One year's working days; they replace what was known of that year. Pure. */
export const saveCalendar = (file: CalendarFile): readonly Action[] => [
  { type: 'calendar.saved', payload: { ...file } },
]

type Wording = Payload<'template.saved'>

/**
 * A checked file, or with `null` the built-in words, for a kind of letter from now on. `versions`: those there are.
 * Pure.
 */
export const changeWording = (
  documentKind: Wording['documentKind'],
  file: Wording['file'],
  versions: readonly number[],
  { by, on }: Person & { readonly on: CalendarDate },
): { readonly version: number; readonly actions: readonly Action[] } => {
  const version = Math.max(0, ...versions) + 1
  return { version, actions: [{ type: 'template.saved', payload: { documentKind, version, file, by, on } }] }
}

/** A person compared the fingerprint of a desk with its owner, and says which expert it speaks for. Pure. */
export const confirmKey = (
  keyId: KeyId,
  expertId: ExpertId | null,
  { on, note }: { readonly on: CalendarDate; readonly note: string },
): readonly Action[] => [{ type: 'key.confirmed', payload: { keyId, expertId, confirmedOn: on, note } }]
