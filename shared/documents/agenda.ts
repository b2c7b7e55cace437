import { formatChineseDate, weekday, yearOf, type CalendarDate } from '@shared/domain/date'
import type { AgendaEntry, AgendaKind } from '@shared/workflow/agenda'
import type { BlockOf, DocumentModel, FlowBlock } from './blocks'
import { paragraph, plainDocument, sectionHeading, type DocumentFrame } from './plain-document'

export type AgendaPaperFacts = DocumentFrame & {
  readonly entries: readonly AgendaEntry[]
  readonly today: CalendarDate
  readonly office: string
}

const matters: Readonly<Record<AgendaKind, string>> = {
  'change-filing': '变更备案截止',
  'annual-report': '年度报告截止',
  'campaign-return': '按通知报送材料截止',
  evaluation: '测评应启动',
  'term-end': '试点期届满',
  'campaign-end': '年度工作报送截止',
  supplement: '补正期限届满',
  panel: '评审会',
  'bar-end': '三年禁申期最后一日',
}

const weekdayNames = ['日', '一', '二', '三', '四', '五', '六'] as const

/**
 * 处室日历 for the wall: what is overdue, then month by month what comes. It is a working sheet, bears no number and is not
 * signed; every day is computed from what the desk had on the day that it names.
 */
export function composeAgenda(facts: AgendaPaperFacts): DocumentModel {
  const { entries, today, office } = facts
  const overdue = entries.filter((entry) => entry.overdue)
  const coming = entries.filter((entry) => !entry.overdue)
  const months = [...new Set(coming.map(({ day }) => day.slice(0, 7)))]
  const sections: { readonly title: string; readonly own: readonly AgendaEntry[] }[] = [
    ...(overdue.length === 0 ? [] : [{ title: '已逾期', own: overdue }]),
    ...months.map((month) => ({
      title: `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
      own: coming.filter(({ day }) => day.startsWith(month)),
    })),
  ]
  const blocks: FlowBlock[] = [
    { kind: 'paragraph', align: 'centre', content: `${office}（截至${formatChineseDate(today)}）` },
    ...(entries.length === 0 ? [paragraph('没有待办的日期。')] : []),
    ...sections.flatMap(({ title, own }, index): FlowBlock[] => [
      sectionHeading(index + 1, title),
      tableOf(own, today),
    ]),
    ...(entries.some(({ provisional }) => provisional)
      ? [paragraph('注：标“暂定”的日期所涉年度的节假日安排尚未导入，导入后重新计算。')]
      : []),
  ]
  return plainDocument(facts, { kind: 'agenda', about: today, title: '处室日历', blocks })
}

const tableOf = (entries: readonly AgendaEntry[], today: CalendarDate): BlockOf<'table'> => ({
  kind: 'table',
  columns: [
    { header: '日期', width: 4.6, align: 'centre' },
    { header: '事项', width: 5.2 },
    { header: '联盟或工作', width: 9.5 },
    { header: '备注', width: 3.7, align: 'centre' },
  ],
  rows: entries.map((entry) => [dayWords(entry.day, today), matters[entry.kind], entry.name, noteOf(entry)]),
})

const dayWords = (day: CalendarDate, today: CalendarDate): string => {
  const year = yearOf(day) === yearOf(today) ? '' : `${yearOf(day)}年`
  return `${year}${Number(day.slice(5, 7))}月${Number(day.slice(8))}日\n（周${weekdayNames[weekday(day)] ?? ''}）`
}

const noteOf = ({ overdue, provisional, open }: AgendaEntry): string =>
  [...(overdue ? ['逾期'] : []), ...(provisional ? ['暂定'] : []), ...(open === null ? [] : [`未报齐${open}个`])].join(
    '、',
  ) || '—'
