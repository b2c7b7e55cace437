import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Protection } from '@shared/bundle/protection'
import { createBundleReader } from '@host/bundles/bundle-reader'
import { newEnvelope } from '@host/envelopes/envelope-writer'
import { recipientOf, readRecipient } from '@host/keys/recipient'
import { buildBundleWorker } from '../../helpers/built-worker'
import { makeBundle, makeIdentity, readBytes, writeRecords } from './bundle-fixture'
import {
  createDesk,
  failure,
  hashTree,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
  exportInTheOpen,
} from './desk-fixture'
import { assignmentIssued, dossierSaved, expertA, panelSaved } from './review-actions'

const filePassphrase = '示例文件口令一二三四'

let division: Desk
let expert: Desk
let stranger: Desk
let recordIds: string[]
let material: { sha256: string; size: number }

const idsOf = async (desk: Desk, type: string) =>
  (await desk.call('journal:read', { after: 0, limit: 5000 })).records
    .filter((record) => record.type === type)
    .map((record) => record.id)

const keyIdOf = async (desk: Desk) => succeeded(await desk.call('desk:statement', undefined)).statement.keyId

const send = (protect: Protection, fileName = '送审包.lsb') =>
  division.call('bundle:export', {
    kind: 'assignment',
    to: '示例专家甲',
    recordIds,
    attachments: [material.sha256],
    fileName,
    protect,
  })

/** The card of a desk: its introduction alone. */
const cardOf = async (desk: Desk, fileName: string) =>
  (await exportInTheOpen(desk, await idsOf(desk, 'desk.introduced'), fileName, 'opinion')).file.path

beforeAll(async () => {
  division = await createDesk('division', '示例政策法规处')
  expert = await createDesk('expert', '示例专家甲')
  stranger = await createDesk('expert', '示例旁人')
  material = succeeded(await division.call('attachment:put', { bytes: new Uint8Array(300_000).fill(7) }))
  const actions = [dossierSaved(1, [material]), panelSaved(), assignmentIssued(expertA)]
  recordIds = succeeded(await division.call('journal:append', { actions })).records.map((record) => record.id)
})
afterAll(async () => {
  for (const desk of [division, expert, stranger]) await desk.host.close()
  await removeTemporaryFolders()
})

