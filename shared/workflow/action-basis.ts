import type { StatusAction } from './status-actions'

/**
 * The article of the measure that carries an act, or `work-rule` where the text is silent: what it does not say is
 * never shown or printed as if it did. Filing has neither a refusal to accept, nor a withdrawal, nor a time limit in
 * the text (note 4).
 */
export const actionBasis: Readonly<Record<StatusAction, string>> = {
  accept: '6',
  'not-accept': 'work-rule',
  'withdraw-filing': 'work-rule',
  'request-supplement': 'work-rule',
  'resume-filing': 'work-rule',
  file: '6',
  'refuse-filing': '6',
  'submit-again': 'work-rule',
  'apply-pilot': '8',
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
}

/** The same where a status makes the difference: Art. 18 speaks of pilots only (note 24). */
export const basisOf = (action: StatusAction, isPilot: boolean): string =>
  action === 'file-change' && !isPilot ? 'work-rule' : actionBasis[action]
