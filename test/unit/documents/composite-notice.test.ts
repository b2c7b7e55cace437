import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findIncomplete } from '@shared/documents/blocks-complete'
import type { BatchDocumentFacts } from '@shared/documents/catalogue-facts'
import { annexSubjects, correctionNoticePaper, noticeAnnexPaper } from '@shared/documents/catalogue-publication'
import { composeNotice } from '@shared/documents/notice'
import { lacksForSection } from '@shared/documents/notice-sections'
import type { DossierFile } from '@shared/domain/dossier'
import { correctionSchema } from '@shared/domain/issued-notice'
import { dossierIdSchema } from '@shared/domain/ids'
import { batchSchema, listColumns, noticeSections, type NoticeSection } from '@shared/domain/pilot'
import { regulation2010 } from '@shared/regulation/2010/index'
import { dossierDocument } from '@shared/documents/catalogue'
import { catalogueFacts } from './catalogue-facts'
import { readyFor, wholeFile } from './every-document'
import { flaws } from './flaws'
import { labels, textOfGood } from './good-text'
import { reviewedFile, settings, textOf } from './panel-review'
import { pilotOf } from './random-pilot'

const day = (text: string) => text as never
const others = noticeSections.filter((kind) => kind !== 'added')

const idOf = (index: number) => dossierIdSchema.parse(`0a1f5c60-6a01-4d10-9c11-${String(index).padStart(12, '0')}`)

/** An alliance for which a section has its record. */
function fileFor(kind: NoticeSection, index: number): DossierFile {
  const file = reviewedFile()
  const alliance = {
    ...file.content.alliance,
    name: `示例联盟${index}`,
    formerNames: kind === 'renamed' ? [`示例旧联盟${index}`] : [],
  }
  const own = { ...file, id: idOf(index), content: { ...file.content, alliance } }
  if (kind === 'added') return own
  return pilotOf(own, {
    ...{ from: day('2023-12-01'), kind: 'first', reports: [], changes: [] },
    evaluations: kind === 're-registered' ? [{ decidedOn: day('2026-10-01'), result: 'qualified' }] : [],
    revocation:
      kind === 'revoked'
        ? { ground: '19.2', facts: '示例', evidence: '', heardOn: null, decidedOn: day('2026-11-01') }
        : null,
  })
}

function facts(
  counts: Partial<Record<NoticeSection, number>>,
  part: { readonly columns?: readonly string[]; readonly until?: string } = {},
): BatchDocumentFacts {
  let next = 0
  const of = (kind: NoticeSection) => Array.from({ length: counts[kind] ?? 0 }, () => fileFor(kind, ++next))
  const dossiers = of('added')
  const filled = others.filter((kind) => (counts[kind] ?? 0) > 0).map((kind) => ({ kind, files: of(kind) }))
  const { columns, until } = part
  const batch = batchSchema.parse({
    ...{ id: '0bbf5c60-6a01-4d10-9c11-000000000001', year: 2026, seq: 3 },
    dossierIds: dossiers.map(({ id }) => id),
    notice: {
      ...{ docNo: '川科示〔2026〕27号', writtenOn: '2026-12-05', printedOn: '2026-12-08' },
      issuers: [{ agencyId: 'a', name: '示例主办厅', isHost: true }],
      ...{ addressee: '各市（州）科技局', printedBy: '示例办公室' },
    },
    ...(columns !== undefined && { columns }),
    sections: filled.map(({ kind, files }) => ({
      kind,
      dossierIds: files.map(({ id }) => id),
      ...(columns !== undefined && { columns }),
      ...(kind === 'rectifying' && until !== undefined && { until }),
    })),
  })
  const listed = filled.flatMap(({ files }) => files)
  return {
    ...{ batch, dossiers, listed, settings, regulationTitle: regulation2010.title },
    createdAt: '2026-12-05T00:00:00Z',
  }
}

describe('反馈意见函', () => {
  it('sets the numbered problems of a panel as sentences, not as headings that hold on to one another', () => {
    const file = readyFor('feedback-letter', wholeFile())
    const opinion = { ...file.proceedings.panelOpinion!, problems: '1. 指标不清（示例）。\n2. 凭证不全（示例）。' }
    const facts = catalogueFacts({ ...file, proceedings: { ...file.proceedings, panelOpinion: opinion } })
    const made = dossierDocument('feedback-letter').compose(facts, { issuedOn: '2026-11-22' }, '')
    const levels = made.ok ? made.value.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])) : []
    expect(levels).toEqual([1, 1])
    expect(textOfGood(made)).toContain('1. 指标不清（示例）。')
  })
})

describe('更正通知', () => {
  it('names the notice, its number and day, and what is to be read, and cites no article', () => {
    const given = facts({ added: 1 })
    const correction = correctionSchema.parse({
      ...{ id: 'c1', docNo: '川科示〔2026〕30号', writtenOn: '2026-12-10', by: '示例' },
      items: [{ dossierId: idOf(1), place: '附件第1行“理事长单位”', from: '示例甲', to: '示例乙' }],
    })
    const typed = { addressee: '各有关单位', printedBy: '示例办公室', printedOn: '2026-12-11' }
    const text = textOfGood(correctionNoticePaper.compose({ ...given, correction }, typed, ''))
    expect(text).toContain('（川科示〔2026〕27号，2026年12月5日）有关内容有误，现更正如下：')
    expect(text).toContain('附件第1行“理事长单位”（示例联盟1）：“示例甲”更正为“示例乙”。')
    expect(text).not.toMatch(/第[一二三四五六七八九十]+条/u)
    const made = correctionNoticePaper.compose({ ...given, correction }, typed, '')
    expect(made.ok && made.value.blocks[0]).toMatchObject({
      words: [
        '关于更正',
        '《关于公布',
        '四川省',
        '产业技术创新战略联盟',
        '试点名单',
        '（第三批）',
        '的通知》',
        '的通知',
      ],
    })
    expect(labels(correctionNoticePaper.compose({ ...given, correction }, {}, ''))).toContain('主送机关')
  })
})

