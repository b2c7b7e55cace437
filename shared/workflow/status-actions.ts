import { panelConclusions, type PanelOpinion } from '../domain/panel'
import type { RuleId } from '../domain/rule-ids'
import type { DossierStatus } from '../domain/status'

/**
 * What a person may do with a dossier, each by the article of the measure that carries it, or `work-rule` where the
 * text is silent: what it does not say is never shown or printed as if it did. Filing has neither a refusal to accept,
 * nor a withdrawal, nor a time limit in the text (note 4). Names the message `action.<id>`.
 */
export const actionBasis = {
  accept: '6',
  'not-accept': 'work-rule',
  'withdraw-filing': 'work-rule',
  'request-supplement': 'work-rule',
  'resume-filing': 'work-rule',
  file: '6',
  'refuse-filing': '6',
  'submit-again': 'work-rule',
  'apply-pilot': '8',
  'hand-over': 'work-rule',
  'return-application': 'work-rule',
  'withdraw-application': 'work-rule',
  'close-unsupplemented': 'work-rule',
  'start-division-review': '10',
  'resume-division-review': 'work-rule',
  'convene-panel': '12',
  'reject-by-division': '10',
  'apply-again': '14',
  'pass-panel': '12',
  'pass-panel-after-rework': 'work-rule',
  'reject-by-panel': '12',
  'return-by-panel': 'work-rule',
  'dissolve-panel': 'work-rule',
  'confirm-rework': 'work-rule',
  'back-to-panel': 'work-rule',
  'review-again': 'work-rule',
  decide: '13',
  'not-decide': '13',
  defer: 'work-rule',
  'resume-consultation': 'work-rule',
  'add-to-batch': '14',
  'remove-from-batch': 'work-rule',
  publish: '14',
  'file-change': '18',
  'note-change': 'work-rule',
  'receive-annual-report': '16',
  'set-report-window': 'work-rule',
  'open-evaluation': '17',
  evaluate: '17',
  expire: '14',
  're-register': '17',
  'fail-evaluation': '17',
  revoke: '19',
} as const
export type StatusAction = keyof typeof actionBasis
export const statusActions = Object.keys(actionBasis) as readonly StatusAction[]

/** The same where a status makes the difference: Art. 18 speaks of pilots only (note 24). */
export const basisOf = (action: StatusAction, isPilot: boolean): string =>
  action === 'file-change' && !isPilot ? 'work-rule' : actionBasis[action]

export type Transition = {
  readonly from: readonly DossierStatus[]
  readonly action: StatusAction
  readonly to: DossierStatus
  /** Offered only to a dossier that is filed, or only to one that is not. */
  readonly only?: 'filed' | 'not-filed'
  /** Offered only when the panel opinion concludes so. */
  readonly conclusion?: PanelOpinion['conclusion'] | readonly PanelOpinion['conclusion'][]
  /** Offered only when the last evaluation (Art. 17) says so. */
  readonly evaluation?: 'qualified' | 'not-qualified'
  /** Must be met, or judged in favour. */
  readonly needs?: readonly RuleId[]
  /** Must not be broken, nor left open where there is something to look at. */
  readonly unless?: readonly RuleId[]
  /** Offered at once, but done only from this day on: a way that has a day of its own. */
  readonly notBefore?: WayDay
}

/**
 * Days that a way may wait for. `term-over`: the day after the last day of the term (Art. 14); `evaluation-opens`: the
 * first of the months before its end in which the pilot is evaluated (Art. 17, setting). `supplement-over`: the day
 * after the one that the notice itself named (work rule; the text sets none).
 */
export type WayDay = 'term-over' | 'evaluation-opens' | 'supplement-over'

/** What the panel's opinion rests on, again asked before anything leaves the panel. */
const validOpinion = ['R12-0a', 'R12-0b', 'R12-3', 'R12-4'] as const

/** What consultation and publication rest on: the divisions' opinions and the panel's, each on the present version. */
const passedReview = ['R10-1', ...validOpinion] as const

/** The panel lets the dossier through. */
const passing = ['pass', 'pass-after-rework'] as const

