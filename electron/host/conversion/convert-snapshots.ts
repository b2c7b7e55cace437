import { createReadStream } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AttachmentStore } from '../attachments/attachment-store'
import { fail } from '../lib/failure'
import { mayWrite } from '../files/guarded-folder'
import { scanLog } from '../journal/frame-file'
import { encodeLog, formatOf, type LogFormats } from '../journal/log-format'
import type { ProfileFolder } from '../profile/profile-folder'
import type { Snapshot, SnapshotFile } from '../snapshots/snapshot-manifest'
import { SnapshotStore, type SnapshotSource } from '../snapshots/snapshot-store'
import { sealAside } from './seal-aside'
import type { Vault } from '../desk/vault'

/**
 * Makes every snapshot of an older version anew, encrypted, with the present keys, and removes it only after the new
 * one was read back. One that does not verify, or is of another desk, goes aside, encrypted.
 */
export async function convertSnapshots(folder: ProfileFolder, vault: Vault, deskKeyId: string): Promise<number> {
  const store = new SnapshotStore(folder.snapshots)
  await store.removeLeftovers()
  const snapshots = await store.list()
  const isDone = (old: Snapshot): boolean =>
    snapshots.some(
      ({ manifest }) => manifest.format !== 'lianshen-snapshot/1' && manifest.number === old.manifest.number,
    )
  let converted = 0
  for (const snapshot of snapshots.toReversed()) {
    if (snapshot.manifest.format !== 'lianshen-snapshot/1') continue
    const isOurs = snapshot.manifest.deskKeyId === deskKeyId
    if (isOurs && !isDone(snapshot) && (await store.isGood(snapshot))) {
      await convert(folder, store, snapshot, vault)
      converted += 1
    } else if (!isOurs || !isDone(snapshot)) await putAside(folder, snapshot.path, snapshot.name, vault)
    await store.remove(snapshot)
  }
  const known = new Set((await store.list()).map(({ name }) => name))
  for (const name of await readdir(folder.snapshots).catch(() => [])) {
    if (known.has(name)) continue
    await putAside(folder, join(folder.snapshots, name), name, vault)
    await mayWrite(folder.snapshots)
    await rm(join(folder.snapshots, name), { recursive: true })
  }
  return converted
}

async function convert(folder: ProfileFolder, store: SnapshotStore, old: Snapshot, vault: Vault): Promise<void> {
  const { number, takenAt, reason, deskKeyId, records, attachments } = old.manifest
  const names = new AttachmentStore(folder.attachments, vault.attachments)
  const sources: (readonly [SnapshotFile, SnapshotSource])[] = []
  for (const { name } of old.manifest.files) {
    // Of the settings nothing is needed to come back to work; the older version named folders in them.
    if (name === 'settings.json') continue
    const bytes = await readFile(name === 'keys.json' ? folder.keys : join(old.path, name))
    sources.push([name, convertFile(name, bytes, vault)])
  }
  await store.write(
    {
      number,
      takenAt,
      reason,
      deskKeyId,
      records,
      attachments: attachments.map((entry) =>
        'sha256' in entry ? { name: names.nameOf(entry.sha256), size: entry.size } : entry,
      ),
    },
    sources,
  )
}

function convertFile(name: SnapshotFile, bytes: Buffer, vault: Vault): Buffer {
  if (name === 'journal.lsj') return convertLogBytes(bytes, vault.journal)
  return name === 'drafts.lsj' ? convertLogBytes(bytes, vault.drafts) : bytes
}

/** The frames of a whole log in the open, encrypted and compared. @throws HostFailure `file.read-back` */
function convertLogBytes(bytes: Buffer, formats: LogFormats): Buffer {
  const format = formatOf(bytes, formats)
  if (format === null || format === formats.current) return bytes
  const { frames } = scanLog(bytes, format)
  const sealed = encodeLog(formats.current, frames)
  const again = scanLog(sealed, formats.current).frames
  const isSame =
    again.length === frames.length && again.every(({ payload }, index) => frames[index]?.payload.equals(payload))
  return isSame ? sealed : fail('file.read-back', { path: 'snapshots' })
}

async function putAside(folder: ProfileFolder, path: string, name: string, vault: Vault): Promise<void> {
  const files = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const [index, file] of files.filter((entry) => entry.isFile()).entries()) {
    const pieces = createReadStream(join(file.parentPath, file.name)) as AsyncIterable<Buffer>
    await sealAside(folder, `snapshot-${name}-${index}`, pieces, vault)
  }
}
