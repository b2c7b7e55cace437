import type { DeskState } from '../records/desk-state'
import type { BundleRecord } from './incoming'

/**
 * A version that comes after the opinion of this desk's panel: taken in, it leads to another review, which is a
 * person's act.
 */
export type LaterVersion = {
  readonly dossierId: string
  readonly version: number
  /** The version that the panel judged. */
  readonly opinionVersion: number
}

/**
 * Of every such dossier the newest version; none that was published, and none whose own desk has sent it to review
 * already.
 */
export function laterVersions(
  records: readonly BundleRecord[],
  isTaken: (recordId: string) => boolean,
  state: Pick<DeskState, 'panelOpinions' | 'pilotTerms'>,
): readonly LaterVersion[] {
  const taken = records.flatMap((incoming) =>
    incoming.kind === 'read' && isTaken(incoming.record.id) ? [incoming.record] : [],
  )
  const sent = new Set(
    taken.flatMap(({ type, payload }) =>
      type === 'status.set' && payload.action === 'review-again' ? [payload.dossierId] : [],
    ),
  )
  const found = new Map<string, LaterVersion>()
  for (const { type, payload } of taken) {
    if (type !== 'dossier.saved' || sent.has(payload.dossierId)) continue
    const { dossierId, version, contentHash } = payload
    if ([...state.pilotTerms.values()].some(({ value }) => value.dossierId === dossierId)) continue
    const [opinion] = [...state.panelOpinions.values()]
      .filter(({ value }) => value.dossierId === dossierId)
      .sort((a, b) => b.value.version - a.value.version)
    if (opinion === undefined || opinion.value.dossierHash === contentHash) continue
    if (version <= opinion.value.dossierVersion || version <= (found.get(dossierId)?.version ?? 0)) continue
    found.set(dossierId, { dossierId, version, opinionVersion: opinion.value.dossierVersion })
  }
  return [...found.values()]
}
