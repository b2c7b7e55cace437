import { describe, expect, it } from 'vitest'
import { findIncomplete } from '@shared/documents/blocks-complete'
import { composePanelOpinion } from '@shared/documents/panel-opinion'
import { calendarDateSchema } from '@shared/domain/date'
import { dossierContentHash, type DossierFile } from '@shared/domain/dossier'
import type { DocumentModel } from '@shared/documents/blocks'
import { computeTally } from '@shared/domain/tally'
import { panelOpinionFacts, reviewedFile, textOf, type Changes } from './panel-review'

function compose(changes: Changes = {}): { model: DocumentModel; text: string } {
  const composed = composePanelOpinion(panelOpinionFacts(changes))
  if (!composed.ok) throw new Error(JSON.stringify(composed.error.missing, null, 1))
  return { model: composed.value, text: textOf(composed.value) }
}

function labelsMissing(changes: Changes): string[] {
  const composed = composePanelOpinion(panelOpinionFacts(changes))
  return composed.ok ? [] : composed.error.missing.map((item) => item.label)
}

const withProceedings =
  (change: (proceedings: DossierFile['proceedings']) => Partial<DossierFile['proceedings']>) =>
  (file: DossierFile): DossierFile => ({ ...file, proceedings: { ...file.proceedings, ...change(file.proceedings) } })

const withContent =
  (change: (content: DossierFile['content']) => Partial<DossierFile['content']>) =>
  (file: DossierFile): DossierFile => ({ ...file, content: { ...file.content, ...change(file.content) } })

/** The same review after a recount, so that only what a test is about is wrong. */
const recounted = (file: DossierFile): DossierFile => {
  const { panel, recusalDecisions, expertOpinions, panelOpinion } = file.proceedings
  const dossierHash = dossierContentHash(file.content)
  const opinions = expertOpinions.map((opinion) => ({ ...opinion, dossierHash }))
  const tally = computeTally(panel!, file.id, recusalDecisions, opinions)
  return {
    ...file,
    proceedings: {
      ...file.proceedings,
      expertOpinions: opinions,
      panelOpinion: { ...panelOpinion!, dossierHash, tally },
    },
  }
}

const after =
  (...changes: ((file: DossierFile) => DossierFile)[]) =>
  (file: DossierFile): DossierFile =>
    recounted(changes.reduce((changed, change) => change(changed), file))

const dayOf = (day: string) => calendarDateSchema.parse(day)
const recuse = (index: number) =>
  withProceedings(({ panel }) => ({
    recusalDecisions: [
      {
        panelId: panel!.id,
        dossierId: panel!.dossierIds[0]!,
        expertId: panel!.experts[index]!.id,
        decision: 'recused',
        grounds: [3],
        reason: '近三年有合作',
        by: '示例处',
        on: dayOf('2026-10-20'),
      },
    ],
  }))

describe('专家组综合审核意见 of the clean sample', () => {
  const { model, text } = compose()

  it('is complete by the gate of the writers', () => {
    expect(findIncomplete(model)).toEqual([])
    expect(model.layout.kind).toBe('plain')
  })

  it('opens with day, place, article, applicant, number, version and hash of what was judged', () => {
    expect(text).toContain('2026年10月22日，四川省科学技术厅政策法规处在成都市示例会议中心201室组织专家组')
    expect(text).toContain('依据《四川省产业技术创新战略联盟备案、试点实施办法》（以下简称《办法》）第十二条')
    expect(text).toContain('四川示例攀岷钒钛集团有限公司代表四川省示例钒钛新材料产业技术创新战略联盟')
    expect(text).toContain(`材料版本1，校验码${dossierContentHash(reviewedFile().content).slice(0, 8)}`)
  })

  it('counts signatures, tasks, members, money and time', () => {
    const { members, tasks } = reviewedFile().content
    expect(text).toContain(`协议由${members.length}家成员单位签署，其中法定代表人签署${members.length}家。`)
    expect(text).toContain(
      `联盟提出${tasks.length}项技术创新任务；${members.length}家成员单位中${members.length}家有具体任务分工`,
    )
    expect(text).toContain('累计到位资金950.00万元，首笔资金于2025年6月12日到位')
    expect(text).toContain('自2025年7月1日至2026年9月15日已运行1年2个月，满足投入资金开始运行1年以上的要求')
  })

  it('prints judgement, reason and evidence pages as they were given', () => {
    expect(text).toContain('专家组认为，本项符合《办法》第十二条第一项的要求。')
    expect(text).toContain('专家组认为，本项基本符合《办法》第九条第三项的要求。')
    expect(text).toContain('（联盟协议书第14、20页）。')
  })

  it('names the voting rule as a work rule and says what the votes amount to', () => {
    expect(text).toContain('到会专家7人，同意5人、不同意1人、弃权1人。')
    expect(text).toContain('按本次评审工作规则，同意人数须达到7人的三分之二以上，本次表决达到该比例。')
    expect(text).not.toMatch(/《办法》[^。]*三分之二/u)
  })

  it('prints dissent verbatim under the name of the dissenter', () => {
    const dissenter = reviewedFile().proceedings.expertOpinions.find((opinion) => opinion.dissent !== '')!
    expect(text).toContain(`${dissenter.expertName}：${dissenter.dissent}`)
  })

  it('puts the leader first into the signature table and leaves every signature blank', () => {
    const annex = model.blocks.find((block) => block.kind === 'annex')!
    const table = annex.blocks.find((block) => block.kind === 'signatureTable')!
    expect(table.rows).toHaveLength(7)
    expect(table.rows[0]).toMatchObject({ name: '严伯衡', role: '技术（组长）', signature: { kind: 'place' } })
    expect(table.rows.every((row) => row.signature.kind === 'place')).toBe(true)
  })
})

