import type { Figure } from '@shared/domain/annual-figures'
import { partsAsked, type Campaign, type CohortGroup } from '@shared/domain/campaign'
import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import type { ReportRecipient } from '@shared/domain/handed-in'
import { departmentAlone } from '@shared/domain/issuers'
import type { OfficeSettings } from '@shared/domain/office'
import { noticeSchema, type Notice } from '@shared/domain/pilot'
import type { Result } from '@shared/lib/result'
import { subjectName } from './alliance-list'
import type { AnnexBlock, DocumentModel, FlowBlock } from './blocks'
import { listNames, sentence, verbatimLines } from './chinese-text'
import { Gaps, type MissingValues } from './missing-values'
import { noteOfficialGaps, officialDocument } from './official-document'
import { paragraph, plainDocument, seal, sectionHeading, type DocumentFrame } from './plain-document'

/** An alliance as the list of a notice names it. */
export type ListedAlliance = {
  readonly name: string
  readonly chairUnit: string
  /** Null: by now neither filed nor a pilot; no notice names it as one. */
  readonly group: CohortGroup | null
}

export type CampaignNoticeFacts = DocumentFrame & {
  readonly campaign: Campaign
  readonly alliances: readonly ListedAlliance[]
  readonly settings: OfficeSettings
  readonly regulationTitle: string
  /** 主送, 抄送 and 版记; number and day are the campaign's. */
  readonly typed: Pick<Notice, 'addressee' | 'copiedTo' | 'printedBy' | 'printedOn'>
}

const workNames = {
  'annual-summary': '工作总结',
  're-examination': '复审',
  evaluation: '测评',
  statistics: '统计',
} as const satisfies Readonly<Record<Campaign['kind'], string>>

const groupNames: Readonly<Record<CohortGroup, string>> = {
  piloting: '试点联盟',
  expired: '试点期满待测评的联盟',
  filed: '已备案尚未试点的联盟',
}
const groupCells: Readonly<Record<CohortGroup, string>> = { piloting: '试点', expired: '期满待测评', filed: '已备案' }

/**
 * 年度工作总结、复审、测评、统计通知: whom it asks, for what, until when, where to, whom to call. It cites Art. 16 or 15 and 17 where it
 * carries them out and nothing where it is the office's own; days, copies, outline and figures are named as
 * arrangements of this notice (work rules). With a number it is a 公文, without one a letter of the department.
 */
export function composeCampaignNotice(facts: CampaignNoticeFacts): Result<DocumentModel, MissingValues> {
  const { campaign, alliances, settings, typed, draft } = facts
  const notice: Notice = noticeSchema.parse({
    ...typed,
    docNo: campaign.noticeNo,
    writtenOn: campaign.issuedOn,
    issuers: [...departmentAlone(settings)],
  })
  const isNumbered = campaign.noticeNo.trim() !== ''
  const gaps = new Gaps()
  if (isNumbered) noteOfficialGaps({ notice, ...(draft === undefined ? {} : { draft }) }, 'campaign', gaps)
  else {
    gaps.text(typed.addressee, 'addressee', '主送机关')
    if (draft === undefined) gaps.value(campaign.issuedOn, 'campaign.issuedOn', '通知成文日期')
  }
  gaps.text(campaign.contact, 'campaign.contact', '联系人和联系方式')
  if (alliances.length === 0) gaps.add('campaign.dossierIds', '参加的联盟名单')
  if (campaign.dossierIds.length !== alliances.length) gaps.add('campaign.dossierIds', '名单中每个联盟的案卷')
  for (const { name, group } of alliances) {
    if (group === null) gaps.add('campaign.dossierIds', `${name}的备案或试点资格（已终止，请移出名单）`)
  }
  return gaps.resolve(() => {
    const annexes = annexesOf(facts)
    const title = [
      '关于',
      '开展',
      `${campaign.year}年度`,
      '四川省',
      '产业技术创新战略联盟',
      workNames[campaign.kind],
      '的通知',
    ]
    const blocks = bodyOf(facts, annexes)
    if (isNumbered) {
      const subject = `${subjectName}${campaign.year}年度${workNames[campaign.kind]}通知`
      return officialDocument(facts, {
        kind: 'campaign-notice',
        about: campaign.id,
        title,
        subject,
        notice,
        blocks,
        annexes,
      })
    }
    const plain = plainDocument(facts, { kind: 'campaign-notice', about: campaign.id, title, blocks: [] })
    const [head] = plain.blocks
    return {
      ...plain,
      blocks: [
        ...(head === undefined ? [] : [head]),
        { kind: 'addressee', text: typed.addressee.trim().replace(/[：:]$/u, '') },
        ...blocks,
        { kind: 'attachmentNote', items: annexes.map((annex) => annex.title) },
        ...signatureOf(settings.departmentName, campaign.issuedOn),
        ...annexes,
      ],
    }
  })
}

