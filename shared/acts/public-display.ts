import { workDayDeadline, type Deadline, type WorkCalendar } from '../calendar/work-calendar'
import { addDays, calendarDateSchema, type CalendarDate } from '../domain/date'
import type { DossierFile } from '../domain/dossier'
import type { OfficeSettings } from '../domain/office'
import type { Batch } from '../domain/pilot'
import {
  displaySchema,
  objectionOutcomes,
  objectionSchema,
  type Display,
  type KeptFile,
  type Objection,
} from '../domain/public-display'
import { err, ok } from '../lib/result'
import { gapAt, type Decided, type Gap, type Person } from './act'

type Counting = Pick<OfficeSettings['interpretation'], 'displayDays' | 'displayCounting'>

/**
 * The last day of a 公示 by the office's own count, its first day counted (work rule; the measure knows no display).
 * Working days that touch a year without a calendar are provisional. Pure.
 */
export const lastDayOfDisplay = (
  from: CalendarDate,
  { displayDays, displayCounting }: Counting,
  calendar: WorkCalendar,
): Deadline =>
  displayCounting === 'work'
    ? workDayDeadline(addDays(from, -1), displayDays, calendar)
    : { lastDay: addDays(from, displayDays - 1), provisional: false }

/** A 公示 while it is typed. */
export type DisplayDraft = {
  readonly from: string | null
  readonly contact: string
  readonly supervisor: string
  readonly place: string
}
export const emptyDisplay: DisplayDraft = { from: null, contact: '', supervisor: '', place: '' }

type Around = { readonly settings: OfficeSettings; readonly calendar: WorkCalendar }

/**
 * Puts a 公示 of a batch on record: what is shown, from when to when, both contacts. Said again it is shown anew. Gaps:
 * no day, no contact, one contact for both, nobody in the batch, a batch that is published. Pure.
 */
export function displayBatch(batch: Batch, draft: DisplayDraft, { settings, calendar }: Around): Decided {
  const from = calendarDateSchema.safeParse(draft.from)
  const [contact, supervisor] = [draft.contact.trim(), draft.supervisor.trim()]
  const gaps: Gap[] = [
    ...(batch.status === 'open' ? [] : [gapAt(null, 'not-offered')]),
    ...(batch.dossierIds.length === 0 ? [gapAt('dossierIds', 'need-dossier')] : []),
    ...(from.success ? [] : [gapAt('from', draft.from === null ? 'needed' : 'need-date')]),
    ...(contact === '' ? [gapAt('contact', 'needed')] : []),
    ...(supervisor === '' ? [gapAt('supervisor', 'needed')] : []),
    ...(contact !== '' && contact === supervisor ? [gapAt('supervisor', 'display-one-contact')] : []),
    ...(draft.place.trim().length > 300 ? [gapAt('place', 'too-long', { most: 300 })] : []),
  ]
  if (gaps.length > 0 || !from.success) return err(gaps)
  const { displayDays: days, displayCounting: counting } = settings.interpretation
  const display = displaySchema.parse({
    from: from.data,
    to: lastDayOfDisplay(from.data, settings.interpretation, calendar).lastDay,
    ...{ days, counting, contact, supervisor, place: draft.place.trim() },
    dossierIds: batch.dossierIds,
  })
  return ok([{ type: 'display.saved', payload: { batchId: batch.id, display } }])
}

/** An objection while it is typed. */
export type ObjectionDraft = {
  /** Null: the list as a whole. */
  readonly dossierId: string | null
  readonly receivedOn: string | null
  readonly name: string
  readonly isUnit: boolean
  readonly contact: string
  readonly reason: string
  readonly files: readonly KeptFile[]
}
export const emptyObjection: ObjectionDraft = {
  ...{ dossierId: null, receivedOn: null, name: '', isUnit: false, contact: '', reason: '' },
  files: [],
}

/**
 * An objection as it came: by name, with its reason and its files. One that came late is recorded as well: whether it
 * is admitted is an answer. Gaps: no name or reason, no day, a day before the display or to come. Pure.
 */
