import { formatChineseDate } from '@shared/domain/date'
import { memberById } from '@shared/domain/dossier'
import type { AnnualReport, Notice } from '@shared/domain/pilot'
import { termsOf } from '@shared/domain/pilot-terms'
import { annualReportWindow, annualReportYearsOf } from '@shared/domain/pilot-dates'
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
 * 年度报告催报 (Art. 16): which parts of a year's report have not arrived, and at which of the two divisions. The days that 12月中旬 stands
 * for are named as a work rule, a yearly notice by its number; being late has no consequence in the text, so none is printed (note 23).
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
  const absent = absentParts(year, report)
  if (absent.length === 0) gaps.add('file.proceedings.annualReports', '尚未报送的年度材料（已报齐，不必催报）')
  return gaps.resolve(() => ({
    wording: annualReminderWording,
    values: {
      联盟名称: alliance.name,
      年度: String(year),
      办法名称: regulationTitle,
      报送时间: windowSentence(year, facts, report),
      截至: notice.writtenOn === null ? [] : [{ 成文日期: formatChineseDate(notice.writtenOn) }],
      未收到数: String(absent.length),
      未收到: absent.map((text, index) => ({ 序号: String(index + 1), 内容: text })),
      报送要求: closing(year, facts, report),
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

/** Arrived means both parts at both recipients (note 22). */
function absentParts(year: number, report: AnnualReport | undefined): string[] {
  return [
    ...(report?.hasSummary === true ? [] : [`${year}年度工作总结；`]),
    ...(report?.hasPlan === true ? [] : [`${year + 1}年度工作计划；`]),
    ...((report?.toBusinessOn ?? null) === null ? ['报省科技厅相关业务处的材料；'] : []),
    ...((report?.toPolicyOn ?? null) === null ? ['报政策法规处的材料；'] : []),
  ].map((line, index, all) => (index === all.length - 1 ? line.replace(/；$/u, '。') : line))
}

function windowSentence(year: number, { settings }: AnnualReminderFacts, report: AnnualReport | undefined): string {
  const override = report?.override ?? null
  const { from, to } = annualReportWindow(year, settings, override)
  const days = `${formatChineseDate(from)}至${formatChineseDate(to)}`
  if (override === null) return `按工作规则，本年度的报送时间为${days}。`
  const number = override.noticeNo.trim()
  return `按本年度通知${number === '' ? '' : `（${number}）`}，报送时间为${days}。`
}

function closing(year: number, { settings, notice }: AnnualReminderFacts, report: AnnualReport | undefined): string {
  const { to } = annualReportWindow(year, settings, report?.override ?? null)
  return notice.writtenOn !== null && notice.writtenOn > to
    ? '上述报送时间已过，请收到本通知后尽快分别报送。'
    : '请在上述时间内分别报送。'
}
