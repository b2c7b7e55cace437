import { formatChineseDate } from '@shared/domain/date'
import { expertLabel, labelAmong } from '@shared/domain/expert-label'
import type { Panel } from '@shared/domain/panel'
import type { Result } from '@shared/lib/result'
import type { Block, BlockOf, DocumentModel, FlowBlock } from './blocks'
import { listNames, majorityNames, nameWords, oneParagraph, sentence, verbatimParagraphs } from './chinese-text'
import { Gaps, type MissingValues } from './missing-values'
import { recusalBlocks, tallyBlocks } from './panel-opinion-annexes'
import type { PanelOpinionFacts } from './panel-opinion-facts'
import { paragraph, plainDocument, sectionHeading } from './plain-document'
import { sealingBlocks } from './sealing-blocks'
import { conclusionSentences, specialtyNames } from './vocabulary/values'
import { countVotes } from './vote-count'

/** What no record holds and only people who sat there can say. */
export type MinutesWords = {
  /** 主持人. */
  readonly chairedBy: string
  /** 记录人. */
  readonly recordedBy: string
  /** 列席人员, as they are to be printed; may be empty. */
  readonly observers: string
  /** 讨论情况. */
  readonly discussion: string
  /** 联盟汇报和答疑, where the alliance was heard. */
  readonly hearing: string
}

export type PanelMinutesFacts = PanelOpinionFacts & { readonly words: MinutesWords }

/**
 * 评审会议记录: attendance, order of business, recusals, votes, tallies and decision from the records; chair, recorder,
 * hearing and discussion in the words of people. All of it is work rule: Art. 12 knows no minutes.
 */
export function composePanelMinutes(facts: PanelMinutesFacts): Result<DocumentModel, MissingValues> {
  const { panel, opinion, words } = facts
  const gaps = new Gaps()
  gaps.text(panel.place, 'panel.place', '评审地点')
  noteAttendanceGaps(panel, gaps)
  const leader = gaps.value(
    panel.experts.find((expert) => expert.id === opinion.leaderExpertId),
    'opinion.leaderExpertId',
    '专家组组长',
  )
  for (const expert of countVotes(facts).missingExperts) {
    gaps.add('file.proceedings.expertOpinions', `${expertLabel(expert, panel.experts)}的个人评审意见`)
  }
  gaps.value(opinion.conclusion, 'opinion.conclusion', '专家组结论')
  gaps.text(words.chairedBy, 'words.chairedBy', '主持人')
  gaps.text(words.recordedBy, 'words.recordedBy', '记录人')
  if (panel.hearing) gaps.text(words.hearing, 'words.hearing', '联盟汇报和答疑情况')
  gaps.text(words.discussion, 'words.discussion', '讨论情况')
  return gaps.resolve(() => compose(facts, leader === undefined ? '' : expertLabel(leader, panel.experts)))
}

/** Everybody who was invited either came or did not; the records must say which. */
function noteAttendanceGaps({ members, experts }: Panel, gaps: Gaps): void {
  members.forEach(({ expertId, present }, index) => {
    const name = labelAmong(expertId, '', experts)
    if (name === '') gaps.add(`panel.members[${index}].expertId`, '专家组成员的姓名和单位')
    else if (present === null) gaps.add(`panel.members[${index}].present`, `${name}的到会情况`)
  })
  if (!members.some((member) => member.present === true)) gaps.add('panel.members', '到会专家')
}

function compose(facts: PanelMinutesFacts, leader: string): DocumentModel {
  const { panel, file, words } = facts
  const { name } = file.content.alliance
  const sealed = sealingBlocks(facts)
  const sections: { heading: string; blocks: FlowBlock[] }[] = [
    { heading: '到会情况', blocks: attendance(facts, leader) },
    { heading: '会议议程', blocks: orderOfBusiness(facts) },
    { heading: '回避情况', blocks: recusalBlocks(facts) },
    ...(panel.hearing ? [{ heading: '联盟汇报和答疑', blocks: verbatimParagraphs(words.hearing) }] : []),
    { heading: '讨论情况', blocks: verbatimParagraphs(words.discussion) },
    { heading: '表决情况', blocks: tallyBlocks(facts, countVotes(facts), captions) },
    ...(sealed.length === 0 ? [] : [{ heading: '意见封存和开封', blocks: sealed }]),
    { heading: '会议决定', blocks: decision(facts) },
  ]
  return plainDocument(facts, {
    kind: 'panel-minutes',
    about: `${file.id}/${panel.id}`,
    title: [...nameWords(name), '试点综合审核', '评审会议记录'],
    blocks: [
      ...head(facts),
      ...sections.flatMap(({ heading, blocks }, index): Block[] => [sectionHeading(index + 1, heading), ...blocks]),
      { kind: 'spacing', lines: 1 },
      ...['主持人', '记录人', '专家组组长'].map((label): BlockOf<'paragraph'> => ({
        kind: 'paragraph',
        align: 'right',
        content: [{ text: `${label}（签名）：` }, { blank: 8 }],
      })),
    ],
  })
}

