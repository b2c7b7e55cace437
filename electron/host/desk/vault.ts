import type { AttachmentKeys } from '../attachments/attachment-store'
import { draftFormats } from '../drafts/draft-store'
import { journalFormats } from '../journal/journal'
import type { LogFormats } from '../journal/log-format'
import type { UnlockedKeys } from '../keys/key-file'
import { deriveSubkey } from '../vault/gcm'

/**
 * The keys of an open desk, each for one purpose, out of its data key. Nothing of them leaves the host but `database`.
 */
export type Vault = {
  /** For the rows of the page's database. */
  readonly database: Buffer
  readonly journal: LogFormats
  /** For what was folded out of the journal, and for when it was last looked over. */
  readonly journalImage: Buffer
  readonly journalMark: Buffer
  readonly drafts: LogFormats
  /** For typing that the disk refused, in memory while the desk is locked. */
  readonly unwritten: Buffer
  readonly attachments: AttachmentKeys
  /** For dossiers under a lock of their own, and for the keys to them. */
  readonly locks: AttachmentKeys & { readonly keys: Buffer }
  /** For what is put aside. */
  readonly aside: Buffer
  /** For what of the settings names a place of this person. */
  readonly settings: Buffer
}

/** Derives every key of a desk (HKDF-SHA256) from its data key of 32 bytes. */
export const openVault = ({ dataKey, isAllSealed }: Pick<UnlockedKeys, 'dataKey' | 'isAllSealed'>): Vault => ({
  database: deriveSubkey(dataKey, 'lianshen/database/1'),
  journal: journalFormats(deriveSubkey(dataKey, 'lianshen/journal/2'), !isAllSealed),
  journalImage: deriveSubkey(dataKey, 'lianshen/journal-index/1'),
  journalMark: deriveSubkey(dataKey, 'lianshen/journal-mark/1'),
  drafts: draftFormats(deriveSubkey(dataKey, 'lianshen/drafts/2'), !isAllSealed),
  unwritten: deriveSubkey(dataKey, 'lianshen/unwritten-drafts/1'),
  attachments: {
    content: deriveSubkey(dataKey, 'lianshen/attachments/2'),
    names: deriveSubkey(dataKey, 'lianshen/attachment-names/2'),
  },
  locks: {
    content: deriveSubkey(dataKey, 'lianshen/locked-parts/1'),
    names: deriveSubkey(dataKey, 'lianshen/locked-part-names/1'),
    keys: deriveSubkey(dataKey, 'lianshen/lock-keys/1'),
  },
  aside: deriveSubkey(dataKey, 'lianshen/aside/2'),
  settings: deriveSubkey(dataKey, 'lianshen/settings/2'),
})
