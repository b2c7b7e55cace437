import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ImportReport } from '@shared/bundle/import-report'
import type { HistoryDoubt } from '@shared/bundle/history-doubts'
import type { ImportingDesk } from '@shared/bundle/incoming'
import { reviewImport, type ImportReview } from '@shared/bundle/review-import'
import type { FoldedDesk } from '@shared/records/desk-state'
import type { AttachmentStore } from '../attachments/attachment-store'
import { breather } from '../lib/breathe'
import type { EnvelopeKeys } from '../envelopes/file-key'
import { hostError, HostFailure } from '../lib/failure'
import { locksLacking, locksToKeep } from '../locks/keep-locks'
import type { OpenDesk } from '../desk/open-desk'
import type { BundleReader } from '../bundles/bundle-reader'
import { blobsToPlace } from './bundled-blobs'
import { copyIn, type BundleInput } from '../bundles/copy-in'
import { importingDesk } from '../desk/importing-desk'
import type { OpenedBundle } from '../bundles/read-bundle'
import { openSealedCopy } from '../vault/sealed-copy'
import type { StagedBundle, StageStore } from '../bundles/stage-store'
import type { BundledLock } from '../bundles/verify-locks'

type Staging = {
  readonly stageId: string
  readonly attachments: Pick<AttachmentStore, 'sealOf'>
  readonly readBundle: BundleReader
  /** What opens an encrypted bundle. */
  readonly keys: EnvelopeKeys
}

/**
 * Copies a bundle into the staging area, encrypted, and verifies all of it there, so that a stick pulled out half-way
 * cannot hurt. A refusal removes the copy. An envelope is opened on the way.
 * @throws HostFailure `bundle.*`, `envelope.*` with the file's name
 */
export async function stageBundle(
  input: BundleInput,
  stages: StageStore,
  { stageId, attachments, readBundle, keys }: Staging,
): Promise<StagedBundle> {
  const fileName = input.kind === 'bytes' ? input.fileName : basename(input.path)
  const folder = join(stages.folder, stageId)
  try {
    const place = { folder, seal: stages.sealOf(stageId), sealOf: (sha256: string) => attachments.sealOf(sha256) }
    const { copy, envelopeMark } = await copyIn(input, place, { fileName, keys })
    const bundle = await readBundle(copy)
    const stage = { fileName, folder, copy, source: await openSealedCopy(copy), bundle, envelopeMark }
    stages.add(stageId, stage)
    return stage
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw withFileName(error, fileName)
  }
}

/** The dry run of a staged bundle as of now. */
export const reportImport = async (stage: StagedBundle, desk: OpenDesk): Promise<ImportReport> =>
  (await reviewStage(stage, desk)).report

/** The same with what committing it has to keep besides. */
export async function reviewStage(
  stage: StagedBundle,
  desk: OpenDesk,
): Promise<{
  readonly report: ImportReport
  readonly newDoubts: readonly HistoryDoubt[]
  /** Locked dossiers of which something is to be put in place. */
  readonly locks: readonly BundledLock[]
  /** Attachments to be put in place. */
  readonly placed: OpenedBundle['blobs']
  /** False if all there is to do is to heal attachments. */
  readonly changesJournal: boolean
}> {
  const { fileName, bundle } = stage
  const { manifest } = bundle
  const importing = await importingDesk(desk)
  const review = await reviewOnce(stage, importing)
  const isReadOnly = review.notUnderstood !== null
  const blobs = isReadOnly ? { missing: [], damaged: [] } : await blobsToPlace(bundle, review.items, desk)
  const locks = await locksLacking(locksToKeep(bundle, review.items, importing.state), desk)
  const placed = [...blobs.missing, ...blobs.damaged]
  const changesJournal = review.canCommit || (locks.length > 0 && !isReadOnly)
  const report: ImportReport = {
    bundleId: manifest.bundleId,
    kind: manifest.kind,
    createdAt: manifest.createdAt,
    fileName,
    sha256: bundle.sha256,
    size: bundle.size,
    from: { ...manifest.from, fingerprint: bundle.fingerprint, trust: review.trust },
    to: manifest.to,
    importedAt: review.importedAt,
    items: review.items,
    attachments: {
      total: bundle.blobs.length,
      new: blobs.missing.length + locks.reduce((count, { lock }) => count + lock.files.length, 0),
      healed: blobs.damaged.length,
      bytes: bundle.blobs.reduce((total, blob) => total + blob.size, 0),
    },
    dossiers: review.dossiers,
    unknownMoves: review.unknownMoves,
    namesakes: review.namesakes,
    laterVersions: review.laterVersions,
    doubts: review.doubts,
    notUnderstood: review.notUnderstood,
    isUndone: review.isUndone,
    // What was lost or damaged comes again with the same bundle.
    canCommit: changesJournal || placed.length > 0,
  }
  return { report, newDoubts: review.newDoubts, locks, placed, changesJournal }
}

/** Dry runs, each with the fold of the desk that it was made against. */
const dryRuns = new WeakMap<StagedBundle, { readonly against: FoldedDesk; readonly review: ImportReview }>()

/** The dry run of a stage; the very one that was shown, while nothing was recorded since. */
async function reviewOnce(stage: StagedBundle, importing: ImportingDesk): Promise<ImportReview> {
  const before = dryRuns.get(stage)
  if (before?.against === importing.folded) return before.review
  const breathe = breather()
  const steps = reviewImport(incomingOf(stage.bundle), importing)
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) await breathe()
  dryRuns.set(stage, { against: importing.folded, review: step.value })
  return step.value
}

const incomingOf = (bundle: OpenedBundle) => ({
  bundleId: bundle.manifest.bundleId,
  kind: bundle.manifest.kind,
  sha256: bundle.sha256,
  from: bundle.manifest.from,
  createdAt: bundle.manifest.createdAt,
  checkpoints: bundle.manifest.checkpoints ?? [],
  trail: bundle.manifest.trail ?? null,
  desks: bundle.statements,
  records: bundle.records,
  attachments: new Set(bundle.blobs.map(({ sha256 }) => sha256)),
  locks: new Set(bundle.locks.map(({ lock }) => lock.lockId)),
  newer: bundle.newer,
})

/** Every refusal of a bundle names the file. */
function withFileName(error: unknown, fileName: string): unknown {
  if (error instanceof HostFailure && /^(bundle|envelope)\./u.test(error.error.code)) {
    return new HostFailure({ code: error.error.code, params: { ...error.error.params, fileName } })
  }
  if (error instanceof RangeError) return new HostFailure(hostError('bundle.truncated', { fileName }))
  return error
}
