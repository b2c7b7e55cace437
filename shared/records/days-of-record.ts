import type { Spoken } from './row-id'
import type { Days } from '../workflow/day-order'

/** The days that a record says by itself, as the table of days knows them; nothing of a kind that has none. */
export function daysOfRecord({ type, payload }: Spoken): Days {
  switch (type) {
    case 'batch.saved':
      return { 'notice-written': payload.notice.writtenOn, 'notice-printed': payload.notice.printedOn }
    case 'change.saved':
      return { 'change-completed': payload.change.completedOn, 'change-filed': payload.change.filedOn }
    case 'evaluation.saved':
      return { 'evaluation-opened': payload.evaluation.openedOn, 'evaluation-decided': payload.evaluation.decidedOn }
    case 'revocation.recorded':
      return { heard: payload.revocation.heardOn, revoked: payload.revocation.decidedOn }
    case 'campaign.saved':
      return { 'campaign-issued': payload.issuedOn, 'window-from': payload.from, 'window-to': payload.to }
    default:
      return {}
  }
}
