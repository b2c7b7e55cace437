import type { BundleContents } from '@shared/acts/bundle-contents'
import {
  isOfRound,
  longestChain,
  roundIdOf,
  roundStanding,
  type CountersignRound,
  type PaperChain,
  type RoundStanding,
} from '@shared/domain/countersign'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierId, ExpertId, PanelId } from '@shared/domain/ids'
import type { PanelOpinion } from '@shared/domain/panel'
import type { Row } from '@shared/records/projection'
import { rowIdOf } from '@shared/records/row-id'
import { deskDatabase } from './desk'

/** Records and attachments that go into a bundle. */

/** A countersigning round as this desk knows it. */
export type CountersignCase = {
  readonly round: Row<'countersignRounds'>
  /** The sealed opinion that goes round. */
  readonly opinion: Row<'panelOpinions'>
  readonly signatures: readonly Row<'countersignatures'>[]
  readonly standing: RoundStanding
  readonly chain: PaperChain
}

/** The newest sealed opinion on a dossier of a panel. */
export async function loadNewestOpinion(panelId: PanelId, dossierId: DossierId): Promise<PanelOpinion | null> {
  const rows = await deskDatabase().rows('panelOpinions').where('value.dossierId').equals(dossierId).toArray()
  return newestOpinion(rows.filter((row) => row.value.panelId === panelId))?.value ?? null
}

const newestOpinion = (rows: readonly Row<'panelOpinions'>[]) =>
  rows.reduce<Row<'panelOpinions'> | null>(
    (best, row) => (best === null || row.value.version > best.value.version ? row : best),
    null,
  )

/** The round of the newest version of a panel's opinion that has one here; null if none was opened. */
export async function loadCountersign(
  panelId: PanelId,
  dossierId: DossierId,
  today: CalendarDate,
): Promise<CountersignCase | null> {
  const db = deskDatabase()
  const ofDossier = <N extends 'countersignRounds' | 'panelOpinions' | 'countersignatures'>(name: N) =>
    db.rows(name).where('value.dossierId').equals(dossierId).toArray()
  const [rounds, opinions, signatures] = await Promise.all([
    ofDossier('countersignRounds'),
    ofDossier('panelOpinions'),
    ofDossier('countersignatures'),
  ])
  const round = rounds
    .filter((row) => row.value.panelId === panelId)
    .reduce<Row<'countersignRounds'> | null>(
      (best, row) => (best === null || row.value.opinionVersion > best.value.opinionVersion ? row : best),
      null,
    )
  if (round === null) return null
  const opinion = opinions.find(
    ({ value }) => value.panelId === panelId && value.version === round.value.opinionVersion,
  )
  if (opinion === undefined) return null
  const closing = await db.rows('countersignClosings').get(roundIdOf(round.value))
  const own = signatures.filter(({ value }) => isOfRound(value, round.value))
  const values = own.map(({ value }) => value)
  return {
    round,
    opinion,
    signatures: own,
    standing: roundStanding(round.value, opinion.value, values, closing?.value ?? null, today),
    chain: longestChain(round.value, values),
  }
}

/**
 * What one expert is sent to sign: the opinion, its paper as far as it is signed, and what the desk needs to show them.
 * No materials: the expert has had them.
 */
export async function countersignContents(
  { round, opinion, signatures, chain }: CountersignCase,
  expertId: ExpertId,
): Promise<BundleContents> {
  const db = deskDatabase()
  const { panelId, dossierId, paper, model } = round.value
  const all = await db.rows('dossierVersions').where('value.dossierId').equals(dossierId).toArray()
  // The version that the opinion judged: who signs it sees what it is about.
  const versions = all.filter((row) => row.value.contentHash === opinion.value.dossierHash)
  const decisions = await db.rows('recusalDecisions').where('value.dossierId').equals(dossierId).toArray()
  const rows: readonly { readonly recordId: string }[] = [
    ...versions,
    ...(await db.rows('panels').where('id').equals(panelId).toArray()),
    ...(await db.rows('assignments').where('id').equals(rowIdOf('assignment.issued', { panelId, expertId })).toArray()),
    ...(await db.rows('settings').toArray()),
    ...decisions.filter((row) => row.value.expertId === expertId),
    opinion,
    round,
    ...signatures,
  ]
  return {
    recordIds: [...new Set(rows.map((row) => row.recordId))],
    attachments: [...new Set([paper.sha256, model.sha256, chain.head.sha256])],
  }
}

/** The cell of an expert in the signature table; undefined if he or she is not to sign. */
export const placeOf = (round: CountersignRound, expertId: ExpertId) =>
  round.places.find((place) => place.expertId === expertId)

/** Pages signed on paper, whose scans came with the signatures on a dossier. */
export async function listScans(dossierId: DossierId) {
  const rows = await deskDatabase().rows('countersignatures').where('value.dossierId').equals(dossierId).toArray()
  return rows.flatMap(({ value }) =>
    value.answer.kind === 'scan' ? [{ expertName: value.expertName, ...value.answer.scan }] : [],
  )
}
