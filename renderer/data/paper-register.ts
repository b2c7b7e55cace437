import type { CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import type { Batch, PilotTerm } from '@shared/domain/pilot'
import type { PanelOpinion } from '@shared/domain/panel'
import type { DossierStatus } from '@shared/domain/status'
import type { Row } from '@shared/records/projection'
import { loadCase } from './cases'
import { deskDatabase } from './desk'

type Exported = Row<'documentExports'>

/** Something that happened after a paper was exported and bears on it. */
export type LaterEvent =
  | { readonly kind: 'opinion'; readonly version: number }
  | { readonly kind: 'dossier' | 'confirmed'; readonly version: number }
  | { readonly kind: 'notice'; readonly code: string }

/** One alliance of a published notice, as of today. */
export type PilotStanding = {
  readonly dossierId: DossierId
  readonly name: string
  readonly status: DossierStatus
  readonly term: PilotTerm | null
  readonly revokedOn: CalendarDate | null
}

/** What the register of this desk knows of a paper. */
export type RegisteredPaper = {
  readonly exported: Exported
  readonly later: readonly LaterEvent[]
  /** Something newer takes its place. */
  readonly isSuperseded: boolean
} & (
  | { readonly kind: 'panel-opinion'; readonly name: string; readonly opinion: PanelOpinion | null }
  | { readonly kind: 'notice'; readonly batch: Batch | null; readonly pilots: readonly PilotStanding[] }
)

/**
 * Every paper of this desk with a code (as `readPaperCode` gives it), the newest export first; none if it is unknown.
 * Forty bits may meet by chance, and one paper may have been exported twice: so there may be several.
 */
export async function findPapers(code: string, today: CalendarDate): Promise<readonly RegisteredPaper[]> {
  const rows = await deskDatabase()
    .rows('documentExports')
    .filter(({ value }) => value.code !== '' && value.code === code)
    .toArray()
  const papers = await Promise.all(
    rows
      .sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
      .map(async (exported) => {
        const { documentKind, dossierId, batchId } = exported.value
        if (documentKind === 'panel-opinion' && dossierId !== null) return opinionPaper(exported, dossierId, today)
        return documentKind === 'notice' && batchId !== null ? noticePaper(exported, batchId, today) : null
      }),
  )
  return papers.filter((paper) => paper !== null)
}

async function opinionPaper(exported: Exported, dossierId: DossierId, today: CalendarDate): Promise<RegisteredPaper> {
  const opinions = await deskDatabase().rows('panelOpinions').where('value.dossierId').equals(dossierId).toArray()
  const dossier = await loadCase(dossierId, today)
  const newestFirst = opinions.sort((a, b) => b.value.version - a.value.version)
  // What was exported is the newest opinion that was sealed by then.
  const own = newestFirst.find(({ stamp }) => stamp < exported.stamp)?.value ?? null
  const newest = newestFirst[0]?.value ?? null
  const later: LaterEvent[] = []
  if (own !== null && newest !== null && newest.version > own.version) {
    later.push({ kind: 'opinion', version: newest.version })
  }
  if (own !== null && dossier !== null && own.dossierHash !== dossier.contentHash) {
    const { proceedings, version } = dossier.file
    const confirmed = proceedings.reviewConfirmations.some((item) => item.dossierHash === dossier.contentHash)
    later.push({ kind: confirmed ? 'confirmed' : 'dossier', version })
  }
  return {
    kind: 'panel-opinion',
    exported,
    name: dossier?.file.content.alliance.name ?? dossierId,
    opinion: own,
    later,
    isSuperseded: later.some(({ kind }) => kind !== 'confirmed'),
  }
}

async function noticePaper(exported: Exported, batchId: Batch['id'], today: CalendarDate): Promise<RegisteredPaper> {
  const db = deskDatabase()
  const batch = (await db.rows('batches').get(batchId))?.value ?? null
  const exports = await db.rows('documentExports').where('value.batchId').equals(batchId).toArray()
  const later = exports
    .filter(
      ({ stamp, value }) =>
        value.documentKind === 'notice' && stamp > exported.stamp && value.code !== exported.value.code,
    )
    .sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
    .map(({ value }): LaterEvent => ({ kind: 'notice', code: value.code }))
    .slice(-1)
  const pilots = await Promise.all(
    (batch?.dossierIds ?? []).map(async (dossierId): Promise<PilotStanding | null> => {
      const dossier = await loadCase(dossierId, today)
      if (dossier === null) return null
      const { content, proceedings } = dossier.file
      return {
        dossierId,
        name: content.alliance.name,
        status: dossier.status,
        term: proceedings.pilotTerm,
        revokedOn: proceedings.revocation?.decidedOn ?? null,
      }
    }),
  )
  return {
    kind: 'notice',
    exported,
    batch,
    pilots: pilots.filter((pilot) => pilot !== null),
    later,
    isSuperseded: later.length > 0,
  }
}