describe('an assignment goes out encrypted for one expert', () => {
  let path: string

  it('not before the card of that desk is here', async () => {
    const unknown = failure(await send({ kind: 'desks', keyIds: [await keyIdOf(expert)] }))
    expect(unknown.code).toBe('journal.no-introduction')
    const card = await cardOf(expert, '名片.lsb')
    const staged = succeeded(await division.call('bundle:stage', { kind: 'place', place: card }))
    expect(staged.report).toMatchObject({ canCommit: true, from: { name: '示例专家甲', trust: 'unknown' } })
    succeeded(await division.call('bundle:commit', { stageId: staged.stageId }))
    const again = succeeded(await division.call('bundle:stage', { kind: 'place', place: card }))
    expect(again.report.canCommit).toBe(false)
    await division.call('bundle:discard', { stageId: again.stageId })
  })

  it('in a file whose name says so and whose bytes say nothing', async () => {
    const { file } = succeeded(await send({ kind: 'desks', keyIds: [await keyIdOf(expert)] }))
    path = file.path
    expect(file.fileName).toBe('送审包.lsb.age')
    const bytes = await readFile(path)
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    for (const canary of ['示例新材料', '示例专家甲', 'manifest.json', 'records/']) {
      expect(bytes.includes(canary)).toBe(false)
    }
    expect(file.size).toBe(bytes.length)
    expect(succeeded(await send({ kind: 'desks', keyIds: [await keyIdOf(expert)] })).file.fileName).toBe(
      '送审包 (2).lsb.age',
    )
    expect((await division.call('exchange:list', undefined)).files.map((item) => item.fileName)).toContain(
      '送审包.lsb.age',
    )
  })

  it('opens there, also from bytes that a person dropped, and leaves nothing plain on the disk meanwhile', async () => {
    for (const input of [
      { kind: 'place', place: path } as const,
      { kind: 'bytes', fileName: '送审包.lsb.age', bytes: await readBytes(path) } as const,
    ]) {
      const staged = succeeded(await expert.call('bundle:stage', input))
      expect(staged.report).toMatchObject({ fileName: '送审包.lsb.age', canCommit: true, attachments: { new: 1 } })
      await expectNothingPlain(expert)
      await expert.call('bundle:discard', { stageId: staged.stageId })
    }
    const { stageId } = succeeded(await expert.call('bundle:stage', { kind: 'place', place: path }))
    succeeded(await expert.call('bundle:commit', { stageId }))
    expect(await expert.call('attachment:stat', { sha256: material.sha256 })).toEqual({
      kind: 'present',
      size: 300_000,
    })
    const again = succeeded(await expert.call('bundle:stage', { kind: 'place', place: path }))
    expect(again.report).toMatchObject({ canCommit: false, importedAt: expect.any(String) as string })
  })

  it('at no other desk, which is not changed by a byte', async () => {
    const before = await hashTree(stranger.root)
    expect(failure(await stranger.call('bundle:stage', { kind: 'place', place: path })).code).toBe(
      'envelope.wrong-recipient',
    )
    expect(await hashTree(stranger.root)).toEqual(before)
  })

  it('at the desk that wrote it, which can verify its own export', async () => {
    const file = { fileName: '送审包.lsb.age', bytes: await readBytes(path) }
    expect(succeeded(await division.call('verify:file', file)).report.verdict).toBe('intact')
    expect(succeeded(await stranger.call('verify:file', file)).report).toMatchObject({
      verdict: 'damaged',
      problems: [{ code: 'envelope.wrong-recipient' }],
    })
  })

  it('also through the reading thread', async () => {
    const url = await buildBundleWorker()
    const threaded = await startHost(await temporaryFolder(), {
      readBundle: createBundleReader({ worker: { url } }),
    })
    succeeded(await threaded.call('profile:create', { role: 'expert', name: '示例', unit: '示例', passphrase }))
    const locked = succeeded(await send({ kind: 'passphrase', passphrase: filePassphrase })).file.path
    const staged = await threaded.call('bundle:stage', { kind: 'place', place: locked, passphrase: filePassphrase })
    expect(succeeded(staged).report.canCommit).toBe(true)
    await threaded.host.close()
  })
})

describe('a bundle by passphrase', () => {
  it('asks for the passphrase, refuses a wrong one, and opens with the right one', async () => {
    const { path } = succeeded(await send({ kind: 'passphrase', passphrase: filePassphrase }, '口令包.lsb')).file
    const stage = (given?: string) =>
      stranger.call('bundle:stage', { kind: 'place', place: path, ...(given !== undefined && { passphrase: given }) })
    expect(failure(await stage())).toEqual({
      code: 'envelope.passphrase-needed',
      params: { fileName: '口令包.lsb.age' },
    })
    expect(failure(await stage('不对的口令不对的口令')).code).toBe('envelope.wrong-passphrase')
    expect(succeeded(await stage(filePassphrase)).report.canCommit).toBe(true)
    const file = { fileName: '口令包.lsb.age', bytes: await readBytes(path) }
    expect(failure(await stranger.call('verify:file', file)).code).toBe('envelope.passphrase-needed')
    const verified = succeeded(await stranger.call('verify:file', { ...file, passphrase: filePassphrase }))
    expect(verified.report.verdict).toBe('intact')
  })
})

describe('a plain bundle', () => {
  it('is not plain in the staging area', async () => {
    const { path } = succeeded(await send({ kind: 'none' }, '明文.lsb')).file
    const staged = succeeded(await stranger.call('bundle:stage', { kind: 'place', place: path }))
    expect((await readFile(path)).includes('示例新材料')).toBe(true)
    await expectNothingPlain(stranger)
    await stranger.call('bundle:discard', { stageId: staged.stageId })
  })
})

