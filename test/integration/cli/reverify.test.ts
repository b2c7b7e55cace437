import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registeredArchive } from '../../helpers/sealed-opinion'
import { makeWorld } from '../../hostile/cms/cases'
import { attributes, deskName, forge, makeHand } from '../../hostile/cms/forge'
import { runHere } from './run-cli'

const document = Buffer.from('PK 示例公文')
const { desk, mallory, made } = makeWorld(document)
const root = mkdtempSync(join(tmpdir(), 'reverify-'))
const folder = join(root, '收文')

beforeAll(async () => {
  mkdirSync(folder)
  const put = (name: string, p7s: Buffer) => {
    writeFileSync(join(folder, `${name}.docx`), document)
    writeFileSync(join(folder, `${name}.docx.p7s`), p7s)
  }
  put('真', made())
  put(
    '伪',
    forge({
      content: document,
      hand: mallory,
      certificates: [desk.certificate, mallory.certificate],
      attributes: (usual) => [
        ...usual.slice(0, 3),
        attributes.signingCertificate(mallory.certificate, desk.certificate),
      ],
    }),
  )
  writeFileSync(join(root, 'register.lsb'), (await registeredArchive()).bundle)
})
afterAll(() => {
  rmSync(root, { recursive: true })
})

describe('lianshen reverify', () => {
  it('names the file that an older version called intact in another’s name, and ends with 1', async () => {
    const run = await runHere(['reverify', folder, '--json'])
    expect(run.code).toBe(1)
    const { files } = JSON.parse(run.stdout) as { files: { fileName: string; isOtherVerdict: boolean }[] }
    expect(files).toMatchObject([
      { fileName: '伪.docx', headline: 'other-form', before: { verdict: 'intact', signers: ['政策法规处（示例）'] } },
      { fileName: '真.docx', headline: 'stranger', before: { verdict: 'intact' }, isOtherVerdict: false },
    ])
    expect(files[0]?.isOtherVerdict).toBe(true)
    expect(run.stderr).toContain('2/2 真.docx')
  })

  it('says it in a table, with the reason, and what of a register is not in the folder', async () => {
    const run = await runHere(['reverify', folder, '--register', join(root, 'register.lsb')])
    expect(run.stdout).toMatch(/伪\.docx.*完好 ← 结论不同.*mallory/u)
    expect(run.stdout).toContain('其中 1 个的结论与旧版本不同')
    expect(run.stdout).toMatch(/登记过、但这个文件夹里没有的文件：\n {2}意见\.pdf SHA-256/u)
  })

  it('ends with 2 for what is no folder', async () => {
    expect((await runHere(['reverify', join(root, '没有')])).code).toBe(2)
  })
})

describe('lianshen verify', () => {
  it('never says 完好 of a stranger’s signature, under whatever name', async () => {
    for (const name of ['伪.docx', '真.docx']) {
      const run = await runHere(['verify', join(folder, name)])
      expect(run.stdout).not.toContain('完好')
    }
  })

  it('with a register calls one who bears its desk’s name by another key a possible impostor', async () => {
    const impostor = makeHand('', { subject: deskName('示例单位', '示例前期承办处室') })
    writeFileSync(join(root, '冒.docx'), document)
    writeFileSync(join(root, '冒.docx.p7s'), forge({ content: document, hand: impostor }))
    const run = await runHere(['verify', join(root, '冒.docx'), '--register', join(root, 'register.lsb'), '--json'])
    expect(run.code).toBe(1)
    expect(JSON.parse(run.stdout)).toMatchObject({ files: [{ signatures: [{ trust: 'unknown' }] }] })
    const said = await runHere(['verify', join(root, '冒.docx'), '--register', join(root, 'register.lsb')])
    expect(said.stdout.split('\n').slice(0, 2)).toEqual([
      expect.stringContaining('冒名'),
      expect.stringContaining('登记簿里没有这个文件'),
    ])
  })
})
