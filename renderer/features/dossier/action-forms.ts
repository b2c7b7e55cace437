import type { FieldLabel } from '@shared/acts/act-fields'
import type { PlainKey } from '@shared/messages/catalogue'
import type { StatusAction } from '@shared/workflow/status-actions'

/** The words beside each field of an act. */
export const fieldLabels: Readonly<Record<FieldLabel, PlainKey>> = {
  note: 'act.note',
  reason: 'common.reason',
  'supplement-items': 'act.supplementItems',
  'supplement-until': 'act.supplementUntil',
  'withdrawal-paper': 'act.withdrawalPaper',
  'filing-no': 'act.filingNo',
  'applied-on': 'intake.application.appliedOn',
  'application-no': 'intake.application.no',
  applicant: 'intake.application.applicant',
  'host-division': 'intake.application.hostDivision',
  'co-divisions': 'intake.application.coDivisions',
  'change-kind': 'act.changeKind',
  unit: 'common.unit',
  'completed-on': 'act.completedOn',
  description: 'act.description',
  year: 'act.year',
  'annual-summary': 'materialCode.annual-summary',
  'annual-plan': 'materialCode.annual-plan',
  'to-business-on': 'act.toBusinessOn',
  'to-policy-on': 'act.toPolicyOn',
  'evaluation-result': 'act.evaluationResult',
  'notice-no': 'act.noticeNo',
  facts: 'act.facts',
  ground: 'act.ground',
  evidence: 'act.evidence',
  'heard-on': 'act.heardOn',
  'hand-over-why': 'act.handOverWhy',
  'window-from': 'act.windowFrom',
  'window-to': 'act.windowTo',
}

/** What the values of a choice are called: the message `<prefix>.<value>`. */
export const choiceWords: Partial<Readonly<Record<FieldLabel, string>>> = {
  'change-kind': 'changeKind',
  'evaluation-result': 'evaluation',
  ground: 'revocationGround',
  'hand-over-why': 'handOver',
}

/** Acts that have a page of their own, and where it is. */
export const pageOf: Partial<Record<StatusAction, string>> = {
  decide: '/consultation',
  'not-decide': '/consultation',
  defer: '/consultation',
  'add-to-batch': '/batches',
  'remove-from-batch': '/batches',
  publish: '/batches',
}