export function recordObjection(
  batch: Pick<Batch, 'id'>,
  draft: ObjectionDraft,
  display: Display,
  { today, id }: { readonly today: CalendarDate; readonly id: string },
): Decided {
  const on = calendarDateSchema.safeParse(draft.receivedOn)
  const gaps: Gap[] = [
    ...(on.success ? [] : [gapAt('receivedOn', draft.receivedOn === null ? 'needed' : 'need-date')]),
    ...(on.success && on.data > today ? [gapAt('receivedOn', 'objection-to-come', { on: on.data })] : []),
    ...(on.success && on.data < display.from
      ? [gapAt('receivedOn', 'objection-early', { on: on.data, from: display.from })]
      : []),
    ...(['name', 'reason'] as const).flatMap((key) => (draft[key].trim() === '' ? [gapAt(key, 'needed')] : [])),
    ...(['name', 'contact'] as const).flatMap((key) =>
      draft[key].trim().length > 300 ? [gapAt(key, 'too-long', { most: 300 })] : [],
    ),
  ]
  if (gaps.length > 0) return err(gaps)
  const objection = objectionSchema.parse({
    ...draft,
    id,
    name: draft.name.trim(),
    contact: draft.contact.trim(),
    reason: draft.reason.trim(),
  })
  return ok([{ type: 'objection.saved', payload: { batchId: batch.id, objection } }])
}

/** An answer while it is typed. */
export type AnswerDraft = { readonly on: string | null; readonly words: string; readonly outcome: string | null }

/** Answers an objection, once. Gaps: no words, no outcome, no day, a day before it came or to come. Pure. */
export function answerObjection(
  batch: Pick<Batch, 'id'>,
  objection: Objection,
  draft: AnswerDraft,
  { by, today }: Person & { readonly today: CalendarDate },
): Decided {
  const on = calendarDateSchema.safeParse(draft.on)
  const outcome = objectionOutcomes.find((one) => one === draft.outcome)
  const gaps: Gap[] = [
    ...(objection.answer === null ? [] : [gapAt(null, 'not-offered')]),
    ...(on.success ? [] : [gapAt('on', draft.on === null ? 'needed' : 'need-date')]),
    ...(on.success && on.data > today ? [gapAt('on', 'objection-to-come', { on: on.data })] : []),
    ...(on.success && on.data < objection.receivedOn
      ? [gapAt('on', 'objection-early', { on: on.data, from: objection.receivedOn })]
      : []),
    ...(draft.words.trim() === '' ? [gapAt('words', 'needed')] : []),
    ...(outcome === undefined ? [gapAt('outcome', 'needed')] : []),
  ]
  if (gaps.length > 0) return err(gaps)
  const answer = { on: draft.on, words: draft.words.trim(), outcome, by }
  const payload = { batchId: batch.id, objection: objectionSchema.parse({ ...objection, answer }) }
  return ok([{ type: 'objection.saved', payload }])
}

/** What was shown of a batch, and what was said against it. */
export type Shown = { readonly display: Display | null; readonly objections: readonly Objection[] }
export const nothingShown: Shown = { display: null, objections: [] }

/**
 * What keeps a batch from being published after its 公示: an objection that is open, or was upheld while its alliance is
 * still in; and, where the office displays, a display that was not made, runs still, or did not show somebody. Pure.
 */
export function displayGaps(
  batch: Batch,
  dossiers: readonly Pick<DossierFile, 'id' | 'content'>[],
  { display, objections }: Shown,
  { settings, today }: { readonly settings: OfficeSettings; readonly today: CalendarDate },
): readonly Gap[] {
  const nameOf = (id: string) => dossiers.find((dossier) => dossier.id === id)?.content.alliance.name ?? id
  const open = objections.filter(({ answer }) => answer === null)
  const upheld = objections.flatMap(({ dossierId, answer }) =>
    answer?.outcome === 'upheld' && dossierId !== null && batch.dossierIds.includes(dossierId) ? [dossierId] : [],
  )
  const shown = new Set<string>(display?.dossierIds)
  const unseen = batch.dossierIds.filter((id) => !shown.has(id))
  const { writtenOn } = batch.notice
  return [
    ...(open.length === 0
      ? []
      : [gapAt('display', 'objection-open', { count: open.length, name: open.map(({ name }) => name).join('、') })]),
    ...(upheld.length === 0
      ? []
      : [gapAt('dossierIds', 'objection-upheld', { name: [...new Set(upheld)].map(nameOf).join('、') })]),
    ...(!settings.interpretation.publicDisplay
      ? []
      : display === null
        ? [gapAt('display', 'display-missing')]
        : [
            ...(today <= display.to ? [gapAt('display', 'display-running', { to: display.to })] : []),
            ...(writtenOn !== null && writtenOn <= display.to
              ? [gapAt('writtenOn', 'display-after-notice', { on: writtenOn, to: display.to })]
              : []),
            ...(unseen.length === 0
              ? []
              : [gapAt('dossierIds', 'display-not-shown', { name: unseen.map(nameOf).join('、') })]),
          ]),
  ]
}
