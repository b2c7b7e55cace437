import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { everything } from '@shared/audit/filter'
import type { RecordEnvelope } from '@shared/records/record'
import { frameKinds } from '@host/journal/frames'
import { encodeGroup, type RecordGroup } from '@host/journal/record-group'
import { encodeLog } from '@host/journal/log-format'
import {
  createDesk,
  hashTree,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  failure,
  type Desk,
} from './desk-fixture'
import { makeIdentity, writeRecords } from './bundle-fixture'
import { dossierId, dossierSaved, expertA, opinionSealed, panelSaved, statusSet } from './review-actions'
import { vaultOf } from './vault-fixture'

let desk: Desk
let journal: string
const locale = 'zh-CN'

beforeEach(async () => {
  desk = await createDesk('division', '示例处室')
  journal = join(desk.root, '工作目录', 'journal.lsj')
  const actions = [
    dossierSaved(1),
    statusSet('先前（示例）'),
    statusSet('后来（示例）'),
    statusSet('后来（示例）'),
    dossierSaved(2),
  ]
  for (const action of actions) succeeded(await desk.call('journal:append', { actions: [action] }))
})
afterEach(async () => {
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const recordsOf = async () => (await desk.call('journal:read', { after: 0, limit: 500 })).records

async function audit() {
  const { auditId } = succeeded(await desk.call('audit:begin', undefined))
  while (!succeeded(await desk.call('audit:continue', { auditId })).isDone);
  const { summary } = succeeded(await desk.call('audit:summary', { auditId, locale }))
  const list = async (filter: Partial<typeof everything> = {}) =>
    succeeded(
      await desk.call('audit:list', {
        auditId,
        locale,
        filter: { ...everything, ...filter },
        offset: 0,
        limit: 500,
      }),
    )
  return { auditId, summary, list }
}

/** Writes the journal anew with other groups, as whoever has its key could, and opens the desk on it. */
async function rewrite(change: (records: readonly RecordEnvelope[]) => readonly RecordGroup[]): Promise<void> {
  const groups = change(await recordsOf())
  await desk.host.close()
  const { current } = (await vaultOf(desk.root)).journal
  const frames = await Promise.all(
    groups.map(async (group) => ({ kind: frameKinds.records, payload: await encodeGroup(group) })),
  )
  await writeFile(journal, encodeLog(current, frames))
  // What snapshots remember is asked in a case of its own.
  await rm(join(desk.root, '工作目录', 'snapshots'), { recursive: true, force: true })
  desk = await startHost(desk.root)
  succeeded(await desk.call('profile:unlock', { passphrase }))
}

const one = (record: RecordEnvelope): RecordGroup => ({ records: [record] })

describe('the audit of a desk whose records are whole', () => {
  it('says so, lists every record with what it changed from what to what, and changes not one byte', async () => {
    const before = await hashTree(desk.root)
    const { auditId, summary, list } = await audit()
    expect(summary).toMatchObject({
      isWhole: true,
      verdict: '记录链完整：6 条记录、1 位记录人，签名、编号和前后衔接全部相符。',
      findings: [],
      count: 6,
      dossiers: [{ id: dossierId, name: '四川省示例新材料产业技术创新战略联盟' }],
    })
    const { lines, total } = await list()
    expect(total).toBe(6)
    expect(lines.map(({ number, kind, state, summary: what }) => [number, kind, state, what])).toEqual([
      [6, '保存案卷', 'sound', '案卷内容 · 目标 · 总体目标：示例目标，第1版 → 示例目标，第2版（另有 2 处）'],
      [5, '状态变更', 'sound', '与此前相同，没有改动'],
      [4, '状态变更', 'sound', '说明：先前（示例） → 后来（示例）'],
      [3, '状态变更', 'sound', expect.stringMatching(/^动作：受理/u)],
      [2, '保存案卷', 'sound', expect.stringMatching(/^案卷内容 · 联盟 · 名称：四川省示例新材料/u)],
      [1, '工作台建立', 'sound', expect.stringMatching(/^名称：示例处室/u)],
    ])
    const { detail } = succeeded(await desk.call('audit:detail', { auditId, locale, number: 6 }))
    expect(detail?.changes).toContainEqual({
      field: '案卷内容 · 目标 · 总体目标',
      from: '示例目标，第1版',
      to: '示例目标，第2版',
    })
    expect(await hashTree(desk.root)).toEqual(before)
  })

  it('filters by dossier, author, kind, days and any text that is shown', async () => {
    const { list } = await audit()
    expect((await list({ dossierId })).total).toBe(5)
    expect((await list({ type: 'status.set' })).total).toBe(3)
    expect((await list({ author: 'f'.repeat(32) })).total).toBe(0)
    expect((await list({ text: '先前（示例）' })).lines.map(({ number }) => number)).toEqual([4, 3])
    expect((await list({ from: '2026-11-21' })).total).toBe(0)
    expect((await list({ from: '2026-11-20', to: '2026-11-20' })).total).toBe(6)
  })

  it('goes out as a table with the filter applied and as a paper that says what was chosen', async () => {
    const { auditId } = await audit()
    const filter = { ...everything, type: 'status.set' } as never
    const { artifact, total } = succeeded(await desk.call('audit:table', { auditId, locale, filter }))
    expect(total).toBe(3)
    const fileName = '审计记录（已筛选）.csv'
    const items = [{ artifactId: artifact.artifactId, fileName }]
    const { files } = succeeded(await desk.call('document:write', { items }))
    const csv = await readFile(files[0]!.path, 'utf8')
    expect(csv.startsWith('\ufeff序号,')).toBe(true)
    expect(csv).toContain(',说明,先前（示例）,后来（示例）,相符,')
    expect(csv).not.toContain('保存案卷')
    const { model } = succeeded(await desk.call('audit:report', { auditId, locale, filter }))
    const text = JSON.stringify(model)
    expect(text).toContain('只列出符合下列条件的记录：事项：状态变更，共3条')
    expect(text).toContain('记录链完整：6 条记录')
    expect(text).toContain('说明：先前（示例） → 后来（示例）')
  })

  it('is gone when it was stopped, when another began and when the desk was locked', async () => {
    const { auditId } = await audit()
    await desk.call('audit:stop', { auditId })
    expect(failure(await desk.call('audit:summary', { auditId, locale })).code).toBe('audit.stopped')
    const second = await audit()
    const third = await audit()
    expect(failure(await desk.call('audit:summary', { auditId: second.auditId, locale })).code).toBe('audit.stopped')
    await desk.call('profile:lock', undefined)
    succeeded(await desk.call('profile:unlock', { passphrase }))
    expect(failure(await desk.call('audit:summary', { auditId: third.auditId, locale })).code).toBe('audit.stopped')
  })
})

describe('the audit of opinions that a panel opens together', () => {
  it('tells that they are there and nothing of what they say until the panel opens them', async () => {
    const expert = await makeIdentity('expert', '示例甲')
    const panel = panelSaved()
    const closed = { ...panel, payload: { ...panel.payload, rules: { revealTogether: true } } } as typeof panel
    succeeded(await desk.call('journal:append', { actions: [closed] }))
    const opinion = writeRecords(expert, [opinionSealed(expertA, 1, '先不公开的意见（示例）')])
    await rewrite((records) => [...records.map(one), { records: opinion }])
    const { auditId, list } = await audit()
    expect((await list({ text: '先不公开' })).total).toBe(0)
    const { lines } = await list({ type: 'opinion.sealed' })
    expect(lines).toMatchObject([{ state: 'sound', summary: '案卷内容：评审会上一起公开前不显示' }])
    const filter = { ...everything } as never
    const { artifact } = succeeded(await desk.call('audit:table', { auditId, locale, filter }))
    const { bytes } = succeeded(await desk.call('document:read', { artifactId: artifact.artifactId }))
    expect(Buffer.from(bytes).toString('utf8')).not.toContain('先不公开')
  })
})

describe('the audit names the first bad record', () => {
  it('of which the content was changed, and goes on', async () => {
    await rewrite((records) =>
      records.map((record, index) =>
        one(index === 2 ? { ...record, payload: { ...record.payload, note: '改过（示例）' } } : record),
      ),
    )
    const { summary, list } = await audit()
    expect(summary.isWhole).toBe(false)
    expect(summary.verdict).toMatch(
      /^第 3 条记录起有误：第 3 条记录（示例处室（示例单位）的第 3 号，.*）的内容在签名后被改动。请/u,
    )
    expect((await list()).lines.map(({ number, state }) => [number, state])).toEqual([
      [6, 'later'],
      [5, 'later'],
      [4, 'later'],
      [3, 'bad'],
      [2, 'sound'],
      [1, 'sound'],
    ])
    // What was changed does not count as what held before.
    expect((await list({ text: '改过' })).lines.map(({ number }) => number)).toEqual([3])
  })

  it('of an author who told two stories under one number, whose other records are walked', async () => {
    const peer = await makeIdentity('expert', '示例甲')
    const story = writeRecords(peer, [statusSet('一种说法（示例）'), statusSet('以后（示例）')])
    const [, other] = writeRecords(peer, [statusSet('另一种说法（示例）')])
    await rewrite((records) => [...records.map(one), { records: story, quarantined: [other!] }])
    const { summary, list } = await audit()
    expect(summary.verdict).toMatch(/示例甲（示例单位）的第 2 号有两条不同的记录/u)
    expect(summary.verdict).toContain(other!.id.slice(0, 16))
    expect(summary.findings).toContain('其余 1 位记录人的记录链完整。')
    const { lines } = await list({ author: peer.desk.keyId })
    expect(lines.map(({ state }) => state).sort()).toEqual(['bad', 'later', 'later', 'sound'])
    expect((await list({ author: (await recordsOf())[0]!.author })).lines.every(({ state }) => state === 'sound')).toBe(
      true,
    )
  })

  it('that lacks a link: a record was taken out, and the numbers that are missing', async () => {
    await rewrite((records) => records.filter((_, index) => index !== 2).map(one))
    const { summary } = await audit()
    expect(summary.verdict).toMatch(/^第 3 条记录起有误：示例处室（示例单位）的第 3 号记录不在这里/u)
  })

  it('behind bytes that cannot be read', async () => {
    await desk.host.close()
    const bytes = await readFile(journal)
    const second = bytes.indexOf('LSFR', bytes.indexOf('LSFR', bytes.indexOf('LSFR') + 4) + 4)
    bytes[second + 100]! ^= 1
    await writeFile(journal, bytes)
    await rm(join(desk.root, '工作目录', 'snapshots'), { recursive: true, force: true })
    desk = await startHost(desk.root)
    succeeded(await desk.call('profile:unlock', { passphrase }))
    const { summary, list } = await audit()
    expect(summary.verdict).toMatch(/^第 3 条记录起有误：第 3 条记录处的文件字节已损坏（从第 \d+ 字节起）/u)
    expect(summary.findings[0]).toMatch(/第 3 号记录不在这里/u)
    expect((await list()).total).toBe(5)
  })

  it('where the tail was cut off, by what a snapshot remembers', async () => {
    const records = await recordsOf()
    await desk.host.close()
    const { current } = (await vaultOf(desk.root)).journal
    const payload = await encodeGroup({ records: records.slice(0, 4) })
    await writeFile(journal, encodeLog(current, [{ kind: frameKinds.records, payload }]))
    desk = await startHost(desk.root)
    succeeded(await desk.call('profile:unlock', { passphrase }))
    const { summary } = await audit()
    expect(summary.verdict).toBe(
      '记录链不完整：示例处室（示例单位）的记录到此为止，但第 5—6 号曾经存在：末尾被截去，或换回了旧的副本。请到“设置 · 快照”恢复，或请收到过的单位导出归档包交来导入。',
    )
  })
})
