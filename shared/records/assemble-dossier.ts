import type { BatchId, DossierId } from '../domain/ids'
import type { DossierFile } from '../domain/dossier'
import type { EndedAlliance } from '../domain/ended-alliance'
import { dossierFormat } from '../domain/dossier'
import type { PilotProceedings, Proceedings } from '../domain/proceedings'
import type { SealingRound } from '../domain/sealing-round'
import type { DossierStatus } from '../domain/status'
import type { DeskState } from './desk-state'
import { endedBeside, endedDossiers } from './ended-alliances'
import { rowOfExpert } from './kinds/kind'
import { openOpinions, opinionStandings, type OpinionStanding } from './opinion-standing'
import { dossiersOfValue, type Row } from './projection'
import { dossierIndexOf, tableOf, typesWith, type RecordType, type TableOf } from './record-kinds'
import { sealingRoundOf } from './sealing-round'

/** Kinds that an assembled dossier is made of. */
export const typesInDossier = typesWith('isInDossier', true)

type DossierTable = TableOf<(typeof typesInDossier)[number]>

/**
 * Rows that touch one dossier: those that name it, or list it, and all rows of a kind that speaks of no dossier (the register
 * of prior revocations).
 */
export type DossierRows = { readonly [N in DossierTable]: readonly Row<N>[] } & {
  /** Other dossiers of the same desk that were revoked (`endedDossiers`). */
  readonly ended: readonly EndedAlliance[]
}

export type AssembledDossier = {
  readonly file: DossierFile
  readonly contentHash: string
  readonly status: DossierStatus
  /** Sealed opinions on an older version or other content than the latest (traps A36, A37). */
  readonly staleOpinionIds: readonly string[]
  /** Where each member's opinion stands, in the order of the panel: handed in, closed, opened, as promised or not. */
  readonly standings: readonly OpinionStanding[]
  /** The same as papers print it; null where opinions were not sealed ahead. */
  readonly sealing: SealingRound | null
}

/**
 * Puts a dossier and everything that happened to it together from rows. `null` if no version was ever saved. Opinions of
 * a panel that is still closed are left out.
 */
export function assembleDossier(dossierId: DossierId, rows: DossierRows): AssembledDossier | null {
  const latest = newest(rows.dossierVersions, (row) => row.value.version)
  if (latest === undefined) return null
  const { version, regulationVersionId, content, contentHash } = latest.value
  const panels = rows.panels.map((row) => row.value)
  const opinions = latestOpinions(openOpinions(rows.expertOpinions, panels, rows.opinionReveals))
  const panel = newest(rows.panels, (row) => row.stamp)?.value ?? null
  const standings = panel === null ? [] : opinionStandings(panel, dossierId, rows)
  const proceedings: Proceedings = {
    receivedOn: latest.value.receivedOn,
    filingDecision: withoutDossierId(rows.filingDecisions[0]?.value ?? null),
    lastMove: lastMoveOf(rows.statuses[0]?.value),
    judgements: rows.ruleJudgements.map((row) => withoutDossierId(row.value)),
    overrides: rows.ruleOverrides.map((row) => withoutDossierId(row.value)),
    divisionOpinions: rows.divisionOpinions.map((row) => row.value.opinion),
    panel,
    recusalDeclarations: rows.recusalDeclarations.map((row) => row.value),
    recusalDecisions: rows.recusalDecisions.map((row) => row.value),
    expertOpinions: opinions.map((row) => row.value),
    panelOpinion: newest(rows.panelOpinions, (row) => row.value.version)?.value ?? null,
    reviewConfirmations: rows.reviewConfirmations.map((row) => row.value.confirmation),
    consultation: rows.consultations[0]?.value.consultation ?? null,
    ...batchesOf(rows),
    ...pilotProceedingsOf(rows),
    revocation: rows.revocations[0]?.value.revocation ?? null,
    priorRevocations: rows.priorRevocations.map((row) => row.value.revocation),
    endedAlliances: [...rows.ended],
  }
  return {
    file: { format: dossierFormat, id: dossierId, version, regulationVersionId, content, proceedings },
    contentHash,
    status: rows.statuses[0]?.value.to ?? 'draft',
    staleOpinionIds: opinions.filter((row) => row.value.dossierHash !== contentHash).map((row) => row.recordId),
    standings,
    sealing: panel === null ? null : sealingRoundOf(panel.id, standings, rows.opinionReveals),
  }
}

/** Rows that say what happened since a dossier is a pilot. */
export type PilotRows = Pick<DossierRows, 'pilotTerms' | 'annualReports' | 'changes' | 'evaluations'>

/** What happened since a dossier is a pilot, out of its rows. */
export const pilotProceedingsOf = (rows: PilotRows): PilotProceedings => ({
  pilotTerm: rows.pilotTerms[0]?.value.term ?? null,
  annualReports: rows.annualReports.map((row) => row.value.report).sort((a, b) => a.year - b.year),
  changes: rows.changes.map((row) => row.value.change),
  evaluations: rows.evaluations.map((row) => row.value.evaluation),
})

/** The rows of one dossier out of an in-memory state. */
export function rowsOfDossier(state: DeskState, dossierId: DossierId): DossierRows {
  const pick = (type: RecordType): readonly unknown[] =>
    [...(state[tableOf(type)] as ReadonlyMap<string, { readonly value: unknown }>).values()].filter(
      ({ value }) => dossierIndexOf(type) === null || dossiersOfValue(value).includes(dossierId),
    )
  const ended = endedDossiers({
    dossierVersions: state.dossierVersions.values(),
    revocations: state.revocations.values(),
  })
  const rows = Object.fromEntries(typesInDossier.map((type) => [tableOf(type), pick(type)]))
  return { ...rows, ended: endedBeside(ended, dossierId) } as unknown as DossierRows
}

/** Of every expert the opinion with the highest version. */
export function latestOpinions(rows: readonly Row<'expertOpinions'>[]): readonly Row<'expertOpinions'>[] {
  const byExpert = new Map<string, Row<'expertOpinions'>>()
  for (const row of rows) {
    const key = rowOfExpert(row.value)
    const present = byExpert.get(key)
    if (present === undefined || present.value.version < row.value.version) byExpert.set(key, row)
  }
  return [...byExpert.values()]
}

function batchesOf(rows: DossierRows): Pick<Proceedings, 'publication' | 'otherOpenBatchIds'> {
  const live = rows.batches.map((row) => row.value).filter((batch) => batch.status !== 'withdrawn')
  const main = live.find((batch) => batch.status === 'published') ?? live[0]
  const others: BatchId[] = live.filter((batch) => batch !== main && batch.status === 'open').map((batch) => batch.id)
  return {
    publication: main === undefined ? null : { batchId: main.id, notice: main.notice },
    otherOpenBatchIds: others,
  }
}

function lastMoveOf(move: Row<'statuses'>['value'] | undefined): Proceedings['lastMove'] {
  if (move === undefined) return null
  const { action, from, on, note, until, paper } = move
  return { action, from, on, note, ...(until !== undefined && { until }), ...(paper !== undefined && { paper }) }
}

function newest<T>(rows: readonly T[], by: (row: T) => string | number): T | undefined {
  return rows.reduce<T | undefined>((best, row) => (best === undefined || by(row) > by(best) ? row : best), undefined)
}

function withoutDossierId<T extends { readonly dossierId: string } | null>(
  value: T,
): T extends null ? null : Omit<NonNullable<T>, 'dossierId'> {
  if (value === null) return null as never
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'dossierId')) as never
}
