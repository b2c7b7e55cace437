import type { BundleRecord } from '@shared/bundle/incoming'
import type { BundleLock, Manifest } from '@shared/bundle/manifest'
import type { DossierLock, LockedPart } from '@shared/domain/dossier-lock'
import { refuse } from '../lib/failure'

/** A locked dossier of a bundle: what its record says, and the key as it came. */
export type BundledLock = { readonly recordId: string; readonly lock: DossierLock; readonly key: BundleLock['key'] }

/** Every file of ciphertext that a lock names. */
export const partsOf = ({ body, files }: Pick<DossierLock, 'body' | 'files'>): readonly LockedPart[] => [body, ...files]

/**
 * Holds keys, records and parts of locked dossiers against one another: each key has one record, by the sender, and
 * each part that the record names is here in its size and belongs to no other lock. What is inside is verified when it
 * is opened.
 * @throws HostFailure `bundle.lock`
 */
export function verifyLocks(
  { from, locks = [] }: Pick<Manifest, 'from' | 'locks'>,
  records: readonly BundleRecord[],
  blobs: ReadonlyMap<string, number>,
): readonly BundledLock[] {
  const stated = new Map(
    records.flatMap((incoming) =>
      incoming.kind === 'read' && incoming.record.type === 'dossier.locked'
        ? [[incoming.record.payload.lockId, incoming.record] as const]
        : [],
    ),
  )
  // What a newer version says of a lock is not held against anything; of such a bundle nothing is taken in.
  const notUnderstood = new Set(
    records.flatMap(({ kind, envelope: { type, author, payload } }) =>
      kind === 'not-understood' && type === 'dossier.locked' && author === from.keyId ? [payload['lockId']] : [],
    ),
  )
  const taken = new Set<string>()
  const lockIds = new Set<string>()
  return locks.flatMap(({ lockId, key }) => {
    if (!stated.has(lockId) && notUnderstood.has(lockId)) return []
    const record = stated.get(lockId)
    const isBroken = (part: LockedPart) => blobs.get(part.sha256) !== part.size || taken.has(part.sha256)
    if (record === undefined || record.author !== from.keyId || lockIds.has(lockId)) {
      return refuse('bundle.lock', { lockId })
    }
    lockIds.add(lockId)
    for (const part of partsOf(record.payload)) {
      if (isBroken(part)) refuse('bundle.lock', { lockId })
      taken.add(part.sha256)
    }
    return [{ recordId: record.id, lock: record.payload, key }]
  })
}
