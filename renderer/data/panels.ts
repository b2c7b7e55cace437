import type { DossierId, PanelId } from '@shared/domain/ids'
import { compareNames } from '@shared/lib/names'
import { newestOpinionRows } from '@shared/records/assemble-dossier'
import { openOpinions } from '@shared/records/opinion-standing'
import { deskDatabase } from './desk'

/** The roster of experts, in Chinese order. */
export async function listExperts() {
  const rows = await deskDatabase().rows('experts').toArray()
  return rows.map((row) => row.value).sort((a, b) => compareNames(a.name, b.name))
}

/** All panels, the newest first. */
export async function listPanels() {
  const rows = await deskDatabase().rows('panels').toArray()
  return rows.map((row) => row.value).sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1))
}

/** The panels of these ids, those that there are. */
export async function loadPanels(panelIds: readonly PanelId[]) {
  const rows = await deskDatabase()
    .rows('panels')
    .bulkGet([...panelIds])
  return rows.flatMap((row) => (row === undefined ? [] : [row.value]))
}

export const loadPanel = async (panelId: PanelId) => (await deskDatabase().rows('panels').get(panelId))?.value ?? null

/** When this desk took in what came in bundles, by record: ISO instants of its own clock. */
export async function loadArrivals(dossierIds: readonly DossierId[]): Promise<ReadonlyMap<string, string>> {
  const imports = await deskDatabase()
    .rows('bundleImports')
    .where('value.dossierIds')
    .anyOf([...dossierIds])
    .distinct()
    .toArray()
  imports.sort((a, b) => (a.stamp > b.stamp ? -1 : 1))
  return new Map(imports.flatMap(({ at, value }) => value.recordIds.map((recordId) => [recordId, at] as const)))
}

/** The openings of a panel: one, unless two desks opened without knowing of each other. */
export async function loadReveals(panelId: PanelId) {
  const rows = await deskDatabase().rows('opinionReveals').toArray()
  return rows.filter(({ value }) => value.panelId === panelId).sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
}

/** What an opening of a panel now would list: every hash and every sealed opinion that came in. */
export async function loadSealed(panelId: PanelId) {
  const db = deskDatabase()
  const [commitments, opinions] = await Promise.all([
    db.rows('opinionCommitments').toArray(),
    db.rows('expertOpinions').toArray(),
  ])
  const own = <R extends { readonly value: { readonly panelId: string } }>(rows: readonly R[]) =>
    rows.filter(({ value }) => value.panelId === panelId)
  return { commitments: own(commitments), opinions: own(opinions) }
}

/** What went out to each expert of a panel and what came back. */
export async function loadPanelTraffic(panelId: PanelId) {
  const db = deskDatabase()
  const ofPanel = <T extends { readonly value: { readonly panelId: string } }>(rows: readonly T[]): readonly T[] =>
    rows.filter((row) => row.value.panelId === panelId)
  const [assignments, exports, opinions, returns, declarations, confirmations, desks] = await Promise.all([
    db.rows('assignments').toArray(),
    db.rows('bundleExports').toArray(),
    db.rows('expertOpinions').toArray(),
    db.rows('returns').toArray(),
    db.rows('recusalDeclarations').toArray(),
    db.rows('keyConfirmations').toArray(),
    db.rows('desks').toArray(),
  ])
  return {
    assignments: ofPanel(assignments),
    exports: exports.filter((row) => row.value.kind === 'assignment').sort((a, b) => (a.stamp < b.stamp ? -1 : 1)),
    opinions: ofPanel(opinions),
    returns: ofPanel(returns),
    declarations: ofPanel(declarations),
    confirmations,
    desks,
  }
}

/** The sealed opinions on one dossier of a panel that are open, each expert's newest. */
export async function loadOpinionRows(panelId: PanelId, dossierId: DossierId) {
  const db = deskDatabase()
  const [rows, panel, reveals] = await Promise.all([
    db.rows('expertOpinions').where('value.dossierId').equals(dossierId).toArray(),
    db.rows('panels').get(panelId),
    db.rows('opinionReveals').where('value.dossierIds').equals(dossierId).toArray(),
  ])
  const own = rows.filter((row) => row.value.panelId === panelId)
  return newestOpinionRows(openOpinions(own, panel === undefined ? [] : [panel.value], reveals))
}
