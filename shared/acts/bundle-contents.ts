/** What a bundle of each kind carries: the same on the desk's database and on a state folded in memory. */
import type { Protection } from '../bundle/protection'
import type { PaperChain } from '../domain/countersign'
import type { BatchId, DossierId, ExpertId, KeyId, PanelId } from '../domain/ids'
import type { DeskState } from '../records/desk-state'
import type { Row } from '../records/projection'
import { tableOf, typesWith, type PayloadTable, type TableOf, type TypesWith } from '../records/record-kinds'
import { rowIdOf } from '../records/row-id'

/** Rows of one table, of these dossiers or batches alone where some are named. */
export type DeskRows = <N extends PayloadTable>(
  table: N,
  of?: { readonly dossierIds: readonly DossierId[] } | { readonly batchIds: readonly BatchId[] },
) => Promise<readonly Row<N>[]>

/** The rows of a state that was folded in memory. */
export const rowsOfState =
  (state: DeskState): DeskRows =>
  (table, of) => {
    const isMeant = ({ value }: { readonly value: unknown }): boolean => {
      const { dossierId, batchId } = value as { readonly dossierId?: string; readonly batchId?: string }
      if (of === undefined) return true
      const [wanted, own] = 'dossierIds' in of ? [of.dossierIds, dossierId] : [of.batchIds, batchId]
      return wanted.some((id) => id === own)
    }
    return Promise.resolve([...state[table].values()].filter(isMeant))
  }

export type BundleContents = { readonly recordIds: readonly string[]; readonly attachments: readonly string[] }

/** Kinds of which an assignment carries everything. */
const inEveryAssignment = [...typesWith('scope', 'own-and-assignments'), ...typesWith('scope', 'assignments')]

/** What goes to an expert: what may be seen before the declaration on recusal, and each dossier apart. */
export type AssignmentContents = {
  readonly recordIds: readonly string[]
  readonly dossiers: readonly ({ readonly dossierId: DossierId } & BundleContents)[]
}

/**
 * What an expert needs to judge. In the open: the panel, the assignment, the settings, earlier decisions on recusal,
 * and what was handed back. Of each dossier: its latest version with its files, and what divisions judged, overrode and
 * decided about it. No other expert's opinion (own opinion first).
 */
export async function assignmentContents(
  rows: DeskRows,
  { panelId, expertId, dossierIds }: Addressed,
): Promise<AssignmentContents> {
  const assignmentId = rowIdOf('assignment.issued', { panelId, expertId })
  const own = [
    ...(await rows('panels')).filter(({ id }) => id === panelId),
    ...(await rows('assignments')).filter(({ id }) => id === assignmentId),
    ...(await Promise.all(inEveryAssignment.map((type) => rows(tableOf(type))))).flat(),
  ]
  const ofDossiers = <N extends TableOf<TypesWith<'scope', 'locked' | 'its-expert'>>>(name: N) =>
    rows(name, { dossierIds })
  const versions = await rows('dossierVersions', { dossierIds })
  const acts = await Promise.all(typesWith('scope', 'locked').map((type) => ofDossiers(tableOf(type))))
  const toExpert = await Promise.all(
    typesWith('scope', 'its-expert').map(async (type) =>
      (await ofDossiers(tableOf(type))).filter((row) => row.value.expertId === expertId),
    ),
  )
  const inTheOpen: readonly { readonly recordId: string }[] = [...own, ...toExpert.flat()]
  return {
    recordIds: recordsOf(inTheOpen),
    dossiers: dossierIds.map((dossierId) => {
      const all = versions.filter((row) => row.value.dossierId === dossierId)
      const newest = Math.max(...all.map((row) => row.value.version))
      const latest = all.filter((row) => row.value.version === newest).slice(0, 1)
      const said = acts.flat().filter((row) => row.value.dossierId === dossierId)
      return { dossierId, recordIds: recordsOf([...latest, ...said]), attachments: materialsOf(latest) }
    }),
  }
}

type Addressed = { readonly panelId: PanelId; readonly expertId: ExpertId; readonly dossierIds: readonly DossierId[] }

/**
 * The bundle of an assignment: dossiers closed, each under a key of its own, where `lock` says so; else in the open.
 */
