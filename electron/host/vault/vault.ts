import { deriveSubkey } from './gcm'

/** The keys of an open desk, each for one purpose, out of its data key. Nothing of them leaves the host but `database`. */
export type Vault = {
  /** For the rows of the page's database. */
  readonly database: Buffer
}

/** Derives every key of a desk (HKDF-SHA256) from its data key of 32 bytes. */
export const openVault = (dataKey: Uint8Array): Vault => ({
  database: deriveSubkey(dataKey, 'lianshen/database/1'),
})
