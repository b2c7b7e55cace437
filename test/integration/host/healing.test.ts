import { mkdir, readFile, truncate, writeFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AttachmentStore } from '@host/attachments/attachment-store'
import type { IpcOutput } from '@shared/ipc/contract'
import { digestOf } from '@host/files/durable-file'
import { makeBundle, makeIdentity, writeRecords } from './bundle-fixture'
import {
  createDesk,
  failure,
  hashTree,
  removeTemporaryFolders,
  succeeded,
  temporaryFolder,
  type Desk,
} from './desk-fixture'
import { assignmentIssued, dossierSaved, expertA, panelSaved, recusalDeclared } from './review-actions'

type Staged = Extract<IpcOutput<'bundle:stage'>, { kind: 'done' }>

const one = new Uint8Array(300_000).fill(7)
const two = new Uint8Array(70_000).fill(9)
const whole = { offset: 0, length: 1_000_000 }

let division: Desk
let expert: Desk
let path: string

const attachmentsOf = ({ root }: Desk) => join(root, '工作目录', 'attachments')
const stage = async (desk: Desk, from: string): Promise<Staged> =>
  succeeded(await desk.call('bundle:stage', { kind: 'place', place: from }))
const commit = async (desk: Desk, { stageId }: Staged) => succeeded(await desk.call('bundle:commit', { stageId }))
const read = (bytes: Uint8Array) => expert.call('attachment:read', { sha256: digestOf(bytes).sha256, ...whole })

/** Where the attachment of a size lies, by the size alone: names tell nothing. */
async function storedPath(bytes: Uint8Array): Promise<string> {
  const folder = attachmentsOf(expert)
  const sizes = await Promise.all(
    Object.keys(await hashTree(folder)).map(async (name) => {
      const file = join(folder, name)
      return {
        file,
        size: await readFile(file).then(
          ({ length }) => length,
          () => 0,
        ),
      }
    }),
  )
  const found = sizes.find(({ size }) => size >= bytes.length && size < bytes.length + 1000)
  if (found === undefined) throw new Error('not stored')
  return found.file
}

async function flipByte(file: string): Promise<Buffer> {
  const bytes = await readFile(file)
  const middle = bytes.length >> 1
  bytes[middle] = bytes[middle]! ^ 0x01
  await writeFile(file, bytes)
  return bytes
}

beforeEach(async () => {
  division = await createDesk('division', '示例政策法规处')
  expert = await createDesk('expert', '示例专家甲')
  const materials = [
    succeeded(await division.call('attachment:put', { bytes: one })),
    succeeded(await division.call('attachment:put', { bytes: two })),
  ]
  const { records } = succeeded(
    await division.call('journal:append', {
      actions: [dossierSaved(1, materials), panelSaved(), assignmentIssued(expertA)],
    }),
  )
  await mkdir(division.exchange, { recursive: true })
  const { file } = succeeded(
    await division.call('bundle:export', {
      protect: { kind: 'none' },
      kind: 'assignment',
      to: '示例甲',
      recordIds: records.map(({ id }) => id),
      attachments: materials.map(({ sha256 }) => sha256),
      fileName: '送审.lsb',
    }),
  )
  path = file.path
  await commit(expert, await stage(expert, path))
})
afterEach(async () => {
  await division.host.close()
  await expert.host.close()
})
afterAll(removeTemporaryFolders)

describe('a bundle that brings a good copy of a damaged attachment', () => {
  it.each([
    ['with wrong bytes', flipByte],
    ['cut short', (file: string) => truncate(file, 100_000)],
    ['lost', (file: string) => rm(file)],
  ])('heals one that is %s, and changes nothing else', async (what, damage) => {
    const before = await hashTree(attachmentsOf(expert))
    const count = (await expert.call('journal:read', { after: 0, limit: 500 })).records.length
    await damage(await storedPath(one))
    expect(failure(await read(one)).code).toMatch(/^attachment\./u)

    const staged = await stage(expert, path)
    expect(new Set(staged.report.items.map(({ outcome }) => outcome))).toEqual(new Set(['identical']))
    expect(staged.report.importedAt).not.toBeNull()
    const isLost = what === 'lost'
    expect(staged.report.attachments).toMatchObject({ new: isLost ? 1 : 0, healed: isLost ? 0 : 1 })
    expect(staged.report.canCommit).toBe(true)
    const taken = await commit(expert, staged)

    expect(taken).toMatchObject({ records: [], count })
    expect(Buffer.from(succeeded(await read(one)).bytes)).toEqual(Buffer.from(one))
    expect(Object.keys(await hashTree(attachmentsOf(expert)))).toEqual(Object.keys(before))
    const again = await stage(expert, path)
    expect(again.report).toMatchObject({ canCommit: false, attachments: { new: 0, healed: 0 } })
  })

  it('keeps the damaged one until the good one is in place', async () => {
    const folder = await temporaryFolder()
    const keys = { content: new Uint8Array(32).fill(1), names: new Uint8Array(32).fill(2) }
    const store = new AttachmentStore(folder, keys)
    const { sha256 } = await store.put(one)
    const { path: file } = store.sealedCopy(sha256)
    const damaged = await flipByte(file)
    const stickPulledOut = async function* () {
      yield one.subarray(0, 1000)
      await Promise.reject(new Error('the stick is gone'))
    }
    await expect(store.putAll([{ sha256, read: stickPulledOut }])).rejects.toThrow('the stick is gone')
    expect(await readFile(file)).toEqual(damaged)
    expect(Object.keys(await hashTree(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('attachments that no record taken names', () => {
  it('are not stored: neither those of refused records, nor those of none', async () => {
    const alice = await makeIdentity('expert', '示例甲')
    const foreign = new Uint8Array(5000).fill(3)
    const nobodys = new Uint8Array(6000).fill(4)
    const records = writeRecords(alice, [recusalDeclared(expertA), dossierSaved(9, [digestOf(foreign)])])
    const bytes = await makeBundle({ kind: 'opinion', from: alice, records, blobs: [foreign, nobodys] })
    const file = join(division.exchange, '意见.lsb')
    await writeFile(file, bytes)
    const before = await hashTree(attachmentsOf(division))

    const staged = await stage(division, file)
    const outcomes = Object.fromEntries(staged.report.items.map(({ type, outcome }) => [type, outcome]))
    expect(outcomes).toMatchObject({ 'recusal.declared': 'new', 'dossier.saved': 'rejected' })
    expect(staged.report.attachments).toMatchObject({ total: 2, new: 0, healed: 0 })
    await commit(division, staged)
    expect(await hashTree(attachmentsOf(division))).toEqual(before)
  })
})
