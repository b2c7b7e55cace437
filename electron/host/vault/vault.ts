import { draftFormats } from '../drafts/draft-store'
import { journalFormats } from '../journal/journal'
import type { LogFormats } from '../journal/log-format'
import type { UnlockedKeys } from '../keys/key-file'
import { deriveSubkey } from './gcm'

/** The keys of an open desk, each for one purpose, out of its data key. Nothing of them leaves the host but `database`. */
export type Vault = {
  /** For the rows of the page's database. */
  readonly database: Buffer
  readonly journal: LogFormats
  readonly drafts: LogFormats
}

/** Derives every key of a desk (HKDF-SHA256) from its data key of 32 bytes. */
export const openVault = ({ dataKey, isAllSealed }: Pick<UnlockedKeys, 'dataKey' | 'isAllSealed'>): Vault => ({
  database: deriveSubkey(dataKey, 'lianshen/database/1'),
  journal: journalFormats(deriveSubkey(dataKey, 'lianshen/journal/2'), !isAllSealed),
  drafts: draftFormats(deriveSubkey(dataKey, 'lianshen/drafts/2'), !isAllSealed),
})
