import { dossierContentHash, dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import type { CalendarDate } from '@shared/domain/date'
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
  const dossierHash = dossierContentHash(file.content)
  await office.append(
    ...opinions.map((opinion) => ({
      type: 'division-opinion.sealed' as const,
      payload: { dossierId: file.id, dossierVersion: file.version, dossierHash, opinion },
    })),
  )
}

/** Convenes one panel over the dossiers and writes one assignment bundle for each expert; answers the paths by expert id. */
export async function sendOut(
  office: OfficeDesk,
  files: readonly DossierFile[],
  panel: SampleReview['panel'],
  { folder, issuedOn }: { readonly folder: string; readonly issuedOn: CalendarDate },
): Promise<ReadonlyMap<string, string>> {
  await office.append(...panel.experts.map((expert) => ({ type: 'expert.saved' as const, payload: expert })), {
    type: 'panel.saved',
    payload: panel,
  })
  const dossierIds = files.map((file) => file.id)
  for (const id of dossierIds) await office.move(id, 'convene-panel', issuedOn)
  const paths = new Map<string, string>()
  for (const { id: expertId, name } of panel.experts) {
    await office.append({
      type: 'assignment.issued',
      payload: { panelId: panel.id, expertId, dossierIds, issuedOn, dueOn: panel.heldOn, from: office.desk.name },
    })
    const { bundleId, file } = await office.ask('bundle:export', {
      kind: 'assignment',
      to: name,
      recordIds: [
        ...(await office.dossierRecordIds(dossierIds)),
        ...(await office.recordIds('settings.saved', 'panel.saved', 'assignment.issued')),
      ],
      attachments: files.flatMap(({ content }) => content.materials.map((material) => material.sha256)),
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
