/** The writer of profiles as it was before they were encrypted: everything in the open. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeFrame, frameKinds, type Frame } from '@host/journal/frames'
import { scanLog } from '@host/journal/frame-file'
import { decodeGroup, holdsRecords } from '@host/journal/record-group'
import { formatOf, type LogFormats } from '@host/journal/log-format'
import { AttachmentStore } from '@host/attachments/attachment-store'
import type { Vault } from '@host/desk/vault'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const plainLog = (magic: string, frames: readonly Pick<Frame, 'kind' | 'payload'>[]): Buffer =>
  Buffer.concat([Buffer.from(magic, 'latin1'), ...frames.map(({ kind, payload }) => encodeFrame(kind, payload))])

function opened(path: string, formats: LogFormats): readonly Frame[] {
  const bytes = readFileSync(path)
  return scanLog(bytes, formatOf(bytes, formats)!).frames.map((frame) =>
    holdsRecords(frame.kind)
      ? { ...frame, kind: frameKinds.records, payload: Buffer.from(JSON.stringify(decodeGroup(frame))) }
      : frame,
  )
}

/**
 * Writes a closed profile back as version 0.1 would have left it: logs, attachments under their own hashes, one
 * snapshot, the exchange folder in the settings, a torn end put aside, keys without recovery key and without X25519
 * key.
 */
export async function writeAsOlderVersion(
  profile: string,
  vault: Vault,
  attachments: readonly string[],
  exchangeFolder: string,
): Promise<void> {
  const at = (...names: string[]) => join(profile, ...names)
  const journal = plainLog('LIANSHEN-JRNL-1\n', opened(at('journal.lsj'), vault.journal))
  const drafts = plainLog('LIANSHEN-DRFT-1\n', opened(at('drafts.lsj'), vault.drafts))
  const store = new AttachmentStore(at('attachments'), vault.attachments)
  const contents = await Promise.all(
    attachments.map(async (hash) => Buffer.from((await store.read(hash, 0, 10_000_000)).bytes)),
  )
  rmSync(at('attachments'), { recursive: true })
  for (const content of contents) {
    const hash = sha256(content)
    mkdirSync(at('attachments', hash.slice(0, 2)), { recursive: true })
    writeFileSync(at('attachments', hash.slice(0, 2), hash), content)
  }
  const keys = JSON.parse(readFileSync(at('keys.json'), 'utf8')) as { slots: { kind: string }[]; signing: unknown }
  const olderKeys = {
    format: 'lianshen-keys/1',
    suite: 'p256-sha256-aes256gcm/1',
    slots: keys.slots.filter(({ kind }) => kind === 'passphrase'),
    signing: keys.signing,
  }
  writeFileSync(at('journal.lsj'), journal)
  writeFileSync(at('drafts.lsj'), drafts)
  writeFileSync(at('keys.json'), JSON.stringify(olderKeys, null, 1))
  writeFileSync(at('settings.json'), JSON.stringify({ exchangeFolder, snapshotBudgetMB: 500 }, null, 1))
  mkdirSync(at('aside'), { recursive: true })
  writeFileSync(at('aside', 'journal.lsj-0123456789ab.tail'), journal.subarray(-400))
  rewriteSnapshots(profile, contents)
}

function rewriteSnapshots(profile: string, contents: readonly Buffer[]): void {
  const folder = join(profile, 'snapshots')
  for (const name of readdirSync(folder)) {
    const at = (file: string) => join(folder, name, file)
    const manifest = JSON.parse(readFileSync(at('manifest.json'), 'utf8')) as { files: { name: string }[] }
    const files = manifest.files.map(({ name: file }) => {
      writeFileSync(at(file), readFileSync(join(profile, file)))
      return { name: file, size: statSync(at(file)).size, sha256: sha256(readFileSync(at(file))) }
    })
    const older = {
      ...manifest,
      format: 'lianshen-snapshot/1',
      files,
      attachments: contents.map((content) => ({ sha256: sha256(content), size: content.length })),
    }
    const text = Buffer.from(JSON.stringify(older, null, 1))
    writeFileSync(at('manifest.json'), text)
    writeFileSync(at('manifest.sha256'), `${sha256(text)}  manifest.json\n`)
  }
}
