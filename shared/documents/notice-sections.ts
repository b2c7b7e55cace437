/** What the sections of a composite notice list, each from the records, and the columns of each list. */
import { formatChineseDate } from '@shared/domain/date'
import { memberById, type DossierFile } from '@shared/domain/dossier'
import type { Batch, BatchSection, ListColumn, NoticeSection } from '@shared/domain/pilot'
import { pilotTerm, type DaySpan } from '@shared/domain/pilot-dates'
import { chineseNumeral } from '@shared/lib/chinese-numeral'
import { industryName, subjectName } from './alliance-list'
import type { AnnexBlock } from './blocks'
import { clauseName } from './chinese-text'
import { latestResult, newTerm } from './evaluation-notice'
import type { NoticeFacts } from './notice-facts'

/** A section with its dossiers, in the order in which it is printed. */
export type FilledSection = {
  readonly kind: NoticeSection
  readonly dossiers: readonly DossierFile[]
  readonly columns: readonly ListColumn[]
  readonly until: BatchSection['until'] | null
}

export const sectionNames: Readonly<Record<NoticeSection, string>> = {
  added: '新增试点',
  're-registered': '重新登记',
  renamed: '名称变更',
  rectifying: '限期整改',
  revoked: '撤销',
  'in-force': '现有试点',
}

/** What a list has beside serial number and name, unless people chose. */
export const usualColumns: Readonly<Record<NoticeSection, readonly ListColumn[]>> = {
  added: ['chair', 'industry', 'term'],
  're-registered': ['chair', 'industry', 'term'],
  renamed: ['formerName', 'chair'],
  rectifying: ['chair', 'industry'],
  revoked: ['chair', 'industry'],
  'in-force': ['chair', 'industry', 'term'],
}

/** The sections of a notice that list somebody, the new pilots first. */
export function sectionsOf({ batch, dossiers, listed = [] }: Pick<NoticeFacts, 'batch' | 'dossiers' | 'listed'>) {
  const known = new Map([...listed, ...dossiers].map((file) => [file.id as string, file]))
  const filled = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? [])
  const added: FilledSection = {
    kind: 'added',
    dossiers: filled(batch.dossierIds),
    columns: batch.columns ?? usualColumns.added,
    until: null,
  }
  const others = (batch.sections ?? []).map(({ kind, dossierIds, columns, until = null }): FilledSection => ({
    ...{ kind, until },
    dossiers: filled(dossierIds),
    columns: columns ?? usualColumns[kind],
  }))
  return [...(batch.dossierIds.length === 0 ? [] : [added]), ...others]
}

/** Whether a notice publishes more than new pilots. */
export const isComposite = ({ sections = [], columns }: Pick<Batch, 'sections' | 'columns'>): boolean =>
  sections.length > 0 || columns !== undefined

/**
 * What keeps a dossier out of a section, as a person calls it; null if nothing does. Each section rests on a record: a
 * qualified evaluation, a former name, a decision to revoke, a term.
 */
export function lacksForSection(kind: NoticeSection, file: DossierFile, isInBatch = false): string | null {
  const { proceedings, content } = file
  switch (kind) {
    case 'added':
      return proceedings.consultation?.decision === 'decided' ? null : '会商结果（确定）'
    case 're-registered':
      if (proceedings.revocation !== null) return '未被撤销的试点资格'
      return latestResult(file)?.result === 'qualified' ? null : '测评合格的结果'
    case 'renamed':
      return content.alliance.formerNames.length > 0 ? null : '曾用名'
    case 'rectifying':
      return proceedings.pilotTerm === null ? '试点期' : proceedings.revocation === null ? null : '未被撤销的试点资格'
    case 'revoked':
      return proceedings.revocation === null ? '撤销决定' : null
    case 'in-force':
      if (proceedings.revocation !== null) return '未被撤销的试点资格'
      return proceedings.pilotTerm === null && !isInBatch ? '试点期' : null
  }
}

/**
 * The term that a row prints: that of the notice for a new pilot, the next one for one that is registered anew; in the
 * list in force whichever of them the same notice says.
 */
