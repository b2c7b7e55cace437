import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IpcInput, IpcOutput } from '@shared/ipc/contract'
import { readBytes, unpack } from './bundle-fixture'
import { createDesk, failure, hashTree, removeTemporaryFolders, succeeded, type Desk } from './desk-fixture'
import {
  assignmentIssued,
  dossierId,
  dossierSaved,
  expertA,
  keyConfirmed,
  opinionSealed,
  panelSaved,
  recusalDeclared,
} from './review-actions'

type Staged = Extract<IpcOutput<'bundle:stage'>, { kind: 'done' }>

let division: Desk
let expert: Desk
let material: { sha256: string; size: number }

const idsOf = async (desk: Desk, ...types: string[]) =>
  (await desk.call('journal:read', { after: 0, limit: 5000 })).records
    .filter((record) => types.includes(record.type))
    .map((record) => record.id)

const send = async (desk: Desk, request: Omit<IpcInput<'bundle:export'>, 'to'>) =>
  succeeded(await desk.call('bundle:export', { to: '示例', ...request }))

const stage = async (desk: Desk, path: string): Promise<Staged> =>
  succeeded(await desk.call('bundle:stage', { kind: 'place', place: path }))

beforeAll(async () => {
  division = await createDesk('division', '示例政策法规处')
  expert = await createDesk('expert', '示例专家甲')
  await mkdir(expert.exchange, { recursive: true })
  material = succeeded(await division.call('attachment:put', { bytes: new Uint8Array(3_000_000).fill(7) }))
  succeeded(
    await division.call('journal:append', {
      actions: [dossierSaved(1, [material]), panelSaved(), assignmentIssued(expertA)],
    }),
  )
})
afterAll(async () => {
  await division.host.close()
  await expert.host.close()
  await removeTemporaryFolders()
})

describe('a review goes from desk to desk as files', () => {
  let assignment: string
  let opinion: string

  it('the division writes an assignment that is read back before it counts', async () => {
    const recordIds = await idsOf(division, 'dossier.saved', 'panel.saved', 'assignment.issued')
    const request = {
      kind: 'assignment' as const,
      recordIds,
      attachments: [material.sha256],
      fileName: '送审 示例甲.lsb',
      protect: { kind: 'none' as const },
    }
    const { file, recordCount } = await send(division, request)
    assignment = file.path
    expect(recordCount).toBe(4)
    expect((await division.call('exchange:list', undefined)).files).toMatchObject([
      { fileName: '送审 示例甲.lsb', size: file.size },
    ])
    expect(await readdir(division.exchange)).toEqual(['送审 示例甲.lsb'])
  })

  it('the expert sees a dry run that changes nothing, then takes it in with one append', async () => {
    const before = await hashTree(expert.root)
    const { stageId, report } = await stage(expert, assignment)
    expect(report).toMatchObject({
      kind: 'assignment',
      canCommit: true,
      importedAt: null,
      from: { name: '示例政策法规处', role: 'division', trust: 'unknown' },
      attachments: { total: 1, new: 1, bytes: 3_000_000 },
      dossiers: [{ dossierId, version: 1, new: 3, rejected: 0 }],
    })
    expect(report.items.map((item) => item.outcome)).toEqual(['new', 'new', 'new', 'new'])
    await expert.call('bundle:discard', { stageId })
    expect(await hashTree(expert.root)).toEqual(before)

    const again = await stage(expert, assignment)
    const { records, count } = succeeded(await expert.call('bundle:commit', { stageId: again.stageId }))
    expect(records.map((record) => record.type)).toEqual([
      'desk.introduced',
      'dossier.saved',
      'panel.saved',
      'assignment.issued',
      'bundle.imported',
    ])
    expect(count).toBe(6)
    expect(records.at(-1)?.refs).toEqual([records[3]?.id])
    expect(await expert.call('attachment:stat', { sha256: material.sha256 })).toEqual({
      kind: 'present',
      size: 3_000_000,
    })
  })

  it('the same bundle twice says when it was imported and changes nothing', async () => {
    const before = await hashTree(expert.root)
    const { stageId, report } = await stage(expert, assignment)
    expect(report.canCommit).toBe(false)
    expect(report.importedAt).not.toBeNull()
    expect(new Set(report.items.map((item) => item.outcome))).toEqual(new Set(['identical']))
    expect(failure(await expert.call('bundle:commit', { stageId })).code).toBe('bundle.nothing-to-import')
    await expert.call('bundle:discard', { stageId })
    expect(failure(await expert.call('bundle:commit', { stageId })).code).toBe('bundle.no-stage')
    expect(await hashTree(expert.root)).toEqual(before)
  })

  it('the opinion comes home and shows its key as not confirmed', async () => {
    succeeded(await expert.call('journal:append', { actions: [recusalDeclared(expertA), opinionSealed(expertA)] }))
    const recordIds = await idsOf(expert, 'recusal.declared', 'opinion.sealed')
    opinion = (
      await send(expert, {
        protect: { kind: 'none' },
        kind: 'opinion',
        recordIds,
        attachments: [],
        fileName: '意见.lsb',
      })
    ).file.path
    const { stageId, report } = await stage(division, opinion)
    expect(report.from.trust).toBe('unknown')
    expect(report.items.map(({ type, outcome }) => [type, outcome])).toEqual([
      ['desk.introduced', 'new'],
      ['recusal.declared', 'new'],
      ['opinion.sealed', 'new'],
    ])
    succeeded(await division.call('bundle:commit', { stageId }))
    succeeded(await division.call('journal:append', { actions: [keyConfirmed(report.from.keyId, expertA)] }))
    expect((await stage(division, opinion)).report.from.trust).toBe('confirmed')
  })

  it('an opinion dropped on the expert desk, and an assignment dropped on the division desk, are not for them', async () => {
    for (const [desk, path] of [
      [expert, opinion],
      [division, assignment],
    ] as const) {
      const before = await hashTree(desk.root)
      const { stageId, report } = await stage(desk, path)
      expect(report.canCommit).toBe(false)
      const foreign = report.items.filter((item) => item.outcome !== 'identical')
      expect(foreign.every((item) => item.reason === 'not-for-this-desk')).toBe(true)
      expect(failure(await desk.call('bundle:commit', { stageId })).code).toBe('bundle.nothing-to-import')
      await desk.call('bundle:discard', { stageId })
      expect(await hashTree(desk.root)).toEqual(before)
    }
  })

  it('what was exported, imported and exported again is the same', async () => {
    const other = await createDesk('division', '示例高新处')
    const recordIds = await idsOf(division, 'dossier.saved', 'panel.saved', 'opinion.sealed')
    const request = { kind: 'dossier' as const, recordIds, attachments: [material.sha256] }
    const first = await send(division, { protect: { kind: 'none' }, ...request, fileName: '案卷.lsb' })
    const { stageId, report } = await stage(other, first.file.path)
    expect(report.canCommit).toBe(true)
    succeeded(await other.call('bundle:commit', { stageId }))
    await mkdir(other.exchange, { recursive: true })
    const second = await send(other, { protect: { kind: 'none' }, ...request, fileName: '案卷.lsb' })
    const content = async (path: string) =>
      (await unpack(await readBytes(path)))
        .filter(({ name }) => name.startsWith('records/') || name.startsWith('blobs/'))
        .map(({ name, bytes }) => [name, bytes.toString('latin1')] as const)
    const received = new Map(await content(second.file.path))
    for (const [name, bytes] of await content(first.file.path)) expect(received.get(name)).toBe(bytes)
    await other.host.close()
  })
})

