import { changeKinds } from '../domain/change'
import { revocationGrounds } from '../domain/pilot'
import type { DayName } from '../workflow/day-order'
import type { StatusAction } from '../workflow/status-actions'

/** What a field asks for, for whoever has the words. */
export type FieldLabel =
  | 'note'
  | 'reason'
  | 'supplement-items'
  | 'supplement-until'
  | 'withdrawal-paper'
  | 'filing-no'
  | 'applied-on'
  | 'application-no'
  | 'applicant'
  | 'host-division'
  | 'co-divisions'
  | 'change-kind'
  | 'unit'
  | 'completed-on'
  | 'description'
  | 'year'
  | 'annual-summary'
  | 'annual-plan'
  | 'to-business-on'
  | 'to-policy-on'
  | 'evaluation-result'
  | 'notice-no'
  | 'facts'
  | 'ground'
  | 'evidence'
  | 'heard-on'
  | 'hand-over-why'
  | 'window-from'
  | 'window-to'

/** One thing that an act asks a person for. */
export type ActionField = {
  readonly key: string
  readonly label: FieldLabel
  readonly kind: 'day' | 'year' | 'text' | 'area' | 'flag' | 'unit' | 'division' | 'divisions' | 'choice'
  readonly required?: boolean
  /** Values of a choice. */
  readonly options?: readonly string[]
  /** What happened on that day, for the table of days. */
  readonly day?: DayName
  /** The number of a document that is issued on the day of the act. */
  readonly isNumber?: true
}

const note: ActionField = { key: 'note', label: 'note', kind: 'area' }
const reason: ActionField = { key: 'note', label: 'reason', kind: 'area', required: true }

/** A withdrawal is the applicant's own act: it rests on a paper of the applicant. */
const withdrawalPaper: ActionField = { key: 'paper', label: 'withdrawal-paper', kind: 'text', required: true }

/** What each act asks for beside its day. Acts done on a page of their own are not here. */
const fields: Partial<Record<StatusAction, readonly ActionField[]>> = {
  accept: [note],
  'not-accept': [reason],
  'withdraw-filing': [withdrawalPaper, reason],
  'withdraw-application': [withdrawalPaper, reason],
  'close-unsupplemented': [reason],
  'dissolve-panel': [reason],
  'request-supplement': [
    { ...reason, label: 'supplement-items' },
    { key: 'until', label: 'supplement-until', kind: 'day' },
  ],
  file: [{ key: 'no', label: 'filing-no', kind: 'text' }, note],
  'refuse-filing': [reason],
  'apply-pilot': [
    { key: 'appliedOn', label: 'applied-on', kind: 'day', required: true, day: 'applied' },
    { key: 'no', label: 'application-no', kind: 'text' },
    { key: 'applicantUnitId', label: 'applicant', kind: 'unit', required: true },
    { key: 'hostDivisionId', label: 'host-division', kind: 'division', required: true },
    { key: 'coDivisionIds', label: 'co-divisions', kind: 'divisions' },
    note,
  ],
  'hand-over': [
    { key: 'why', label: 'hand-over-why', kind: 'choice', required: true, options: ['succeeded', 'corrected'] },
    { key: 'hostDivisionId', label: 'host-division', kind: 'division', required: true },
    { key: 'coDivisionIds', label: 'co-divisions', kind: 'divisions' },
    reason,
  ],
  'return-application': [reason],
  'reject-by-division': [reason],
  'file-change': [
    {
      key: 'kind',
      label: 'change-kind',
      kind: 'choice',
      required: true,
      options: changeKinds,
    },
    { key: 'unitId', label: 'unit', kind: 'unit' },
    { key: 'completedOn', label: 'completed-on', kind: 'day', required: true, day: 'change-completed' },
    { ...note, label: 'description' },
  ],
  'note-change': [
    { key: 'kind', label: 'change-kind', kind: 'choice', required: true, options: changeKinds },
    { key: 'unitId', label: 'unit', kind: 'unit' },
    { key: 'completedOn', label: 'completed-on', kind: 'day', required: true, day: 'change-completed' },
    { ...note, label: 'description' },
  ],
  'set-report-window': [
    { key: 'year', label: 'year', kind: 'year', required: true },
    { key: 'from', label: 'window-from', kind: 'day', required: true },
    { key: 'to', label: 'window-to', kind: 'day', required: true },
    { key: 'noticeNo', label: 'notice-no', kind: 'text', required: true },
  ],
  'receive-annual-report': [
    { key: 'year', label: 'year', kind: 'year', required: true },
    { key: 'hasSummary', label: 'annual-summary', kind: 'flag' },
    { key: 'hasPlan', label: 'annual-plan', kind: 'flag' },
    { key: 'toBusinessOn', label: 'to-business-on', kind: 'day', day: 'report-to-business' },
    { key: 'toPolicyOn', label: 'to-policy-on', kind: 'day', day: 'report-to-policy' },
  ],
  evaluate: [
    {
      key: 'result',
      label: 'evaluation-result',
      kind: 'choice',
      required: true,
      options: ['qualified', 'not-qualified'],
    },
    { key: 'noticeNo', label: 'notice-no', kind: 'text', isNumber: true },
    note,
  ],
  're-register': [{ key: 'noticeNo', label: 'notice-no', kind: 'text', required: true, isNumber: true }, note],
  'fail-evaluation': [
    { key: 'noticeNo', label: 'notice-no', kind: 'text', isNumber: true },
    { ...reason, label: 'facts' },
  ],
  revoke: [
    {
      key: 'ground',
      label: 'ground',
      kind: 'choice',
      required: true,
      options: revocationGrounds.filter((value) => value !== '17'),
    },
    { ...reason, label: 'facts' },
    { key: 'evidence', label: 'evidence', kind: 'area' },
    { key: 'heardOn', label: 'heard-on', kind: 'day', day: 'heard' },
    { key: 'noticeNo', label: 'notice-no', kind: 'text', isNumber: true },
  ],
}

/** Fields of an act; a bare change of state takes a note. */
export const fieldsOf = (action: StatusAction): readonly ActionField[] => fields[action] ?? [note]

/** What happened on the day of an act, where the act is more than a move. */
const days: Partial<Record<StatusAction, DayName>> = {
  accept: 'received',
  file: 'filed',
  'refuse-filing': 'filing-refused',
  'apply-pilot': 'application-accepted',
  'pass-panel': 'panel-result',
  'pass-panel-after-rework': 'panel-result',
  'reject-by-panel': 'panel-result',
  'return-by-panel': 'panel-result',
  'confirm-rework': 'panel-result',
  'file-change': 'change-filed',
  'receive-annual-report': 'report-recorded',
  evaluate: 'evaluation-decided',
  're-register': 're-registered',
  'fail-evaluation': 'revoked',
  revoke: 'revoked',
}

/** The name of an act's own day in the table of days. */
export const dayOfAct = (action: StatusAction): DayName => days[action] ?? 'act'
