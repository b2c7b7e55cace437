import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ImportingDesk } from '@shared/bundle/incoming'
import type { ImportReport } from '@shared/bundle/import-report'
import type { HistoryDoubt } from '@shared/bundle/history-doubts'
import { reviewImport } from '@shared/bundle/review-import'
import { foldDesk } from '@shared/records/desk-state'
import { parseRecord, type JournalRecord } from '@shared/records/record'
import { breather } from '../breathe'
import type { EnvelopeKeys } from '../envelopes/file-key'
import { hostError, HostFailure } from '../failure'
import type { OpenDesk } from '../open-desk'
import { openSealedCopy } from './bundle-job'
import { readPieces } from './byte-source'
import type { BundleReader } from './bundle-reader'
import { copyIn, type BundleInput } from './copy-in'
import type { OpenedBundle } from './read-bundle'
import type { Stage, StageStore } from './stage-store'

type Staging = {
  readonly stageId: string
  readonly readBundle: BundleReader
  /** What opens an encrypted bundle. */
  readonly keys: EnvelopeKeys
}

/**
 * Copies a bundle into the staging area, encrypted with a key of this run, and verifies all of it there, so that a stick pulled out half-way cannot hurt.
 * A refusal removes the copy. An envelope is opened on the way.
 * @throws HostFailure `bundle.*`, `envelope.*` with the file's name
 */
export async function stageBundle(
  input: BundleInput,
  stages: StageStore,
  { stageId, readBundle, keys }: Staging,
): Promise<Stage> {
  const fileName = input.kind === 'bytes' ? input.fileName : basename(input.path)
  const path = join(stages.folder, `${stageId}.lsb`)
  try {
    const copy = { path, seal: stages.sealOf(stageId) }
    const { envelopeMark } = await copyIn(input, copy, { fileName, keys })
    const bundle = await readBundle(copy)
    const stage = { fileName, path, source: await openSealedCopy(copy), bundle, envelopeMark }
    stages.add(stageId, stage)
    return stage
  } catch (error) {
    await rm(path, { force: true })
    throw withFileName(error, fileName)
  }
}

/** The dry run of a staged bundle as of now. */
export const reportImport = async (stage: Stage, desk: OpenDesk): Promise<ImportReport> =>
  (await reviewStage(stage, desk)).report

/** The same with what committing it has to keep besides. */
export async function reviewStage(
  { fileName, bundle }: Stage,
  desk: OpenDesk,
): Promise<{ readonly report: ImportReport; readonly newDoubts: readonly HistoryDoubt[] }> {
  const { manifest } = bundle
  const breathe = breather()
  const steps = reviewImport(incomingOf(bundle), await importingDesk(desk))
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) await breathe()
  const review = step.value
  const missing = await newBlobs(bundle, desk)
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
      new: missing.length,
      bytes: bundle.blobs.reduce((total, blob) => total + blob.size, 0),
    },
    dossiers: review.dossiers,
    doubts: review.doubts,
    isUndone: review.isUndone,
    canCommit: review.canCommit,
  }
  return { report, newDoubts: review.newDoubts }
}

/** Attachments of a bundle that this desk does not have yet. */
export async function newBlobs(bundle: OpenedBundle, desk: OpenDesk): Promise<OpenedBundle['blobs']> {
  const missing: OpenedBundle['blobs'][number][] = []
  for (const blob of bundle.blobs) if ((await desk.attachments.sizeOf(blob.sha256)) === null) missing.push(blob)
  return missing
}

/** Puts the new attachments of a stage in place, each hashed again on the disk. */
export async function placeBlobs({ source, bundle }: Stage, desk: OpenDesk): Promise<void> {
  const missing = await newBlobs(bundle, desk)
  await desk.attachments.putAll(
    missing.map(({ sha256, offset, size }) => ({ sha256, read: () => readPieces(source, offset, size) })),
  )
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
  isNewer: bundle.isNewer,
})

/** What the review, and undoing an import, need to know of this desk. */
export async function importingDesk({ identity, journal }: OpenDesk): Promise<ImportingDesk> {
  const records: JournalRecord[] = []
  const last = new Map<string, { seq: number; id: JournalRecord['id']; at: string }>()
  const breathe = breather()
  for (const envelope of await journal.readAll()) {
    await breathe()
    const parsed = parseRecord(envelope)
    if ('record' in parsed) records.push(parsed.record)
    const { author, seq, id, at } = envelope
    if ((last.get(author)?.seq ?? 0) < seq) last.set(author, { seq, id, at })
  }
  const folded = foldDesk(records)
  return {
    keyId: identity.statement.keyId,
    role: identity.statement.role,
    state: folded.state,
    folded,
    lastOf: (author) => last.get(author) ?? null,
    has: (id) => journal.has(id),
    isQuarantined: (id) => journal.isQuarantined(id),
    idAt: (author, seq) => journal.idAt(author, seq),
    prevAt: (author, seq) => journal.prevAt(author, seq),
  }
}

/** Every refusal of a bundle names the file. */
function withFileName(error: unknown, fileName: string): unknown {
  if (error instanceof HostFailure && /^(bundle|envelope)\./u.test(error.error.code)) {
    return new HostFailure(
      hostError(error.error.code as Parameters<typeof hostError>[0], { ...error.error.params, fileName }),
    )
  }
  if (error instanceof RangeError) return new HostFailure(hostError('bundle.truncated', { fileName }))
  return error
}
