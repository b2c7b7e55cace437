import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findIncomplete } from '@shared/documents/blocks-complete'
import { batchDocuments, dossierDocuments, offeredDocuments } from '@shared/documents/catalogue'
import { panelOfficePapers } from '@shared/documents/catalogue-panel'
import { auditReportPaper, countersignedPaper, refusalSlipPaper } from '@shared/documents/catalogue-other'
import { inBuiltInWords, makePaper, theOne } from '@shared/documents/paper'
import { documentInputKinds, type Typed } from '@shared/documents/catalogue-facts'
import { documentNeeds } from '@shared/documents/catalogue-needs'
import { calendarDateSchema } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import { dossierStatuses } from '@shared/domain/status'
import { hasMessage } from '@shared/messages/translate'
import { regulationText2010 } from '@shared/regulation/2010/articles'
import { catalogueFacts } from './catalogue-facts'
import { batchFacts, readyFor, typedForBatch, typedWords, wholeFile } from './every-document'
import { flaws } from './flaws'
import { labels, textOfGood } from './good-text'
import { reviewedFile, settings, textOf } from './panel-review'
import { pilotOf, randomPilot } from './random-pilot'
import { prose, randomParts, reviewOf } from './random-review'

const find = (kind: string) => dossierDocuments.find((document) => document.kind === kind)!

