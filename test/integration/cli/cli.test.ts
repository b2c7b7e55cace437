import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { batchDocuments, dossierDocuments } from '@shared/documents/catalogue'
import { demoReportSchema, type DemoReport } from '../../../electron/cli/demo/demo-report'
import { leavesOf, straceArguments } from '../../helpers/network-trace'
import { registeredArchive } from '../../helpers/sealed-opinion'
import { hasTool } from '../../helpers/tools'
import { runCli, runHere, type CliRun } from './run-cli'

const folder = mkdtempSync(join(tmpdir(), '联审 命令行 '))
const demoOut = join(folder, 'demo-out')
const cleanDossier = resolve('resources/samples/vanadium-clean/dossier.json')
const demoTrace = join(folder, 'demo.trace')
const canTrace = process.platform === 'linux' && hasTool('strace')
let demo: CliRun
let report: DemoReport

const at = (name: string) => join(folder, name)
const inDemo = (kind: string) => join(demoOut, report.files.find((file) => file.kind === kind)!.path)
const json = (run: CliRun): unknown => JSON.parse(run.stdout)

/** A copy of a JSON file with one place after another set to something else. */
function changed(
  source: string,
  name: string,
  ...changes: readonly (readonly [path: string, value: unknown])[]
): string {
  const copy: unknown = JSON.parse(readFileSync(source, 'utf8'))
  for (const [path, value] of changes) {
    const keys = path.split('.')
    const last = keys.pop()!
    const parent = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], copy)
    ;(parent as Record<string, unknown>)[last] = value
  }
  writeFileSync(at(name), JSON.stringify(copy))
  return at(name)
}

