import { calendarDateSchema, type CalendarDate } from '../domain/date'
import { judgedNow } from '../domain/judging'
import type { Consultation } from '../domain/pilot'
import { isSampleAlliance } from '../domain/sample'
import { err, ok } from '../lib/result'
import type { Action } from '../records/payloads'
import type { StatusAction } from '../workflow/status-actions'
import { dayFaults } from '../workflow/day-order'
import { gapAt, gapOfFault, type ActingDossier, type Decided, type Gap, type Person } from './act'
import { daysOnFile } from './days-on-file'
import { moveStatus } from './move-status'
import { numberGaps } from './typed-numbers'

/** What was typed of one dossier; nothing is decided beforehand. */
export type ConsultationItem = {
  readonly decision: Consultation['decision'] | null
  readonly note: string
  /** 暂缓: until when, on what condition. */
  readonly until?: string | null
  readonly condition?: string
  /** 重点培育, where the office keeps such a list. */
  readonly isCultivated?: boolean
}

/** What was typed of a meeting. */
export type ConsultationDraft = {
  readonly heldOn: string | null
  readonly minutesNo: string
  readonly attendeeAgencyIds: readonly string[]
  /** By dossier. */
  readonly decisions: Readonly<Record<string, ConsultationItem>>
}

const actionOf = {
  decided: 'decide',
  'not-decided': 'not-decide',
  deferred: 'defer',
} as const satisfies Readonly<Record<Consultation['decision'], StatusAction>>

/** What a meeting may say of a dossier, in the order of the form. */
export const consultationDecisions = Object.keys(actionOf) as readonly Consultation['decision'][]

/** Moves that a meeting makes. */
export const consultationActions: readonly StatusAction[] = Object.values(actionOf)

/** Results that are told an applicant, with the reason; a decided one has its reason in what was reviewed. */
export const needsReason = (decision: Consultation['decision'] | null): boolean =>
  decision === 'not-decided' || decision === 'deferred'

/**
 * 会商 (Art. 13): the result of each dossier and its new status. A dossier that the status table blocks is left as it
 * is: who reads back sees that it is not among the records. What is not decided, or deferred, says why; a deferral may
 * say until when and on what condition. Gaps: `heldOn`, `minutesNo`, `decisions`, `note/ID`, `until/ID`. Pure.
 */
export function holdConsultation(
  draft: ConsultationDraft,
  cases: readonly ActingDossier[],
  said: Person & { readonly today: CalendarDate },
): Decided {
  const { by, today } = said
  const gaps: Gap[] = []
  const heldOn = calendarDateSchema.safeParse(draft.heldOn)
  if (!heldOn.success) gaps.push(gapAt('heldOn', 'need-date'))
  if (draft.minutesNo.trim() === '') gaps.push(gapAt('minutesNo', 'need-minutes'))
  if (Object.values(draft.decisions).every((item) => item.decision === null)) {
    gaps.push(gapAt('decisions', 'need-decision'))
  }
  if (heldOn.success) gaps.push(...dayGaps(heldOn.data, draft, cases, today))
  gaps.push(...cases.flatMap((dossier) => itemGaps(dossier, draft, heldOn.data ?? null)))
  gaps.push(...mixtureGaps(draft, cases))
  gaps.push(...numberGaps('minutesNo', draft.minutesNo, heldOn.data ?? null))
  if (gaps.length > 0 || !heldOn.success) return err(gaps)
  const on = heldOn.data
  const actions = cases.flatMap((dossier): readonly Action[] => {
    const item = draft.decisions[dossier.file.id] ?? nothing
    const { decision } = item
    if (decision === null) return []
    const note = item.note.trim()
    const move = moveStatus(dossier, actionOf[decision], { on, by, note })
    if (!move.ok) return []
    const { attendeeAgencyIds, minutesNo } = draft
    const meeting = { heldOn: on, minutesNo: minutesNo.trim(), attendeeAgencyIds: [...attendeeAgencyIds] }
    const consultation = { ...meeting, decision, note, ...beside(item), ...judgedNow(dossier) }
    return [{ type: 'consultation.recorded', payload: { dossierId: dossier.file.id, consultation } }, move.value]
  })
  return actions.length > 0 ? ok(actions) : err([gapAt('decisions', 'need-decision')])
}

const nothing: ConsultationItem = { decision: null, note: '' }

/** What a result says beside its reason: a deferral its day and condition; what is not decided may be cultivated. */
function beside({ decision, until, condition = '', isCultivated = false }: ConsultationItem) {
  const isDeferred = decision === 'deferred'
  return {
    ...(isDeferred &&
      until !== null &&
      until !== undefined &&
      until !== '' && { until: calendarDateSchema.parse(until) }),
    ...(isDeferred && condition.trim() !== '' && { condition: condition.trim() }),
    ...(needsReason(decision) && isCultivated && { isCultivated: true }),
  }
}

function itemGaps(
  { file }: ActingDossier,
  { decisions }: ConsultationDraft,
  heldOn: CalendarDate | null,
): readonly Gap[] {
  const { decision, note, until = null } = decisions[file.id] ?? nothing
  const { name } = file.content.alliance
  const on = calendarDateSchema.safeParse(until)
  const isDated = decision === 'deferred' && until !== null && until !== ''
  return [
    ...(needsReason(decision) && note.trim() === '' ? [gapAt(`note/${file.id}`, 'consultation-reason', { name })] : []),
    ...(isDated && !on.success ? [gapAt(`until/${file.id}`, 'need-date')] : []),
    ...(isDated && on.success && heldOn !== null && on.data <= heldOn
      ? [gapAt(`until/${file.id}`, 'consultation-until', { name, on: on.data })]
      : []),
  ]
}

/** One meeting settles samples or real alliances: its minutes have one number. */
function mixtureGaps({ decisions }: ConsultationDraft, cases: readonly ActingDossier[]): readonly Gap[] {
  const settled = cases.filter(({ file }) => (decisions[file.id]?.decision ?? null) !== null)
  const names = settled.map(({ file }) => file.content.alliance).filter(isSampleAlliance)
  if (names.length === 0 || names.length === settled.length) return []
  return [gapAt('decisions', 'sample-among-real', { name: names.map(({ name }) => name).join('、') })]
}

/** The meeting before the opinion of a dossier that it settles, or yet to come. */
function dayGaps(
  heldOn: CalendarDate,
  { decisions }: ConsultationDraft,
  cases: readonly ActingDossier[],
  today: CalendarDate,
): readonly Gap[] {
  const typed = { consultation: heldOn }
  const ofMeeting = dayFaults(typed, {}, today).map((fault) => gapOfFault(fault, 'heldOn'))
  const ofDossiers = cases
    .filter(({ file }) => (decisions[file.id]?.decision ?? null) !== null)
    .flatMap(({ file }) =>
      dayFaults(typed, daysOnFile(file), null).map((fault) => gapOfFault(fault, 'heldOn', file.content.alliance.name)),
    )
  return [...ofMeeting, ...ofDossiers]
}
