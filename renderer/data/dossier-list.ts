import type { CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import type { DossierStatus } from '@shared/domain/status'
import { foldName } from '@shared/lib/names'
import { deadlinesDue, statusOn, type DeadlineFacts, type DossierDeadline } from '@shared/workflow/deadline-of'
import { traitsOf } from '@shared/workflow/status-table'
import { loadCalendar } from './calendars'
import { conflictedDossiers } from './conflicts'
import { deskDatabase } from './desk'
import type { DossierSummary } from './dossier-summary'
import { loadOffice } from './office'
import { bookOf } from './summary-book'

type Office = Pick<DeadlineFacts, 'settings' | 'calendar' | 'today'>

/** One line of the list of dossiers. What needs counting is counted when it is looked at: a list has ten thousand. */
export class DossierLine {
  readonly id: DossierId
  readonly name: string
  readonly applicant: string
  readonly technicalField: string
  readonly hostDivisionId: string | null
  readonly status: DossierStatus
  readonly missing: number
  readonly version: number
  readonly #summary: DossierSummary
  readonly #office: Office
  #deadlines: readonly DossierDeadline[] | undefined

  /** `hasConflict`: people have to choose between statements about it; the search word 冲突 finds it. */
  constructor(
    summary: DossierSummary,
    office: Office,
    readonly hasConflict: boolean,
  ) {
    const { id, name, applicant, technicalField, hostDivisionId, version, pilot, missing } = summary
    this.id = id
    this.name = name
    this.applicant = applicant
    this.technicalField = technicalField
    this.hostDivisionId = hostDivisionId
    this.version = version
    this.status = pilot === null ? summary.status : statusOn(summary.status, pilot, office.today)
    this.missing = missing.filing + (traitsOf(this.status).isInFiling ? 0 : missing.application)
    this.#summary = summary
    this.#office = office
  }

  /** The days that the regulation sets: all that were missed, and the next one. */
  get deadlines(): readonly DossierDeadline[] {
    const { pilot } = this.#summary
    this.#deadlines ??= pilot === null ? [] : deadlinesDue(this.status, { proceedings: pilot, ...this.#office })
    return this.#deadlines
  }

  /** Whether it has these folded words: any place, no wildcards. */
  has(folded: string): boolean {
    return this.#summary.searchText.includes(folded) || (this.hasConflict && conflictWords.includes(folded))
  }
}

const conflictWords = ['冲突', 'conflict'].map(foldName).join('\n')

/** Every dossier of the desk, the last changed first. */
export async function listDossiers(today: CalendarDate): Promise<readonly DossierLine[]> {
  const db = deskDatabase()
  const [settings, calendar, conflicted] = await Promise.all([
    loadOffice(),
    loadCalendar(),
    conflictedDossiers(),
    // Whoever looks at the list looks again when anything was applied.
    db.meta.get('applied'),
  ])
  const summaries = await bookOf(db).all()
  const office = { settings, calendar, today }
  return summaries.map((summary) => new DossierLine(summary, office, conflicted.has(summary.id)))
}

/** What of the lines has the words typed, after folding: any place, no wildcards. */
export function searchIn(lines: readonly DossierLine[], query: string): readonly DossierLine[] {
  if (query.trim() === '') return lines
  const folded = foldName(query)
  return lines.filter((line) => line.has(folded))
}
