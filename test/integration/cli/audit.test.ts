import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { summariseRecords } from '@shared/bundle/manifest'
import { makeBundle, makeIdentity, writeRecords } from '../host/bundle-fixture'
import {
  createDesk,
  hashTree,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  type Desk,
} from '../host/desk-fixture'
import { dossierSaved, statusSet } from '../host/review-actions'
import { runCli, runHere } from './run-cli'

const folder = mkdtempSync(join(tmpdir(), '联审 审计 '))
const at = (name: string) => join(folder, name)
const secret = at('口令.txt')
const wrongSecret = at('错口令.txt')
let desk: Desk
let profile: string

beforeAll(async () => {
  writeFileSync(secret, `${passphrase}\n`)
  writeFileSync(wrongSecret, '不是这个口令\n')
  desk = await createDesk('division', '示例处室')
  profile = join(desk.root, '工作目录')
  succeeded(await desk.call('journal:append', { actions: [dossierSaved(1), statusSet('=先前（示例）')] }))
  succeeded(await desk.call('journal:append', { actions: [statusSet('后来（示例）')] }))
  await desk.host.close()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await removeTemporaryFolders()
})

const audit = (target: string, ...more: readonly string[]) =>
  runHere(['audit', target, '--passphrase-file', secret, ...more])

describe('lianshen audit of a profile', () => {
  it('says that the chain is whole and who changed what, and changes not one byte of the profile', async () => {
    const before = await hashTree(profile)
    const run = await runCli(['audit', profile, '--passphrase-file', secret])
    expect(run.stderr).toBe('')
    expect(run.code).toBe(0)
    expect(run.stdout).toContain('记录链完整：4 条记录、1 位记录人')
    expect(run.stdout).toMatch(/第 4 条记录 .*示例处室（示例单位，\d{5} \d{5}）.*状态变更/u)
    expect(run.stdout).toContain('  说明：=先前（示例） → 后来（示例）')
    expect(await hashTree(profile)).toEqual(before)
  })

  it('writes a table without formulas and a paper, and answers JSON alone on stdout', async () => {
    const before = await hashTree(profile)
    const run = await audit(profile, '--csv', at('审计.csv'), '--docx', at('审计.docx'), '--json')
    expect(run.code).toBe(0)
    expect(JSON.parse(run.stdout)).toMatchObject({ target: profile, isWhole: true, records: 4, breaches: [] })
    const csv = readFileSync(at('审计.csv'), 'utf8')
    expect(csv).toContain(",说明,'=先前（示例）,后来（示例）,相符,")
    const { files } = await JSZip.loadAsync(readFileSync(at('审计.docx')))
    const text = (await files['word/document.xml']!.async('text')).replaceAll(/<[^>]+>/gu, '')
    expect(text).toContain('记录链完整：4 条记录')
    expect(text).toContain('列出全部记录，共4条')
    expect(await hashTree(profile)).toEqual(before)
  })

  it('says when the desk itself last looked its journal over, and that it is not known where that is so', async () => {
    const unknown = { comparedAt: null, verifiedAt: null }
    expect(JSON.parse((await audit(profile, '--json')).stdout)).toMatchObject({ lookedOver: unknown })
    expect((await audit(profile)).stdout).toContain('上次逐字节比对 无记载')
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    succeeded(await again.call('journal:check-begin', undefined))
    const status = () => again.call('journal:check-status', undefined)
    await expect.poll(status, { interval: 10 }).toMatchObject({ verifiedCount: 4, running: null })
    const { comparedAt, verifiedAt } = await status()
    await again.host.close()
    expect(JSON.parse((await audit(profile, '--json')).stdout)).toMatchObject({
      lookedOver: { comparedAt, verifiedAt },
    })
    expect((await audit(profile)).stdout).toMatch(/上次全部核对 2026-11-20/u)
  })

  it('names the first bad record with exit code 1', async () => {
    const journal = join(profile, 'journal.lsj')
    const whole = await readFile(journal)
    const bytes = Buffer.from(whole)
    bytes[bytes.lastIndexOf('LSFR') + 100]! ^= 1
    await writeFile(journal, bytes)
    try {
      const run = await audit(profile)
      expect(run.stdout).toMatch(/^第 4 条记录起有误：第 4 条记录处的文件字节已损坏/u)
      expect(run.code).toBe(1)
    } finally {
      await writeFile(journal, whole)
    }
  })

  it('cannot be read without the passphrase, with another one, or where no profile is', async () => {
    const before = await hashTree(profile)
    const cases = [
      [['audit', profile], '没有终端可以询问'],
      [['audit', profile, '--passphrase-file', wrongSecret], '口令'],
      [['audit', folder, '--passphrase-file', secret], '不是工作目录'],
      [['audit', at('没有.lsb')], '找不到文件'],
      [['audit', profile, '--csv', join(profile, '审计.csv'), '--passphrase-file', secret], '在工作目录里面'],
      [['audit', profile, '--csv', at('一'), '--docx', at('一'), '--passphrase-file', secret], '同一个文件'],
    ] as const
    for (const [args, words] of cases) {
      const run = await runHere(args)
      expect([args, run.code]).toEqual([args, 2])
      expect(run.stderr).toContain(words)
      expect(run.stdout).toBe('')
    }
    expect(await hashTree(profile)).toEqual(before)
  })

  it('reads a profile that is open elsewhere, and says so', async () => {
    const lock = join(profile, 'lock')
    const start = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    const ticks = start.slice(start.lastIndexOf(')') + 2).split(' ')[19]
    writeFileSync(lock, `${process.ppid} ${ticks}\n`)
    try {
      const run = await audit(profile)
      expect(run.code).toBe(0)
      expect(run.stderr).toContain('正由另一个联审打开')
    } finally {
      rmSync(lock)
    }
  })
})

