import type { CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import { memberById } from '@shared/domain/dossier'
import type { EndedAlliance } from '@shared/domain/ended-alliance'
import type { PilotProceedings } from '@shared/domain/proceedings'
import { firstStatus, type DossierStatus } from '@shared/domain/status'
import { foldName } from '@shared/lib/names'
import { pilotProceedingsOf, type PilotRows } from '@shared/records/assemble-dossier'
import { endedDossiers } from '@shared/records/ended-alliances'
import { asHandled } from '@shared/records/handled-versions'
import type { Row } from '@shared/records/projection'
import type { PayloadTable } from '@shared/records/record-kinds'
import { completeness } from '@shared/regulation/completeness'
import { traitsOf } from '@shared/workflow/status-table'

/** Tables that a summary is made of. */
export const summarisedTables = [
  'dossierVersions',
  'handlings',
  'statuses',
  'pilotTerms',
  'annualReports',
  'campaigns',
  'campaignExtensions',
  'campaignReturns',
  'changes',
  'evaluations',
  'revocations',
] as const satisfies readonly PayloadTable[]

/**
 * The rows of one dossier that its summary is made of; of its versions the newest is enough, but of one that was
 * revoked all are wanted. `earlier`: terms that gave way to later ones, for what was owed in them is owed still.
 */
export type SummarisedRows = {
  readonly [N in (typeof summarisedTables)[number]]: readonly Row<N>[]
} & Required<PilotRows>

/** What lists show of a dossier, so that nobody opens the dossier to know its name or its next day. */
export type DossierSummary = {
  readonly id: DossierId
  readonly version: number
  /** Stamp of the newest version: lists go by it. */
  readonly stamp: string
  readonly name: string
  /** Its short name and what it was called before. */
  readonly otherNames: readonly string[]
  readonly applicant: string
  /** Day of a filing that was entered as known; what was decided here stands in a record of its own. */
  readonly filedOn: CalendarDate | null
  readonly technicalField: string
  readonly hostDivisionId: string | null
  /** As recorded last; which it is on a day, `statusOn` says. */
  readonly status: DossierStatus
  /** Materials that are not in order. */
  readonly missing: { readonly filing: number; readonly application: number }
  /** What days are computed from, of a pilot and of whoever a round of the office asks. */
  readonly pilot: PilotProceedings | null
  /** Of one that was revoked, what other dossiers are compared with (Art. 19). */
  readonly ended: EndedAlliance | null
  /** Folded names, numbers and members. */
  readonly searchText: string
}

/** Summaries that lie together in one row: few rows to open when a desk opens, little to close when one changes. */
export type SummaryPage = { readonly id: string; readonly stamp: string; readonly summaries: readonly DossierSummary[] }

/** What lists show of a dossier; null if no version of it is here. */
export function summaryOf(dossierId: DossierId, rows: SummarisedRows): DossierSummary | null {
  const latest = newestVersion(rows.dossierVersions)
  if (latest === undefined) return null
  const { version } = latest.value
  const content = asHandled(latest, [latest], rows.handlings)
  const { alliance, application, filing, members } = content
  const status = rows.statuses[0]?.value.to ?? firstStatus
  const wanted = completeness({ content })
  const lacking = (stage: 'filing' | 'application') =>
    wanted[stage].filter(({ problems }) => problems.length > 0).length
  return {
    id: dossierId,
    version,
    stamp: latest.stamp,
    name: alliance.name,
    otherNames: [alliance.shortName, ...alliance.formerNames].filter((name) => name.trim() !== ''),
    applicant: memberById(content, alliance.chairUnitId)?.fullName ?? '',
    filedOn: filing.filedOn,
    technicalField: alliance.technicalField,
    hostDivisionId: application.hostDivisionId,
    status,
    missing: { filing: lacking('filing'), application: lacking('application') },
    pilot: traitsOf(status).isPilot || rows.campaigns.length > 0 ? pilotProceedingsOf(rows) : null,
    ended: endedDossiers(rows)[0]?.ended ?? null,
    searchText: [
      alliance.name,
      alliance.shortName,
      ...alliance.formerNames,
      application.no,
      filing.filingNo,
      alliance.technicalField,
      ...members.flatMap((member) => [member.fullName, ...member.formerNames]),
    ]
      .map(foldName)
      .join('\n'),
  }
}

const newestVersion = (rows: readonly Row<'dossierVersions'>[]): Row<'dossierVersions'> | undefined =>
  rows.reduce<Row<'dossierVersions'> | undefined>(
    (best, row) => (best === undefined || best.value.version < row.value.version ? row : best),
    undefined,
  )
