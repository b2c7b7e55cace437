import type { PlainKey } from '@shared/messages/catalogue'
import { nextStep } from '@shared/workflow/status-table'
import { takesAction } from '@shared/workflow/status-moves'
import type { DossierCase } from '@renderer/data/cases'

type NextPlace = { readonly why: PlainKey; readonly words: PlainKey; readonly to: string }

/** Where the next step is taken, if it is none of the acts that stand there now: a page, or a part of one. */
export function nextPlace({ file, status, actions }: DossierCase): NextPlace | null {
  const { id, proceedings } = file
  const { actor, action } = nextStep(status)
  if (actions.some((item) => item.action === action && item.enabled)) return null
  if (takesAction(status, 'resume-filing')) {
    return { why: 'next.supplement', words: 'act.toMaterials', to: `/intake/${id}?part=materials` }
  }
  if (takesAction(status, 'convene-panel')) {
    return { why: 'next.division-review', words: 'act.toDivisionOpinions', to: `/dossiers/${id}?tab=opinions` }
  }
  if (actor !== 'panel' || proceedings.panelOpinion !== null) return null
  return proceedings.panel === null
    ? { why: 'next.panel-review', words: 'act.toPanel', to: '/panels' }
    : { why: 'act.atPanel', words: 'act.toPanelOpinion', to: `/panels/${proceedings.panel.id}/opinion/${id}` }
}
