import { formatChineseDate } from '@shared/domain/date'
import { materialCodes, memberById, type MaterialCode } from '@shared/domain/dossier'
import { labelAmong } from '@shared/domain/expert-label'
import { criterionIds } from '@shared/domain/judgement'
import type { PanelOpinion, Tally } from '@shared/domain/panel'
import type { Result } from '@shared/lib/result'
import type { Block, DocumentModel } from './blocks'
import { listNames, majorityNames, nameWords, oneParagraph, sentence, verbatimParagraphs } from './chinese-text'
import { Gaps, type MissingValues } from './missing-values'
import { panelOpinionAnnexes } from './panel-opinion-annexes'
import { criterionText, otherOverrides } from './panel-opinion-criteria'
import type { PanelOpinionFacts } from './panel-opinion-facts'
import { noteGaps } from './panel-opinion-gaps'
import { countVotes, type VoteCount } from './vote-count'
import { conclusionSentences, criterionNames } from './vocabulary/values'

/**
 * 专家组综合审核意见 (Art. 12). Facts are counted, judgements are printed as people wrote them, the voting rule is named as a
 * work rule. A final copy (no `draft`) needs everything: judgements, 存在问题, 改进意见, all votes, a leader, a date, and no
 * opinion that was given on another version of the dossier.
 * @returns the model, or every missing value with its Chinese name.
 */
export function composePanelOpinion(facts: PanelOpinionFacts): Result<DocumentModel, MissingValues> {
  const gaps = new Gaps()
  noteGaps(facts, gaps)
  return gaps.resolve(() => compose(facts))
}

function compose(facts: PanelOpinionFacts): DocumentModel {
  const { file, opinion, draft } = facts
  const { name } = file.content.alliance
  const words = [...nameWords(name), '试点', '综合审核', '专家组意见']
  const title = words.join('')
  const count = countVotes(facts)
  const byCriterion = criterionIds.map((id) => opinion.items.find((item) => item.criterionId === id))
  const [agreement, division, ...conditions] = byCriterion.map((item) =>
    item === undefined ? '' : criterionText(item, facts),
  )
  const rest = otherOverrides(facts.checks)
  const closing = closingSections(facts, count)
  return {
    id: `panel-opinion/${file.id}/${file.version}`,
    kind: 'panel-opinion',
    title,
    subject: `${name} 综合审核`,
    createdAt: facts.createdAt,
    layout: { kind: 'plain' },
    pageNumbers: true,
    ...(draft === undefined ? {} : { draft }),
    blocks: [
      { kind: 'title', text: title, words },
      { kind: 'spacing', lines: 1 },
      { kind: 'paragraph', content: opening(facts) },
      { kind: 'heading', level: 1, number: 1, text: criterionNames['C12-1'], content: agreement ?? '' },
      { kind: 'heading', level: 1, number: 2, text: criterionNames['C12-2'], content: division ?? '' },
      { kind: 'heading', level: 1, number: 3, text: '试点联盟的其他条件（《办法》第九条）' },
      ...conditions.map((content, index): Block => ({
        kind: 'heading',
        level: 2,
        number: index + 1,
        text: criterionNames[criterionIds[index + 2] ?? 'C9-1'],
        content,
      })),
      ...rest.map((content): Block => ({ kind: 'paragraph', content })),
      { kind: 'heading', level: 1, number: 4, text: '存在问题' },
      ...verbatimParagraphs(opinion.problems),
      { kind: 'heading', level: 1, number: 5, text: '改进意见和建议' },
      ...verbatimParagraphs(opinion.suggestions),
      ...closing
        .map(({ heading, paragraphs }, index): Block[] => [
          { kind: 'heading', level: 1, number: index + 6, text: heading },
          ...paragraphs.map((content): Block => ({ kind: 'paragraph', content })),
        ])
        .flat(),
      { kind: 'attachmentNote', items: ['专家签名表', '表决统计', '回避情况'] },
      { kind: 'spacing', lines: 1 },
      { kind: 'paragraph', align: 'right', content: [{ text: '专家组组长（签名）：' }, { blank: 8 }] },
      {
        kind: 'signature',
        names: ['综合审核专家组'],
        seal: false,
        ...(opinion.signedOn === null ? {} : { date: opinion.signedOn }),
      },
      ...panelOpinionAnnexes(facts, count),
    ],
  }
}

