import type { CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import type { AssembledDossier } from '@shared/records/assemble-dossier'
import { regulation2010 } from '@shared/regulation/2010/index'
import { checkDossier, type CheckResult } from '@shared/regulation/check-dossier'
import { completeness, type Completeness } from '@shared/regulation/completeness'
import type { Facts } from '@shared/regulation/rule'
import { workflowGuards } from '@shared/regulation/workflow-guards'
import { statusOn } from '@shared/workflow/deadline-of'
import { availableActions, type AvailableAction } from '@shared/workflow/status-machine'
import { loadCalendar } from './calendars'
import { loadDossiers, type AskedOfDossiers } from './dossiers'
import { loadOffice } from './office'

/** A dossier as the desk looks at it: what it says, what happened, what the rules find, what may be done. */
export type DossierCase = AssembledDossier & {
  readonly facts: Facts
  readonly results: readonly CheckResult[]
  readonly completeness: Completeness
  readonly actions: readonly AvailableAction[]
}

/** Puts a case together as of `today`; `null` if there is no such dossier. Asked of a panel, all of it is that panel's. */
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

function caseOf(assembled: AssembledDossier, office: Pick<Facts, 'settings' | 'calendar' | 'today'>): DossierCase {
  const { content, proceedings } = assembled.file
  const facts: Facts = { content, proceedings, ...office }
  const results = checkDossier(regulation2010, facts)
  const status = statusOn(assembled.status, proceedings, office.today)
  return {
    ...assembled,
    status,
    facts,
    results,
    completeness: completeness({ content }),
    actions: availableActions(status, workflowGuards(results, facts)),
  }
}
