import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { Journal } from '@host/journal/journal'
import { decodeChecked, encodeChecked } from '@host/files/checked-json'
import { profileFolder } from '@host/profile/profile-folder'
import { restoreJournal } from '@host/snapshots/restore'
import type { Snapshot } from '@host/snapshots/snapshot-manifest'
import { recordId, type RecordEnvelope } from '@shared/records/record'
import { makeBundle, makeIdentity, writeRecords } from './bundle-fixture'
import {
  createDesk,
  failure,
  hashTree,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  type Desk,
} from './desk-fixture'
import { dossierId, dossierSaved, opinionReturned, panelSaved } from './review-actions'
import { appendSealed, vaultOf } from './vault-fixture'

afterEach(removeTemporaryFolders)

const journalOf = (desk: Desk) => readFile(join(desk.root, '工作目录', 'journal.lsj'))
const read = async (desk: Desk) => (await desk.call('journal:read', { after: 0, limit: 5000 })).records
const notices = async (desk: Desk) => (await desk.call('app:get-status', undefined)).notices.map(({ code }) => code)

type Change = Partial<Pick<RecordEnvelope, 'type' | 'payload' | 'v'>>

/** A desk's journal after a newer program wrote records into it: the desk's own, next in its chain. */
async function writtenByNewer(changes: readonly Change[]): Promise<{ desk: Desk; all: readonly RecordEnvelope[] }> {
  const desk = await createDesk('division', '示例处室')
  succeeded(await desk.call('journal:append', { actions: [panelSaved(), opinionReturned('前（示例）')] }))
  const all = [...(await read(desk))]
  await desk.host.close()
  for (const change of changes) {
    const last = all.at(-1)!
    const unsigned = { ...last, seq: last.seq + 1, prev: last.id, lamport: last.lamport + 1, refs: [], ...change }
    const record = { ...unsigned, id: recordId(unsigned) }
    all.push(record)
    await appendSealed(desk.root, 'journal', { kind: 1, payload: Buffer.from(JSON.stringify({ records: [record] })) })
  }
  const again = await startHost(desk.root)
  succeeded(await again.call('profile:unlock', { passphrase }))
  return { desk: again, all }
}

const known = opinionReturned('后（示例）')
const newerKinds: readonly (readonly [string, readonly Change[]])[] = [
  ['a kind of record that is not known here', [{ type: 'gift.given', payload: { dossierId } }]],
  ['a record of a newer version, whatever it holds', [{ v: 2, type: 'panel.saved', payload: {} }]],
  ['a record with members that are not known here', [{ ...known, payload: { ...known.payload, hint: 1 } }]],
  [
    'several, and known ones behind them',
    [{ type: 'gift.given', payload: {} }, { v: 3, type: 'conflict.resolved', payload: {} }, known],
  ],
]

describe('an older program on data of a newer one', () => {
  it.each(newerKinds)('with %s opens to be looked at, says so once, and loses nothing', async (_, changes) => {
    const { desk, all } = await writtenByNewer(changes)
    const before = await journalOf(desk)
    expect(await notices(desk)).toEqual(['journal.newer'])
    expect(await read(desk)).toEqual(all)
    const refused = failure(await desk.call('journal:append', { actions: [opinionReturned('丙（示例）')] }))
    expect(refused.code).toBe('journal.read-only')
    const sender = await makeIdentity('division', '示例他处')
    const bundle = await makeBundle({
      kind: 'dossier',
      from: sender,
      records: writeRecords(sender, [dossierSaved(1)]),
    })
    const { stageId } = succeeded(
      await desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes: Uint8Array.from(bundle) }),
    )
    expect(failure(await desk.call('bundle:commit', { stageId })).code).toBe('journal.read-only')
    await desk.host.close()
    expect(await journalOf(desk)).toEqual(before)
  })

  it('is restored from a snapshot of the newer one whole, and still only looked at', async () => {
    const { desk, all } = await writtenByNewer([{ type: 'gift.given', payload: { dossierId } }])
    await desk.host.close()
    const folder = profileFolder(join(desk.root, '工作目录'))
    const snapshot = join(desk.root, '快照')
    await mkdir(snapshot)
    await copyFile(folder.journal, join(snapshot, 'journal.lsj'))
    const formats = (await vaultOf(desk.root)).journal
    const restored = await restoreJournal(folder, { path: snapshot, manifest: {} } as Snapshot, {
      formats,
      stamp: '20261122',
    })
    expect(restored).toMatchObject({ count: all.length, quarantined: 0 })
    const journal = await Journal.open(folder.journal, formats, { asideFolder: folder.aside })
    expect(await journal.read(0, journal.count)).toEqual(all)
    expect(journal.notices.map(({ code }) => code)).toEqual(['journal.newer'])
    await journal.close()
  })

  it('an ordinary journal is written on as before', async () => {
    const { desk } = await writtenByNewer([])
    expect(await notices(desk)).toEqual([])
    succeeded(await desk.call('journal:append', { actions: [opinionReturned('丙（示例）')] }))
    await desk.host.close()
  })
})

describe('a work folder that a newer program made', () => {
  const rewrite = async (desk: Desk, name: string, change: (value: object) => object) => {
    const path = join(desk.root, '工作目录', name)
    await writeFile(path, encodeChecked(change(decodeChecked(await readFile(path, 'utf8')) as object)))
    return path
  }

  it.each([
    ['profile.json', 'lianshen-profile/2'],
    ['keys.json', 'lianshen-keys/3'],
  ])(
    'is refused by name for its %s, and not a byte of it changes, though a snapshot has an older one',
    async (name, format) => {
      const desk = await createDesk('division', '示例处室')
      await desk.host.close()
      expect(await readdir(join(desk.root, '工作目录', 'snapshots'))).not.toEqual([])
      const path = await rewrite(desk, name, (value) => ({ ...value, format, slots: 'another way' }))
      const before = await hashTree(desk.root)
      await expect(startHost(desk.root)).rejects.toMatchObject({ error: { code: 'profile.newer', params: { path } } })
      expect(await hashTree(desk.root)).toEqual(before)
    },
  )

  it('opens when the newer one only added to its files, and what was added stays when they are written again', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await desk.call('profile:set-auto-lock', { minutes: 10 }))
    await desk.host.close()
    for (const name of ['profile.json', 'keys.json', 'settings.json']) {
      await rewrite(desk, name, (value) => ({ ...value, added: '示例' }))
    }
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    succeeded(await again.call('profile:change-passphrase', { current: passphrase, next: '示例新口令-2026' }))
    succeeded(await again.call('profile:set-auto-lock', { minutes: 30 }))
    await again.host.close()
    for (const name of ['profile.json', 'keys.json', 'settings.json']) {
      const text = await readFile(join(desk.root, '工作目录', name), 'utf8')
      expect(decodeChecked(text)).toMatchObject({ added: '示例' })
    }
  })
})
