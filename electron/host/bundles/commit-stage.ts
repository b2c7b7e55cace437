import { recordStamp, type RecordEnvelope } from '@shared/records/record'
import type { DossierId } from '@shared/domain/ids'
import { fail } from '../failure'
import type { OpenDesk } from '../open-desk'
import { placeBlobs, reviewStage } from './stage-bundle'
import type { StageStore } from './stage-store'

/**
 * Takes a staged bundle in: attachments into place first, then one journal append of all accepted records and this
 * desk's own `bundle.imported`. The dry run is made again, for the journal may have grown since; `beforeChange` runs
 * once it is sure that something will.
 * @throws HostFailure `bundle.no-stage`, `bundle.nothing-to-import`, `space.read-only`
 */
export async function commitStage(
  stageId: string,
  stages: StageStore,
  desk: OpenDesk,
  beforeChange: () => Promise<unknown>,
): Promise<{ records: RecordEnvelope[]; count: number }> {
  const stage = stages.get(stageId) ?? fail('bundle.no-stage')
  const { report, newDoubts } = await reviewStage(stage, desk)
  if (!report.canCommit) fail('bundle.nothing-to-import', { fileName: stage.fileName })
  await desk.refuseWhenFull()
  await beforeChange()
  const outcomes = new Map(report.items.map((item) => [item.recordId, item.outcome]))
  const envelopes = stage.bundle.records.map((incoming) => incoming.envelope)
  const withOutcome = (...wanted: string[]) =>
    envelopes
      .filter((envelope) => wanted.includes(outcomes.get(envelope.id) ?? ''))
      .sort((a, b) => (recordStamp(a) < recordStamp(b) ? -1 : 1))
  const accepted = withOutcome('new', 'changed', 'conflicting', 'superseded')
  const { manifest, sha256 } = stage.bundle
  await placeBlobs(stage, desk)
  const records = await desk.append(
    [
      {
        type: 'bundle.imported',
        payload: {
          bundleId: manifest.bundleId,
          kind: manifest.kind,
          from: manifest.from.keyId,
          fileName: stage.fileName.slice(0, 300),
          sha256,
          envelopeMark: stage.envelopeMark,
          newRecords: accepted.length,
          dossierIds: report.dossiers.map((dossier) => dossier.dossierId as DossierId),
          // Who somebody is stays known when what he or she said is undone.
          recordIds: accepted.filter((record) => record.type !== 'desk.introduced').map((record) => record.id),
          heads: [...(manifest.checkpoints ?? [])],
        },
      },
      ...newDoubts.map((doubt) => ({
        type: 'history.doubted' as const,
        payload: { ...doubt, bundleId: manifest.bundleId, from: manifest.from.keyId },
      })),
    ],
    {
      records: accepted,
      quarantined: withOutcome('quarantined'),
      ownHead: newDoubts.find(({ kind }) => kind === 'went-back')?.shown ?? null,
    },
  )
  await stages.discard(stageId)
  return { records, count: desk.journal.count }
}