export function assignmentBundle(
  { recordIds, dossiers }: AssignmentContents,
  { panelId, expertId }: Omit<Addressed, 'dossierIds'>,
  lock: { readonly keyId: KeyId | null } | null,
  own: BundleContents = nothing,
) {
  const open = lock === null ? dossiers : []
  return {
    recordIds: unique([...recordIds, ...open.flatMap((dossier) => dossier.recordIds), ...own.recordIds]),
    attachments: unique([...open.flatMap((dossier) => dossier.attachments), ...own.attachments]),
    ...(lock !== null && {
      locks: dossiers.map((dossier) => ({
        panelId,
        expertId,
        keyId: lock.keyId,
        dossierId: dossier.dossierId,
        recordIds: [...dossier.recordIds],
        attachments: [...dossier.attachments],
      })),
    }),
  }
}

const nothing: BundleContents = { recordIds: [], attachments: [] }

/**
 * Everything ever recorded of a dossier with all its files, and the register's lines of the notices that name it: their
 * code on paper is looked up in the archive, too. `history`: ids of every record that speaks of the dossier.
 */
export async function archiveContents(
  rows: DeskRows,
  dossierId: DossierId,
  history: readonly string[],
): Promise<BundleContents> {
  const dossierIds = [dossierId]
  const batches = (await rows('batches')).filter(({ value }) => value.dossierIds.includes(dossierId))
  const batchIds = batches.map(({ value }) => value.id)
  const [versions, settings, papers, signed, reported, around] = await Promise.all([
    rows('dossierVersions', { dossierIds }),
    rows('settings'),
    rows('documentExports', { batchIds }),
    countersignFiles(rows, dossierId),
    reportFiles(rows, dossierId),
    aroundBatches(rows, batchIds),
  ])
  return {
    recordIds: unique([...history, ...recordsOf([...settings, ...papers]), ...around.recordIds]),
    attachments: unique([...materialsOf(versions), ...signed, ...reported, ...around.attachments]),
  }
}

/** What stands around the notices that name a dossier: 公示, objections with evidence, corrections, sealed originals. */
async function aroundBatches(rows: DeskRows, batchIds: readonly BatchId[]): Promise<BundleContents> {
  const [displays, objections, corrections, originals] = await Promise.all([
    rows('displays', { batchIds }),
    rows('objections', { batchIds }),
    rows('corrections', { batchIds }),
    rows('sealedOriginals', { batchIds }),
  ])
  return {
    recordIds: recordsOf([...displays, ...objections, ...corrections, ...originals]),
    attachments: [
      ...objections.flatMap(({ value }) => value.objection.files.map(({ sha256 }) => sha256)),
      ...originals.map(({ value }) => value.original.file.sha256),
    ],
  }
}

/** The papers of every round of a dossier, and what experts answered with. */
export async function countersignFiles(rows: DeskRows, dossierId: DossierId): Promise<readonly string[]> {
  const dossierIds = [dossierId]
  const [rounds, signatures] = await Promise.all([
    rows('countersignRounds', { dossierIds }),
    rows('countersignatures', { dossierIds }),
  ])
  return [
    ...rounds.flatMap(({ value }) => [value.paper.sha256, value.model.sha256]),
    ...signatures.flatMap(({ value }) => filesOf(value)),
  ]
}

/** What an alliance handed in year by year (Art. 16) and on the office's other rounds. */
async function reportFiles(rows: DeskRows, dossierId: DossierId): Promise<readonly string[]> {
  const dossierIds = [dossierId]
  const [reports, returns] = await Promise.all([
    rows('annualReports', { dossierIds }),
    rows('campaignReturns', { dossierIds }),
  ])
  return [
    ...reports.flatMap(({ value }) => value.report.files ?? []),
    ...returns.flatMap(({ value }) => value.returned.files),
  ].map(({ sha256 }) => sha256)
}

/** What one expert's answer hands over: the copy of the paper with the signature, and the scan. */
export const filesOf = ({ signedPaper, answer }: Row<'countersignatures'>['value']): readonly string[] => [
  ...(signedPaper === null ? [] : [signedPaper.sha256]),
  ...(answer.kind === 'scan' ? [answer.scan.sha256] : []),
]

/**
 * What an expert hands back of one panel: declarations and opinions with what their hashes are checked by; no
 * attachments.
 */
