import type { Expert, ExpertOpinion } from '@shared/domain/panel'
import { assembleDossier, rowsOfDossier } from '@shared/records/assemble-dossier'
import { foldRecords } from '@shared/records/desk-state'
import type { Action } from '@shared/records/payloads'
import type { DemoDesk } from './demo-desk'
import type { SampleReview } from './sample-review'

/** Takes a bundle in as a person would: stage, look at the dry run, commit. @throws Error if the dry run refuses anything */
export async function importBundle(desk: DemoDesk, path: string): Promise<void> {
  const { stageId, report } = await desk.ask('bundle:stage', { kind: 'path', path })
  const refused = report.items.filter((item) => item.outcome === 'rejected' || item.outcome === 'quarantined')
  if (!report.canCommit || refused.length > 0) {
    await desk.ask('bundle:discard', { stageId })
    throw new Error(
      `${report.fileName}: ${refused.map((item) => `${item.type} ${item.reason ?? ''}`).join(', ') || 'nothing new'}`,
    )
  }
  await desk.ask('bundle:commit', { stageId })
}

/** What one expert does: import, declare, judge the version at hand, seal, export. Answers the path of the opinion bundle. */
export async function reviewAsExpert(
  desk: DemoDesk,
  expert: Expert,
  review: SampleReview,
  files: { readonly assignment: string; readonly folder: string },
): Promise<string> {
  await importBundle(desk, files.assignment)
  const state = foldRecords(await desk.records())
  const assignment = [...state.assignments.values()].find((row) => row.value.expertId === expert.id)?.value
  const dossierId = assignment?.dossierIds[0]
  const assembled = dossierId === undefined ? null : assembleDossier(dossierId, rowsOfDossier(state, dossierId))
  if (assembled === null) throw new Error(`${expert.name}: the assignment holds no dossier`)
  for (const material of assembled.file.content.materials) {
    const found = await desk.ask('attachment:stat', { sha256: material.sha256 })
    if (found.kind === 'missing') throw new Error(`${expert.name}: ${material.fileName} did not arrive`)
  }
  const declaration = review.declarations.find((item) => item.expertId === expert.id)
  if (declaration === undefined) throw new Error(`${expert.name}: no declaration`)
  const actions: Action[] = [{ type: 'recusal.declared', payload: declaration }]
  const opinion = review.opinions.find((item) => item.expertId === expert.id)
  if (opinion !== undefined && !declaration.answers.some((answer) => answer.exists)) {
    const { version: dossierVersion } = assembled.file
    const judged: ExpertOpinion = { ...opinion, dossierVersion, dossierHash: assembled.contentHash }
    actions.push({ type: 'opinion.sealed', payload: judged })
  }
  const sealed = await desk.append(...actions)
  const { file } = await desk.ask('bundle:export', {
    kind: 'opinion',
    to: assignment?.from ?? review.panel.title,
    recordIds: sealed.map((record) => record.id),
    attachments: [],
    fileName: `意见-${expert.name}.lsb`,
    folder: files.folder,
  })
  return file.path
}