/** Filed, and no pilot: before, during and after an application. */
const filedWithoutTerm: readonly DossierStatus[] = [
  ...(['filed', 'pilot-applied', 'division-review', 'division-rejected', 'panel-review', 'panel-rejected'] as const),
  ...(['review-again', 'awaiting-consultation', 'decided', 'not-decided', 'deferred', 'in-batch'] as const),
]

/** A division has the application, or the pilot that came of it. */
const handled: readonly DossierStatus[] = [
  ...(['pilot-applied', 'division-review', 'panel-review', 'review-again'] as const),
  ...(['awaiting-consultation', 'decided', 'deferred', 'in-batch', 'piloting', 'expired'] as const),
]

/** An act that leaves the dossier where it stands. */
const staying = (action: StatusAction, statuses: readonly DossierStatus[], only?: 'filed'): readonly Transition[] =>
  statuses.map((status) => ({ from: [status], action, to: status, ...(only === undefined ? {} : { only }) }))

/**
 * 状态表: every way from one status to the next. The screens ask this table which buttons exist.
 * Art. 9 is never a guard of filing (note 3); review rolls while publication is batched (Art. 10, 14, note 18).
 */
export const transitions: readonly Transition[] = [
  // Art. 5-7: filing.
  { from: ['draft'], action: 'accept', to: 'accepted', only: 'not-filed' },
  { from: ['draft'], action: 'not-accept', to: 'not-accepted', only: 'not-filed' },
  { from: ['draft', 'accepted', 'supplement'], action: 'withdraw-filing', to: 'withdrawn', only: 'not-filed' },
  { from: ['filed'], action: 'withdraw-filing', to: 'withdrawn', only: 'filed' },
  // Told again, a notice may name another day.
  { from: ['accepted', 'supplement'], action: 'request-supplement', to: 'supplement' },
  { from: ['supplement'], action: 'close-unsupplemented', to: 'closed', notBefore: 'supplement-over' },
  { from: ['supplement'], action: 'resume-filing', to: 'accepted', only: 'not-filed' },
  {
    from: ['accepted'],
    action: 'file',
    to: 'filed',
    needs: ['R05-1', 'R05-2', 'R07-1', 'R07-2', 'R07-3'],
    unless: ['R19-6'],
  },
  { from: ['accepted'], action: 'refuse-filing', to: 'filing-refused' },
  { from: ['filing-refused'], action: 'submit-again', to: 'accepted' },
  { from: ['not-accepted', 'withdrawn', 'closed'], action: 'submit-again', to: 'accepted', only: 'not-filed' },
  // Art. 8: application, all the year round (Art. 14).
  { from: ['draft', 'filed'], action: 'apply-pilot', to: 'pilot-applied', only: 'filed' },
  { from: ['pilot-applied'], action: 'not-accept', to: 'not-accepted' },
  { from: ['not-accepted', 'closed'], action: 'apply-pilot', to: 'pilot-applied', only: 'filed' },
  { from: ['pilot-applied'], action: 'request-supplement', to: 'supplement' },
  // The applicant may take its application back at every state before publication; what was filed stays filed.
  {
    from: [
      ...(['pilot-applied', 'supplement', 'division-review', 'panel-review', 'review-again'] as const),
      ...(['awaiting-consultation', 'decided', 'deferred', 'in-batch'] as const),
    ],
    action: 'withdraw-application',
    to: 'filed',
    only: 'filed',
  },
  // A division that is no more must hold nothing up; who handles a dossier is the office's own matter in every status.
  ...staying('hand-over', handled),
  ...staying('hand-over', ['supplement'], 'filed'),
  { from: ['pilot-applied'], action: 'return-application', to: 'filed', only: 'filed' },
  { from: ['pilot-applied'], action: 'return-application', to: 'draft', only: 'not-filed' },
  {
    from: ['pilot-applied'],
    action: 'start-division-review',
    to: 'division-review',
    needs: ['R08-1', 'R08-2', 'R08-3'],
    unless: ['R19-6'],
  },
  {
    from: ['supplement'],
    action: 'resume-division-review',
    to: 'division-review',
    only: 'filed',
    needs: ['R08-1', 'R08-2', 'R08-3'],
    unless: ['R19-6'],
  },
  // Art. 10, 11: the divisions; Art. 12: the panel only after them (note 13).
  { from: ['division-review'], action: 'request-supplement', to: 'supplement' },
  { from: ['division-review'], action: 'reject-by-division', to: 'division-rejected' },
  { from: ['division-review'], action: 'convene-panel', to: 'panel-review', needs: ['R11-0', 'R12-0a'] },
  { from: ['division-rejected', 'panel-rejected', 'not-decided'], action: 'apply-again', to: 'pilot-applied' },
  // Art. 12: what the panel concludes.
  {
    from: ['panel-review'],
    action: 'pass-panel',
    to: 'awaiting-consultation',
    conclusion: 'pass',
    needs: [...passedReview],
  },
  {
    from: ['panel-review'],
    action: 'pass-panel-after-rework',
    to: 'review-again',
    conclusion: 'pass-after-rework',
    needs: [...validOpinion],
  },
  {
    from: ['panel-review'],
    action: 'reject-by-panel',
    to: 'panel-rejected',
    conclusion: 'reject',
    needs: [...validOpinion],
  },
  {
    from: ['panel-review'],
    action: 'return-by-panel',
    to: 'supplement',
    conclusion: 'return-for-materials',
    needs: ['R12-0a', 'R12-0b', 'R12-4'],
  },
  // A panel that lost its members or its quorum gives no opinion: another one is called.
  { from: ['panel-review'], action: 'dissolve-panel', to: 'division-review' },
  // 待复核: rework to be confirmed, or the dossier changed after the panel (note 37).
  {
    from: ['review-again'],
    action: 'confirm-rework',
    to: 'awaiting-consultation',
    conclusion: passing,
    needs: [...passedReview],
  },
  { from: ['review-again'], action: 'back-to-panel', to: 'panel-review' },
  { from: ['panel-review'], action: 'review-again', to: 'review-again', conclusion: panelConclusions },
  { from: ['awaiting-consultation', 'decided', 'deferred', 'in-batch'], action: 'review-again', to: 'review-again' },
  // Art. 13: consultation of the coordination group.
  { from: ['awaiting-consultation'], action: 'decide', to: 'decided', needs: [...passedReview] },
  { from: ['awaiting-consultation'], action: 'not-decide', to: 'not-decided' },
  { from: ['awaiting-consultation'], action: 'defer', to: 'deferred' },
  { from: ['deferred'], action: 'resume-consultation', to: 'awaiting-consultation' },
  // Art. 14: batch and joint publication.
  { from: ['decided'], action: 'add-to-batch', to: 'in-batch', needs: [...passedReview, 'R13-1'] },
  { from: ['in-batch'], action: 'remove-from-batch', to: 'decided' },
  { from: ['in-batch'], action: 'publish', to: 'piloting', needs: [...passedReview, 'R13-1', 'R14-1'] },
  // Art. 14-19: the life of a pilot.
  // Whatever arrives late arrives: reports and changes are taken of an expired pilot, too.
  ...staying('file-change', ['piloting', 'expired']),
  ...staying('note-change', ['piloting', 'expired']),
  ...staying('receive-annual-report', ['piloting', 'expired']),
  ...staying('set-report-window', ['piloting', 'expired']),
  // Art. 18 speaks of pilots; that a filed alliance tells its changes is a work rule.
  ...staying('file-change', filedWithoutTerm, 'filed'),
  ...staying('open-evaluation', ['piloting', 'expired']),
  { from: ['piloting'], action: 'evaluate', to: 'piloting', notBefore: 'evaluation-opens' },
  { from: ['expired'], action: 'evaluate', to: 'expired' },
  { from: ['piloting'], action: 'expire', to: 'expired', notBefore: 'term-over' },
  { from: ['piloting', 'expired'], action: 're-register', to: 'piloting', evaluation: 'qualified' },
  { from: ['piloting', 'expired'], action: 'fail-evaluation', to: 'revoked', evaluation: 'not-qualified' },
  { from: ['piloting', 'expired'], action: 'revoke', to: 'revoked' },
]