describe('a desk introduces itself anew', () => {
  it('when its key for envelopes is not in its first introduction; both travel, and the newest counts', async () => {
    const old = await makeIdentity('expert', '示例旧台')
    const before = { ...old.statement, encryptionKey: null }
    const records = writeRecords(old, [{ type: 'desk.introduced', payload: old.statement }], (record, index) =>
      index === 0 ? { ...record, payload: before } : record,
    )
    const newest = await makeBundle({ kind: 'opinion', from: old, records })
    const staged = succeeded(
      await division.call('bundle:stage', { kind: 'bytes', fileName: '新名片.lsb', bytes: new Uint8Array(newest) }),
    )
    succeeded(await division.call('bundle:commit', { stageId: staged.stageId }))
    const { keyId, encryptionKey } = old.statement
    expect(recipientOf(readRecipient(encryptionKey ?? '') ?? new Uint8Array())).toBe(encryptionKey)
    expect((await send({ kind: 'desks', keyIds: [keyId] }, '给旧台.lsb')).kind).toBe('done')
    const replaced = await makeBundle({ kind: 'opinion', from: old, records, statements: [before] })
    const refused = await division.call('bundle:stage', {
      kind: 'bytes',
      fileName: '旧名片.lsb',
      bytes: new Uint8Array(replaced),
    })
    expect(failure(refused).code).toBe('bundle.key-replaced')
  })

  it('but never as a desk of the other kind', async () => {
    const old = await makeIdentity('expert', '示例变身')
    const posing = { ...old.statement, role: 'division' as const }
    const card = await makeBundle({ kind: 'opinion', from: old, records: writeRecords(old, []) })
    const first = succeeded(
      await division.call('bundle:stage', { kind: 'bytes', fileName: '名片.lsb', bytes: new Uint8Array(card) }),
    )
    succeeded(await division.call('bundle:commit', { stageId: first.stageId }))
    const records = writeRecords(old, [{ type: 'desk.introduced', payload: posing }])
    const from = { ...old, desk: { ...old.desk, role: 'division' as const }, statement: posing }
    const bundle = await makeBundle({ kind: 'dossier', from, records, statements: [posing] })
    const staged = succeeded(
      await division.call('bundle:stage', { kind: 'bytes', fileName: '冒充.lsb', bytes: new Uint8Array(bundle) }),
    )
    expect(staged.report.canCommit).toBe(false)
    expect(staged.report.items.at(-1)).toMatchObject({ outcome: 'rejected', reason: 'wrong-person' })
  })
})

it('an envelope around something that is no bundle is refused by what is inside', async () => {
  const { statement } = succeeded(await expert.call('desk:statement', undefined))
  const envelope = await newEnvelope({ recipients: [readRecipient(statement.encryptionKey ?? '') ?? new Uint8Array()] })
  const written: Uint8Array[] = []
  await envelope.seal({ writeFile: async (bytes) => void written.push(Uint8Array.from(bytes)) }, (plain) =>
    plain.writeFile(Buffer.from('一封信')),
  )
  const path = join(await temporaryFolder(), '信.lsb.age')
  await writeFile(path, Buffer.concat(written))
  expect(failure(await expert.call('bundle:stage', { kind: 'place', place: path })).code).toBe('bundle.not-a-bundle')
})

async function expectNothingPlain(desk: Desk): Promise<void> {
  const staging = join(desk.root, '工作目录', 'staging')
  const names = (await readdir(staging, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  expect(names.length).toBeGreaterThan(0)
  for (const { name, parentPath } of names) {
    const bytes = await readFile(join(parentPath, name))
    for (const canary of ['示例新材料', 'manifest.json', 'lianshen']) expect(bytes.includes(canary)).toBe(false)
  }
}

it('never overwrites an encrypted bundle of the same name: the number stands before both endings', async () => {
  const byPassphrase = { kind: 'passphrase', passphrase: filePassphrase } as const
  const first = succeeded(await send(byPassphrase, '同名的包.lsb')).file
  const bytes = await readFile(first.path)
  const second = succeeded(await send(byPassphrase, '同名的包.lsb')).file
  // The ending is not doubled where the name has it already.
  const third = succeeded(await send(byPassphrase, '同名的包.lsb.age')).file
  expect([first, second, third].map(({ fileName }) => fileName)).toEqual([
    '同名的包.lsb.age',
    '同名的包 (2).lsb.age',
    '同名的包 (3).lsb.age',
  ])
  expect(await readFile(first.path)).toEqual(bytes)
  const opened = { kind: 'place', place: second.path, passphrase: filePassphrase } as const
  expect(succeeded(await expert.call('bundle:stage', opened)).report.fileName).toBe('同名的包 (2).lsb.age')
})
