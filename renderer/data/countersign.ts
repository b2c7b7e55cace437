import {
  isOfRound,
  longestChain,
  roundIdOf,
  roundStanding,
  type PaperChain,
  type RoundStanding,
} from '@shared/domain/countersign'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierId, PanelId } from '@shared/domain/ids'
import type { PanelOpinion } from '@shared/domain/panel'
import type { Row } from '@shared/records/projection'
import { deskDatabase } from './desk'

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

/** Pages signed on paper, whose scans came with the signatures on a dossier. */
export async function listScans(dossierId: DossierId) {
  const rows = await deskDatabase().rows('countersignatures').where('value.dossierId').equals(dossierId).toArray()
  return rows.flatMap(({ value }) =>
    value.answer.kind === 'scan' ? [{ expertName: value.expertName, ...value.answer.scan }] : [],
  )
}
