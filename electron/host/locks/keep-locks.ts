import type { ImportItem } from '@shared/bundle/import-report'
import type { DeskState } from '@shared/records/desk-state'
import { readPieces } from '../bytes/byte-source'
import type { OpenedBundle } from '../bundles/read-bundle'
import type { StagedBundle } from '../bundles/stage-store'
import { partsOf, type BundledLock } from '../bundles/verify-locks'
import type { OpenDesk } from '../desk/open-desk'
import { standingOf } from './settle-locks'

/** Every file of a bundle that is ciphertext of a locked dossier. */
export const lockedPartsOf = ({ locks }: Pick<OpenedBundle, 'locks'>): ReadonlySet<string> =>
  new Set(locks.flatMap(({ lock }) => partsOf(lock).map(({ sha256 }) => sha256)))

/**
 * Locks of a bundle that may yet open on this desk: taken with it or here already, shown, and neither opened nor closed
 * for good. Of all others neither key nor ciphertext is kept.
 */
export function locksToKeep(
  { locks }: Pick<OpenedBundle, 'locks'>,
  items: readonly ImportItem[],
  state: DeskState,
): readonly BundledLock[] {
  const outcomes = new Map(items.map(({ recordId, outcome }) => [recordId, outcome]))
  return locks.filter(({ recordId, lock }) => {
    const outcome = outcomes.get(recordId)
    const isShown =
      outcome === 'identical'
        ? [...state.dossierLocks.values()].some((row) => row.recordId === recordId)
        : outcome === 'new' || outcome === 'changed' || outcome === 'conflicting'
    const standing = standingOf(lock, state)
    return isShown && (standing === 'undeclared' || standing === 'may-open')
  })
}

/** The same, without those of which everything is here. */
export async function locksLacking(
  locks: readonly BundledLock[],
  { locked }: OpenDesk,
): Promise<readonly BundledLock[]> {
  const lacking: BundledLock[] = []
  for (const one of locks) {
    const isHere = (await locked.keys.get(one.lock.lockId)) !== null
    const missing = isHere ? await missingParts(one, locked) : []
    if (!isHere || missing.length > 0) lacking.push(one)
  }
  return lacking
}

/** Parts first, the key last: what has a key is whole. */
export async function keepLocks(
  locks: readonly BundledLock[],
  { fileName, source, bundle }: StagedBundle,
  { locked }: OpenDesk,
): Promise<void> {
  const { manifest, sha256 } = bundle
  const places = new Map(bundle.blobs.map((blob) => [blob.sha256, blob]))
  for (const one of locks) {
    for (const part of await missingParts(one, locked)) {
      const place = places.get(part)
      if (place === undefined) throw new Error(`part ${part} of a verified bundle is gone`)
      await locked.parts.putPieces(part, readPieces(source, place.offset, place.size))
    }
    const { bundleId, kind, from } = manifest
    await locked.keys.put(one.lock.lockId, { key: one.key, bundleId, kind, from: from.keyId, fileName, sha256 })
  }
}

async function missingParts({ lock }: BundledLock, { parts }: OpenDesk['locked']): Promise<readonly string[]> {
  const missing: string[] = []
  for (const part of partsOf(lock)) {
    if ((await parts.conditionOf(part)) !== 'whole') missing.push(part.sha256)
  }
  return missing
}
