import { randomBytes } from 'node:crypto'
import { opinionContents, rowsOfState } from '@shared/acts/bundle-contents'
import { sealOpinion } from '@shared/acts/seal-opinion'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import type { Expert, ExpertOpinion } from '@shared/domain/panel'
import { assembleDossier, type AssembledDossier } from '@shared/records/assemble-dossier'
import { foldDesk, foldRecords } from '@shared/records/desk-state'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import { demoBundle } from './demo-bundle'
import type { DemoDesk } from './demo-desk'
import type { SampleReview } from './sample-review'

/** Takes a bundle in as a person would: stage, look at the dry run, commit. @throws Error if the dry run refuses anything */
export async function importBundle(desk: DemoDesk, path: string): Promise<void> {
  const { stageId, report } = await desk.ask('bundle:stage', { kind: 'place', place: path })
  const refused = report.items.filter((item) => item.outcome === 'rejected' || item.outcome === 'quarantined')
  if (!report.canCommit || refused.length > 0) {
    await desk.ask('bundle:discard', { stageId })
    throw new Error(
      `${report.fileName}: ${refused.map((item) => `${item.type} ${item.reason ?? ''}`).join(', ') || 'nothing new'}`,
    )
  }
  await desk.ask('bundle:commit', { stageId })
}

/** What one expert does: import, declare, judge the versions at hand, seal, export. Answers the path of the opinion bundle. */
export async function reviewAsExpert(
  desk: DemoDesk,
  expert: Expert,
  reviews: ReadonlyMap<DossierId, SampleReview>,
  files: { readonly assignment: string; readonly folder: string; readonly on: CalendarDate },
): Promise<string> {
  await importBundle(desk, files.assignment)
  const state = foldRecords(await desk.records())
  const assignment = [...state.assignments.values()].find((row) => row.value.expertId === expert.id)?.value
  const to = assignment?.from ?? expert.name
  const dossierIds = assignment?.dossierIds ?? []
  for (const dossierId of dossierIds) {
    const review = reviews.get(dossierId)
    if (review === undefined) throw new Error(`${expert.name}: nobody reviews ${dossierId}`)
    const opinion = await declareAndOpen(desk, expert, review, dossierId)
    if (opinion !== null) await desk.append(...sealOpinion(opinion, randomBytes(32).toString('hex')))
  }
  const after = rowsOfState(foldRecords(await desk.records()))
  const panelId = assignment?.panelId
  if (panelId === undefined) throw new Error(`${expert.name}: no assignment`)
  const contents = await opinionContents(after, { panelId, expertId: expert.id, dossierIds })
  const { bundleId, file } = await desk.ask('bundle:export', {
    kind: 'opinion',
    to,
    recordIds: [...contents.recordIds],
    attachments: [...contents.attachments],
    ...demoBundle('expert.export.opinionsName', { name: expert.name, today: files.on }),
    folder: files.folder,
  })
  await desk.append({
    type: 'bundle.exported',
    payload: { bundleId, kind: 'opinion', to, dossierIds: [...dossierIds], expertId: expert.id, file },
  })
  return file.path
}

async function requireMaterials(desk: DemoDesk, expert: Expert, { file }: AssembledDossier): Promise<void> {
  for (const material of file.content.materials) {
    const found = await desk.ask('attachment:stat', { sha256: material.sha256 })
    if (found.kind === 'missing') throw new Error(`${expert.name}: ${material.fileName} did not arrive`)
  }
}

/**
 * The declaration first; then what came locked opens, and the opinion is over the version that it holds. `null` where a ground exists:
 * the dossier stays closed.
 */
async function declareAndOpen(
  desk: DemoDesk,
  expert: Expert,
  review: SampleReview,
  dossierId: DossierId,
): Promise<ExpertOpinion | null> {
  const declaration = review.declarations.find((item) => item.expertId === expert.id)
  if (declaration === undefined) throw new Error(`${expert.name}: no declaration`)
  await desk.append({ type: 'recusal.declared', payload: declaration })
  const opinion = review.opinions.find((item) => item.expertId === expert.id)
  if (opinion === undefined || declaration.answers.some((answer) => answer.exists)) return null
  const locks = [...foldRecords(await desk.records()).dossierLocks.values()]
  for (const { value } of locks.filter((lock) => lock.value.dossierId === dossierId)) await openLock(desk, value.lockId)
  const assembled = assembleDossier(dossierId, rowsOfDossier(foldDesk(await desk.records()), dossierId))
  if (assembled === null) throw new Error(`${expert.name}: the assignment holds no dossier`)
  await requireMaterials(desk, expert, assembled)
  return { ...opinion, dossierVersion: assembled.file.version, dossierHash: assembled.contentHash }
}

/** A portion at a time, as the screen does. */
async function openLock(desk: DemoDesk, lockId: string): Promise<void> {
  for (;;) {
    const { taken } = await desk.ask('lock:open', { lockId })
    if (taken !== null) return
  }
}
