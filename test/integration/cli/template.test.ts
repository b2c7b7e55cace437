import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, describe, expect, it } from 'vitest'
import { startingLetter } from '@shared/publishing/templates/starting-letter'
import { runHere } from './run-cli'

const folder = mkdtempSync(join(tmpdir(), '联审 模板 '))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function letter(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  writeFileSync(path, await startingLetter({ title: '备案回执', body: [text] }))
  return path
}

describe('lianshen template check', () => {
  it('takes a file with every required tag and reads its words back', async () => {
    const path = await letter('回执.docx', '示例：{{联盟名称}}已备案（{{备案编号}}，{{备案日期}}）。')
    const run = await runHere(['template', 'check', path, '--kind', 'filing-receipt'])
    expect(run.code).toBe(0)
    expect(run.stdout).toContain('可以作《备案回执》的模板')
    expect(run.stdout).toContain('示例：{{联盟名称}}已备案（{{备案编号}}，{{备案日期}}）。')
  })

  it('names each finding and ends with 1', async () => {
    const path = await letter('写错.docx', '示例：{{联盟名称}}已备案（{{编号}}，{{备案日期}}）。')
    const run = await runHere(['template', 'check', path, '--kind', 'filing-receipt'])
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('- 不认识的标签 编号')
    expect(run.stdout).toContain('- 缺少必须有的标签 备案编号')
    const json = await runHere(['template', 'check', path, '--kind', 'filing-receipt', '--json'])
    expect(json.code).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({
      kind: 'filing-receipt',
      words: null,
      problems: expect.arrayContaining([{ kind: 'unknown-tag', tag: '编号' }]) as unknown,
    })
  })

  it('finds that a file is no Word file', async () => {
    const path = join(folder, '不是.docx')
    writeFileSync(path, '不是 Word 文件')
    const run = await runHere(['template', 'check', path, '--kind', 'notice'])
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('- 不是 Word 文件（.docx），或已损坏')
  })

  it('does not unfold a file that would stop the computer, and says so', async () => {
    const archive = new JSZip()
    archive.file('[Content_Types].xml', '<Types/>')
    archive.file('word/document.xml', Buffer.alloc(40_000_000, 0x20))
    const path = join(folder, '展开很大.docx')
    writeFileSync(path, await archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }))
    const run = await runHere(['template', 'check', path, '--kind', 'notice'])
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('- 展开后大得不合理，打开会拖垮电脑，不予打开。')
  })

  it('ends with 2 for a missing file, a document without a template, or another act', async () => {
    const path = await letter('好.docx', '{{联盟名称}}{{备案编号}}{{备案日期}}。')
    const missing = await runHere(['template', 'check', join(folder, '没有.docx'), '--kind', 'notice'])
    expect([missing.code, missing.stdout]).toEqual([2, ''])
    const kind = await runHere(['template', 'check', path, '--kind', 'panel-opinion'])
    expect([kind.code, kind.stdout]).toEqual([2, ''])
    expect(kind.stderr).toContain('filing-receipt')
    const act = await runHere(['template', 'fill', path, '--kind', 'notice'])
    expect([act.code, act.stdout]).toEqual([2, ''])
    const none = await runHere(['template', 'check', path])
    expect([none.code, none.stdout]).toEqual([2, ''])
  })
})