/** What was reviewed, by whom, under which article, on which version of the papers. */
function opening({ file, contentHash, panel, opinion, settings, regulationTitle }: PanelOpinionFacts): string {
  const { content, version } = file
  const { application, alliance } = content
  const division = settings.divisions.find((item) => item.id === settings.policyDivisionId)
  const applicant = memberById(content, application.applicantUnitId ?? alliance.chairUnitId)
  return (
    `${formatChineseDate(panel.heldOn)}，${settings.departmentName}${division?.name ?? '政策法规处'}在${panel.place}组织专家组（名单见附件1），` +
    `依据《${regulationTitle}》（以下简称《办法》）第十二条，对${applicant?.fullName ?? ''}代表${alliance.name}提交的试点申请` +
    `（编号${application.no}，材料版本${opinion.dossierVersion ?? version}，校验码${(opinion.dossierHash ?? contentHash).slice(0, 8)}）进行综合审核。` +
    `专家组审阅了${materialsRead(content.materials)}，${panel.hearing ? '听取了联盟情况介绍，' : ''}经质询和讨论，形成意见如下：`
  )
}

const materialNames: Readonly<Partial<Record<MaterialCode, string>>> = {
  agreement: '联盟协议书',
  'strategy-plan': '发展战略规划',
  'funds-rule': '经费管理办法',
  'pilot-application': '试点申请书',
}

/** 联盟协议书、发展战略规划、经费管理办法等7项材料: at most three by name, the number is the number of materials. */
function materialsRead(materials: readonly { readonly code: MaterialCode }[]): string {
  const codes = new Set(materials.map((material) => material.code))
  const preferred: readonly MaterialCode[] = ['agreement', 'strategy-plan', 'funds-rule', 'pilot-application']
  const named = preferred.filter((code) => codes.has(code) && materialCodes.includes(code)).slice(0, 3)
  const names = named.map((code) => materialNames[code] ?? '')
  if (names.length === 0) return `申请材料${materials.length}项`
  return `${listNames(names)}${materials.length > names.length ? '等' : ''}${materials.length}项材料`
}

type Section = { readonly heading: string; readonly paragraphs: readonly string[] }

/** 六、结论, then dissent and refusals where there are any. */
function closingSections({ opinion, panel }: PanelOpinionFacts, count: VoteCount): Section[] {
  const nameOf = (id: string) => labelAmong(id, '', panel.experts)
  const sections: Section[] = []
  if (opinion.conclusion !== null) {
    sections.push({ heading: '结论', paragraphs: [conclusion(opinion.conclusion, count, panel.rules.majority)] })
  }
  if (opinion.dissents.length > 0) {
    const paragraphs = opinion.dissents.map(({ expertId, text }) => `${nameOf(expertId)}：${oneParagraph(text)}`)
    sections.push({ heading: '不同意见', paragraphs })
  }
  if (opinion.refusals.length > 0) {
    const paragraphs = opinion.refusals.map(
      ({ expertId, reason }) => `${nameOf(expertId)}不在本意见上签名，理由：${sentence(reason)}`,
    )
    sections.push({ heading: '不签名情况', paragraphs })
  }
  return sections
}

/** The tally and what it amounts to under the work rules of this panel: the regulation has no voting rule (note 16). */
function conclusion(
  decided: PanelOpinion['conclusion'],
  { tally, reached, base }: VoteCount,
  majority: keyof typeof majorityNames,
): string {
  return (
    `${tallySentence(tally)}。按本次评审工作规则，同意人数须达到${base}人的${majorityNames[majority]}以上，` +
    `本次表决${reached ? '达到' : '未达到'}该比例。专家组${conclusionSentences[decided]}。`
  )
}

function tallySentence({ present, recused, agree, disagree, abstain, missing }: Tally): string {
  return [
    `到会专家${present}人`,
    recused > 0 ? `，回避${recused}人` : '',
    `，同意${agree}人、不同意${disagree}人、弃权${abstain}人`,
    missing > 0 ? `，尚有${missing}人未提交意见` : '',
  ].join('')
}
