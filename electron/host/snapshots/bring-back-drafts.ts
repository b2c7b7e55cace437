import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostError } from '@shared/ipc/contract'
import { placePrefix } from '@shared/ipc/draft'
import { hostError } from '../lib/failure'
import { digestOf } from '../files/durable-file'
import { localMinute } from '../lib/local-time'
import type { OpenDesk } from '../desk/open-desk'
import { setAside } from './restore'
import type { Snapshot } from './snapshot-manifest'

const fileName = 'drafts.lsj'

/**
 * What was typed and is in the newest snapshot, but no longer in the drafts: the file is gone, damaged, cut short, or
 * an older copy was put in its place. It comes back by itself, for nobody can choose wrongly here; the file as it was
 * found is kept aside. Null if there is nothing to say.
 */
export async function bringBackDrafts(
  { drafts, folder }: Pick<OpenDesk, 'drafts' | 'folder'>,
  snapshots: readonly Snapshot[],
  stamp: string,
): Promise<HostError | null> {
  const newest = await newestCopy(snapshots)
  if (newest === null) return null
  const held = drafts.draftsIn(newest.copy)
  if (!drafts.mayLackDrafts && drafts.revision >= held.revision) return null
  const back = held.drafts.filter(({ key, revision }) => (drafts.revisionOf(key) ?? -1) < revision)
  if (back.length === 0) return null
  const aside = await setAside(folder, [folder.drafts], stamp)
  drafts.follow(held.revision)
  for (const { key, value, savedAt } of back) await drafts.put({ key, value, savedAt })
  drafts.madeGood()
  // Where somebody was reading comes back as well, and is nothing that was typed.
  const count = back.filter(({ key }) => !key.startsWith(placePrefix)).length
  if (count === 0) return null
  const takenAt = localMinute(new Date(newest.snapshot.manifest.takenAt))
  return hostError('drafts.brought-back', { count, takenAt, aside })
}

/** The newest copy whose bytes are what its manifest says. */
async function newestCopy(
  snapshots: readonly Snapshot[],
): Promise<{ readonly snapshot: Snapshot; readonly copy: Buffer } | null> {
  for (const snapshot of snapshots) {
    const listed = snapshot.manifest.files.find(({ name }) => name === fileName)
    const copy = await readFile(join(snapshot.path, fileName)).catch(() => null)
    if (copy !== null && listed?.sha256 === digestOf(copy).sha256) return { snapshot, copy }
  }
  return null
}
