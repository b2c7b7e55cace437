import { assignmentBundle, assignmentContents } from '@shared/acts/bundle-contents'
import type { DossierCase } from '@shared/acts/dossier-case'
import { reviewOf, sealReview, type ReviewDraft } from '@shared/acts/division-review'
import { convene, issueAssignment, saveExperts, savePanelAs } from '@shared/acts/panel'
import { reviewItems } from '@shared/acts/review-items'
import { actionsOfDossierFile } from '@shared/acts/take-dossier-file'
import type { CalendarDate } from '@shared/domain/date'
import { dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import { expertLabel } from '@shared/domain/expert-label'
import type { DivisionOpinion } from '@shared/domain/proceedings'
import { exportDemoBundle } from './demo-bundle'
import type { SampleReview } from './sample-review'
import type { OfficeDesk } from './office-desk'

/** Takes a sample dossier in as the desk takes a dossier file, and hands it to the divisions (Art. 6-10). */
export async function takeIn(office: OfficeDesk, slug: string): Promise<DossierCase> {
  const { dossier } = await office.ask('sample:load', { slug })
  const file = dossierFileSchema.parse(dossier)
  const { appliedOn, acceptedOn } = file.content.application
  const said = { today: appliedOn ?? office.today, by: office.desk.name, note: '' }
  await office.append(...actionsOfDossierFile(file, null, said))
  await office.act(file.id, 'start-division-review', { on: acceptedOn ?? office.today })
  return office.case(file.id)
}

/** Points that the form asks of the policy division and the sample is silent on. */
const besides: ReviewDraft['answers'] = {
  'R09-1a': {
    verdict: 'conforms',
    reason: '联盟由企业、大学、科研机构和其他组织机构共同组成，类别齐全（示例）。',
  },
  'R09-3a': { verdict: 'conforms', reason: '经费管理办法经理事会通过，政府资助经费单独核算（示例）。' },
}

/** An opinion as the form would have it filled in: every point that it asks, and no other. */
function asTyped(opinion: DivisionOpinion): ReviewDraft {
  const draft = reviewOf(opinion, opinion.signedOn)
  const answers = { ...besides, ...draft.answers }
  return {
    ...draft,
    answers: Object.fromEntries(
      reviewItems[opinion.kind].flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]]])),
    ),
  }
}

/** 处室审核意见 (Art. 10, 11), each over the version on file. */
export async function recordDivisionOpinions(
  office: OfficeDesk,
  { id }: DossierFile,
  opinions: SampleReview['divisionOpinions'],
): Promise<void> {
  for (const opinion of opinions) {
    const { kind, divisionName } = opinion
    await office.do(sealReview(await office.case(id), kind, asTyped(opinion), { divisionName, today: office.today }))
  }
}

/**
 * Convenes one panel over the dossiers and writes one assignment bundle for each expert; answers the paths by expert
 * id.
 */
export async function sendOut(
  office: OfficeDesk,
  files: readonly DossierFile[],
  panel: SampleReview['panel'],
  { folder, issuedOn }: { readonly folder: string; readonly issuedOn: CalendarDate },
): Promise<ReadonlyMap<string, string>> {
  const dossierIds = files.map((file) => file.id)
  const by = office.desk.name
  await office.append(...saveExperts(panel.experts))
  const seated = (await office.cases(dossierIds)).map(({ file }) => file)
  await office.do(savePanelAs(panel, panel.experts, seated, office.today))
  for (const id of dossierIds) await office.do(convene(await office.case(id, panel.id), { on: issuedOn, by }))
  const paths = new Map<string, string>()
  for (const expert of panel.experts) {
    await office.append(...issueAssignment(panel, expert.id, { dossierIds, issuedOn, dueOn: panel.heldOn, from: by }))
    const about = { panelId: panel.id, expertId: expert.id, dossierIds }
    const contents = await assignmentContents(await office.rows(), about)
    const name = expertLabel(expert, panel.experts)
    const path = await exportDemoBundle(
      office,
      // Closed: nothing of a dossier is seen before the declaration on recusal.
      { kind: 'assignment', to: name, ...assignmentBundle(contents, about, { keyId: null }) },
      { dossierIds, expertId: expert.id, folder },
      { as: 'assign.fileName', name, on: issuedOn },
    )
    paths.set(expert.id, path)
  }
  return paths
}