export async function opinionContents(
  rows: DeskRows,
  { panelId, expertId, dossierIds }: Addressed,
  onlyCommitments = false,
): Promise<BundleContents> {
  const isOwn = ({ value }: { readonly value: { readonly expertId: string; readonly panelId: string } }) =>
    value.expertId === expertId && value.panelId === panelId
  const declarations = (await rows('recusalDeclarations', { dossierIds })).filter(isOwn)
  const commitments = (await rows('opinionCommitments')).filter(isOwn)
  if (onlyCommitments) return { recordIds: recordsOf([...declarations, ...commitments]), attachments: [] }
  const opinions = (await rows('expertOpinions')).filter(isOwn)
  const salts = (await rows('opinionSalts')).filter(isOwn)
  const marks = (await rows('opinionMarks')).filter(isOwn)
  return { recordIds: recordsOf([...declarations, ...opinions, ...salts, ...marks, ...commitments]), attachments: [] }
}

/** What one expert is sent to sign: the round, its opinion, and the paper as far as it is signed. */
export type RoundToSign = {
  readonly round: Row<'countersignRounds'>
  readonly opinion: Row<'panelOpinions'>
  readonly signatures: readonly Row<'countersignatures'>[]
  readonly chain: PaperChain
}

/**
 * What one expert is sent to sign: the opinion, its paper as far as it is signed, and what the desk needs to show them.
 * No materials: the expert has had them.
 */
export async function countersignContents(
  rows: DeskRows,
  { round, opinion, signatures, chain }: RoundToSign,
  expertId: ExpertId,
): Promise<BundleContents> {
  const { panelId, dossierId, paper, model } = round.value
  const of = { dossierIds: [dossierId] }
  const assignmentId = rowIdOf('assignment.issued', { panelId, expertId })
  const [versions, panels, assignments, settings, decisions] = await Promise.all([
    rows('dossierVersions', of),
    rows('panels'),
    rows('assignments'),
    rows('settings'),
    rows('recusalDecisions', of),
  ])
  return {
    recordIds: recordsOf([
      // The version that the opinion judged: who signs it sees what it is about.
      ...versions.filter(({ value }) => value.contentHash === opinion.value.dossierHash),
      ...panels.filter(({ id }) => id === panelId),
      ...assignments.filter(({ id }) => id === assignmentId),
      ...settings,
      ...decisions.filter(({ value }) => value.expertId === expertId),
      opinion,
      round,
      ...signatures,
    ]),
    attachments: unique([paper.sha256, model.sha256, chain.head.sha256]),
  }
}

/** What an expert answers with: the record, the copy of the paper with the signature, and the scan. */
export const answerContents = (answer: Row<'countersignatures'>): BundleContents => ({
  recordIds: [answer.recordId],
  attachments: [...filesOf(answer.value)],
})

/**
 * What an expert's own desk wrote about dossiers and this division holds: it travels home with every assignment, so
 * that nothing is lost with a computer. Only in an envelope, and only words of a key that the envelope is for: what was
 * sealed does not lie open on a share. `lines`: every record that speaks of the dossiers.
 */
export async function ownWords(
  rows: DeskRows,
  lines: readonly { readonly id: string; readonly author: string }[],
  { expertId, dossierIds, protect }: Omit<Addressed, 'panelId'> & { readonly protect: Protection },
): Promise<BundleContents> {
  const keys = new Set<string>(await keysOfExpert(rows, { expertId, dossierIds, protect }))
  if (keys.size === 0) return nothing
  const signatures = await rows('countersignatures', { dossierIds })
  return {
    recordIds: unique(lines.filter(({ author }) => keys.has(author)).map(({ id }) => id)),
    attachments: unique(signatures.flatMap(({ author, value }) => (keys.has(author) ? filesOf(value) : []))),
  }
}

/** Keys that wrote as this expert and can open the envelope. */
async function keysOfExpert(
  rows: DeskRows,
  { expertId, dossierIds, protect }: Omit<Addressed, 'panelId'> & { readonly protect: Protection },
): Promise<readonly string[]> {
  if (protect.kind === 'none') return []
  if (protect.kind === 'desks') return protect.keyIds
  const spoken = [
    ...(await rows('recusalDeclarations', { dossierIds })),
    ...(await rows('expertOpinions', { dossierIds })),
  ]
  const [newest] = spoken
    .filter(({ value }) => value.expertId === expertId)
    .toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1))
  return newest === undefined ? [] : [newest.author]
}

const recordsOf = (rows: readonly { readonly recordId: string }[]): string[] => unique(rows.map((row) => row.recordId))
const materialsOf = (versions: readonly Row<'dossierVersions'>[]): string[] =>
  unique(versions.flatMap((row) => row.value.content.materials.map(({ sha256 }) => sha256)))
const unique = (ids: readonly string[]): string[] => [...new Set(ids)]
