import { answerObjection, displayBatch, recordObjection, type Shown } from '@shared/acts/public-display'
import { correctNotice, keepSealedOriginal } from '@shared/acts/issued-notice'
import type { Correction, SealedOriginal } from '@shared/domain/issued-notice'
import type { BatchId } from '@shared/domain/ids'
import { appendAct } from './append-act'
import { deskDatabase } from './desk'

/** What was shown of a batch, and what was said against it, the earliest first. */
export async function loadShown(batchId: BatchId): Promise<Shown> {
  const db = deskDatabase()
  const [displays, objections] = await Promise.all([
    db.rows('displays').where('value.batchId').equals(batchId).toArray(),
    db.rows('objections').where('value.batchId').equals(batchId).toArray(),
  ])
  return {
    display: displays[0]?.value.display ?? null,
    objections: objections
      .map(({ value }) => value.objection)
      .toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0)),
  }
}

/** @throws ActRefused */
export const keepDisplay = (...asked: Parameters<typeof displayBatch>): Promise<number> =>
  appendAct(displayBatch(...asked))

/** @throws ActRefused */
export const keepObjection = (...asked: Parameters<typeof recordObjection>): Promise<number> =>
  appendAct(recordObjection(...asked))

/** @throws ActRefused */
export const keepAnswer = (...asked: Parameters<typeof answerObjection>): Promise<number> =>
  appendAct(answerObjection(...asked))

/** What came after a notice was published: corrections, the earliest first, and scans of sealed originals. */
export async function loadIssued(batchId: BatchId): Promise<{
  readonly corrections: readonly Correction[]
  readonly originals: readonly SealedOriginal[]
}> {
  const db = deskDatabase()
  const [corrections, originals] = await Promise.all([
    db.rows('corrections').where('value.batchId').equals(batchId).toArray(),
    db.rows('sealedOriginals').where('value.batchId').equals(batchId).toArray(),
  ])
  return {
    corrections: corrections
      .map(({ value }) => value.correction)
      .toSorted((a, b) => (a.writtenOn < b.writtenOn ? -1 : a.writtenOn > b.writtenOn ? 1 : 0)),
    originals: originals.map(({ value }) => value.original),
  }
}

/** @throws ActRefused */
export const keepCorrection = (...asked: Parameters<typeof correctNotice>): Promise<number> =>
  appendAct(correctNotice(...asked))

/** @throws ActRefused */
export const keepOriginal = (...asked: Parameters<typeof keepSealedOriginal>): Promise<number> =>
  appendAct(keepSealedOriginal(...asked))
