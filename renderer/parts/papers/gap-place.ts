import type { DocumentInputId } from '@shared/documents/catalogue-facts'
import type { MissingValue } from '@shared/documents/missing-values'
import type { PaperAbout } from '@shared/documents/paper'
import type { DossierId, PanelId } from '@shared/domain/ids'

/** What a paper was asked of: where its gaps are closed. */
export type PaperGround = PaperAbout & {
  readonly panelId?: PanelId
  /** Of a paper on several, in its order. */
  readonly dossierIds?: readonly DossierId[]
}

/** Where a missing value is said: a field of the form that is open, or a page; `null` where nobody can say it. */
export type GapPlace =
  { readonly kind: 'field'; readonly input: DocumentInputId } | { readonly kind: 'page'; readonly path: string }

/** Acts of these are the dossier's own buttons; its material is the form of intake. */
export function placeOfGap(
  { field }: Pick<MissingValue, 'field'>,
  inputs: readonly DocumentInputId[],
  ground: PaperGround,
): GapPlace | null {
  const last = field.split('.').at(-1) ?? field
  const input =
    inputs.find((id) => id === last) ?? (last === 'compiledOn' ? inputs.find((id) => id === 'issuedOn') : undefined)
  if (input !== undefined) return { kind: 'field', input }
  const path = pathOf(field, ground)
  return path === null ? null : { kind: 'page', path }
}

function pathOf(field: string, ground: PaperGround): string | null {
  const { batchId, campaignId, panelId } = ground
  const [, index] = /^dossiers\[(\d+)\]/u.exec(field) ?? []
  const dossierId = index === undefined ? ground.dossierId : ground.dossierIds?.[Number(index)]
  if (/^settings\b/u.test(field)) return '/settings'
  if (/^campaign\b/u.test(field)) return campaignId === undefined ? null : `/campaigns/${campaignId}?tab=terms`
  if (/^(?:notice|batch|dossiers$)/u.test(field)) return batchId === undefined ? null : `/batches/${batchId}`
  if (/\.consultation\b/u.test(field)) return '/consultation'
  if (/^panel\b|leaderExpertId$/u.test(field)) return panelId === undefined ? '/panels' : `/panels/${panelId}`
  if (dossierId === undefined) return null
  if (/^opinion\b/u.test(field)) {
    return panelId === undefined ? `/dossiers/${dossierId}` : `/panels/${panelId}/opinion/${dossierId}`
  }
  return /\bcontent\b/u.test(field) ? `/intake/${dossierId}` : `/dossiers/${dossierId}`
}
