import type { KeyId } from '../domain/ids'
import type { DeskState, FoldedDesk } from '../records/desk-state'
import type { BundleKind, ChainHead, DeskStatement } from '../records/payloads'
import type { NotUnderstoodReason } from '../records/not-understood'
import type { Manifest } from './manifest'
import type { JournalRecord, RecordEnvelope } from '../records/record'

/** A record of a bundle whose id and signature hold: read, or signed well but not understood. */
export type BundleRecord =
  /** `envelope` is what its author signed; `record` has the payload's defaults filled in. */
  | { readonly kind: 'read'; readonly envelope: RecordEnvelope; readonly record: JournalRecord }
  | {
      readonly kind: 'not-understood'
      readonly envelope: RecordEnvelope
      readonly reason: NotUnderstoodReason
      /** Paths of the members that are not known here, for `unknown-fields`. */
      readonly fields: readonly string[]
    }

/** What stands in a bundle of a newer minor version beside what is known here. */
export type NewerParts = {
  readonly format: string
  /** Members of the list of contents and of key files. */
  readonly fields: readonly string[]
  /** Entries in the room for newer ones. */
  readonly entries: readonly string[]
}

/** What the importing desk is and holds. */
export type ImportingDesk = {
  readonly keyId: KeyId
  readonly role: DeskStatement['role']
  readonly state: DeskState
  /** Where `state` came from: everything that was said of every row. */
  readonly folded: FoldedDesk
  /** Last record of an author here. */
  readonly lastOf: (author: string) => (Pick<ChainHead, 'seq' | 'id'> & { readonly at: string }) | null
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
  /** By the sender's clock. */
  readonly createdAt: string
  /** Last records of all chains that the sender knows. */
  readonly checkpoints: readonly ChainHead[]
  /** Beginnings of the ids of the sender's own chain; null from a version that wrote none. */
  readonly trail: NonNullable<Manifest['trail']> | null
  /** Statements of the desks whose records are inside. */
  readonly desks: readonly DeskStatement[]
  readonly records: readonly BundleRecord[]
  /** SHA-256 of every attachment inside. */
  readonly attachments: ReadonlySet<string>
  /** Locked dossiers whose keys are inside. */
  readonly locks: ReadonlySet<string>
  /** Set if it says that a newer minor version of the format wrote it: to be looked at only. */
  readonly newer: NewerParts | null
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
  | 'lock-without-key'