describe('综合公布通知', () => {
  it('publishes any combination of sections, each with its list, whose rows are as many as it says', () => {
    const count = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(
        fc.record({
          added: count,
          're-registered': count,
          renamed: count,
          rectifying: count,
          revoked: count,
          'in-force': count,
        }),
        fc.option(fc.subarray([...listColumns]), { nil: undefined }),
        (counts, columns) => {
          const total = Object.values(counts).reduce((sum, one) => sum + one, 0)
          const given = facts(counts, columns === undefined ? {} : { columns })
          fc.pre(total > 0 && (given.batch.sections!.length > 0 || columns !== undefined))
          const composed = composeNotice(given)
          if (!composed.ok) throw new Error(JSON.stringify(composed.error.missing))
          const model = composed.value
          expect(findIncomplete(model)).toEqual([])
          const text = textOf(model)
          expect(flaws.exec(text)?.[0]).toBeUndefined()
          const annexes = model.blocks.filter((block) => block.kind === 'annex')
          const rows = annexes.map(({ blocks: [table] }) => (table?.kind === 'table' ? table.rows.length : 0))
          expect(rows).toEqual(noticeSections.map((kind) => counts[kind]).filter((number) => number > 0))
          const headings = model.blocks.flatMap((block) =>
            block.kind === 'heading' && block.level === 1 ? [block.number] : [],
          )
          expect(headings).toEqual(headings.map((_, index) => index + 1))
          if (annexes.length > 1) expect(annexes.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
          // Each list as a file of its own says the same rows.
          const subjects = annexSubjects(given)
          expect(subjects).toHaveLength(rows.length)
          for (const [index, { id }] of subjects.entries()) {
            const own = noticeAnnexPaper.compose(given, {}, id)
            const [table] = own.ok ? own.value.blocks.filter((block) => block.kind === 'table') : []
            expect(table).toEqual(annexes[index]!.blocks[0])
          }
        },
      ),
      { numRuns: 80 },
    )
  })

  it('cites what it carries out and nothing for a work rule', () => {
    const basis = (counts: Parameters<typeof facts>[0]) =>
      /(?:根据.*?规定，)?现将有关事项公布如下/u.exec(textOfGood(composeNotice(facts(counts))))![0]
    expect(basis({ rectifying: 1 })).toBe('现将有关事项公布如下')
    expect(basis({ renamed: 1, 'in-force': 2 })).toBe('现将有关事项公布如下')
    expect(basis({ revoked: 1 })).toContain('（以下简称《办法》）第十九条规定')
    expect(basis({ added: 1, 're-registered': 1 })).toContain('第十三条、第十四条、第十五条、第十七条规定')
    const text = textOfGood(composeNotice(facts({ rectifying: 2 }, { until: '2027-03-01' })))
    expect(text).toContain('按工作规则，2个联盟限期整改（名单见附件），请于2027年3月1日前完成整改')
  })

  it('prints the old name beside the new one, and the next term of those registered anew', () => {
    expect(textOfGood(composeNotice(facts({ renamed: 1, 'in-force': 1 })))).toContain('示例旧联盟1')
    const text = textOfGood(composeNotice(facts({ 're-registered': 1 })))
    expect(text).toContain('2026年12月2日至')
    expect(text).toContain('按工作规则，自原试点期届满次日起算')
  })

  it('says the term of each section by that section, whatever another says of the same alliance', () => {
    const given = facts({ 're-registered': 1 })
    const both = {
      ...given.batch,
      sections: [...given.batch.sections!, { kind: 'in-force' as const, dossierIds: [idOf(1)] }],
    }
    const text = textOfGood(composeNotice({ ...given, batch: both }))
    expect(text.split('2026年12月2日至')).toHaveLength(3)
    const revoked = { ...fileFor('revoked', 1), id: idOf(1) }
    expect(labels(composeNotice({ ...given, listed: [revoked] }))).toEqual(['示例联盟1的未被撤销的试点资格'])
  })

  it('lists nobody without the record of its section, and says which is lacking', () => {
    const given = facts({ 're-registered': 1 })
    const plain = fileFor('in-force', 1)
    expect(labels(composeNotice({ ...given, listed: [plain] }))).toEqual(['示例联盟1的测评合格的结果'])
    expect(labels(composeNotice({ ...given, listed: [] }))).toContain(`编号${idOf(1)}的案卷`)
    expect(others.map((kind) => lacksForSection(kind, plain))).toEqual([
      '测评合格的结果',
      '曾用名',
      null,
      '撤销决定',
      null,
    ])
    expect(lacksForSection('in-force', fileFor('revoked', 1))).toBe('未被撤销的试点资格')
  })

  it('stays the notice of always where it publishes new pilots alone', () => {
    expect(textOfGood(composeNotice(facts({ added: 2 })))).toContain('现予公布（名单见附件）')
  })
})