describe('writing into the exchange folder', () => {
  const request = async (): Promise<Omit<IpcInput<'bundle:export'>, 'to'>> => ({
    protect: { kind: 'none' },
    kind: 'assignment',
    recordIds: await idsOf(division, 'panel.saved'),
    attachments: [],
    fileName: '同名.lsb',
  })

  it('never overwrites another file, and removes a left-over of an interrupted writing', async () => {
    await writeFile(join(division.exchange, '同名.lsb'), 'another file')
    await writeFile(join(division.exchange, '同名 (2).lsb.part'), 'half')
    const { file } = await send(division, await request())
    expect(file.fileName).toBe('同名 (2).lsb')
    const names = await readdir(division.exchange)
    expect(names).toContain('同名.lsb')
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it.each([
    ['a missing folder', 'no/such/folder', 'folder.missing'],
    ['a file instead of a folder', '同名.lsb', 'folder.not-a-folder'],
  ])('refuses %s by name', async (_, folder, code) => {
    const answer = await division.call('bundle:export', {
      to: '示例',
      ...(await request()),
      folder: join(division.exchange, folder),
    })
    expect(failure(answer)).toEqual({ code, params: { folder: join(division.exchange, folder) } })
  })

  it('refuses a target that is a link or a folder', async () => {
    await symlink('/tmp', join(division.exchange, '链接.lsb'))
    await mkdir(join(division.exchange, '文件夹.lsb'))
    for (const [fileName, code] of [
      ['链接.lsb', 'exchange.target-link'],
      ['文件夹.lsb', 'exchange.target-folder'],
    ] as const) {
      const answer = await division.call('bundle:export', { to: '示例', ...(await request()), fileName })
      expect(failure(answer).code).toBe(code)
    }
  })

  it.each(['../出逃.lsb', 'a/b.lsb', 'nul.lsb', '.隐藏', '结尾.', '双\u202e向.lsb', 'a:b'])(
    'refuses the file name %j',
    async (fileName) => {
      const answer = await division.call('bundle:export', { to: '示例', ...(await request()), fileName })
      expect(failure(answer)).toEqual({ code: 'file.bad-name', params: { fileName } })
    },
  )

  it('names a record or an attachment that is not there', async () => {
    const base = { to: '示例', ...(await request()) }
    const missing = 'c'.repeat(64)
    expect(failure(await division.call('bundle:export', { ...base, recordIds: [missing] })).code).toBe(
      'journal.no-such-record',
    )
    expect(failure(await division.call('bundle:export', { ...base, attachments: [missing] })).code).toBe(
      'attachment.missing',
    )
  })

  it('keeps the chosen folder over a restart', async () => {
    const folder = join(division.root, 'U盘 一')
    await mkdir(folder)
    succeeded(await division.call('exchange:set-folder', { folder }))
    expect((await division.call('exchange:list', undefined)).folder).toBe(folder)
    expect(failure(await division.call('exchange:set-folder', { folder: join(folder, '没有') })).code).toBe(
      'folder.missing',
    )
  })
})
