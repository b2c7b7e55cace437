import type { DossierId, PanelId } from '../domain/ids'
import type { Panel } from '../domain/panel'
import { saidOf, type DossierRows } from './dossier-rows'
import type { Row } from './projection'

/** Stamp since which a panel has listed the dossier without a break; a panel saved again has not begun anew. */
function listedSince(said: readonly Row<'panels'>[], panelId: PanelId, dossierId: DossierId): string {
  const own = said.filter(({ value }) => value.id === panelId)
  const lastWithout = own.findLastIndex(({ value }) => !value.dossierIds.includes(dossierId))
  return own[lastWithout + 1]?.stamp ?? ''
}

/** The panels that were convened for a dossier since a stamp (`null`: at any time). */
export function panelsSince(rows: DossierRows, dossierId: DossierId, from: string | null): readonly Row<'panels'>[] {
  if (from === null) return rows.panels
  const said = saidOf(rows, 'panels')
  return rows.panels.filter(({ value }) => listedSince(said, value.id, dossierId) > from)
}

/**
 * The one panel that everything is asked of: the panel that is named; else the one that gave the newest opinion,
 * whatever panel is saved afterwards; else the one that sits last. By its day and its id, never by the order of saving.
 */
export function panelOfDossier(
  panels: readonly Row<'panels'>[],
  opinions: readonly Row<'panelOpinions'>[],
  named: PanelId | null,
): Panel | null {
  const find = (id: PanelId | undefined): Panel | null => panels.find(({ value }) => value.id === id)?.value ?? null
  if (named !== null) return find(named)
  const spoken = opinions.toSorted((a, b) => a.value.version - b.value.version).at(-1)
  if (spoken !== undefined) return find(spoken.value.panelId)
  const bySitting = panels.toSorted((a, b) =>
    a.value.heldOn === b.value.heldOn ? (a.id < b.id ? -1 : 1) : a.value.heldOn < b.value.heldOn ? -1 : 1,
  )
  return bySitting.at(-1)?.value ?? null
}
