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
import { loadDossier } from './dossiers'
import { loadOffice } from './office'

/** A dossier as the desk looks at it: what it says, what happened, what the rules find, what may be done. */
export type DossierCase = AssembledDossier & {
  readonly facts: Facts
  readonly results: readonly CheckResult[]
  readonly completeness: Completeness
  readonly actions: readonly AvailableAction[]
}

/** Puts a case together as of `today`; `null` if there is no such dossier. */
export async function loadCase(dossierId: DossierId, today: CalendarDate): Promise<DossierCase | null> {
  const [assembled, settings, calendar] = await Promise.all([loadDossier(dossierId), loadOffice(), loadCalendar()])
  if (assembled === null) return null
  const { content, proceedings } = assembled.file
  const facts: Facts = { content, proceedings, settings, today, calendar }
  const results = checkDossier(regulation2010, facts)
  const status = statusOn(assembled.status, proceedings, today)
  return {
    ...assembled,
    status,
    facts,
    results,
    completeness: completeness({ content }),
    actions: availableActions(status, workflowGuards(results, facts)),
  }
}
