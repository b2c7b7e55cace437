import type { HistoryDoubt } from '@shared/bundle/history-doubts'
import type { ImportItem } from '@shared/bundle/import-report'
import { shortList } from '@shared/bundle/not-understood'
import { isTaken } from '@shared/bundle/review-import'
import type { Action, Payload } from '@shared/records/payloads'
import { recordStamp, type RecordEnvelope } from '@shared/records/record'
import type { DossierId } from '@shared/domain/ids'
import { fail } from '../lib/failure'
import { keepLocks } from '../locks/keep-locks'
import { settleLocks } from '../locks/settle-locks'
import type { OpenDesk } from '../desk/open-desk'
import { placeBlobs } from './bundled-blobs'
import { reviewStage } from './stage-bundle'
import type { StageStore } from '../bundles/stage-store'

/**
 * Takes a staged bundle in: attachments and locked dossiers into place first, then one journal append of all accepted
 * records and this desk's own `bundle.imported`; none if all that comes of it are healed attachments. The dry run that
 * was shown holds, unless the journal has grown since: then it is made again. `beforeChange` runs once it is sure that
 * something will change.
 * @throws HostFailure `bundle.no-stage`, `bundle.not-understood`, `bundle.nothing-to-import`, `space.read-only`
 */
export async function commitStage(
  stageId: string,
  stages: StageStore,
  desk: OpenDesk,
  beforeChange: () => Promise<unknown>,
): Promise<{ records: RecordEnvelope[]; count: number }> {
  const stage = stages.get(stageId) ?? fail('bundle.no-stage')
  const { report, newDoubts, locks, placed, changesJournal } = await reviewStage(stage, desk)
  const { notUnderstood } = report
  if (notUnderstood !== null) {
    fail('bundle.not-understood', { fileName: stage.fileName, what: shortList(notUnderstood) })
  }
  if (!report.canCommit) fail('bundle.nothing-to-import', { fileName: stage.fileName })
  await desk.refuseWhenFull()
  await beforeChange()
  const { manifest, sha256 } = stage.bundle
  await placeBlobs(stage, placed, desk)
  await keepLocks(locks, stage, desk)
  if (!changesJournal) {
    await stages.discard(stageId)
    return { records: [], count: desk.journal.count }
  }
  const records = await appendReviewed(
    {
      envelopes: stage.bundle.records.map((incoming) => incoming.envelope),
      items: report.items,
      newDoubts,
      imported: {
        bundleId: manifest.bundleId,
        kind: manifest.kind,
        from: manifest.from.keyId,
        fileName: stage.fileName.slice(0, 300),
        sha256,
        envelopeMark: stage.envelopeMark,
        dossierIds: report.dossiers.map((dossier) => dossier.dossierId as DossierId),
        heads: [...(manifest.checkpoints ?? [])],
      },
    },
    desk,
  )
  const settled = await settleLocks(desk)
  await stages.discard(stageId)
  return { records: [...records, ...settled], count: desk.journal.count }
}

/** Records that were looked through, and where they came from. */
export type Reviewed = {
  readonly envelopes: readonly RecordEnvelope[]
  readonly items: readonly ImportItem[]
  readonly newDoubts: readonly HistoryDoubt[]
  readonly imported: Omit<Payload<'bundle.imported'>, 'newRecords' | 'recordIds'>
  /** Records that came with the same bundle before. */
  readonly earlier?: readonly string[]
  /** What this desk records in the same append. */
  readonly besides?: readonly Action[]
}

/** One append: what is taken, what is kept apart, and this desk's own word that it came. */
export async function appendReviewed(
  { envelopes, items, newDoubts, imported, earlier = [], besides = [] }: Reviewed,
  desk: OpenDesk,
): Promise<readonly RecordEnvelope[]> {
  const outcomes = new Map(items.map((item) => [item.recordId, item.outcome]))
  const withOutcome = (isWanted: (outcome: ImportItem['outcome']) => boolean) =>
    envelopes
      .filter(({ id }) => {
        const outcome = outcomes.get(id)
        return outcome !== undefined && isWanted(outcome)
      })
      .sort((a, b) => (recordStamp(a) < recordStamp(b) ? -1 : 1))
  const accepted = withOutcome(isTaken)
  // Who somebody is stays known when what he or she said is undone.
  const brought = accepted.filter((record) => record.type !== 'desk.introduced').map((record) => record.id)
  return desk.append(
    [
      {
        type: 'bundle.imported',
        payload: {
          ...imported,
          newRecords: earlier.length + accepted.length,
          recordIds: [...earlier, ...brought],
        },
      },
      ...newDoubts.map((doubt) => ({
        type: 'history.doubted' as const,
        payload: { ...doubt, bundleId: imported.bundleId, from: imported.from },
      })),
      ...besides,
    ],
    {
      records: accepted,
      quarantined: withOutcome((outcome) => outcome === 'quarantined'),
      ownHead: newDoubts.find(({ kind }) => kind === 'went-back')?.shown ?? null,
    },
  )
}