function termOf(kind: NoticeSection, file: DossierFile, { batch, settings }: NoticeFacts): DaySpan | null {
  const isIn = (section: NoticeSection) =>
    (batch.sections ?? []).some((one) => one.kind === section && one.dossierIds.includes(file.id))
  if (kind === 'added' || (kind === 'in-force' && batch.dossierIds.includes(file.id))) {
    return pilotTerm(batch.notice, settings)
  }
  if (kind === 're-registered' || (kind === 'in-force' && isIn('re-registered'))) {
    return newTerm(file, { notice: batch.notice, settings })
  }
  return file.proceedings.pilotTerm
}

const columnNames: Readonly<Record<ListColumn, string>> = {
  chair: '理事长单位',
  industry: '产业领域',
  term: '试点期',
  city: '推荐单位',
  memberCount: '成员单位数',
  secretariat: '秘书处依托单位',
  formerName: '原名称',
  filingNo: '备案编号',
}
const columnWidths: Readonly<Record<ListColumn, number>> = {
  ...{ chair: 6.5, industry: 4, term: 8, city: 5, memberCount: 3, secretariat: 6, formerName: 8, filingNo: 5.5 },
}

/** The list of a section as its annex has it. */
export function sectionAnnex(section: FilledSection, number: number | null, facts: NoticeFacts): AnnexBlock {
  const { kind, columns, dossiers, until } = section
  const extra = kind === 'revoked' ? '依据和日期' : kind === 'rectifying' && until !== null ? '整改期限' : null
  // Old name and new name stand side by side.
  const isFirst = kind === 'renamed' && columns.includes('formerName')
  const rest = isFirst ? columns.filter((column) => column !== 'formerName') : columns
  return {
    kind: 'annex',
    ...(number === null ? {} : { number }),
    title: sectionTitle(section, facts),
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '序号', width: 2.5, align: 'centre' },
          ...(isFirst ? [{ header: columnNames.formerName, width: columnWidths.formerName }] : []),
          { header: isFirst ? '现名称' : '联盟名称', width: 8 },
          ...rest.map((column) => ({
            header: columnNames[column],
            width: columnWidths[column],
            ...(['industry', 'term', 'memberCount'].includes(column) ? { align: 'centre' as const } : {}),
          })),
          ...(extra === null ? [] : [{ header: extra, width: 7, align: 'centre' as const }]),
        ],
        rows: dossiers.map((file, index) => [
          String(index + 1),
          ...(isFirst ? [cell(kind, 'formerName', file, facts)] : []),
          file.content.alliance.name,
          ...rest.map((column) => cell(kind, column, file, facts)),
          ...(extra === null ? [] : [extraCell(section, file)]),
        ]),
      },
    ],
  }
}

/** The title of the list of a section. */
export function sectionTitle({ kind }: Pick<FilledSection, 'kind'>, { batch }: Pick<NoticeFacts, 'batch'>): string {
  return kind === 'added'
    ? `${subjectName}新增试点名单（第${chineseNumeral(batch.seq)}批）`
    : `${subjectName}${sectionNames[kind]}名单`
}

function extraCell({ kind, until }: FilledSection, { proceedings: { revocation } }: DossierFile): string {
  if (kind === 'rectifying') return until === null || until === undefined ? '—' : formatChineseDate(until)
  if (revocation === null) return '—'
  return `《办法》${clauseName(revocation.ground)}\n${formatChineseDate(revocation.decidedOn)}`
}

function cell(kind: NoticeSection, column: ListColumn, file: DossierFile, facts: NoticeFacts): string {
  const { content } = file
  const { alliance, members, filing } = content
  const { settings } = facts
  const orNone = (text: string | undefined): string => (text === undefined || text.trim() === '' ? '—' : text)
  switch (column) {
    case 'chair':
      return orNone(memberById(content, alliance.chairUnitId)?.fullName)
    case 'industry':
      return orNone(industryName(alliance.industry, settings))
    case 'term': {
      const term = termOf(kind, file, facts)
      return term === null ? '以正式公布日期为准' : spanWords(term)
    }
    case 'city':
      return orNone(alliance.recommendedBy)
    case 'memberCount':
      return String(members.filter(({ leftOn }) => leftOn === null).length)
    case 'secretariat':
      return orNone(memberById(content, alliance.secretariatUnitId)?.fullName)
    case 'formerName':
      return orNone(alliance.formerNames.at(-1))
    case 'filingNo':
      return orNone(file.proceedings.filingDecision?.no ?? filing.filingNo)
  }
}

const spanWords = ({ from, to }: DaySpan): string => `${formatChineseDate(from)}至\n${formatChineseDate(to)}`
