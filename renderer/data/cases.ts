import { caseOf, type DossierCase } from '@shared/acts/dossier-case'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import { loadCalendar } from './calendars'
import { loadDossiers, type AskedOfDossiers } from './dossiers'
import { loadOffice } from './office'

export type { DossierCase }

/**
 * Puts a case together as of `today`; `null` if there is no such dossier. Asked of a panel, all of it is that panel's.
 */
export async function loadCase(
  dossierId: DossierId,
  today: CalendarDate,
  asked: AskedOfDossiers = {},
): Promise<DossierCase | null> {
  const [found] = await loadCases([dossierId], today, asked)
  return found ?? null
}

/** The same of many dossiers, in the order asked for, those that there are. */
export async function loadCases(
  dossierIds: readonly DossierId[],
  today: CalendarDate,
  asked: AskedOfDossiers = {},
): Promise<readonly DossierCase[]> {
  const [dossiers, settings, calendar] = await Promise.all([
    loadDossiers(dossierIds, asked),
    loadOffice(),
    loadCalendar(),
  ])
  return dossiers.map((assembled) => caseOf(assembled, { settings, calendar, today }))
}