describe('文书目录', () => {
  it('has every document of the procedure once, each with its words', () => {
    const all = [...dossierDocuments, ...batchDocuments]
    expect([...new Set(all.map((document) => document.kind))].toSorted()).toEqual(
      [
        'annual-reminder',
        'archive-index',
        'business-opinion',
        'change-receipt',
        'consultation-summary',
        'evaluation-feedback',
        'evaluation-notice',
        'feedback-letter',
        'filing-receipt',
        'notice',
        'objection-register',
        'organisation-opinion',
        'panel-minutes',
        'panel-opinion',
        'personal-opinion',
        'pledge',
        'public-display',
        'rectification-notice',
        'rectification-result',
        'result-letter',
        'revocation-notice',
        'sign-in-sheet',
        'supplement-notice',
        'tally-sheet',
      ].toSorted(),
    )
    for (const { kind } of all) expect(hasMessage(`document.${kind}`)).toBe(true)
    for (const input of Object.keys(documentInputKinds)) {
      expect(hasMessage(`documentInput.${input}`)).toBe(true)
      expect(
        [...all, ...panelOfficePapers].some(({ inputs }) => inputs.includes(input as keyof typeof documentInputKinds)),
      ).toBe(true)
    }
    for (const need of Object.keys(documentNeeds)) expect(hasMessage(`documentNeed.${need}`)).toBe(true)
  })

  it('gives each document the kind that the table names', () => {
    const file = reviewedFile()
    for (const document of dossierDocuments) {
      const [subject] = document.subjects(file)
      const composed = document.compose(catalogueFacts(file), typedWords, subject?.id ?? '')
      if (composed.ok) expect(composed.value.kind).toBe(document.kind)
    }
  })

  it('offers nothing to a draft, and only in a status of the table', () => {
    const file = reviewedFile()
    expect(offeredDocuments('draft', file)).toEqual([])
    for (const status of dossierStatuses) {
      for (const { document } of offeredDocuments(status, file)) expect(document.statuses).toContain(status)
    }
    expect(offeredDocuments('revoked', file).map(({ document }) => document.kind)).toContain('revocation-notice')
    expect(offeredDocuments('piloting', file).map(({ document }) => document.kind)).not.toContain('revocation-notice')
  })

  it('gives every paper that is registered its code, whose letters have one too; a draft none, and no slip', async () => {
    const file = wholeFile()
    const codes = new Map<string, boolean>()
    for (const paper of dossierDocuments) {
      const facts = catalogueFacts(readyFor(paper.kind, file))
      for (const subject of paper.subjects(file)) {
        const made = await makePaper(paper, { facts, typed: typedWords, subject }, inBuiltInWords)
        codes.set(paper.kind, made.ok && made.value.isRegistered && made.value.model.verification !== undefined)
        const draft = { ...facts, draft: '征求意见稿' as const }
        const early = await makePaper(paper, { facts: draft, typed: typedWords, subject }, inBuiltInWords)
        expect(early.ok && [early.value.isRegistered, early.value.model.verification]).toEqual([false, undefined])
      }
    }
    for (const paper of batchDocuments) {
      const order = { facts: batchFacts([file]), typed: typedForBatch, subject: theOne }
      const made = await makePaper(paper, order, inBuiltInWords)
      codes.set(`batch ${paper.kind}`, made.ok && made.value.model.verification !== undefined)
    }
    expect([...codes].filter(([, hasCode]) => !hasCode)).toEqual([])
    expect([countersignedPaper.hasCode, auditReportPaper.hasCode, refusalSlipPaper.hasCode]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('says what a document waits for', () => {
    const file = reviewedFile()
    const unmet = (proceedings: Partial<DossierFile['proceedings']>) =>
      offeredDocuments('panel-review', { ...file, proceedings: { ...file.proceedings, ...proceedings } }).find(
        ({ document }) => document.kind === 'tally-sheet',
      )?.unmet
    expect(unmet({})).toEqual([])
    expect(unmet({ panelOpinion: null })).toEqual(['panel-opinion'])
    expect(unmet({ panel: null, panelOpinion: null })).toEqual(['panel', 'panel-opinion'])
  })

  it('has one form for each expert, and names the fact that is missing when asked without it', () => {
    const file = reviewedFile()
    const forms = offeredDocuments('panel-review', file).find(({ document }) => document.kind === 'personal-opinion')!
    expect(forms.subjects).toHaveLength(7)
    for (const { id, label } of forms.subjects) {
      expect(textOfGood(forms.document.compose(catalogueFacts(file), {}, id))).toContain(label)
    }
    expect(labels(forms.document.compose(catalogueFacts(file), {}, 'nobody'))).toEqual(['专家的个人评审意见'])
  })

  it('asks the filing for its own materials before the filing, for all of them afterwards', () => {
    const file = reviewedFile()
    const content = { ...file.content, materials: [] }
    const compose = (filingDecision: DossierFile['proceedings']['filingDecision']) =>
      textOfGood(
        find('supplement-notice').compose(
          catalogueFacts({ ...file, content, proceedings: { ...file.proceedings, filingDecision } }),
          typedWords,
          '',
        ),
      )
    expect(compose(null)).toContain('以下3项材料')
    expect(compose(file.proceedings.filingDecision)).not.toContain('以下3项材料')
  })

  it('issues jointly only when a person says so', () => {
    const file = pilotOf(reviewedFile(), {
      from: calendarDateSchema.parse('2023-11-20'),
      kind: 'first',
      reports: [],
      changes: [],
      evaluations: [{ decidedOn: calendarDateSchema.parse('2026-09-01'), result: 'qualified' }],
      revocation: null,
    })
    const agencies = (joint: string) => {
      const composed = find('evaluation-notice').compose(catalogueFacts(file), { ...typedWords, joint }, '')
      return composed.ok && composed.value.layout.kind === 'official' ? composed.value.layout.head.agencies : []
    }
    expect(agencies('')).toEqual([settings.departmentName])
    expect(agencies('yes')).toHaveLength(settings.agencies.length)
  })

  it('takes a mistyped day for none, and says which is missing', () => {
    const composed = find('consultation-summary').compose(
      catalogueFacts(reviewedFile()),
      { issuedOn: '2026-13-01' },
      '',
    )
    expect(labels(composed)).toEqual(['文书日期'])
  })
})

const articleLabels = new Set(regulationText2010.chapters.flatMap(({ articles }) => articles.map(({ label }) => label)))

/** Money, dates, and statute beside work rules, as they may not stand in print. */
function legalFlaws(text: string): string[] {
  const money = [...text.matchAll(/(?<=到位资金|首笔资金)\d[\d.]*万元/gu)].filter(
    ([sum]) => !/^\d+\.\d{2}万元$/u.test(sum),
  )
  // A date alone on its line is a signature block's, which the writers print.
  const dates = text.match(/\d年0\d|\d月0\d日|(?<=.)\d{4}-\d{2}-\d{2}|\d{4}-\d{2}-\d{2}(?=.)/gu) ?? []
  const cited = [...text.matchAll(/《办法》(第[一二三四五六七八九十]+条)/gu)].filter(
    ([, label]) => !articleLabels.has(label!),
  )
  // What a work rule asks for is never given an article of the regulation in the same breath.
  const mixed = text
    .split(/[。；\n]/u)
    .filter((sentence) => /工作规则[^，]{0,4}，(?!用于核对).*《办法》第|《办法》第.*按[^，。]*工作规则/u.test(sentence))
  return [...money.map(([sum]) => sum), ...dates, ...cited.map(([article]) => article), ...mixed]
}

/** Facts that may be lacking by the dossier's own course: then a document is refused and says so. */
const refusals = /义务|不必|须备案|收到变更|测评结果|证据|试点期|事实|重点培育|反馈意见|整改/u

describe('any dossier with any life after its review', () => {
  it('gives every document without a flaw, or names what it lacks', () => {
    const made = new Map<string, number>()
    fc.assert(
      fc.property(randomParts, randomPilot, prose, (parts, life, words) => {
        const file = pilotOf(reviewOf(parts), life)
        const facts = catalogueFacts(file)
        const said: Typed = { ...typedWords, hearing: words, discussion: words, observers: words }
        for (const document of dossierDocuments) {
          if (document.needs.some((need) => !documentNeeds[need](file))) continue
          for (const { id } of document.subjects(file)) {
            const composed = document.compose(facts, said, id)
            if (!composed.ok) {
              for (const { label } of composed.error.missing) expect(label).toMatch(refusals)
              continue
            }
            made.set(document.kind, (made.get(document.kind) ?? 0) + 1)
            const text = textOf(composed.value)
            expect([document.kind, findIncomplete(composed.value)]).toEqual([document.kind, []])
            expect([document.kind, flaws.exec(text)?.[0]]).toEqual([document.kind, undefined])
            expect([document.kind, legalFlaws(text)]).toEqual([document.kind, []])
          }
        }
      }),
      { numRuns: 60 },
    )
    expect(dossierDocuments.map(({ kind }) => kind).filter((kind) => !made.has(kind))).toEqual([])
  })

  it('marks every document as a draft that is asked for as one', () => {
    const file = wholeFile()
    const draft = '征求意见稿'
    for (const document of dossierDocuments) {
      const asked = readyFor(document.kind, file)
      const [subject] = document.subjects(file)
      const composed = document.compose({ ...catalogueFacts(asked), draft }, typedWords, subject?.id ?? '')
      expect([document.kind, composed.ok && composed.value.draft]).toEqual([document.kind, draft])
    }
    for (const document of batchDocuments) {
      const composed = document.compose({ ...batchFacts([file]), draft }, typedForBatch, '')
      expect([document.kind, composed.ok && composed.value.draft]).toEqual([document.kind, draft])
    }
  })

  it('gives notice and 公示 whose number is the number of rows', () => {
    fc.assert(
      fc.property(fc.array(randomParts, { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 12), (all, seq) => {
        const dossiers = all.map((parts, index) => ({
          ...reviewOf(parts),
          id: `0a1f5c60-6a01-4d10-9c11-0000000001${String(index).padStart(2, '0')}` as DossierFile['id'],
        }))
        for (const document of batchDocuments.filter(({ letter }) => letter !== null)) {
          const text = textOfGood(document.compose(batchFacts(dossiers as [DossierFile], seq), typedForBatch, ''))
          expect(/等\d+个联盟/u.test(text)).toBe(dossiers.length > 1)
          if (dossiers.length > 1) expect(text).toContain(`等${dossiers.length}个联盟为`)
          expect(text).toMatch(new RegExp(`^${dossiers.length} \\| `, 'mu'))
          expect(text).not.toMatch(new RegExp(`^${dossiers.length + 1} \\| `, 'mu'))
        }
      }),
      { numRuns: 20 },
    )
  })
})
