import type { KeyId } from '../domain/ids'
import type { DeskState } from '../records/desk-state'
import type { BundleKind, DeskStatement } from '../records/payloads'
import type { JournalRecord, RecordEnvelope } from '../records/record'

/** A record of a bundle whose id and signature hold: read, or signed well but not understood. */
export type BundleRecord =
  /** `envelope` is what its author signed; `record` has the payload's defaults filled in. */
  | { readonly kind: 'read'; readonly envelope: RecordEnvelope; readonly record: JournalRecord }
  | {
      readonly kind: 'not-understood'
      readonly envelope: RecordEnvelope
      readonly reason: 'unknown-type' | 'bad-payload' | 'newer-version'
    }

/** What the importing desk is and holds. */
export type ImportingDesk = {
  readonly keyId: KeyId
  readonly role: DeskStatement['role']
  readonly state: DeskState
  readonly has: (recordId: string) => boolean
  readonly isQuarantined: (recordId: string) => boolean
  /** Id of an author's record by its number; null if it is not here. */
  readonly idAt: (author: string, seq: number) => string | null
  /** `prev` of an author's record by its number; undefined if it is not here. */
  readonly prevAt: (author: string, seq: number) => string | null | undefined
}

export type IncomingBundle = {
  readonly bundleId: string
  readonly kind: BundleKind
  readonly sha256: string
  readonly from: Pick<DeskStatement, 'keyId' | 'role'>
  /** Statements of the desks whose records are inside. */
  readonly desks: readonly DeskStatement[]
  readonly records: readonly BundleRecord[]
  /** SHA-256 of every attachment inside. */
  readonly attachments: ReadonlySet<string>
  /** A newer minor version of the format: to be looked at only. */
  readonly isNewer: boolean
}

/** Why a record is not taken; words in messages as `import.<reason>`. Work rules of this software, not statute. */
export type ImportRefusal =
  | 'newer-format'
  | 'not-for-this-desk'
  | 'sender-role'
  | 'unknown-author'
  | 'author-role'
  | 'type-not-allowed'
  | 'other-author'
  | 'unknown-panel'
  | 'not-a-member'
  | 'other-expert-key'
  | 'expert-has-other-key'
  | 'sealed-already'
  | 'wrong-person'
  | 'no-round'
  | 'other-opinion'
  | 'opinion-superseded'
  | 'round-closed'
  | 'not-to-sign'
  | 'scan-missing'
  | 'signed-already'
