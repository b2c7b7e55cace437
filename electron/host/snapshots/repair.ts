import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostError } from '@shared/ipc/contract'
import { hostError } from '../failure'
import { writeDurably } from '../files/durable-file'
import { localMinute } from '../local-time'
import { Journal } from '../journal/journal'
import { isKeyFile } from '../keys/key-file'
import { isProfileFile, type ProfileFolder } from '../profile/profile-folder'
import { setAside } from './restore'
import { SnapshotStore } from './snapshot-store'

/**
 * Puts back what a desk cannot even be unlocked without: a missing or unreadable `profile.json` or `keys.json` comes
 * from the newest good snapshot, for neither ever changes; what stood there goes aside. A journal that is gone is begun
 * empty, so that the desk opens, finds the snapshot fuller and offers it. Without a snapshot nothing is touched.
 */
export async function repairFromSnapshot(folder: ProfileFolder, at: string): Promise<HostError[]> {
  const lost: { readonly path: string; readonly name: 'profile.json' | 'keys.json' }[] = []
  if (!(await isReadable(folder.profile, isProfileFile))) lost.push({ path: folder.profile, name: 'profile.json' })
  if (!(await isReadable(folder.keys, isKeyFile))) lost.push({ path: folder.keys, name: 'keys.json' })
  const hasJournal = await access(folder.journal).then(
    () => true,
    () => false,
  )
  if (lost.length === 0 && hasJournal) return []
  const store = new SnapshotStore(folder.snapshots)
  for (const snapshot of await store.list()) {
    if (!(await store.isGood(snapshot))) continue
    if (lost.length > 0) {
      await setAside(
        folder,
        lost.map(({ path }) => path),
        at.replaceAll(/[-:.]/gu, ''),
      )
    }
    for (const { path, name } of lost) await writeDurably(path, await readFile(join(snapshot.path, name)))
    if (!hasJournal) await Journal.createEmpty(folder.journal)
    return lost.map(({ path }) =>
      hostError('snapshot.file-restored', {
        path,
        takenAt: localMinute(new Date(snapshot.manifest.takenAt)),
        name: snapshot.name,
      }),
    )
  }
  return []
}

async function isReadable(path: string, accepts: (text: string) => boolean): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text !== null && accepts(text)
}
