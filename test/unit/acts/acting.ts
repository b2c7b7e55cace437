import type { ActingDossier } from '@shared/acts/act'
import { dossierContentHash, dossierFormat } from '@shared/domain/dossier'
import type { DossierStatus } from '@shared/domain/status'
import { checkDossier } from '@shared/regulation/check-dossier'
import { regulation2010 } from '@shared/regulation/2010/index'
import { workflowGuards } from '@shared/regulation/workflow-guards'
import { availableActions } from '@shared/workflow/status-machine'
import { buildFacts, dossierId, type FactsChange } from '../../helpers/facts'

/** A dossier as an act reads it: the facts of the tests, checked, in a status. */
export function acting(status: DossierStatus, change: FactsChange = {}): ActingDossier {
  const facts = buildFacts(change)
  const guards = workflowGuards(checkDossier(regulation2010, facts), facts)
  return {
    file: {
      format: dossierFormat,
      id: dossierId,
      version: 1,
      regulationVersionId: '2010',
      content: facts.content,
      proceedings: facts.proceedings,
    },
    contentHash: dossierContentHash(facts.content),
    status,
    actions: availableActions(status, guards),
  }
}