const signatureOf = (name: string, on: CalendarDate | null): readonly FlowBlock[] =>
  on === null ? [{ kind: 'signature', names: [name], seal: true }] : [seal(name, on)]

function bodyOf(facts: CampaignNoticeFacts, annexes: readonly AnnexBlock[]): FlowBlock[] {
  const { campaign, alliances } = facts
  return [
    paragraph(openingSentence(facts)),
    sectionHeading(1, '参加范围'),
    paragraph(scopeSentence(alliances)),
    ...(alliances.some(({ group }) => group === 'filed')
      ? [paragraph('已备案尚未试点的联盟参加本项工作，系本通知的安排。')]
      : []),
    sectionHeading(2, '报送内容'),
    ...contentItems(campaign, annexes).map((item, index, all) =>
      paragraph(`${all.length === 1 ? '' : `${index + 1}.`}${item}`),
    ),
    sectionHeading(3, '报送时间和部门'),
    paragraph(deliverySentence(campaign)),
    paragraph(
      `本通知所定报送时间${campaign.copies === null ? '' : '、份数'}和材料格式系工作安排；已按期报送的，不必重复报送。`,
    ),
    sectionHeading(4, '联系方式'),
    ...verbatimLines(campaign.contact).map((line) => paragraph(sentence(line))),
  ]
}

function openingSentence({ campaign, regulationTitle }: CampaignNoticeFacts): string {
  const { kind, year } = campaign
  switch (kind) {
    case 'annual-summary':
      return (
        `根据《${regulationTitle}》（以下简称《办法》）第十六条“试点联盟须于每年12月中旬将本年度工作总结和下年度工作计划` +
        `分别报省科技厅相关业务处和政策法规处”的规定，现将${year}年度工作总结报送事项通知如下：`
      )
    case 'evaluation':
      return (
        `根据《${regulationTitle}》（以下简称《办法》）第十五条、第十七条规定，` +
        `决定开展${year}年度${subjectName}测评，现将有关事项通知如下：`
      )
    case 're-examination':
      return `为掌握${subjectName}运行情况，决定开展${year}年度复审，现将有关事项通知如下：`
    case 'statistics':
      return `为掌握${subjectName}运行情况，决定开展${year}年度统计，现将有关事项通知如下：`
  }
}

function scopeSentence(alliances: readonly ListedAlliance[]): string {
  const counts = (Object.keys(groupNames) as CohortGroup[])
    .map((group) => ({ group, count: alliances.filter((one) => one.group === group).length }))
    .filter(({ count }) => count > 0)
  const parts = counts.map(({ group, count }) => `${groupNames[group]}${count}个`)
  const split = counts.length > 1 ? `，其中${listNames(parts)}` : `，均为${groupNames[counts[0]?.group ?? 'piloting']}`
  return `附件1所列${alliances.length}个联盟${alliances.length === 1 && counts.length === 1 ? `，为${groupNames[counts[0]?.group ?? 'piloting']}` : split}。`
}

const partNames = {
  summary: (year: number) => `${year}年度工作总结`,
  plan: (year: number) => `${year + 1}年度工作计划`,
  'self-report': () => '自评报告',
  statistics: (year: number) => `${year}年度统计表`,
  other: () => '有关证明材料',
} as const

