import { countersignatureIdOf, roundIdOf } from '../domain/countersign'
import type { JournalRecord } from './record'
import { recordStamp } from './record'
import type { Payload, RecordType } from './payloads'

type RowBase = {
  readonly id: string
  /** (lamport, author, seq) of the record that wrote the row: the newer stamp wins, whatever came first. */
  readonly stamp: string
  readonly recordId: string
  readonly author: string
  /** Local clock of the author, ISO instant. */
  readonly at: string
}

/** Which table a kind of record writes. The value of a row is the record's payload. */
export const tableOfType = {
  'desk.introduced': 'desks',
  'key.confirmed': 'keyConfirmations',
  'settings.saved': 'settings',
  'calendar.saved': 'calendars',
  'dossier.saved': 'dossierVersions',
  'status.set': 'statuses',
  'filing.decided': 'filingDecisions',
  'rule.judged': 'ruleJudgements',
  'rule.overridden': 'ruleOverrides',
  'division-opinion.sealed': 'divisionOpinions',
  'expert.saved': 'experts',
  'panel.saved': 'panels',
  'assignment.issued': 'assignments',
  'recusal.declared': 'recusalDeclarations',
  'recusal.decided': 'recusalDecisions',
  'opinion.sealed': 'expertOpinions',
  'opinion.returned': 'returns',
  'panel-opinion.sealed': 'panelOpinions',
  'countersign.opened': 'countersignRounds',
  'panel-opinion.signed': 'countersignatures',
  'countersign.closed': 'countersignClosings',
  'review.confirmed': 'reviewConfirmations',
  'consultation.recorded': 'consultations',
  'batch.saved': 'batches',
  'pilot-term.set': 'pilotTerms',
  'annual-report.saved': 'annualReports',
  'change.saved': 'changes',
  'evaluation.saved': 'evaluations',
  'revocation.recorded': 'revocations',
  'revocation.registered': 'priorRevocations',
  'bundle.exported': 'bundleExports',
  'bundle.imported': 'bundleImports',
  'document.exported': 'documentExports',
} as const satisfies Record<RecordType, string>

type TypeOfTable<N extends string> = { [T in RecordType]: (typeof tableOfType)[T] extends N ? T : never }[RecordType]
export type PayloadTable = (typeof tableOfType)[RecordType]

/** Row of a table: what the record said, and which record said it. */
export type Row<N extends PayloadTable> = RowBase & { readonly value: Payload<TypeOfTable<N>> }

/** One line of the audit trail: every record has one. */
export type HistoryRow = {
  readonly id: string
  readonly stamp: string
  readonly type: RecordType
  readonly author: string
  readonly at: string
  readonly dossierIds: readonly string[]
}

export type RowChange = { [N in PayloadTable]: { readonly table: N; readonly row: Row<N> } }[PayloadTable]

/**
 * The row that a record writes. Pure, and independent of every other record: applying the changes of a set of records
 * in any order, by newest stamp per row, gives the same tables (commutative, associative, idempotent).
 */
export function projectRecord(record: JournalRecord): RowChange {
  const row = {
    id: rowId(record),
    stamp: recordStamp(record),
    recordId: record.id,
    author: record.author,
    at: record.at,
    value: record.payload,
  }
  return { table: tableOfType[record.type], row } as unknown as RowChange
}

function rowId(record: JournalRecord): string {
  switch (record.type) {
    case 'desk.introduced':
    case 'key.confirmed':
      return record.payload.keyId
    case 'settings.saved':
      return 'office'
    case 'calendar.saved':
      return String(record.payload.year)
    case 'dossier.saved':
      return `${record.payload.dossierId}@${record.payload.version}`
    case 'status.set':
    case 'filing.decided':
    case 'consultation.recorded':
    case 'pilot-term.set':
    case 'revocation.recorded':
      return record.payload.dossierId
    case 'rule.judged':
    case 'rule.overridden':
      return `${record.payload.dossierId}/${record.payload.ruleId}`
    case 'division-opinion.sealed':
      return `${record.payload.dossierId}/${record.payload.opinion.kind}/${record.payload.opinion.divisionId}`
    case 'expert.saved':
    case 'panel.saved':
    case 'batch.saved':
    case 'revocation.registered':
      return record.payload.id
    case 'assignment.issued':
      return `${record.payload.panelId}/${record.payload.expertId}`
    case 'recusal.declared':
    case 'recusal.decided':
      return `${record.payload.panelId}/${record.payload.dossierId}/${record.payload.expertId}`
    case 'opinion.sealed':
      return `${record.payload.panelId}/${record.payload.dossierId}/${record.payload.expertId}/${record.payload.version}`
    case 'opinion.returned':
      return record.id
    case 'panel-opinion.sealed':
      return `${record.payload.dossierId}@${record.payload.version}`
    case 'countersign.opened':
    case 'countersign.closed':
      return roundIdOf(record.payload)
    case 'panel-opinion.signed':
      return countersignatureIdOf(record.payload)
    case 'review.confirmed':
      return `${record.payload.dossierId}@${record.payload.confirmation.dossierVersion}`
    case 'annual-report.saved':
      return `${record.payload.dossierId}/${record.payload.report.year}`
    case 'change.saved':
      return `${record.payload.dossierId}/${record.payload.change.id}`
    case 'evaluation.saved':
      return `${record.payload.dossierId}/${record.payload.cycle}`
    case 'bundle.exported':
    case 'bundle.imported':
      return record.payload.bundleId
    case 'document.exported':
      return record.id
  }
}

/** Dossiers that a record speaks of: for the timeline, and to choose what an archive carries. */
export function dossiersOf(record: JournalRecord): readonly string[] {
  const { payload } = record
  if ('dossierId' in payload && payload.dossierId !== null) return [payload.dossierId]
  if ('dossierIds' in payload) return payload.dossierIds
  return []
}

export const historyRow = (record: JournalRecord): HistoryRow => ({
  id: record.id,
  stamp: recordStamp(record),
  type: record.type,
  author: record.author,
  at: record.at,
  dossierIds: dossiersOf(record),
})
