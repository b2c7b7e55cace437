import { describe, expect, it } from 'vitest'
import { composeArchiveIndex } from '@shared/documents/archive-index'
import { composePanelMinutes, type MinutesWords } from '@shared/documents/panel-minutes'
import { calendarDateSchema } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import { labels, textOfGood } from './good-text'
import { factsOf, panelOpinionFacts, reviewedFile, type Changes } from './panel-review'

const words: MinutesWords = {
  chairedBy: '王示例',
  recordedBy: '李示例',
  observers: '业务处室一（示例）代表1人',
  hearing: '理事长单位汇报了联盟组建情况。',
  discussion: '专家就增材制造任务与主线的关系进行了讨论。\n建议收窄指标',
}

describe('评审会议记录', () => {
  const compose = (changes: Changes = {}, said: Partial<MinutesWords> = {}) =>
    composePanelMinutes({ ...panelOpinionFacts(changes), words: { ...words, ...said } })
  const withPanel = (change: (panel: NonNullable<DossierFile['proceedings']['panel']>) => object) => ({
    file: (file: DossierFile): DossierFile => ({
      ...file,
      proceedings: {
        ...file.proceedings,
        panel: { ...file.proceedings.panel!, ...change(file.proceedings.panel!) },
      },
    }),
  })

  it('takes attendance, votes, tallies and decision from the records', () => {
    const text = textOfGood(compose())
    expect(text).toContain('应到专家7人，实到7人。专家组组长为')
    expect(text).toContain('同意 5，不同意 1，弃权 1')
    expect(text).toMatch(/^联盟协议( \| \d){4}$/mu)
    expect(text).toContain('专家组建议按专家组意见第五项补充完善并经复核后通过综合审核。')
    expect(text).toContain('不同意见（')
  })

  it('keeps the words of people, paragraph by paragraph', () => {
    const text = textOfGood(compose())
    expect(text).toContain('专家就增材制造任务与主线的关系进行了讨论。\n建议收窄指标')
    expect(text).toContain('主持人：王示例。记录人：李示例。')
  })

  it('names who was absent, and refuses an attendance that nobody took', () => {
    const absent = withPanel((panel) => ({
      members: panel.members.map((member, index) => (index === 6 ? { ...member, present: false } : member)),
    }))
    const name = reviewedFile().proceedings.panel!.experts[6]!.name
    expect(textOfGood(compose(absent))).toContain(`应到专家7人，实到6人，未到会1人（${name}）。`)
    const unknown = withPanel((panel) => ({
      members: panel.members.map((member, index) => (index === 6 ? { ...member, present: null } : member)),
    }))
    expect(labels(compose(unknown))).toContain(`${name}的到会情况`)
  })

  it('speaks of a hearing only where there was one, and then wants its words', () => {
    const heard = withPanel(() => ({ hearing: true }))
    const silent = withPanel(() => ({ hearing: false }))
    expect(textOfGood(compose(heard))).toContain('听取联盟汇报，进行质询。')
    expect(labels(compose(heard, { hearing: '' }))).toEqual(['联盟汇报和答疑情况'])
    expect(textOfGood(compose(silent, { hearing: '' }))).not.toContain('汇报')
  })

  it('names what only people can say', () => {
    expect(
      labels(
        compose(
          withPanel(() => ({ hearing: false })),
          { chairedBy: '', recordedBy: ' ', discussion: '' },
        ),
      ),
    ).toEqual(['主持人', '记录人', '讨论情况'])
    expect(textOfGood(compose({}, { observers: '' }))).not.toContain('列席')
  })

  it('waits for every opinion and for the conclusion', () => {
    const file = reviewedFile()
    const without = {
      ...file,
      proceedings: { ...file.proceedings, expertOpinions: file.proceedings.expertOpinions.slice(1) },
    }
    expect(labels(composePanelMinutes({ ...factsOf(without, { opinion: { conclusion: null } }), words }))).toEqual([
      '严伯衡的个人评审意见',
      '专家组结论',
    ])
  })
})

describe('归档目录', () => {
  const file = reviewedFile()
  const act = {
    title: '会商结果',
    on: calendarDateSchema.parse('2026-11-05'),
    by: '政策法规处（示例）',
    recordId: 'c'.repeat(64),
  }
  const facts = {
    createdAt: '2026-11-22T00:00:00Z',
    file,
    contentHash: 'a'.repeat(64),
    documents: [{ title: '公布通知', files: [{ fileName: '通知.docx.p7s', sha256: 'b'.repeat(64) }] }],
    acts: [act],
    compiledBy: '李示例',
    compiledOn: calendarDateSchema.parse('2026-11-22'),
  }

  it('has every material, file and act with its whole hash', () => {
    const text = textOfGood(composeArchiveIndex(facts))
    for (const { title, sha256 } of file.content.materials) {
      expect(text).toContain(title)
      expect(text).toContain(`${sha256.slice(0, 32)}\n${sha256.slice(32)}`)
    }
    expect(text).toContain(`1 | 公布通知 | P7S | ${'b'.repeat(32)}\n${'b'.repeat(32)}`)
    expect(text).toContain(`1 | 会商结果（政策法规处（示例）） | 2026年11月5日 | ${'c'.repeat(32)}`)
    expect(text).toContain(`共有申请材料${file.content.materials.length}项、文书文件1个、办理记录1条。`)
  })

  it('says that there are no documents yet, and is not made without acts or compiler', () => {
    expect(textOfGood(composeArchiveIndex({ ...facts, documents: [] }))).toContain('没有文书。')
    expect(labels(composeArchiveIndex({ ...facts, acts: [], compiledBy: '', compiledOn: null }))).toEqual([
      '立卷人',
      '立卷日期',
      '办理记录',
    ])
  })
})