describe('what the program found is said, both ways', () => {
  it('names an agent, a missing signature and a signer who was not the legal representative', () => {
    const { text } = compose({
      file: after(
        withContent(({ agreement }) => ({
          agreement: {
            ...agreement,
            signatures: agreement.signatures
              .slice(1)
              .map((signature, index) =>
                index === 0
                  ? { ...signature, capacity: 'agent' as const }
                  : index === 1
                    ? { ...signature, signer: '前任某' }
                    : signature,
              ),
          },
        })),
      ),
    })
    expect(text).toContain('协议由35家成员单位签署，其中法定代表人签署34家、委托代理人签署1家（示例西南材料大学）')
    expect(text).toContain('尚有1家未签署（四川示例攀岷钒钛集团有限公司）')
    expect(text).toMatch(/的签署人前任某与签署日登记的法定代表人.+不一致。/u)
  })

  it('prints the days of a span below one year, for there they decide', () => {
    const { text } = compose({
      file: after(withContent(({ funds }) => ({ funds: { ...funds, operationStartedOn: dayOf('2025-09-16') } }))),
    })
    expect(text).toContain('自2025年9月16日至2026年9月15日已运行11个月30天，不满足投入资金开始运行1年以上的要求')
  })

  it('names members without a task, clauses that the agreement lacks and parts that the plan lacks', () => {
    const { text } = compose({
      file: after(
        withContent(({ tasks, agreement, plan }) => ({
          tasks: tasks.map((task) => ({
            ...task,
            leadUnitId: task.leadUnitId === 'u02' ? 'u01' : task.leadUnitId,
            unitIds: task.unitIds.filter((id) => id !== 'u02'),
          })),
          agreement: { ...agreement, clauses: { ...agreement.clauses, fundsBreach: null } },
          plan: { ...plan, annual: ' ' },
        })),
      ),
    })
    expect(text).toContain('36家成员单位中35家有具体任务分工，1家尚无任务分工（示例西南材料大学）')
    expect(text).toContain('协议未载明违反经费管理规定的违约责任')
    expect(text).toContain('发展战略规划缺少年度计划')
  })

  it('shows an override with both results, person, day and reason', () => {
    const { text } = compose({
      file: after(
        withProceedings(() => ({
          overrides: [
            { ruleId: 'R09-4b', verdict: 'not-met', reason: '首笔资金随即退回', by: '王示例', on: dayOf('2026-10-01') },
          ],
        })),
      ),
    })
    expect(text).toContain('系统核对结果为满足，王示例于2026年10月1日更正为不满足，理由：首笔资金随即退回。')
  })
})

