import { randomBytes } from 'node:crypto'
import { opinionContents, rowsOfState } from '@shared/acts/bundle-contents'
import { draftOfOpinion, opinionOfDraft } from '@shared/acts/expert-opinion'
import { declareRecusal, sealOpinion, type RecusalAnswers } from '@shared/acts/seal-opinion'
import { troubled } from '@shared/bundle/import-outcomes'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierId, PanelId } from '@shared/domain/ids'
import type { Expert, ExpertOpinion } from '@shared/domain/panel'
import { assembleDossier, type AssembledDossier } from '@shared/records/assemble-dossier'
import { foldDesk, foldRecords } from '@shared/records/desk-state'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import { exportDemoBundle } from './demo-bundle'
import type { DemoDesk } from './demo-desk'
import type { SampleReview } from './sample-review'

/**
 * Takes a bundle in as a person would: stage, look at the dry run, commit.
 * @throws Error if the dry run refuses anything
 */
export async function importBundle(desk: DemoDesk, path: string): Promise<void> {
  const { stageId, report } = await desk.ask('bundle:stage', { kind: 'place', place: path })
  const refused = troubled(report)
  if (!report.canCommit || refused.length > 0) {
    await desk.ask('bundle:discard', { stageId })
    throw new Error(
      `${report.fileName}: ${refused.map((item) => `${item.type} ${item.reason ?? ''}`).join(', ') || 'nothing new'}`,
    )
  }
  await desk.ask('bundle:commit', { stageId })
}

/**
 * What one expert does: import, declare, judge the versions at hand, seal, export. Answers the path of the opinion
 * bundle.
 */
export async function reviewAsExpert(
  desk: DemoDesk,
  expert: Expert,
  reviews: ReadonlyMap<DossierId, SampleReview>,
  files: { readonly assignment: string; readonly folder: string; readonly on: CalendarDate },
): Promise<string> {
  await importBundle(desk, files.assignment)
  const state = foldRecords(await desk.records())
  const assignment = [...state.assignments.values()].find((row) => row.value.expertId === expert.id)?.value
  if (assignment === undefined) throw new Error(`${expert.name}: no assignment`)
  const { panelId, dossierIds, from } = assignment
  for (const dossierId of dossierIds) {
    const review = reviews.get(dossierId)
    if (review === undefined) throw new Error(`${expert.name}: nobody reviews ${dossierId}`)
    const opinion = await declareAndOpen(desk, expert, review, { panelId, dossierId })
    if (opinion !== null) await desk.append(...sealOpinion(opinion, randomBytes(32).toString('hex')))
  }
  const rows = rowsOfState(foldRecords(await desk.records()))
  const contents = await opinionContents(rows, { panelId, expertId: expert.id, dossierIds })
  return exportDemoBundle(
    desk,
    { kind: 'opinion', to: from, ...contents },
    { dossierIds, expertId: expert.id, folder: files.folder },
    { as: 'expert.export.opinionsName', name: expert.name, on: files.on },
  )
}

async function requireMaterials(desk: DemoDesk, expert: Expert, { file }: AssembledDossier): Promise<void> {
  for (const material of file.content.materials) {
    const found = await desk.ask('attachment:stat', { sha256: material.sha256 })
    if (found.kind === 'missing') throw new Error(`${expert.name}: ${material.fileName} did not arrive`)
  }
}

type Task = { readonly panelId: PanelId; readonly dossierId: DossierId }

/**
 * The declaration first; then what came locked opens, and the opinion is over the version that it holds. `null` where a
 * ground exists: the dossier stays closed.
 */
async function declareAndOpen(
  desk: DemoDesk,
  expert: Expert,
  review: SampleReview,
  { panelId, dossierId }: Task,
): Promise<ExpertOpinion | null> {
  const declaration = review.declarations.find((item) => item.expertId === expert.id)
  if (declaration === undefined) throw new Error(`${expert.name}: no declaration`)
  const { pledged, declaredOn } = declaration
  const answers = Object.fromEntries(
    declaration.answers.map(({ ground, exists, note }) => [ground, { exists, note }]),
  ) as RecusalAnswers
  const task = { panelId, dossierId, expertId: expert.id }
  await desk.do(declareRecusal(task, { answers, pledged }, declaredOn))
  const judged = review.opinions.find((item) => item.expertId === expert.id)
  if (judged === undefined || declaration.answers.some((answer) => answer.exists)) return null
  const locks = [...foldRecords(await desk.records()).dossierLocks.values()]
  for (const { value } of locks.filter((lock) => lock.value.dossierId === dossierId)) await openLock(desk, value.lockId)
  const assembled = assembleDossier(dossierId, rowsOfDossier(foldDesk(await desk.records()), dossierId))
  if (assembled === null) throw new Error(`${expert.name}: the assignment holds no dossier`)
  await requireMaterials(desk, expert, assembled)
  const { file, contentHash } = assembled
  const typed = { ...draftOfOpinion(judged), dossierVersion: file.version, dossierHash: contentHash }
  const { regulationVersionId } = file
  const { handwriting, signedOn } = judged
  const about = { ...task, expertName: expert.name, regulationVersionId, version: 1, handwriting, signedOn }
  const opinion = opinionOfDraft(typed, about)
  if (opinion === null) throw new Error(`${expert.name}: the opinion is not complete`)
  return opinion
}

/** A portion at a time, as the screen does. */
async function openLock(desk: DemoDesk, lockId: string): Promise<void> {
  for (;;) {
    const { taken } = await desk.ask('lock:open', { lockId })
    if (taken !== null) return
  }
}
