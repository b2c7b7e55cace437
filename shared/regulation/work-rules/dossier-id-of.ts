import type { DossierId } from '../../domain/ids'
import type { Proceedings } from '../../domain/proceedings'

/**
 * Which dossier the proceedings are about: what hangs on it says so; else it is the first that the panel was convened
 * for.
 */
export const dossierIdOf = (proceedings: Proceedings): DossierId | null => {
  const { panelOpinion, expertOpinions, recusalDecisions, recusalDeclarations, panel } = proceedings
  return (
    panelOpinion?.dossierId ??
    expertOpinions[0]?.dossierId ??
    recusalDecisions[0]?.dossierId ??
    recusalDeclarations[0]?.dossierId ??
    panel?.dossierIds[0] ??
    null
  )
}
