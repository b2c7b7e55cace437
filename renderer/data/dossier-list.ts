import type { CalendarDate } from '@shared/domain/date'
import { memberById } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import type { DossierStatus } from '@shared/domain/status'
import { foldName } from '@shared/lib/names'
import { completeness } from '@shared/regulation/completeness'
import { deskDatabase } from './desk'
import { listLatestVersions } from './dossiers'

/** One line of the list of dossiers. */
export type DossierLine = {
  readonly id: DossierId
  readonly name: string
  readonly applicant: string
  readonly technicalField: string
  readonly hostDivisionId: string | null
  readonly status: DossierStatus
  readonly missing: number
  readonly termEndsOn: CalendarDate | null
  readonly version: number
  /** Folded names, numbers and members: what the search place looks through. */
  readonly searchText: string
}

const beyondFiling: ReadonlySet<DossierStatus> = new Set(['draft', 'accepted', 'supplement', 'filing-refused'])

/** Every dossier of the desk, the last changed first. */
export async function listDossiers(): Promise<readonly DossierLine[]> {
  const db = deskDatabase()
  const [versions, statuses, terms] = await Promise.all([
    listLatestVersions(),
    db.rows('statuses').toArray(),
    db.rows('pilotTerms').toArray(),
  ])
  const statusOf = new Map(statuses.map((row) => [row.value.dossierId, row.value.to]))
  const termOf = new Map(terms.map((row) => [row.value.dossierId, row.value.term.to]))
  return versions.map(({ value: { dossierId, content, version } }) => {
    const { alliance, application, filing, members } = content
    const status = statusOf.get(dossierId) ?? 'draft'
    const wanted = completeness({ content })
    const inPlay = beyondFiling.has(status) ? wanted.filing : [...wanted.filing, ...wanted.application]
    return {
      id: dossierId,
      name: alliance.name,
      applicant: memberById(content, alliance.chairUnitId)?.fullName ?? '',
      technicalField: alliance.technicalField,
      hostDivisionId: application.hostDivisionId,
      status,
      missing: inPlay.filter((material) => material.problems.length > 0).length,
      termEndsOn: termOf.get(dossierId) ?? null,
      version,
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
  })
}

/** Whether a line has the words typed, after folding: any place, no wildcards. */
export const matchesSearch = (line: DossierLine, query: string): boolean =>
  query.trim() === '' || line.searchText.includes(foldName(query))
