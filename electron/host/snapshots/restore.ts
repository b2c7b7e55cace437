import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fail } from '../lib/failure'
import { makeFolder, syncFolder, writeDurably } from '../files/durable-file'
import { mayWrite } from '../files/guarded-folder'
import { modeOf } from '../files/private-files'
import type { Draft, DraftStore } from '../drafts/draft-store'
import { Journal, readGroups } from '../journal/journal'
import type { LogFormats } from '../journal/log-format'
import type { ProfileFolder } from '../profile/profile-folder'
import { readSnapshotJournal } from './snapshot-journal'
import type { Snapshot } from './snapshot-manifest'
import { uniteGroups } from './unite'

export type Restored = {
  /** The folder under `aside/` that holds the files as they were before. */
  readonly aside: string
  readonly count: number
  readonly quarantined: number
}

/**
 * Puts the journal's place under the union of what can be read of it and of a verified snapshot. The file as it was is
 * kept under `aside/<stamp>/`; the new one is written beside it, opened and counted, and only then takes its name.
 * The journal must be closed. @throws HostFailure `journal.newer`, `file.read-back`, or a failure of the disk
 */
export async function restoreJournal(
  folder: ProfileFolder,
  snapshot: Snapshot,
  { formats, stamp }: { readonly formats: LogFormats; readonly stamp: string },
): Promise<Restored> {
  const present = await readFile(folder.journal)
  const copy = await readSnapshotJournal(snapshot)
  const united = uniteGroups([...readGroups(present, formats), ...readGroups(copy, formats)])
  const aside = await setAside(folder, [folder.journal, folder.drafts], stamp)
  const restored = `${folder.journal}.restored`
  try {
    await Journal.create(restored, formats, united.groups)
    const again = await Journal.open(restored, formats, { asideFolder: folder.aside })
    await again.close()
    const isWhole = again.isWritable || again.isOfNewerVersion
    if (!isWhole || again.count !== united.ids.size || [...united.ids].some((id) => !again.has(id))) {
      fail('file.read-back', { path: restored })
    }
    await mayWrite(folder.journal)
    await rename(restored, folder.journal)
    await syncFolder(folder.root)
    await mayWrite(folder.journal)
    return { aside, count: again.count, quarantined: united.quarantined }
  } catch (error) {
    await rm(restored, { force: true })
    throw error
  }
}

/** Drafts that a snapshot has and a desk lacks. */
export async function draftsToBringBack(snapshot: Snapshot, drafts: DraftStore): Promise<readonly Draft[]> {
  const keys = new Set(drafts.list().map((draft) => draft.key))
  const file = await readFile(join(snapshot.path, 'drafts.lsj'))
  return drafts.draftsIn(file).drafts.filter((draft) => !keys.has(draft.key))
}

/** Copies files as they are into a new folder under `aside/`. */
export async function setAside(folder: ProfileFolder, paths: readonly string[], stamp: string): Promise<string> {
  await mayWrite(folder.aside)
  await makeFolder(folder.aside)
  let aside = join(folder.aside, stamp)
  for (let number = 2; !(await make(aside)); number += 1) aside = join(folder.aside, `${stamp}-${number}`)
  for (const path of paths) {
    const bytes = await readFile(path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    })
    if (bytes !== null) await writeDurably(join(aside, basename(path)), bytes)
  }
  await syncFolder(folder.aside)
  return aside
}

/** False if there is such a folder already. */
async function make(path: string): Promise<boolean> {
  try {
    await mkdir(path, modeOf(path, 'folder'))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
