import { formatChineseDate } from '@shared/domain/date'
import { memberById } from '@shared/domain/dossier'
import type { AnnualReport, Notice } from '@shared/domain/pilot'
import { termsOf } from '@shared/domain/pilot-terms'
import { annualReportYearsOf } from '@shared/domain/pilot-dates'
import { missingOfReport, reportTermsOf, type ReportTerms } from '@shared/domain/report-terms'
import type { ReportRecipient } from '@shared/domain/handed-in'
import type { Result } from '@shared/lib/result'
import type { DocumentModel } from './blocks'
import { nameWords } from './chinese-text'
import { composeLetter, letterBlocks, type Letter, type LetterWording } from './letter'
import { Gaps, type MissingValues } from './missing-values'
import { noteOfficialGaps, officialDocument } from './official-document'
import type { DossierPaperFacts } from './plain-document'

export type AnnualReminderFacts = DossierPaperFacts & {
  readonly year: number
  /** Number, dates and 版记 of the letter; it goes to the chair unit. */
  readonly notice: Notice
}

export const annualReminderWording: LetterWording = {
  kind: 'annual-reminder',
  required: ['联盟名称', '年度', '未收到.内容'],
  title: (say) => [
    ...nameWords(say('联盟名称'), '关于'),
    '报送',
    `${say('年度')}年度`,
    '工作总结',
    '和下年度',
    '工作计划',
    '的通知',
  ],
  body: (say) => [
    `《${say('办法名称')}》（以下简称《办法》）第十六条规定，试点联盟须于每年12月中旬将本年度工作总结和下年度工作计划` +
      `分别报省科技厅相关业务处和政策法规处。${say('报送时间')}`,
    `${say.part('截至', (row) => `截至${row('成文日期')}，`)}${say('联盟名称')}以下${say('未收到数')}项尚未收到：`,
    ...say.each('未收到', (row) => [`${row('序号')}.${row('内容')}`]),
    say('报送要求'),
  ],
}

/**
 * 年度报告催报 (Art. 16): which parts of a year's report have not arrived, and at which of the two divisions. The days that
 * 12月中旬 stands for are named as a work rule, a yearly notice by its number; being late has no consequence in the text,
 * so none is printed (note 23).
 */
export const composeAnnualReminder = (facts: AnnualReminderFacts): Result<DocumentModel, MissingValues> =>
  composeLetter(annualReminderLetter(facts))

/** The same with its words still open. */
export function annualReminderLetter(facts: AnnualReminderFacts): Result<Letter, MissingValues> {
  const { file, settings, regulationTitle, year, notice, draft } = facts
  const { alliance } = file.content
  const { pilotTerm, annualReports } = file.proceedings
  const gaps = new Gaps()
  const chair = gaps.value(
    memberById(file.content, alliance.chairUnitId),
    'file.content.alliance.chairUnitId',
    '理事长单位',
  )
  const addressee = chair?.fullName ?? ''
  noteOfficialGaps({ notice, addressee, ...(draft === undefined ? {} : { draft }) }, 'notice', gaps)
  const term = gaps.value(pilotTerm, 'file.proceedings.pilotTerm', '试点期')
  const isOwed = annualReportYearsOf(termsOf(file.proceedings), settings).includes(year)
  if (term !== undefined && !isOwed) {
    gaps.add('year', `${year}年度的报送义务（不在试点期须报送的年度之内）`)
  }
  const report = annualReports.findLast((item) => item.year === year)
  const terms = reportTermsOf(year, file.proceedings, settings)
  const absent = absentParts(year, report, terms)
  if (absent.length === 0) gaps.add('file.proceedings.annualReports', '尚未报送的年度材料（已报齐，不必催报）')
  return gaps.resolve(() => ({
    wording: annualReminderWording,
    values: {
      联盟名称: alliance.name,
      年度: String(year),
      办法名称: regulationTitle,
      报送时间: windowSentence(terms, report),
      截至: notice.writtenOn === null ? [] : [{ 成文日期: formatChineseDate(notice.writtenOn) }],
      未收到数: String(absent.length),
      未收到: absent.map((text, index) => ({ 序号: String(index + 1), 内容: text })),
      报送要求: closing(facts, terms),
    },
    set: ({ title, body }) =>
      officialDocument(facts, {
        kind: 'annual-reminder',
        about: `${file.id}/${year}`,
        title,
        subject: `${alliance.name}${year}年度报告催报`,
        notice,
        addressee,
        blocks: letterBlocks(body),
      }),
  }))
}

/** What each place is called in the sentence of Art. 16; the other one has the name that the notice gives it. */
const placeNames = { business: '省科技厅相关业务处', policy: '政策法规处' } as const

const placeOf = (recipient: ReportRecipient, { otherRecipient }: ReportTerms): string =>
  recipient === 'other' ? otherRecipient.trim() : placeNames[recipient]

/** Arrived means both parts at every place: both divisions, or those that the notice names (note 22). */
function absentParts(year: number, report: AnnualReport | undefined, terms: ReportTerms): string[] {
  const { parts, recipients } = missingOfReport(report, terms)
  return [
    ...parts.map((part) => (part === 'summary' ? `${year}年度工作总结；` : `${year + 1}年度工作计划；`)),
    ...recipients.map((recipient) => `报${placeOf(recipient, terms)}的材料；`),
  ].map((line, index, all) => (index === all.length - 1 ? line.replace(/；$/u, '。') : line))
}

function windowSentence(terms: ReportTerms, report: AnnualReport | undefined): string {
  const { from, to, campaign } = terms
  const days = `${formatChineseDate(from)}至${formatChineseDate(to)}`
  if (campaign === null && (report?.override ?? null) === null) return `按工作规则，本年度的报送时间为${days}。`
  const number = (campaign?.noticeNo ?? report?.override?.noticeNo ?? '').trim()
  const byNotice = `按本年度通知${number === '' ? '' : `（${number}）`}，`
  if (campaign === null) return `${byNotice}报送时间为${days}。`
  const told = `${formatChineseDate(campaign.from)}至${formatChineseDate(campaign.to)}`
  const places = isByArticle(terms)
    ? ''
    : `，报送${terms.recipients.map((recipient) => placeOf(recipient, terms)).join('、')}`
  const extended = campaign.extension === null ? '' : `经同意，你联盟的报送时间延至${formatChineseDate(to)}。`
  return `${byNotice}报送时间为${told}${places}。${extended}`
}

/** Both divisions and nobody else (Art. 16). */
const isByArticle = ({ recipients }: ReportTerms): boolean =>
  recipients.length === 2 && recipients.includes('business') && recipients.includes('policy')

function closing({ notice }: AnnualReminderFacts, terms: ReportTerms): string {
  const each = terms.recipients.length > 1 ? '分别' : ''
  return notice.writtenOn !== null && notice.writtenOn > terms.to
    ? `上述报送时间已过，请收到本通知后尽快${each}报送。`
    : `请在上述时间内${each}报送。`
}
