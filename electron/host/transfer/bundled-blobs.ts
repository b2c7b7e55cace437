import { isTaken } from '@shared/bundle/review-import'
import type { ImportItem } from '@shared/bundle/import-report'
import { lockedPartsOf } from '../locks/keep-locks'
import type { OpenDesk } from '../desk/open-desk'
import { readPieces } from '../bytes/byte-source'
import type { OpenedBundle } from '../bundles/read-bundle'
import type { StagedBundle } from '../bundles/stage-store'

type Blobs = OpenedBundle['blobs']

/**
 * Attachments of a bundle that are to be put in place: those that are not here, and those that lie here damaged. Only
 * what a record names that is taken, or here already: what comes with a refused record alone stays outside.
 */
export async function blobsToPlace(
  bundle: OpenedBundle,
  items: readonly ImportItem[],
  { attachments }: OpenDesk,
): Promise<{ readonly missing: Blobs; readonly damaged: Blobs }> {
  const named = hashesNamed(bundle, items)
  const closed = lockedPartsOf(bundle)
  const missing: Blobs[number][] = []
  const damaged: Blobs[number][] = []
  for (const blob of bundle.blobs) {
    if (closed.has(blob.sha256)) continue
    const condition = await attachments.conditionOf(blob)
    if (condition === 'damaged') damaged.push(blob)
    if (condition === 'missing' && named.has(blob.sha256)) missing.push(blob)
  }
  return { missing, damaged }
}

/** Puts attachments of a stage in place, each read again on the disk: large ones are moved, others are written. */
export async function placeBlobs(
  { source, copy }: StagedBundle,
  blobs: Blobs,
  { attachments }: OpenDesk,
): Promise<void> {
  const apart = new Map(copy.apart.map(({ offset, path }) => [offset, path]))
  await attachments.putAll(
    blobs.map(({ sha256, offset, size }) => {
      const path = apart.get(offset)
      return path === undefined
        ? { sha256, read: () => readPieces(source, offset, size) }
        : { sha256, size, sealedAt: path }
    }),
  )
}

/** Every hash that stands anywhere in a record of the bundle that is taken, or here already. */
function hashesNamed({ records, blobs }: OpenedBundle, items: readonly ImportItem[]): ReadonlySet<string> {
  if (blobs.length === 0) return new Set()
  const outcomes = new Map(items.map(({ recordId, outcome }) => [recordId, outcome]))
  const named = new Set<string>()
  for (const { envelope } of records) {
    const outcome = outcomes.get(envelope.id)
    if (outcome === 'identical' || (outcome !== undefined && isTaken(outcome))) collectHashes(envelope.payload, named)
  }
  return named
}

const hashPattern = /^[0-9a-f]{64}$/u

function collectHashes(root: unknown, into: Set<string>): void {
  const open: unknown[] = [root]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value === 'string') {
      if (hashPattern.test(value)) into.add(value)
    } else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) open.push(inner)
    }
  }
}
