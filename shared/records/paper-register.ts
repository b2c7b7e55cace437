import type { CalendarDate } from '../domain/date'
import type { DossierId } from '../domain/ids'
import type { PanelOpinion } from '../domain/panel'
import type { Batch, PilotTerm } from '../domain/pilot'
import type { DossierStatus } from '../domain/status'
import { statusOn } from '../workflow/deadline-of'
import { assembleDossier, type AssembledDossier } from './assemble-dossier'
import type { FoldedDesk } from './desk-state'
import { rowsOfDossier } from './dossier-rows'
import type { Row } from './projection'

type Exported = Row<'documentExports'>

/** Something that happened after a paper was exported and bears on it. */
export type LaterEvent =
  | { readonly kind: 'opinion'; readonly version: number }
  | { readonly kind: 'dossier' | 'confirmed'; readonly version: number }
  | { readonly kind: 'notice' | 'again'; readonly code: string }

/** One alliance of a published notice, as of today. */
export type PilotStanding = {
  readonly dossierId: DossierId
  readonly name: string
  readonly status: DossierStatus
  readonly term: PilotTerm | null
  readonly revokedOn: CalendarDate | null
}

/** What a register knows of a paper. */
export type RegisteredPaper = {
  readonly exported: Exported
  readonly later: readonly LaterEvent[]
  /** Something newer takes its place. */
  readonly isSuperseded: boolean
} & (
  | { readonly kind: 'panel-opinion'; readonly name: string; readonly opinion: PanelOpinion | null }
  | { readonly kind: 'notice'; readonly batch: Batch | null; readonly pilots: readonly PilotStanding[] }
  | { readonly kind: 'other'; readonly name: string }
)

/** What a paper is looked up by: the code printed on it (with the whole hash if the QR code was read), or a file. */
export type PaperKey =
  | { readonly kind: 'code'; readonly code: string; readonly hash: string | null }
  | { readonly kind: 'file'; readonly sha256: string }

/** Whether an export is what was asked for. Forty bits may meet by chance: a whole hash decides where there is one. */
export function isPaper({ value }: Exported, key: PaperKey): boolean {
  if (key.kind === 'file') return value.files.some(({ sha256 }) => sha256 === key.sha256)
  return value.code !== '' && value.code === key.code && (key.hash === null || value.codeHash === key.hash)
}

/** Where a register's facts come from: a desk's database, or the records of a bundle. */
export type RegisterSource = {
  readonly exports: () => Promise<readonly Exported[]>
  readonly opinions: (dossierId: DossierId) => Promise<readonly Row<'panelOpinions'>[]>
  readonly dossier: (dossierId: DossierId) => Promise<AssembledDossier | null>
  readonly batch: (batchId: Batch['id']) => Promise<Batch | null>
}

/**
 * Every paper of a register that the key leads to, the newest export first; none if it is unknown. One paper may have
 * been exported several times: so there may be several.
 */
export async function findPapers(
  source: RegisterSource,
  key: PaperKey,
  today: CalendarDate,
): Promise<readonly RegisteredPaper[]> {
  const exports = await source.exports()
  const found = exports.filter((exported) => isPaper(exported, key)).toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1))
  return Promise.all(
    found.map(async (exported): Promise<RegisteredPaper> => {
      const { documentKind, dossierId, batchId } = exported.value
      if (documentKind === 'notice' && batchId !== null) return noticePaper(source, exports, exported, batchId, today)
      if (dossierId !== null && opinionKinds.has(documentKind)) return opinionPaper(source, exported, dossierId)
      return otherPaper(source, exports, exported)
    }),
  )
}

/** The panel's opinion as it was sealed, with its signatures gathered, and with signatures on the PDF itself. */
const opinionKinds: ReadonlySet<string> = new Set([
  'panel-opinion',
  'panel-opinion-countersigned',
  'panel-opinion-chain',
])

async function opinionPaper(
  source: RegisterSource,
  exported: Exported,
  dossierId: DossierId,
): Promise<RegisteredPaper> {
  const [opinions, dossier] = await Promise.all([source.opinions(dossierId), source.dossier(dossierId)])
  const newestFirst = opinions.toSorted((a, b) => b.value.version - a.value.version)
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

async function noticePaper(
  source: RegisterSource,
  exports: readonly Exported[],
  exported: Exported,
  batchId: Batch['id'],
  today: CalendarDate,
): Promise<RegisteredPaper> {
  const batch = await source.batch(batchId)
  const later = laterExports(exports, exported).map((code): LaterEvent => ({ kind: 'notice', code }))
  const pilots = await Promise.all(
    (batch?.dossierIds ?? []).map(async (dossierId): Promise<PilotStanding | null> => {
      const dossier = await source.dossier(dossierId)
      if (dossier === null) return null
      const { content, proceedings } = dossier.file
      return {
        dossierId,
        name: content.alliance.name,
        status: statusOn(dossier.status, proceedings, today),
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

async function otherPaper(
  source: RegisterSource,
  exports: readonly Exported[],
  exported: Exported,
): Promise<RegisteredPaper> {
  const { dossierId } = exported.value
  const dossier = dossierId === null ? null : await source.dossier(dossierId)
  return {
    kind: 'other',
    exported,
    name: dossier?.file.content.alliance.name ?? '',
    // Another copy of the same document, which may say more or less: nobody but a person knows which of them counts.
    later: laterExports(exports, exported).map((code): LaterEvent => ({ kind: 'again', code })),
    isSuperseded: false,
  }
}

/** The code of the newest later export of the same kind and case whose content is another. */
function laterExports(exports: readonly Exported[], { stamp, value }: Exported): readonly string[] {
  return exports
    .filter(
      (other) =>
        other.stamp > stamp &&
        other.value.documentKind === value.documentKind &&
        other.value.dossierId === value.dossierId &&
        other.value.batchId === value.batchId &&
        isSameDocument(other.value.documentId, value.documentId) &&
        other.value.code !== '' &&
        other.value.code !== value.code,
    )
    .toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))
    .map((other) => other.value.code)
    .slice(-1)
}

/** Older lines name no document: then kind and case are all there is to go by. */
const isSameDocument = (a: string, b: string): boolean => a === '' || b === '' || a === b

/** The register that the records of an archive or dossier bundle hold. */
export function registerOfState(desk: FoldedDesk): RegisterSource {
  const { state } = desk
  return {
    exports: () => Promise.resolve([...state.documentExports.values()]),
    opinions: (dossierId) =>
      Promise.resolve([...state.panelOpinions.values()].filter(({ value }) => value.dossierId === dossierId)),
    dossier: (dossierId) => Promise.resolve(assembleDossier(dossierId, rowsOfDossier(desk, dossierId))),
    batch: (batchId) => Promise.resolve(state.batches.get(batchId)?.value ?? null),
  }
}