const captions = { votes: '表决结果', criteria: '个人评审意见汇总（人数）' }

function head({ panel, file, contentHash, words }: PanelMinutesFacts): FlowBlock[] {
  const { alliance, application } = file.content
  const number = application.no.trim()
  return [
    paragraph(`会议名称：${panel.title}。`),
    paragraph(`时间：${formatChineseDate(panel.heldOn)}。地点：${panel.place.trim()}。`),
    paragraph(`主持人：${words.chairedBy.trim()}。记录人：${words.recordedBy.trim()}。`),
    ...(words.observers.trim() === '' ? [] : [paragraph(`列席人员：${sentence(words.observers)}`)]),
    paragraph(
      `评审对象：${alliance.name}（${number === '' ? '' : `编号${number}，`}材料版本${file.version}，校验码${contentHash.slice(0, 8)}）。`,
    ),
  ]
}

function attendance({ panel }: PanelMinutesFacts, leader: string): FlowBlock[] {
  const invited = panel.members.flatMap(({ expertId, present }) =>
    panel.experts.filter((expert) => expert.id === expertId).map((expert) => ({ expert, present: present === true })),
  )
  const absent = invited.filter(({ present }) => !present).map(({ expert }) => expertLabel(expert, panel.experts))
  return [
    paragraph(
      `应到专家${invited.length}人，实到${invited.length - absent.length}人` +
        `${absent.length === 0 ? '' : `，未到会${absent.length}人（${listNames(absent)}）`}。专家组组长为${leader}。`,
    ),
    {
      kind: 'table',
      columns: [
        { header: '序号', width: 3, align: 'centre' },
        { header: '姓名', width: 4, align: 'centre' },
        { header: '工作单位', width: 12 },
        { header: '专业', width: 4, align: 'centre' },
        { header: '到会', width: 4, align: 'centre' },
      ],
      rows: invited.map(({ expert, present }, index) => [
        String(index + 1),
        expert.name,
        expert.unitName,
        specialtyNames[expert.specialty],
        present ? '到会' : '未到会',
      ]),
    },
  ]
}

/** Only what the records show to have taken place. */
function orderOfBusiness(facts: PanelMinutesFacts): FlowBlock[] {
  const { file, panel } = facts
  const declared = file.proceedings.recusalDeclarations.some(
    (item) => item.panelId === panel.id && item.dossierId === file.id,
  )
  const steps = [
    ...(declared ? ['专家作出承诺，就回避事由逐项申报。'] : []),
    `审阅联盟协议书等${file.content.materials.length}项材料。`,
    ...(panel.hearing ? ['听取联盟汇报，进行质询。'] : []),
    '讨论，形成个人评审意见并表决。',
    '形成专家组综合审核意见。',
  ]
  return steps.map((text, index) => ({ kind: 'heading', level: 3, number: index + 1, text }))
}

/** What the panel recommends, its dissents word for word, and who did not sign. */
function decision(facts: PanelMinutesFacts): FlowBlock[] {
  const { opinion, panel } = facts
  const { reached } = countVotes(facts)
  const nameOf = (id: string) => labelAmong(id, '', panel.experts)
  const recommended =
    opinion.conclusion === null ? '' : conclusionSentences[opinion.conclusion].replace('本意见', '专家组意见')
  return [
    paragraph(
      `按本次评审工作规则，表决${reached ? '达到' : '未达到'}规定的${majorityNames[panel.rules.majority]}比例。专家组${recommended}。`,
    ),
    ...opinion.dissents.map(({ expertId, text }) =>
      paragraph(`不同意见（${nameOf(expertId)}）：${oneParagraph(text)}`),
    ),
    ...opinion.refusals.map(({ expertId, reason }) =>
      paragraph(`${nameOf(expertId)}不在专家组意见上签名，理由：${sentence(reason)}`),
    ),
  ]
}