describe('lianshen audit of a bundle', () => {
  it('finds a whole one whole, and in a broken one names author, number and line', async () => {
    const sender = await makeIdentity('division', '示例处室')
    const records = writeRecords(sender, [dossierSaved(1), statusSet('先前（示例）'), statusSet('后来（示例）')])
    await writeFile(at('完好.lsb'), await makeBundle({ kind: 'dossier', from: sender, records }))
    const whole = await audit(at('完好.lsb'))
    expect(whole.stdout).toContain('记录链完整：4 条记录')
    expect(whole.code).toBe(0)

    const bent = records.map((record, index) =>
      index === 2 ? { ...record, payload: { ...record.payload, note: '改过（示例）' } } : record,
    )
    expect(summariseRecords(bent).count).toBe(4)
    await writeFile(at('改过.lsb'), await makeBundle({ kind: 'dossier', from: sender, records: bent }))
    const broken = await audit(at('改过.lsb'), '--json')
    expect(broken.code).toBe(1)
    expect(JSON.parse(broken.stdout)).toMatchObject({
      isWhole: false,
      breaches: [{ kind: 'changed', author: sender.desk.keyId, seq: 3, place: { number: 3, line: 3 } }],
    })
    expect((await audit(at('改过.lsb'))).stdout).toMatch(/^records\/.*:3起有误/u)
  })

  it('refuses what is no bundle with exit code 2', async () => {
    writeFileSync(at('别的.lsb'), '不是联审包')
    const run = await audit(at('别的.lsb'))
    expect(run.code).toBe(2)
    expect(run.stdout).toBe('')
  })

  it.each(['inspect', 'verify', 'audit'])('opens an envelope with --passphrase-file in %s', async (command) => {
    const open = await createDesk('division', '示例封包处')
    const { records } = await open.call('journal:read', { after: 0, limit: 10 })
    const { file } = succeeded(
      await open.call('bundle:export', {
        kind: 'dossier',
        to: '示例',
        recordIds: records.map(({ id }) => id),
        attachments: [],
        fileName: '封包.lsb',
        protect: { kind: 'passphrase', passphrase: '示例封包口令-2026' },
      }),
    )
    await open.host.close()
    writeFileSync(at('封包口令.txt'), '示例封包口令-2026\n第二行不算\n')
    const right = await runHere([command, file.path, '--passphrase-file', at('封包口令.txt')])
    // Nobody has confirmed the desk that signed it.
    expect([right.stderr.includes('口令'), right.code]).toEqual([false, command === 'verify' ? 3 : 0])
    const wrong = await runHere([command, file.path, '--passphrase-file', wrongSecret])
    expect(wrong.code).toBe(2)
    expect(wrong.stdout).toBe('')
    const none = await runHere([command, file.path])
    expect(none.code).toBe(2)
  })
})
