import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { leavesOf } from '@shared/lib/leaves'
import { readSampleJson } from '../../helpers/samples'
import { runHere } from './run-cli'

const folder = mkdtempSync(join(tmpdir(), '联审 错误输入 '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Json = Record<string, unknown>
const dossierText = readFileSync(resolve('resources/samples/vanadium-clean/dossier.json'), 'utf8')
const dossier = (): Json => JSON.parse(dossierText) as Json
const review = readSampleJson('opinions.json') as { consultation: Json; notice: Json; panel: Json; panelOpinion: Json }

/** The clean sample, settled by the coordination group, in a batch of its own. */
function batchFile(change: (file: Json, batch: Json, notice: Json) => void = () => undefined): Json {
  const file = dossier()
  const notice: Json = {
    ...review.notice,
    writtenOn: '2026-11-20',
    printedOn: '2026-11-21',
    docNo: '川科示〔2026〕27号',
    copiedTo: '各试点联盟理事长单位（示例）',
    printedBy: '四川省科学技术厅办公室（示例）',
    issuers: [{ agencyId: 'a', name: '四川省示例科学技术厅', isHost: true }],
  }
  const batch: Json = {
    id: '33333333-3333-4333-8333-333333333333',
    year: 2026,
    seq: 1,
    dossierIds: [file['id']],
    notice,
    status: 'open',
  }
  file['proceedings'] = {
    ...(file['proceedings'] as Json),
    consultation: { ...review.consultation, heldOn: '2026-11-05' },
  }
  change(file, batch, notice)
  return { format: 'lianshen-batch/1', batch, dossiers: [file] }
}

function write(value: unknown): string {
  const path = join(folder, 'input.json')
  writeFileSync(path, JSON.stringify(value))
  return path
}
const notice = (value: unknown) => runHere(['notice', write(value), '--docx', join(folder, 'out.docx')])

describe('lianshen notice', () => {
  it('makes the notice of a batch that agrees with itself', async () => {
    expect(await notice(batchFile())).toMatchObject({ code: 0 })
  })

  it.each<[string, Parameters<typeof batchFile>[0], RegExp]>([
    [
      'is dated before its consultation',
      (_, __, said) => void (said['writtenOn'] = '2026-01-05'),
      /成文日期（2026-01-05）早于会商日期（2026-11-05）/u,
    ],
    [
      'is printed before it is written',
      (_, __, said) => void (said['printedOn'] = '2026-11-19'),
      /印发日期（2026-11-19）早于成文日期（2026-11-20）/u,
    ],
    [
      'bears the number of another year',
      (_, __, said) => void (said['docNo'] = '川科示〔2025〕27号'),
      /2025.*2026-11-2/u,
    ],
    [
      'lists a dossier twice',
      (file, batch) => void (batch['dossierIds'] = [file['id'], file['id']]),
      /列了两次：四川省示例钒钛/u,
    ],
    [
      'names bodies of nobody for a real alliance',
      (file, _, said) => {
        const content = file['content'] as { alliance: Json }
        content.alliance['name'] = '四川省某某产业技术创新战略联盟'
        said['issuers'] = [{ agencyId: 'a', name: '成员单位二（可编辑示例）', isHost: true }]
      },
      /成员单位二（可编辑示例）/u,
    ],
  ])('makes none that %s, and says why', async (_, change, words) => {
    const run = await notice(batchFile(change))
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toMatch(words)
  })

  it('makes none out of two texts of one dossier', async () => {
    const value = batchFile()
    const run = await notice({ ...value, dossiers: [...(value['dossiers'] as Json[]), dossier()] })
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/列了两次/u)
  })
})

/** What no reader has to understand: sentences and codes of the library that checks shapes, and its JSON. */
const notForPeople = /invalid|expected|received|无效|期望|\[object|undefined|"code"|zod|Expected|Unrecognized|Too /u

describe('whatever is wrong in a file', () => {
  const wrongOf = (value: unknown): readonly unknown[] =>
    typeof value === 'string' ? [{ x: 1 }, 7, [], null] : typeof value === 'number' ? ['七', -0.5, {}] : ['是', 3, {}]

  const files: readonly [what: string, command: string[], whole: Json, within: string | null][] = [
    ['a dossier', ['check'], dossier(), null],
    ['a batch', ['notice', '--docx', join(folder, 'none.docx')], batchFile(), 'batch'],
    [
      'the record of an opinion',
      ['opinion', '--docx', join(folder, 'none.docx')],
      { format: 'lianshen-opinion-record/1', dossier: { ...dossier(), proceedings: { panel: review.panel } } },
      'proceedings',
    ],
  ]

  it.each(files)('of %s is said in words, item by item', async (_, [command = '', ...rest], whole, within) => {
    const seen = new Map<string, ReturnType<typeof leavesOf>[number]>()
    for (const { path, value } of leavesOf(whole)) {
      const kind = path.filter((step) => typeof step === 'string').join('.')
      if (within !== null && !path.includes(within)) continue
      if (!seen.has(kind)) seen.set(kind, { path, value })
    }
    for (const { path, value } of seen.values()) {
      for (const wrong of wrongOf(value)) {
        const copy = structuredClone(whole)
        const parent = path
          .slice(0, -1)
          .reduce<unknown>((node, step) => Reflect.get(node as object, step) as unknown, copy)
        Reflect.set(parent as object, path.at(-1)!, wrong)
        const run = await runHere([command, write(copy), ...rest])
        expect([0, 1, 2]).toContain(run.code)
        // Fields are named as the format names them.
        expect(run.stderr.replace(/“[^”]*”/gu, '')).not.toMatch(notForPeople)
        if (run.code === 2) expect(run.stderr).toMatch(/[\u4e00-\u9fff]/u)
      }
    }
  })

  it.each([
    ['deadline', ['--from', '2026-13-01']],
    ['deadline', ['--from', '昨天']],
    ['deadline', ['--from', '2026-11-01', '--working-days', '-3']],
    ['deadline', ['--from', '2026-11-01', '--working-days', '三十']],
    ['term', ['--from', '2026年']],
    ['term', ['--from', '']],
    ['check', [resolve('resources/samples/vanadium-clean/dossier.json'), '--on', '20261101']],
  ])('of an option of %s is said in words: %j', async (command, options) => {
    const run = await runHere([command, ...options])
    expect(run.code).toBe(2)
    expect(run.stderr).not.toMatch(notForPeople)
    expect(run.stderr).toMatch(/[\u4e00-\u9fff]/u)
  })
})
