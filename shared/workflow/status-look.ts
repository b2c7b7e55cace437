import type { DossierStatus } from '../domain/status'

/** The tone names a token of the theme, never a colour value. */
export type StatusTone = 'grey' | 'amber' | 'blue' | 'violet' | 'green' | 'red'
export type StatusShape = 'outline' | 'triangle' | 'half-circle' | 'diamond' | 'dot' | 'ring' | 'square'
export type StatusLook = { readonly tone: StatusTone; readonly shape: StatusShape }

const underReview: StatusLook = { tone: 'blue', shape: 'half-circle' }
const ended: StatusLook = { tone: 'red', shape: 'square' }
const atRest: StatusLook = { tone: 'grey', shape: 'outline' }
const waitsForGroup: StatusLook = { tone: 'violet', shape: 'diamond' }
const waitsForPaper: StatusLook = { tone: 'amber', shape: 'triangle' }

/** One shape and one tone for each status, everywhere; the word stands beside it (`status.<id>`), so colour is never alone. */
export const statusLook: Readonly<Record<DossierStatus, StatusLook>> = {
  draft: atRest,
  accepted: underReview,
  supplement: waitsForPaper,
  filed: { tone: 'green', shape: 'ring' },
  'filing-refused': ended,
  'not-accepted': ended,
  withdrawn: atRest,
  closed: ended,
  'pilot-applied': underReview,
  'division-review': underReview,
  'division-rejected': ended,
  'panel-review': underReview,
  'panel-rejected': ended,
  'review-again': waitsForPaper,
  'awaiting-consultation': waitsForGroup,
  decided: { tone: 'violet', shape: 'dot' },
  'not-decided': ended,
  deferred: { tone: 'violet', shape: 'ring' },
  'in-batch': { tone: 'violet', shape: 'square' },
  piloting: { tone: 'green', shape: 'dot' },
  expired: { tone: 'amber', shape: 'ring' },
  revoked: ended,
}
