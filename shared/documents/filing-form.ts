import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import { memberById, type DossierContent, type Member, type Task } from '@shared/domain/dossier'
import { formatWanYuan } from '@shared/lib/money'
import type { BlockOf, DocumentModel, RichText } from './blocks'
import { paragraph, plainDocument, sectionHeading, type DocumentFrame } from './plain-document'
import { filingFormSections, formMemberHeads, formTaskHeads, type FormSection } from './vocabulary/filing-form'
import { chainLinkNames, memberRoleNames, taskNatureNames, unitKindNames } from './vocabulary/values'

export type FilingFormFacts = DocumentFrame & {
  /** What is known already; `null`: a blank form. */
  readonly content: DossierContent | null
  readonly regulationTitle: string
}

/** Rows to write on where nothing is known yet. */
const blankMembers = 8
const blankTasks = 4

/**
 * 备案申请表 (Art. 7), blank or with what is known. The measure prescribes no layout: this one is the office's own, and
 * says so. A filled one is read again by its labels.
 */
export function composeFilingForm(facts: FilingFormFacts): DocumentModel {
  const { content, regulationTitle } = facts
  const [alliance, ...others] = filingFormSections
  return plainDocument(facts, {
    kind: 'filing-form',
    about: content === null ? 'blank' : content.alliance.name,
    title: ['产业技术创新战略联盟', '备案申请表'],
    blocks: [
      paragraph(
        `本表供申请《${regulationTitle}》第六条规定的备案使用，与联盟协议书、组建必要性说明材料一并报送（第七条）。` +
          '该办法没有规定表格的样式，本表由本单位拟定（工作规则）。请在右栏填写，不要改动左栏的项目名称。',
      ),
      ...(alliance === undefined ? [] : sectionBlocks(1, alliance, content)),
      sectionHeading(2, '成员单位'),
      memberBlock(content?.members ?? []),
      sectionHeading(3, '技术创新任务'),
      taskBlock(content?.tasks ?? [], content),
      ...others.flatMap((section, index) => sectionBlocks(index + 4, section, content)),
      { kind: 'spacing', lines: 1 },
      paragraph('以上内容真实，所附材料与原件一致。'),
      { kind: 'paragraph', align: 'right', content: [{ text: '理事长单位（盖章）：' }, { blank: 10 }] },
      {
        kind: 'paragraph',
        align: 'right',
        content: [{ blank: 4 }, { text: '年' }, { blank: 2 }, { text: '月' }, { blank: 2 }, { text: '日' }],
      },
    ],
  })
}

const toWriteOn = (blank: number): RichText => [{ blank }]
const orBlank = (words: string, blank: number): RichText => (words.trim() === '' ? toWriteOn(blank) : words)

const sectionBlocks = (number: number, { title, fields }: FormSection, content: DossierContent | null) => [
  sectionHeading(number, title),
  {
    kind: 'table',
    columns: [
      { header: '项目', width: 42 },
      { header: '内容', width: 114, align: 'left' },
    ],
    rows: fields.map(({ label, path, kind }) => [label, orBlank(wordsAt(content, path, kind), 18)]),
  } satisfies BlockOf<'table'>,
]

function wordsAt(content: DossierContent | null, path: string, kind: string): string {
  let value: unknown = content
  for (const key of path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
  }
  if (typeof value !== 'string' || value === '' || content === null) return ''
  if (kind === 'day') return formatChineseDate(value as CalendarDate)
  return kind === 'unit' ? (memberById(content, value)?.fullName ?? '') : value
}

function memberBlock(members: readonly Member[]): BlockOf<'table'> {
  const rows = members.map((member) => ({
    fullName: member.fullName,
    creditCode: member.creditCode ?? '',
    kind: unitKindNames[member.kind],
    representative: member.legalRepresentatives.at(-1)?.name ?? '',
    role: memberRoleNames[member.role],
    city: member.city,
    contribution: member.contributionFen === 0 ? '' : formatWanYuan(member.contributionFen),
  }))
  return listBlock(formMemberHeads, rows, blankMembers, [30, 32, 16, 16, 16, 14, 20])
}

function taskBlock(tasks: readonly Task[], content: DossierContent | null): BlockOf<'table'> {
  const nameOf = (unitId: string | null) => (content === null ? '' : (memberById(content, unitId)?.fullName ?? ''))
  const rows = tasks.map((task) => ({
    name: task.name,
    nature: taskNatureNames[task.nature],
    chainLink: chainLinkNames[task.chainLink],
    lead: nameOf(task.leadUnitId),
    units: task.unitIds.map(nameOf).join('、'),
    span: [task.startMonth, task.endMonth].filter((month) => month !== null).join('至'),
    fund: task.fundFen === 0 ? '' : formatWanYuan(task.fundFen),
    indicators: task.indicators,
  }))
  return listBlock(formTaskHeads, rows, blankTasks, [22, 12, 12, 20, 44, 16, 20, 26])
}

/** A list with a column of running numbers; rows to write on if there is none. */
function listBlock<Key extends string>(
  heads: Readonly<Record<Key, string>>,
  rows: readonly Readonly<Record<Key, string>>[],
  blankRows: number,
  widths: readonly number[],
): BlockOf<'table'> {
  const keys = Object.keys(heads) as Key[]
  const written: readonly (Readonly<Record<Key, string>> | null)[] =
    rows.length === 0 ? Array.from({ length: blankRows }, () => null) : rows
  return {
    kind: 'table',
    columns: [
      { header: '序号', width: 10, align: 'centre' },
      ...keys.map((key, index) => ({ header: heads[key], width: widths[index] ?? 16, align: 'left' as const })),
    ],
    rows: written.map((row, index) => [String(index + 1), ...keys.map((key) => orBlank(row?.[key] ?? '', 2))]),
  }
}
