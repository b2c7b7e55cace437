import { describe, expect, it } from 'vitest'
import { composeDivisionOpinion } from '@shared/documents/division-opinion'
import {
  composeConsultationSummary,
  composeFilingReceipt,
  composeSupplementNotice,
} from '@shared/documents/office-papers'
import { composePledge, composeSignInSheet, composeTallySheet } from '@shared/documents/panel-papers'
import { composePersonalOpinion } from '@shared/documents/personal-opinion'
import { calendarDateSchema } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import { regulation2010 } from '@shared/regulation/2010/index'
import { labels, textOfGood } from './good-text'
import { factsOf, panelOpinionFacts, reviewedFile, settings } from './panel-review'

const file = reviewedFile()
const { panel, divisionOpinions, expertOpinions, recusalDeclarations } = file.proceedings
const frame = { createdAt: '2026-10-22T00:00:00Z' }
const office = { ...frame, settings, regulationTitle: regulation2010.title }
const day = (text: string) => calendarDateSchema.parse(text)

const division = (kind: 'business' | 'organisation') => divisionOpinions.find((opinion) => opinion.kind === kind)!

describe('处室审核意见 (Art. 10, 11)', () => {
  const facts = (kind: 'business' | 'organisation') => ({
    ...office,
    file,
    contentHash: 'a'.repeat(64),
    opinion: division(kind),
  })

  it('prints every item as the business division judged it, and cites Art. 10 and 11', () => {
    const text = textOfGood(composeDivisionOpinion(facts('business')))
    expect(text).toContain('第十条、第十一条规定')
    for (const item of division('business').items) expect(text).toContain(item.reason)
    expect(text).toContain('必要性和技术性审核通过')
  })

  it('keeps the organisational opinion to Art. 10, without standing in the trade', () => {
    const text = textOfGood(composeDivisionOpinion(facts('organisation')))
    expect(text).toContain('第十条规定，对试点联盟的组织形式进行审核')
    expect(text).not.toContain('行业地位')
  })

  it('says what was rejected, and needs the standing and the items', () => {
    const opinion = { ...division('business'), conclusion: 'reject' as const }
    expect(textOfGood(composeDivisionOpinion({ ...facts('business'), opinion }))).toContain(
      '必要性和技术性审核不通过。',
    )
    const empty = { ...opinion, standing: '', items: [] }
    expect(labels(composeDivisionOpinion({ ...facts('business'), opinion: empty }))).toEqual([
      '逐项审核意见',
      '行业地位评价',
    ])
  })
})

describe('个人评审意见表', () => {
  it('has one row for each criterion with facts, judgement and reason, and the declared recusal', () => {
    const [opinion] = expertOpinions
    const text = textOfGood(composePersonalOpinion({ ...frame, file, panel: panel!, opinion: opinion!, settings }))
    expect(text).toMatch(/^7 \| 发展战略规划（第九条第五项） \| /mu)
    expect(text).toContain('同意。审阅案卷前已就8项回避事由逐项申报，均无（2026年10月16日）。')
  })

  it('carries the handwriting of that very opinion, and a blank place where there is none', () => {
    const compose = (handwriting: (typeof expertOpinions)[number]['handwriting']) => {
      const opinion = { ...expertOpinions[0]!, handwriting }
      const composed = composePersonalOpinion({ ...frame, file, panel: panel!, opinion, settings })
      return composed.ok
        ? composed.value.blocks.find((block) => block.kind === 'signatureTable')!.rows[0]!.signature
        : null
    }
    const strokes = [
      [
        { x: 1, y: 2, t: 0 },
        { x: 3, y: 4, t: 9 },
      ],
      [],
    ]
    expect(compose({ width: 10, height: 8, strokes })).toEqual({
      kind: 'strokes',
      width: 10,
      height: 8,
      strokes: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    })
    expect(compose({ width: 10, height: 8, strokes: [] })).toEqual({ kind: 'place' })
    expect(compose(null)).toEqual({ kind: 'place' })
  })

  it('says nothing of a declaration that was never made', () => {
    const silent = { ...file, proceedings: { ...file.proceedings, recusalDeclarations: [] } }
    const opinion = expertOpinions[0]!
    const text = textOfGood(composePersonalOpinion({ ...frame, file: silent, panel: panel!, opinion, settings }))
    expect(text).not.toContain('申报')
  })
})

