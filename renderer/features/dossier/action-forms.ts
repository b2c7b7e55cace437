import { changeKinds, revocationGrounds } from '@shared/domain/pilot'
import type { MessageKey } from '@shared/messages/catalogue'
import type { StatusAction } from '@shared/workflow/status-actions'

/** One thing that an act asks a person for. */
export type ActionField = {
  readonly key: string
  readonly label: MessageKey
  readonly kind: 'day' | 'text' | 'area' | 'flag' | 'unit' | 'division' | 'divisions' | 'choice'
  readonly required?: boolean
  /** Of a choice: value and its words. */
  readonly options?: readonly { readonly value: string; readonly words: MessageKey }[]
}

const note: ActionField = { key: 'note', label: 'act.note', kind: 'area' }
const reason: ActionField = { key: 'note', label: 'common.reason', kind: 'area', required: true }

/** What each act asks for beside its day. Acts done on a page of their own are not here. */
const forms: Partial<Record<StatusAction, readonly ActionField[]>> = {
  accept: [note],
  'request-supplement': [{ ...reason, label: 'act.supplementItems' }],
  file: [{ key: 'no', label: 'act.filingNo', kind: 'text' }, note],
  'refuse-filing': [reason],
  'apply-pilot': [
    { key: 'appliedOn', label: 'intake.application.appliedOn', kind: 'day', required: true },
    { key: 'no', label: 'intake.application.no', kind: 'text' },
    { key: 'applicantUnitId', label: 'intake.application.applicant', kind: 'unit', required: true },
    { key: 'hostDivisionId', label: 'intake.application.hostDivision', kind: 'division', required: true },
    { key: 'coDivisionIds', label: 'intake.application.coDivisions', kind: 'divisions' },
    note,
  ],
  'return-application': [reason],
  'reject-by-division': [reason],
  'file-change': [
    {
      key: 'kind',
      label: 'act.changeKind',
      kind: 'choice',
      required: true,
      options: changeKinds.map((value) => ({ value, words: `changeKind.${value}` })),
    },
    { key: 'unitId', label: 'common.unit', kind: 'unit' },
    { key: 'completedOn', label: 'act.completedOn', kind: 'day', required: true },
    { ...note, label: 'act.description' },
  ],
  'receive-annual-report': [
    { key: 'year', label: 'act.year', kind: 'text', required: true },
    { key: 'hasSummary', label: 'materialCode.annual-summary', kind: 'flag' },
    { key: 'hasPlan', label: 'materialCode.annual-plan', kind: 'flag' },
    { key: 'toBusinessOn', label: 'act.toBusinessOn', kind: 'day' },
    { key: 'toPolicyOn', label: 'act.toPolicyOn', kind: 'day' },
  ],
  evaluate: [
    {
      key: 'result',
      label: 'act.evaluationResult',
      kind: 'choice',
      required: true,
      options: [
        { value: 'qualified', words: 'evaluation.qualified' },
        { value: 'not-qualified', words: 'evaluation.not-qualified' },
      ],
    },
    { key: 'noticeNo', label: 'act.noticeNo', kind: 'text' },
    note,
  ],
  're-register': [{ key: 'noticeNo', label: 'act.noticeNo', kind: 'text', required: true }, note],
  'fail-evaluation': [
    { key: 'noticeNo', label: 'act.noticeNo', kind: 'text' },
    { ...reason, label: 'act.facts' },
  ],
  revoke: [
    {
      key: 'ground',
      label: 'act.ground',
      kind: 'choice',
      required: true,
      options: revocationGrounds
        .filter((value) => value !== '17')
        .map((value) => ({ value, words: `revocationGround.${value}` })),
    },
    { ...reason, label: 'act.facts' },
    { key: 'evidence', label: 'act.evidence', kind: 'area' },
    { key: 'heardOn', label: 'act.heardOn', kind: 'day' },
    { key: 'noticeNo', label: 'act.noticeNo', kind: 'text' },
  ],
}

/** Fields of an act; a bare change of state takes a note. */
export const fieldsOf = (action: StatusAction): readonly ActionField[] => forms[action] ?? [note]

/** Acts that have a page of their own, and where it is. */
export const pageOf: Partial<Record<StatusAction, string>> = {
  decide: '/consultation',
  'not-decide': '/consultation',
  defer: '/consultation',
  'add-to-batch': '/batches',
  'remove-from-batch': '/batches',
  publish: '/batches',
}
