import { attachmentFailures } from './attachments/failures'
import { auditFailures } from './audit/failures'
import { bundleFailures } from './bundles/failures'
import { contextFailures } from './context/failures'
import { deskFailures } from './desk/failures'
import { documentFailures } from './documents/failures'
import { draftFailures } from './drafts/failures'
import { envelopeFailures } from './envelopes/failures'
import { fileFailures } from './files/failures'
import { handlerFailures } from './handlers/failures'
import { journalFailures } from './journal/failures'
import { keyFailures } from './keys/failures'
import { systemFailures } from './lib/failure'
import { lockFailures } from './locks/failures'
import { placeFailures } from './places/failures'
import { profileFailures } from './profile/failures'
import { sampleFailures } from './samples/failures'
import { snapshotFailures } from './snapshots/failures'
import { transferFailures } from './transfer/failures'
import { verifyFailures } from './verify/failures'

/** Every expected failure of the host. Each room says its own beside what makes them; every one has its sentence. */
export const hostFailures = [
  ...attachmentFailures,
  ...auditFailures,
  ...bundleFailures,
  ...contextFailures,
  ...deskFailures,
  ...documentFailures,
  ...draftFailures,
  ...envelopeFailures,
  ...fileFailures,
  ...handlerFailures,
  ...journalFailures,
  ...keyFailures,
  ...systemFailures,
  ...lockFailures,
  ...placeFailures,
  ...profileFailures,
  ...sampleFailures,
  ...snapshotFailures,
  ...transferFailures,
  ...verifyFailures,
] as const

declare module './lib/failure' {
  interface DeclaredFailures {
    readonly host: (typeof hostFailures)[number]
  }
}