describe('签到表, 承诺书与回避声明, 表决统计表', () => {
  it('lists everybody who was invited', () => {
    const text = textOfGood(composeSignInSheet({ ...frame, panel: panel!, allianceNames: ['示例联盟'] }))
    expect(text).toContain('应到专家7人')
    expect(labels(composeSignInSheet({ ...frame, panel: { ...panel!, place: '' }, allianceNames: [] }))).toEqual([
      '评审地点',
      '评审的联盟',
    ])
  })

  it('prints each ground as declared, and is not made without the pledge', () => {
    const declaration = recusalDeclarations[0]!
    const answers = declaration.answers.map((answer) =>
      answer.ground === 6 ? { ...answer, exists: true, note: '导师' } : answer,
    )
    const text = textOfGood(composePledge({ ...frame, file, panel: panel!, declaration: { ...declaration, answers } }))
    expect(text).toContain('6 | 与联盟主要负责人有师生关系 | 有 | 导师')
    expect(text.match(/ \| 无 \| —/gu)).toHaveLength(7)
    const refused = composePledge({ ...frame, file, panel: panel!, declaration: { ...declaration, pledged: false } })
    expect(labels(refused)).toEqual(['专家对保密和评审纪律的承诺'])
  })

  it('recounts the votes and names whose opinion is missing', () => {
    expect(textOfGood(composeTallySheet(panelOpinionFacts()))).toContain('同意 5，不同意 1，弃权 1')
    const without: DossierFile = {
      ...file,
      proceedings: { ...file.proceedings, expertOpinions: expertOpinions.slice(1) },
    }
    expect(labels(composeTallySheet(factsOf(without)))).toEqual(['严伯衡的个人评审意见'])
  })
})

describe('材料补正通知, 备案回执, 提请会商汇总表', () => {
  const notice = (content: DossierFile['content'], stage: 'filing' | 'application') =>
    composeSupplementNotice({
      ...office,
      file: { ...file, content },
      stage,
      issuedOn: day('2026-03-06'),
      dueOn: day('2026-03-20'),
    })
  const without = (...codes: string[]): DossierFile['content'] => ({
    ...file.content,
    materials: file.content.materials.filter((material) => !codes.includes(material.code)),
  })

  it('cites Art. 7 for the filing materials and a work rule for the rest and for the day', () => {
    const text = textOfGood(notice(without('necessity', 'funds-proof'), 'application'))
    expect(text).toContain('以下2项材料需要补正')
    expect(text).toContain('组建必要性说明：缺（《办法》第七条第三项）。')
    expect(text).toContain('资金投入凭证：缺（受理工作规则，用于核对《办法》第九条第四项）。')
    expect(text).toContain('按受理工作规则，请于2026年3月20日前补正。')
  })

  it('asks for nothing of the application while it is a filing, and is not made when nothing is missing', () => {
    expect(labels(notice(without('funds-proof'), 'filing'))).toEqual(['需要补正的材料（现有材料齐备，不必通知）'])
  })

  it('gives the number and the day of filing, and only for a filing that was granted', () => {
    expect(textOfGood(composeFilingReceipt({ ...office, file }))).toContain(
      '予以备案，备案编号川联备〔2026〕示例3号，备案日期2026年3月18日。',
    )
    const refused: DossierFile = { ...file, proceedings: { ...file.proceedings, filingDecision: null } }
    expect(labels(composeFilingReceipt({ ...office, file: refused }))).toContain('准予备案的决定')
  })

  it('sums up what the divisions and the panel said of each dossier', () => {
    const text = textOfGood(
      composeConsultationSummary({ ...office, dossiers: [file, file], submittedOn: day('2026-11-02') }),
    )
    expect(text).toContain('以下2个通过审核的联盟')
    expect(text).toContain('到会7人，同意5、不同意1、弃权1；建议按专家组意见第五项补充完善并经复核后通过综合审核。')
    expect(labels(composeConsultationSummary({ ...office, dossiers: [], submittedOn: day('2026-11-02') }))).toEqual([
      '提请会商的联盟',
    ])
  })
})