function contentItems(campaign: Campaign, annexes: readonly AnnexBlock[]): readonly string[] {
  const annexOf = (word: string): string => {
    const number = annexes.find(({ title }) => title.includes(word))?.number
    return number === undefined ? '' : `（见附件${number}）`
  }
  const asked = partsAsked[campaign.kind].map((part) => partNames[part](campaign.year))
  const hasOutline = campaign.outline.trim() !== ''
  const papers = `${asked.join('和')}${hasOutline ? `，按提纲编写${annexOf('提纲')}` : ''}。`
  const table =
    campaign.figureIds.length > 0 && campaign.kind !== 'statistics'
      ? [`${partNames.statistics(campaign.year)}${annexOf('统计表')}。`]
      : []
  return [campaign.kind === 'statistics' ? `${asked.join('')}${annexOf('统计表')}。` : papers, ...table]
}

/** What each place is called; the other one by the name that was typed. */
const placeNames: Readonly<Record<Exclude<ReportRecipient, 'other'>, string>> = {
  business: '省科技厅相关业务处',
  policy: '省科技厅政策法规处',
}

function deliverySentence({ from, to, recipients, otherRecipient, copies }: Campaign): string {
  const places = recipients.map((recipient) => (recipient === 'other' ? otherRecipient.trim() : placeNames[recipient]))
  const each = places.length > 1 ? '分别' : ''
  const number = copies === null ? '' : `，另报加盖理事长单位公章的纸质件${places.length > 1 ? '各' : ''}${copies}份`
  return `请于${formatChineseDate(from)}至${formatChineseDate(to)}将上述材料的电子版${each}报${listNames(places)}${number}。`
}

function annexesOf({ campaign, alliances, settings }: CampaignNoticeFacts): readonly AnnexBlock[] {
  const figures = campaign.figureIds.flatMap((id) => settings.annualFigures.find((figure) => figure.id === id) ?? [])
  const work = workNames[campaign.kind]
  const drafts: readonly Omit<AnnexBlock, 'number'>[] = [
    { kind: 'annex', title: `${campaign.year}年度${work}联盟名单`, blocks: [listTable(alliances)] },
    ...(campaign.outline.trim() === ''
      ? []
      : [
          {
            kind: 'annex' as const,
            title: `${campaign.year}年度${work}提纲`,
            blocks: verbatimLines(campaign.outline).map(paragraph),
          },
        ]),
    ...(figures.length === 0
      ? []
      : [
          {
            kind: 'annex' as const,
            title: `${campaign.year}年度统计表`,
            blocks: statisticsBlocks(figures, campaign.year),
          },
        ]),
  ]
  return drafts.map((annex, index) => ({ ...annex, number: index + 1 }))
}

const listTable = (alliances: readonly ListedAlliance[]): FlowBlock => ({
  kind: 'table',
  columns: [
    { header: '序号', width: 2.2, align: 'centre' },
    { header: '联盟名称', width: 9.5 },
    { header: '理事长单位', width: 7.5 },
    { header: '类别', width: 4, align: 'centre' },
  ],
  rows: alliances.map(({ name, chairUnit, group }, index) => [
    String(index + 1),
    name,
    chairUnit.trim() === '' ? '—' : chairUnit,
    group === null ? '—' : groupCells[group],
  ]),
})

/** A form for the pen: names and units are printed, every value is a blank. */
const statisticsBlocks = (figures: readonly Figure[], year: number): FlowBlock[] => [
  { kind: 'paragraph', align: 'flush', content: [{ text: '联盟名称：' }, { blank: 22 }] },
  { kind: 'paragraph', align: 'flush', content: [{ text: '理事长单位（盖章）：' }, { blank: 17 }] },
  {
    kind: 'table',
    columns: [
      { header: '序号', width: 2, align: 'centre' },
      { header: '类别', width: 4, align: 'centre' },
      { header: '指标', width: 8.5 },
      { header: '单位', width: 2.5, align: 'centre' },
      { header: `${year}年`, width: 4.5, align: 'centre' },
    ],
    rows: figures.map(({ group, name, unit }, index) => [
      String(index + 1),
      group === '' ? '—' : group,
      name,
      unit === '' ? '—' : unit,
      [{ blank: 6 }],
    ]),
  },
  {
    kind: 'paragraph',
    align: 'flush',
    content: [{ text: '填表人：' }, { blank: 7 }, { text: ' 联系电话：' }, { blank: 9 }],
  },
  { kind: 'paragraph', align: 'flush', content: [{ text: '填表日期：' }, { blank: 7 }] },
]
