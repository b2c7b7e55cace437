import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBundle, makeIdentity, rework, writeRecords } from '../host/bundle-fixture'
import { action, dossierId, dossierSaved, panelSaved } from '../host/review-actions'
import { runHere } from './run-cli'

const folder = mkdtempSync(join(tmpdir(), '联审 新版 '))
const path = join(folder, '新版.lsb')

beforeAll(async () => {
  const sender = await makeIdentity('division', '示例处室')
  const records = writeRecords(sender, [dossierSaved(1), panelSaved(), action('gift.given' as never, { dossierId })])
  const plain = await makeBundle({ kind: 'dossier', from: sender, records })
  const newer = await rework(
    plain,
    sender,
    (entries) => [...entries, { name: 'more/seals/one.json', bytes: Buffer.from('{}') }],
    (manifest) => ({ ...manifest, format: 'lianshen/1.4' }),
  )
  writeFileSync(path, newer)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a bundle of a newer minor version on the command line', () => {
  it('is inspected, with what is not understood, and a slip for its sender', async () => {
    const slip = join(folder, '拒收说明.pdf')
    const run = await runHere(['inspect', path, '--slip', slip])
    expect(run.code).toBe(0)
    expect(run.stdout).toContain('由更新版本的联审写出（lianshen/1.4），只能查看')
    expect(run.stdout).toContain('“gift.given” 1 条，由示例处室写出：本版本没有这类记录')
    expect(run.stdout).toContain('more/seals/one.json')
    expect((await PDFDocument.load(new Uint8Array(readFileSync(slip)))).getPageCount()).toBe(1)
    const answer = JSON.parse((await runHere(['inspect', path, '--json'])).stdout) as object
    expect(answer).toMatchObject({ notUnderstood: { format: 'lianshen/1.4', recordCount: 1 } })
  })

  it('is verified as whole, and audited', async () => {
    const verified = await runHere(['verify', path])
    expect(verified.code).toBe(3)
    expect(verified.stdout).toContain('由更新版本的联审导出（lianshen/1.4）')
    expect(verified.stdout).toContain('gift.given × 1; more/seals/one.json')
    const audited = await runHere(['audit', path])
    expect(audited.code).toBe(0)
    expect(audited.stdout).toContain('有 1 条记录由更新版本写成')
  })

  it('is nothing to judge a dossier or a paper by', async () => {
    for (const args of [
      ['check', path],
      ['verify', path, '--register', path],
    ]) {
      const run = await runHere(args)
      expect([args[0], run.code, run.stdout]).toEqual([args[0], 2, ''])
    }
    expect((await runHere(['check', path])).stderr).toMatch(/新版\.lsb”由更新版本的联审写出.*请等本工作台升级/u)
  })
})
