import { lastDayOf, type CampaignOfDossier } from '@shared/domain/campaign'
import type { CampaignStanding } from '@shared/domain/campaign-standing'
import { formatChineseDate } from '@shared/domain/date'
import type { ReportPart } from '@shared/domain/handed-in'
import type { DossierId } from '@shared/domain/ids'
import type { Notice } from '@shared/domain/pilot'
import type { Result } from '@shared/lib/result'
import type { DocumentModel } from './blocks'
import { nameWords, sentence } from './chinese-text'
import { letterBlocks } from './letter'
import { Gaps, type MissingValues } from './missing-values'
import { noteOfficialGaps, officialDocument } from './official-document'
import { paragraph, type DocumentFrame } from './plain-document'

export type CampaignReminderFacts = DocumentFrame & {
  readonly dossierId: DossierId
  readonly name: string
  readonly chairUnit: string
  readonly campaign: CampaignOfDossier
  readonly standing: CampaignStanding
  readonly notice: Notice
}

const workNames = {
  'annual-summary': '工作总结',
  're-examination': '复审',
  evaluation: '测评',
  statistics: '统计',
} as const

const partNames: Readonly<Record<ReportPart, (year: number) => string>> = {
  summary: (year) => `${year}年度工作总结`,
  plan: (year) => `${year + 1}年度工作计划`,
  'self-report': () => '自评报告',
  statistics: (year) => `${year}年度统计表`,
  other: () => '有关材料',
}

const placeNames = { business: '省科技厅相关业务处', policy: '省科技厅政策法规处' } as const

/**
 * 年度工作催报 of one alliance on a round that the office's own notice sets: what has not arrived, and where. It rests on
 * that notice alone and names no consequence; a pilot's yearly report is called for by Art. 16 in a letter of its own.
 */
export function composeCampaignReminder(facts: CampaignReminderFacts): Result<DocumentModel, MissingValues> {
  const { campaign, standing, name, chairUnit, notice, draft, dossierId } = facts
  const gaps = new Gaps()
  const addressee = gaps.text(chairUnit, 'file.content.alliance.chairUnitId', `${name}的理事长单位`)
  noteOfficialGaps({ notice, addressee, ...(draft === undefined ? {} : { draft }) }, 'notice', gaps)
  const absent = absentItems(facts)
  if (absent.length === 0) gaps.add('standing', '尚未报送的材料（已报齐，不必催报）')
  return gaps.resolve(() => {
    const work = `${campaign.year}年度${workNames[campaign.kind]}`
    const asOf = notice.writtenOn === null ? '' : `截至${formatChineseDate(notice.writtenOn)}，`
    const items = absent.map((item, index) => `${index + 1}.${item}${index === absent.length - 1 ? '。' : '；'}`)
    return officialDocument(facts, {
      kind: 'campaign-reminder',
      about: `${campaign.campaignId}/${dossierId}`,
      title: [...nameWords(name, '关于'), '报送', work, '材料', '的通知'],
      subject: `${name}${work}催报`,
      notice,
      addressee,
      blocks: [
        paragraph(`${noticeWords(campaign)}${daysWords(campaign)}`),
        paragraph(`${asOf}${name}以下${absent.length}项尚未收到：`),
        ...letterBlocks(items),
        paragraph(closing(standing, notice)),
      ],
    })
  })
}

function absentItems({ campaign, standing }: CampaignReminderFacts): readonly string[] {
  const places = standing.missingRecipients.map((recipient) =>
    recipient === 'other' ? campaign.otherRecipient.trim() : placeNames[recipient],
  )
  return [
    ...standing.missingParts.map((part) => partNames[part](campaign.year)),
    ...places.map((place) => `报${place}的材料`),
    ...(standing.lacking.trim() === '' ? [] : [sentence(standing.lacking).replace(/[。！？]$/u, '')]),
  ]
}

function noticeWords({ year, kind, noticeNo, issuedOn }: CampaignOfDossier): string {
  const number = noticeNo.trim() === '' ? '' : `（${noticeNo.trim()}）`
  const day = issuedOn === null ? '' : formatChineseDate(issuedOn)
  return `按照${day}关于开展${year}年度${workNames[kind]}的通知${number}，`
}

const daysWords = (campaign: CampaignOfDossier): string =>
  `材料应于${formatChineseDate(campaign.from)}至${formatChineseDate(campaign.to)}报送。` +
  (campaign.extension === null ? '' : `经同意，报送时间延至${formatChineseDate(lastDayOf(campaign))}。`)

const closing = ({ lastDay }: CampaignStanding, { writtenOn }: Notice): string =>
  writtenOn !== null && writtenOn > lastDay ? '上述报送时间已过，请收到本通知后尽快报送。' : '请在上述时间内报送。'
