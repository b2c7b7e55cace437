import { hostError } from '../lib/failure'
import type { HostError } from '@shared/ipc/contract'
import { localMinute } from '../lib/local-time'
import type { Journal } from '../journal/journal'
import { readSnapshotJournal } from './snapshot-journal'
import type { Snapshot } from './snapshot-manifest'
import type { SnapshotStore } from './snapshot-store'

type Present = Pick<Journal, 'count' | 'has' | 'isQuarantined' | 'groupsIn'>

/** Whether the journal holds everything that a snapshot holds, by its count and the last record of every author. */
export const isContained = (
  { manifest: { records } }: Pick<Snapshot, 'manifest'>,
  journal: Omit<Present, 'groupsIn'>,
): boolean =>
  records.count <= journal.count && records.heads.every(({ id }) => journal.has(id) || journal.isQuarantined(id))

/** Records that restoring a good snapshot would bring back. */
export async function countMissing(snapshot: Snapshot, journal: Present): Promise<number> {
  if (isContained(snapshot, journal)) return 0
  const groups = journal.groupsIn(await readSnapshotJournal(snapshot))
  const ids = groups.flatMap((group) => group.records.map((record) => record.id))
  return ids.filter((id) => !journal.has(id) && !journal.isQuarantined(id)).length
}

/**
 * What a person must know when a desk is opened: the journal is damaged, or it is whole and yet lacks what a snapshot
 * has (frames cut off its end, an older copy put in its place). Names the good snapshot that brings back most, the
 * newest among equals; null if there is nothing to say.
 */
export async function compareWithSnapshots(
  store: SnapshotStore,
  snapshots: readonly Snapshot[],
  journal: Present & Pick<Journal, 'isWritable'>,
): Promise<HostError | null> {
  const fuller = snapshots.filter((snapshot) => !isContained(snapshot, journal))
  if (fuller.length === 0 && journal.isWritable) return null
  const fullest = fuller.toSorted((a, b) => b.manifest.records.count - a.manifest.records.count)
  let best: { readonly snapshot: Snapshot; readonly brings: number } | null = null
  for (const candidates of [snapshots, fullest]) {
    const snapshot = await firstGood(store, candidates)
    if (snapshot === null) continue
    const brings = await countMissing(snapshot, journal)
    if (best === null || brings > best.brings) best = { snapshot, brings }
  }
  if (best === null) return journal.isWritable ? null : hostError('snapshot.none')
  const { name, manifest } = best.snapshot
  const params = {
    name,
    takenAt: localMinute(new Date(manifest.takenAt)),
    snapshotCount: manifest.records.count,
    brings: best.brings,
  }
  if (!journal.isWritable) return hostError('snapshot.can-restore', params)
  return best.brings === 0 ? null : hostError('snapshot.journal-shorter', { ...params, count: journal.count })
}

async function firstGood(store: SnapshotStore, snapshots: readonly Snapshot[]): Promise<Snapshot | null> {
  for (const snapshot of snapshots) if (await store.isGood(snapshot)) return snapshot
  return null
}
