import { access, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostError } from '@shared/ipc/contract'
import { hostError } from '../lib/failure'
import { writeDurably } from '../files/durable-file'
import { localMinute } from '../lib/local-time'
import { Journal } from '../journal/journal'
import { isKeyFile } from '../keys/key-file'
import { isProfileFile, type ProfileFolder } from '../profile/profile-folder'
import { isSettingsFile } from '../profile/settings'
import { setAside } from './restore'
import type { Snapshot } from './snapshot-manifest'
import { SnapshotStore } from './snapshot-store'

type Lost = { readonly path: string; readonly name: 'profile.json' | 'keys.json' | 'settings.json' }

/**
 * Puts back what a desk cannot be unlocked without, and how this computer was set up: a missing or unreadable
 * `profile.json`, `keys.json` or `settings.json` comes from the newest good snapshot; what stood there goes aside. A
 * journal that is gone is begun empty, so that the desk opens, finds the snapshot fuller and offers it. Without a
 * snapshot nothing is touched but settings, which begin anew.
 */
export async function repairFromSnapshot(folder: ProfileFolder, at: string): Promise<HostError[]> {
  const stamp = at.replaceAll(/[-:.]/gu, '')
  const lost: Lost[] = []
  if (!(await isReadable(folder.profile, isProfileFile))) lost.push({ path: folder.profile, name: 'profile.json' })
  if (!(await isReadable(folder.keys, isKeyFile))) lost.push({ path: folder.keys, name: 'keys.json' })
  const hasSettings = await isThere(folder.settings)
  const lacksSettings = !(await isReadable(folder.settings, isSettingsFile))
  const hasJournal = await isThere(folder.journal)
  if (lost.length === 0 && hasJournal && !lacksSettings) return []
  const all = await new SnapshotStore(folder.snapshots).list()
  // Nobody ever saved any settings: then no snapshot has them, and none is read.
  const isForSettings = lost.length === 0 && hasJournal
  const snapshot = await newestGood(folder, isForSettings ? all.filter(hasSettingsIn) : all)
  if (snapshot === null) return hasSettings && lacksSettings ? [await resetSettings(folder, stamp)] : []
  const isCopied = hasSettingsIn(snapshot)
  if (lacksSettings && isCopied) lost.push({ path: folder.settings, name: 'settings.json' })
  const reset = lacksSettings && hasSettings && !isCopied ? [await resetSettings(folder, stamp)] : []
  const paths = lost.map(({ path }) => path)
  if (lost.length > 0) await setAside(folder, paths, stamp)
  for (const { path, name } of lost) await writeDurably(path, await readFile(join(snapshot.path, name)))
  if (!hasJournal) await Journal.createEmpty(folder.journal)
  const takenAt = localMinute(new Date(snapshot.manifest.takenAt))
  const restored = paths.map((path) => hostError('snapshot.file-restored', { path, takenAt, name: snapshot.name }))
  return [...restored, ...reset]
}

const hasSettingsIn = ({ manifest }: Snapshot): boolean => manifest.files.some(({ name }) => name === 'settings.json')

async function newestGood(folder: ProfileFolder, snapshots: readonly Snapshot[]): Promise<Snapshot | null> {
  const store = new SnapshotStore(folder.snapshots)
  for (const snapshot of snapshots) if (await store.isGood(snapshot)) return snapshot
  return null
}

async function resetSettings(folder: ProfileFolder, stamp: string): Promise<HostError> {
  const aside = await setAside(folder, [folder.settings], stamp)
  await rm(folder.settings, { force: true })
  return hostError('settings.reset', { aside })
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

async function isReadable(path: string, accepts: (text: string) => boolean): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text !== null && accepts(text)
}
