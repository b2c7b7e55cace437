import type { AssembledDossier } from '../records/assemble-dossier'
import { checkDossier, type CheckResult } from '../regulation/check-dossier'
import { completeness, type Completeness } from '../regulation/completeness'
import type { Facts } from '../regulation/rule'
import { regulationOf } from '../regulation/versions'
import { workflowGuards } from '../regulation/workflow-guards'
import { statusOn } from '../workflow/deadline-of'
import { availableActions, type AvailableAction } from '../workflow/status-machine'

/** A dossier as a desk looks at it: what it says, what happened, what the rules find, what may be done. */
export type DossierCase = AssembledDossier & {
  readonly facts: Facts
  readonly results: readonly CheckResult[]
  readonly completeness: Completeness
  readonly actions: readonly AvailableAction[]
}

/** What a desk looks at every dossier with. */
export type Office = Pick<Facts, 'settings' | 'calendar' | 'today'>

/** The same put together, as of `office.today`. Pure. */
export function caseOf(assembled: AssembledDossier, office: Office): DossierCase {
  const { content, proceedings } = assembled.file
  const facts: Facts = { content, proceedings, ...office }
  const results = checkDossier(regulationOf(assembled.file), facts)
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
