import { dossierContentHash, dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import { assignmentBundle, assignmentContents, rowsOfState } from '@shared/acts/bundle-contents'
import { issueAssignment, saveExperts, savePanelAs, sealDivisionOpinion } from '@shared/acts/panel'
import type { CalendarDate } from '@shared/domain/date'
import { foldRecords } from '@shared/records/desk-state'
import { demoBundle } from './demo-bundle'
import type { SampleReview } from './sample-review'
import type { OfficeDesk } from './office-desk'

/** Takes a sample dossier in: settings, files, content, filing on record, application accepted (Art. 6-8). */
export async function takeIn(office: OfficeDesk, slug: string): Promise<DossierFile> {
  const { dossier } = await office.ask('sample:load', { slug })
  const file = dossierFileSchema.parse(dossier)
  const { content, proceedings } = file
  await office.append({
    type: 'dossier.saved',
    payload: {
      dossierId: file.id,
      version: file.version,
      contentHash: dossierContentHash(content),
      regulationVersionId: file.regulationVersionId,
      receivedOn: proceedings.receivedOn,
      content,
    },
  })
  const { filingDecision } = proceedings
  if (filingDecision !== null) {
    await office.append({ type: 'filing.decided', payload: { dossierId: file.id, ...filingDecision } })
  }
  await office.move(file.id, 'apply-pilot', content.application.appliedOn ?? office.today)
  await office.move(file.id, 'start-division-review', content.application.acceptedOn ?? office.today)
  return file
}

/** 处室审核意见 (Art. 10, 11), each over the version on file. */
export async function recordDivisionOpinions(
  office: OfficeDesk,
  file: DossierFile,
  opinions: SampleReview['divisionOpinions'],
): Promise<void> {
  const dossier = { file, contentHash: dossierContentHash(file.content) }
  await office.append(...opinions.flatMap((opinion) => sealDivisionOpinion(dossier, opinion)))
}

/** Convenes one panel over the dossiers and writes one assignment bundle for each expert; answers the paths by expert id. */
export async function sendOut(
  office: OfficeDesk,
  files: readonly DossierFile[],
  panel: SampleReview['panel'],
  { folder, issuedOn }: { readonly folder: string; readonly issuedOn: CalendarDate },
): Promise<ReadonlyMap<string, string>> {
  await office.append(...saveExperts(panel.experts), ...savePanelAs(panel, panel.experts))
  const dossierIds = files.map((file) => file.id)
  for (const id of dossierIds) await office.move(id, 'convene-panel', issuedOn)
  const paths = new Map<string, string>()
  for (const { id: expertId, name } of panel.experts) {
    const said = { dossierIds, issuedOn, dueOn: panel.heldOn, from: office.desk.name }
    await office.append(...issueAssignment(panel, expertId, said))
    const about = { panelId: panel.id, expertId, dossierIds }
    const contents = await assignmentContents(rowsOfState(foldRecords(await office.records())), about)
    const { bundleId, file } = await office.ask('bundle:export', {
      kind: 'assignment',
      to: name,
      // Closed: nothing of a dossier is seen before the declaration on recusal.
      ...assignmentBundle(contents, about, { keyId: null }),
      ...demoBundle('assign.fileName', { name, today: issuedOn }),
      folder,
    })
    await office.append({
      type: 'bundle.exported',
      payload: { bundleId, kind: 'assignment', to: name, dossierIds, expertId, file },
    })
    paths.set(expertId, file.path)
  }
  return paths
}
