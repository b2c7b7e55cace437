import { createHmac } from 'node:crypto'
import type { ByteSource } from '../bytes/byte-source'
import { openSealed, saltSize, sealingSource, type FileSeal } from '../vault/sealed-file'

/** Key of one lock: 32 random bytes, for one export of one dossier to one expert. */
export type LockKey = { readonly lockId: string; readonly key: Uint8Array }

/** A part of a locked dossier: its records (`body`), or one attachment by the SHA-256 of its plaintext. */
type PartName = 'body' | { readonly attachment: string }

/** What a part is, is authenticated: one of another lock, or another part of this one, does not open in its place. */
const sealOf = ({ lockId, key }: LockKey, part: PartName): FileSeal => ({
  key,
  what: `lock/${lockId}/${part === 'body' ? part : part.attachment}`,
})

/** Closes a part. The same ciphertext at every reading, so that it can be measured before it is written. */
export function lockPart(plain: ByteSource, lock: LockKey, part: PartName): ByteSource {
  const seal = sealOf(lock, part)
  // Of this part alone: the key of a lock serves one export, in which no part stands twice.
  const salt = createHmac('sha256', lock.key).update(seal.what).digest().subarray(0, saltSize)
  return sealingSource(plain, seal, salt)
}

/** Opens a part; every piece is verified as it is read. @throws what `broken` makes */
export const unlockPart = (
  sealed: ByteSource,
  lock: LockKey,
  part: PartName,
  broken: () => Error,
): Promise<ByteSource> => openSealed(sealed, sealOf(lock, part), broken)