beforeAll(async () => {
  demo = await runCli(['demo', '--out', demoOut], {}, canTrace ? ['strace', ...straceArguments(demoTrace)] : [])
  if (demo.code === 0) report = demoReportSchema.parse(JSON.parse(readFileSync(join(demoOut, 'report.json'), 'utf8')))
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('lianshen demo', () => {
  it.skipIf(!canTrace)('reaches nobody on any network (skipped where there is no strace)', () => {
    expect(existsSync(demoTrace)).toBe(true)
    expect(leavesOf(readFileSync(demoTrace, 'utf8'))).toEqual([])
  })

  it('does the whole job, verifies every file and says so in a table and in report.json', () => {
    expect(demo.stderr).not.toContain('未能完成')
    expect(demo.code).toBe(0)
    const kinds = report.files.map((file) => file.kind)
    const count = (kind: string) => kinds.filter((one) => one === kind).length
    expect(count('assignment-bundle')).toBe(7)
    expect(count('opinion-bundle')).toBe(7)
    expect(count('archive-bundle')).toBe(1)
    for (const format of ['pdf', 'docx', 'p7s']) {
      expect(count(`panel-opinion-${format}`)).toBe(2)
      // The alliances of the demonstration all succeed: it has no letter of a negative result.
      const always = dossierDocuments.filter(({ isDue }) => isDue === undefined)
      for (const { kind } of [...always, ...batchDocuments]) {
        expect([kind, format, count(`${kind}-${format}`) > 0]).toEqual([kind, format, true])
      }
    }
    expect(report.files.every((file) => file.verified)).toBe(true)
    for (const file of report.files) expect(demo.stdout).toContain(file.path)
    expect(report.ms).toBeGreaterThan(0)
  })

  it('does what the product does: dossiers go closed, opinions are salted, papers have their codes', async () => {
    const inspected = json(await runHere(['inspect', inDemo('archive-bundle'), '--json'])) as {
      records: { byType: Record<string, number> }
    }
    const { byType } = inspected.records
    expect(byType['dossier.locked']).toBe(7)
    expect(byType['opinion.salted']).toBe(byType['opinion.sealed'])
    const notice = json(
      await runHere(['verify', inDemo('notice-pdf'), '--register', inDemo('archive-bundle'), '--json']),
    )
    expect(JSON.stringify(notice)).toMatch(/"code":"[0-9A-Z]{8}"/u)
  })

  it('leaves nothing but its folder behind, and replaces only what it wrote itself', async () => {
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
    const mine = at('mine')
    mkdirSync(mine)
    writeFileSync(join(mine, '我的文件.txt'), '不要动')
    const refused = await runCli(['demo', '--out', mine])
    expect(refused.code).toBe(2)
    expect(refused.stdout).toBe('')
    expect(readdirSync(mine)).toEqual(['我的文件.txt'])
  })
})

describe('lianshen check', () => {
  it('says for every rule id, article, kind, verdict and evidence', async () => {
    const run = await runCli(['check', cleanDossier, '--on', '2026-11-22', '--json'])
    const { dossiers } = json(run) as { dossiers: [{ rules: Record<string, unknown>[]; summary: { notMet: number } }] }
    const [{ rules, summary }] = dossiers
    expect(rules).toHaveLength(60)
    for (const rule of rules) {
      expect(Object.keys(rule)).toEqual(expect.arrayContaining(['id', 'article', 'kind', 'verdict', 'evidence']))
      if (rule['kind'] !== 'automatic') expect(rule['verdict']).toBeNull()
    }
    expect(run.code).toBe(summary.notMet > 0 ? 1 : 0)
    expect(run.stderr).toBe('')
  })

  it('finds a short span of operation and quotes the clause', async () => {
    const path = changed(cleanDossier, 'short.json', ['content.funds.operationStartedOn', '2025-09-16'])
    const run = await runHere(['check', path, '--on', '2026-11-22'])
    expect(run.code).toBe(1)
    expect(run.stdout).toMatch(/^R09-4b +第9条第4项 .+不符合/mu)
    expect(run.stdout).toContain('第九条第四项：已投入资金开始运行1年以上')
  })

  it('reads the dossier of a bundle, with what people judged', async () => {
    const run = await runHere(['check', inDemo('archive-bundle'), '--json'])
    const { dossiers } = json(run) as {
      dossiers: { rules: { id: string; judgement: { judgement: string } | null }[] }[]
    }
    expect(dossiers).toHaveLength(1)
    expect(dossiers[0]!.rules.find((rule) => rule.id === 'R11-0')?.judgement?.judgement).toBe('conforms')
  })

  it('answers in English when asked', async () => {
    const run = await runCli(['check', cleanDossier, '--lang', 'en', '--on', '2026-11-22'])
    expect(run.stdout).toMatch(/^R09-4b +Art\. 9\(4\)/mu)
  })
})

describe('lianshen deadline, term and schema', () => {
  it.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'])('count alike in %s', async (zone) => {
    const deadline = await runCli(['deadline', '--from', '2026-09-20', '--json'], { TZ: zone })
    expect(json(deadline)).toEqual({ from: '2026-09-20', workingDays: 30, lastDay: '2026-11-06', provisional: false })
  })

  it('count a term from 29 February to 28 February three years on', async () => {
    const term = await runHere(['term', '--from', '2012-02-29', '--json'])
    expect(json(term)).toEqual({ from: '2012-02-29', to: '2015-02-28' })
  })

  it('says when a deadline is provisional', async () => {
    const run = await runHere(['deadline', '--from', '2026-11-25', '--working-days', '30'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toContain('暂定')
  })

  it.each(['dossier', 'opinion', 'batch', 'manifest'])('print the JSON Schema of %s', async (name) => {
    const run = await runHere(['schema', name])
    expect(run.code).toBe(0)
    expect(json(run)).toMatchObject({ $schema: expect.stringContaining('json-schema.org') as string, type: 'object' })
  })
})

describe('lianshen inspect and verify', () => {
  it('lists what an assignment carries', async () => {
    const run = await runHere(['inspect', inDemo('assignment-bundle'), '--json'])
    expect(run.code).toBe(0)
    expect(json(run)).toMatchObject({
      kind: 'assignment',
      records: { byType: { 'panel.saved': 1, 'assignment.issued': 1, 'dossier.locked': 2 } },
      // Fifteen files and two sets of records, all of them closed.
      attachments: { count: 17 },
    })
    expect(json(run)).not.toHaveProperty(['records', 'byType', 'dossier.saved'])
  })

  it('verifies bundle, PDF and DOCX with .p7s together', async () => {
    const run = await runHere([
      'verify',
      inDemo('opinion-bundle'),
      inDemo('notice-pdf'),
      inDemo('notice-docx'),
      '--json',
    ])
    // Without a register nobody is known: whole, by whom cannot be told.
    expect(run.code).toBe(3)
    const { files } = json(run) as { files: { verdict: string }[] }
    expect(files.map((file) => file.verdict)).toEqual(['intact', 'intact', 'intact'])
  })

  it('finds one changed byte in each, and says so with exit code 1', async () => {
    for (const kind of ['opinion-bundle', 'notice-pdf', 'notice-docx']) {
      const source = inDemo(kind)
      const target = at(`changed-${kind}${source.slice(source.lastIndexOf('.'))}`)
      const bytes = readFileSync(source)
      const place = kind === 'notice-pdf' ? bytes.indexOf('CreationDate') + 20 : Math.floor(bytes.length / 2)
      bytes[place]! ^= 1
      writeFileSync(target, bytes)
      if (kind === 'notice-docx') cpSync(`${source}.p7s`, `${target}.p7s`)
      const run = await runHere(['verify', target, '--json'])
      expect([kind, run.code]).toEqual([kind, 1])
      expect((json(run) as { files: { verdict: string }[] }).files[0]!.verdict).toBe('damaged')
    }
  })

  it('looks a code and a file up in the register of an archive, and says what it does not have', async () => {
    const sample = await registeredArchive()
    writeFileSync(at('register.lsb'), sample.bundle)
    const found = await runHere([
      'verify',
      '--code',
      sample.code.toLowerCase(),
      '--register',
      at('register.lsb'),
      '--json',
    ])
    expect(found.code).toBe(0)
    expect(json(found)).toMatchObject({
      papers: [{ document: 'panel-opinion', superseded: false, opinionVersion: 1, dossierVersion: 1 }],
    })
    const scanned = await runHere(['verify', '--code', sample.payload, '--register', at('register.lsb')])
    expect(scanned.stdout).toContain('登记在册，没有更新的版本')
    const unknown = await runHere(['verify', '--code', 'ZZZZZZZZ', '--register', at('register.lsb')])
    expect([unknown.code, unknown.stdout]).toEqual([1, expect.stringContaining('登记簿里没有这个校验码')])
    const file = await runHere(['verify', inDemo('notice-pdf'), '--register', at('register.lsb')])
    expect(file.stdout).toContain('登记簿里没有这个文件')
    // What the register's own desk signed is good; what somebody unknown to it signed is whole and no more.
    const own = await runHere(['verify', at('register.lsb'), '--register', at('register.lsb')])
    const others = await runHere(['verify', inDemo('opinion-bundle'), '--register', at('register.lsb')])
    expect([own.code, others.code]).toEqual([0, 3])
    for (const args of [['--code', 'ZZZZZZZZ'], [], ['--code', 'UU', '--register', at('register.lsb')]]) {
      expect((await runHere(['verify', ...args])).code).toBe(2)
    }
  })

  it('says that a DOCX without .p7s is not signed', async () => {
    cpSync(inDemo('notice-docx'), at('lonely.docx'))
    const run = await runHere(['verify', at('lonely.docx')])
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('没有签名')
  })
})

describe('lianshen opinion and notice', () => {
  it('write PDF and DOCX from the examples of the demonstration, and say that they bear no signature', async () => {
    const opinion = await runHere([
      'opinion',
      inDemo('opinion-record'),
      '--pdf',
      at('o.pdf'),
      '--docx',
      at('o.docx'),
      '--json',
    ])
    expect(opinion.code).toBe(0)
    expect(json(opinion)).toMatchObject({
      document: 'panel-opinion',
      files: [{ file: at('o.pdf') }, { file: at('o.docx') }],
    })
    expect(opinion.stderr).toContain('不带签名')
    const notice = await runHere(['notice', inDemo('batch'), '--pdf', at('n.pdf')])
    expect(notice).toMatchObject({ code: 0, stdout: '' })
    expect(readFileSync(at('n.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('give equal bytes for equal input', async () => {
    await runHere(['notice', inDemo('batch'), '--pdf', at('n2.pdf')])
    expect(readFileSync(at('n2.pdf')).equals(readFileSync(at('n.pdf')))).toBe(true)
  })

  it('stop and name every missing value, and write nothing', async () => {
    const gaps = changed(
      inDemo('opinion-record'),
      'gaps.json',
      ['dossier.proceedings.panel.place', ''],
      ['dossier.content.application.no', ''],
    )
    const run = await runHere(['opinion', gaps, '--pdf', at('gaps.pdf')])
    expect(run.code).toBe(1)
    expect(run.stdout).toBe('')
    expect(run.stderr).toContain('评审地点（panel.place）')
    expect(run.stderr).toContain('试点申请编号')
    expect(existsSync(at('gaps.pdf'))).toBe(false)
  })

  it('name a character that no font has, and write nothing', async () => {
    const odd = changed(inDemo('batch'), 'glyph.json', ['dossiers.0.content.alliance.name', '示例\u{10FFFD}联盟'])
    const run = await runHere(['notice', odd, '--pdf', at('glyph.pdf')])
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('U+10FFFD')
    expect(readdirSync(folder).filter((name) => name.startsWith('glyph.pdf'))).toEqual([])
  })
})

describe('bad input is one sentence with file, cause and remedy', () => {
  const cases: [string, () => readonly string[], number, RegExp][] = [
    ['no such file', () => ['check', at('nowhere.json')], 2, /找不到文件“.+nowhere\.json”。请/u],
    ['a folder', () => ['check', folder], 2, /是文件夹/u],
    ['an empty file', () => ['check', write('empty.json', '')], 2, /空文件/u],
    [
      'no JSON',
      () => ['check', write('broken.json', '{"format": "lianshen-dossier/1",\n oops}')],
      2,
      /第 2 行第 2 个字符/u,
    ],
    ['no UTF-8', () => ['check', write('gbk.json', Buffer.from([0x7b, 0xc1, 0xaa, 0xcb, 0xbb]))], 2, /UTF-8/u],
    [
      'an unknown field',
      () => ['check', changed(cleanDossier, 'unknown.json', ['content.alliance.colour', 'red'])],
      2,
      /“content\.alliance\.colour”有误/u,
    ],
    [
      'a wrong field',
      () => ['check', changed(cleanDossier, 'wrong.json', ['content.members.3.kind', 'club'])],
      2,
      /“content\.members\[3\]\.kind”有误/u,
    ],
    ['another format', () => ['notice', cleanDossier, '--pdf', at('x.pdf')], 2, /lianshen-batch\/1/u],
    ['a newer format', () => ['check', write('newer.json', '{"format":"lianshen-dossier/2"}')], 2, /请升级/u],
    ['a foreign bundle', () => ['inspect', write('foreign.lsb', 'PK\u0003\u0004 nothing of ours')], 2, /foreign\.lsb/u],
    ['a truncated bundle', () => ['check', cut(inDemo('archive-bundle'), 'cut.lsb')], 2, /cut\.lsb/u],
    ['something else to verify', () => ['verify', write('note.txt', 'text')], 2, /note\.txt/u],
    ['no such command', () => ['frobnicate'], 2, /没有“frobnicate”这个命令/u],
    ['no command', () => [], 2, /没有写明命令/u],
    ['no such day', () => ['term', '--from', '2026-02-30'], 2, /真实存在/u],
    ['a missing option', () => ['deadline'], 2, /--from/u],
    ['no target', () => ['opinion', inDemo('opinion-record')], 2, /--pdf/u],
    [
      'a target that is the input',
      () => ['opinion', inDemo('opinion-record'), '--pdf', inDemo('opinion-record')],
      2,
      /输入文件/u,
    ],
    ['no such format', () => ['schema', 'toString'], 2, /toString/u],
  ]

  function write(name: string, content: string | Uint8Array): string {
    writeFileSync(at(name), content)
    return at(name)
  }
  function cut(source: string, name: string): string {
    const bytes = readFileSync(source)
    return write(name, bytes.subarray(0, Math.floor(bytes.length * 0.6)))
  }
  it.each([
    ['broken', () => cut(inDemo('notice-pdf'), 'cut.pdf'), /“cut\.pdf”不是完整的 PDF/u],
    ['encrypted', encryptedPdf, /“locked\.pdf”是加密的 PDF/u],
  ] as const)('a %s PDF is named in the answer of verify', async (_name, path, sentence) => {
    const run = await runHere(['verify', path()])
    expect(run.code).toBe(2)
    expect(run.stdout).toMatch(sentence)
  })

  it('prints a refusal slip of one page for the sender, and nothing for a good bundle', async () => {
    const cutShort = cut(inDemo('archive-bundle'), 'slip.lsb')
    const slip = `${cutShort}.pdf`
    const refused = await runHere(['inspect', cutShort, '--slip', slip])
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toContain('slip.lsb.pdf')
    const pdf = readFileSync(slip)
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect((await PDFDocument.load(new Uint8Array(pdf))).getPageCount()).toBe(1)
    const good = await runHere(['inspect', inDemo('assignment-bundle'), '--slip', `${slip}.none.pdf`])
    expect(good.code).toBe(0)
    expect(existsSync(`${slip}.none.pdf`)).toBe(false)
  })

  it('a truncated bundle ends a process with 2, a tampered one with 1, both with nothing on stdout', async () => {
    const truncated = await runCli(['inspect', cut(inDemo('archive-bundle'), 'short.lsb'), '--json'])
    expect(truncated).toMatchObject({ code: 2, stdout: '' })
    const bytes = readFileSync(inDemo('opinion-bundle'))
    bytes[Math.floor(bytes.length / 2)]! ^= 1
    const tampered = await runCli(['inspect', write('tampered.lsb', bytes), '--json'])
    expect(tampered).toMatchObject({ code: 1, stdout: '' })
    expect(tampered.stderr).toContain('tampered.lsb')
  })

  it('a language that there is not ends a process with 2', async () => {
    const run = await runCli(['term', '--from', '2026-01-01', '--lang', 'fr'])
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain('请写 zh / en')
  })

  function encryptedPdf(): string {
    const bytes = readFileSync(inDemo('notice-pdf')).toString('latin1')
    return write('locked.pdf', Buffer.from(bytes.replaceAll('/Root ', '/Encrypt 9 0 R /Root '), 'latin1'))
  }

  it.each(cases)('%s', async (_name, args, code, sentence) => {
    const before = readdirSync(folder).length
    const run = await runHere(args())
    expect(run.code).toBe(code)
    expect(run.stdout).toBe('')
    expect(run.stderr).toMatch(sentence)
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(readdirSync(folder).length).toBeGreaterThanOrEqual(before)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('what public tools say of the documents', () => {
  const tools = ['pdfsig', 'qpdf', 'openssl'].filter((tool) => {
    try {
      execFileSync('which', [tool], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })

  it.runIf(tools.includes('pdfsig'))('pdfsig: the signature is valid', () => {
    for (const kind of ['panel-opinion-pdf', 'notice-pdf']) {
      expect(execFileSync('pdfsig', [inDemo(kind)]).toString()).toContain('Signature is Valid')
    }
  })

  it.runIf(tools.includes('qpdf'))('qpdf --check: no errors', () => {
    for (const kind of ['panel-opinion-pdf', 'notice-pdf']) {
      expect(execFileSync('qpdf', ['--check', inDemo(kind)]).toString()).toContain(
        'No syntax or stream encoding errors',
      )
    }
  })

  it.runIf(tools.includes('openssl'))('openssl cms: the detached signature of the DOCX holds', () => {
    const docx = inDemo('notice-docx')
    const args = [
      'cms',
      '-verify',
      '-inform',
      'DER',
      '-in',
      `${docx}.p7s`,
      '-content',
      docx,
      '-noverify',
      '-binary',
      '-out',
      '/dev/null',
    ]
    expect(() => execFileSync('openssl', args, { stdio: 'pipe' })).not.toThrow()
  })
})