describe('the tally', () => {
  it('takes a recused expert out of numerator and denominator and says so', () => {
    const { text } = compose({ file: after(recuse(3)) })
    expect(text).toContain('到会专家7人，回避1人，同意4人、不同意1人、弃权1人。')
    expect(text).toContain('同意人数须达到6人的三分之二以上，本次表决达到该比例')
    expect(text).toContain('以下1人对本案卷回避')
    expect(text).toContain('近三年与成员单位有项目合作、共同成果或经济往来（近三年有合作）')
    expect(text).not.toContain('尹青崖 | 示例航空材料应用研究中心 | 技术 | ____')
  })

  const fourAgree = withProceedings(({ expertOpinions }) => ({
    expertOpinions: expertOpinions.map((opinion, index) =>
      index === 0 ? { ...opinion, vote: 'abstain' as const } : opinion,
    ),
  }))

  it('says that the threshold was not reached when 4 of 7 agree', () => {
    const { text } = compose({ file: after(fourAgree), opinion: { conclusion: 'reject' } })
    expect(text).toContain('同意人数须达到7人的三分之二以上，本次表决未达到该比例。专家组建议不予通过综合审核。')
  })

  it('refuses a conclusion that contradicts the votes, in either direction', () => {
    expect(labelsMissing({ file: after(fourAgree) })).toEqual([
      '与表决相符的结论（同意人数未达到本次评审工作规则规定的比例）',
    ])
    expect(labelsMissing({ opinion: { conclusion: 'reject' } })).toEqual([
      '与表决相符的结论（同意人数已达到本次评审工作规则规定的比例）',
    ])
  })

  it('refuses a sealed tally that differs from the recount', () => {
    const sealed = reviewedFile().proceedings.panelOpinion!.tally
    expect(labelsMissing({ opinion: { tally: { ...sealed, agree: sealed.agree + 1 } } })).toEqual([
      '与个人意见相符的表决统计（所附统计与重新计票不一致）',
    ])
  })

  it('reports who refuses to sign, with the reason', () => {
    const [, , third] = reviewedFile().proceedings.panel!.experts
    const { text } = compose({ opinion: { refusals: [{ expertId: third!.id, reason: '不认可结论' }] } })
    expect(text).toContain('秦慕之不在本意见上签名，理由：不认可结论。')
    expect(text).toContain('秦慕之 | 示例东方电化学研究所 | 技术 | 不签名，理由见正文')
  })
})

describe('a missing value stops the export and names itself', () => {
  it.each([
    [{ opinion: { problems: ' ' } }, '存在问题'],
    [{ opinion: { suggestions: '' } }, '改进意见'],
    [{ opinion: { conclusion: null } }, '结论'],
    [{ opinion: { signedOn: null } }, '签署日期'],
    [{ opinion: { leaderExpertId: null } }, '专家组组长'],
    [{ opinion: { dissents: [] } }, '秦慕之的不同意见（须照录其个人意见原文）'],
    [{ file: withProceedings(({ panel }) => ({ panel: { ...panel!, place: '' } })) }, '评审地点'],
    [
      { file: after(withProceedings(({ expertOpinions }) => ({ expertOpinions: expertOpinions.slice(1) }))) },
      '严伯衡的个人评审意见',
    ],
    [{ file: after(withContent(({ application }) => ({ application: { ...application, no: '' } }))) }, '试点申请编号'],
  ] satisfies [Changes, string][])('case %#', (changes, label) => {
    expect(labelsMissing(changes)).toContain(label)
  })

  it('names them all at once, with the path of each', () => {
    const composed = composePanelOpinion(panelOpinionFacts({ opinion: { problems: '', suggestions: '' } }))
    expect(composed).toEqual({
      ok: false,
      error: {
        kind: 'missing-values',
        missing: [
          { field: 'opinion.problems', label: '存在问题' },
          { field: 'opinion.suggestions', label: '改进意见' },
        ],
      },
    })
  })

  it('refuses an opinion on another version until a person confirms that it still holds', () => {
    const changed = withContent(({ goals }) => ({ goals: { ...goals, overall: '改过的目标' } }))
    const labels = labelsMissing({ file: changed })
    expect(labels).toEqual(['对现行版本1的复核确认（专家组意见依据版本1）'])
    const confirmed = (file: DossierFile) => {
      const next = changed(file)
      const confirmation = {
        dossierVersion: 2,
        dossierHash: dossierContentHash(next.content),
        note: '整改已核',
        by: '示例处',
        on: dayOf('2026-11-01'),
      }
      return { ...next, proceedings: { ...next.proceedings, reviewConfirmations: [confirmation] } }
    }
    expect(labelsMissing({ file: confirmed })).toEqual([])
  })

  it('lets a draft go round without date, leader and last votes, marked on every page', () => {
    const { model, text } = compose({
      file: after(withProceedings(({ expertOpinions }) => ({ expertOpinions: expertOpinions.slice(1) }))),
      opinion: { signedOn: null, leaderExpertId: null, conclusion: null },
      draft: '征求意见稿',
    })
    expect(model.draft).toBe('征求意见稿')
    expect(findIncomplete(model)).toEqual([])
    expect(text).not.toContain('结论')
  })
})
