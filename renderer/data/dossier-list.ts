import type { CalendarDate } from '@shared/domain/date'
import { memberById } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import type { DossierStatus } from '@shared/domain/status'
import { foldName } from '@shared/lib/names'
import { completeness } from '@shared/regulation/completeness'
import { deadlineOf, statusOn, type DossierDeadline } from '@shared/workflow/deadline-of'
import { traitsOf } from '@shared/workflow/status-traits'
import { loadCalendar } from './calendars'
import { conflictedDossiers } from './conflicts'
import { deskDatabase } from './desk'
import { listLatestVersions, loadDossier } from './dossiers'
import { loadOffice } from './office'

/** One line of the list of dossiers. */
export type DossierLine = {
  readonly id: DossierId
  readonly name: string
  readonly applicant: string
  readonly technicalField: string
  readonly hostDivisionId: string | null
  readonly status: DossierStatus
  readonly missing: number
  /** The day that the regulation sets next, if any. */
  readonly deadline: DossierDeadline | null
  readonly version: number
  /** People have to choose between statements about it; the search word 冲突 finds it. */
  readonly hasConflict: boolean
  /** Folded names, numbers and members: what the search place looks through. */
  readonly searchText: string
}

/** Every dossier of the desk, the last changed first. */
export async function listDossiers(today: CalendarDate): Promise<readonly DossierLine[]> {
  const db = deskDatabase()
  const [versions, statuses, settings, calendar, conflicted] = await Promise.all([
    listLatestVersions(),
    db.rows('statuses').toArray(),
    loadOffice(),
    loadCalendar(),
    conflictedDossiers(),
  ])
  const statusOf = new Map(statuses.map((row) => [row.value.dossierId, row.value.to]))
  const pilots = await Promise.all(
    statuses.filter((row) => traitsOf(row.value.to).isPilot).map((row) => loadDossier(row.value.dossierId)),
  )
  const pilotOf = new Map(pilots.flatMap((pilot) => (pilot === null ? [] : [[pilot.file.id, pilot] as const])))
  return versions.map(({ value: { dossierId, content, version } }) => {
    const { alliance, application, filing, members } = content
    const proceedings = pilotOf.get(dossierId)?.file.proceedings
    const recorded = statusOf.get(dossierId) ?? 'draft'
    const status = proceedings === undefined ? recorded : statusOn(recorded, proceedings, today)
    const wanted = completeness({ content })
    const inPlay = traitsOf(status).isInFiling ? wanted.filing : [...wanted.filing, ...wanted.application]
    return {
      id: dossierId,
      name: alliance.name,
      applicant: memberById(content, alliance.chairUnitId)?.fullName ?? '',
      technicalField: alliance.technicalField,
      hostDivisionId: application.hostDivisionId,
      status,
      missing: inPlay.filter((material) => material.problems.length > 0).length,
      deadline: proceedings === undefined ? null : deadlineOf(status, { proceedings, settings, calendar, today }),
      version,
      hasConflict: conflicted.has(dossierId),
      searchText: [
        ...(conflicted.has(dossierId) ? ['冲突', 'conflict'] : []),
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
