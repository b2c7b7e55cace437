import type { CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import type { Expert, ExpertOpinion } from '@shared/domain/panel'
import { assembleDossier, rowsOfDossier, type AssembledDossier } from '@shared/records/assemble-dossier'
import { foldRecords } from '@shared/records/desk-state'
import type { Action } from '@shared/records/payloads'
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
  const actions: Action[] = []
  for (const dossierId of assignment?.dossierIds ?? []) {
    const assembled = assembleDossier(dossierId, rowsOfDossier(state, dossierId))
    const review = reviews.get(dossierId)
    if (assembled === null || review === undefined) throw new Error(`${expert.name}: the assignment holds no dossier`)
    await requireMaterials(desk, expert, assembled)
    actions.push(...judge(expert, review, assembled))
  }
  const sealed = await desk.append(...actions)
  const to = assignment?.from ?? expert.name
  const dossierIds = assignment?.dossierIds ?? []
  const { bundleId, file } = await desk.ask('bundle:export', {
    kind: 'opinion',
    to,
    recordIds: sealed.map((record) => record.id),
    attachments: [],
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

/** The declaration, and the opinion over the version at hand unless a ground exists. */
function judge(expert: Expert, review: SampleReview, { file, contentHash }: AssembledDossier): Action[] {
  const declaration = review.declarations.find((item) => item.expertId === expert.id)
  if (declaration === undefined) throw new Error(`${expert.name}: no declaration`)
  const declared: Action = { type: 'recusal.declared', payload: declaration }
  const opinion = review.opinions.find((item) => item.expertId === expert.id)
  if (opinion === undefined || declaration.answers.some((answer) => answer.exists)) return [declared]
  const judged: ExpertOpinion = { ...opinion, dossierVersion: file.version, dossierHash: contentHash }
  return [declared, { type: 'opinion.sealed', payload: judged }]
}
