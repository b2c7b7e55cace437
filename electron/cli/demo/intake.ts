import { dossierContentHash, dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import type { CalendarDate } from '@shared/domain/date'
import type { SampleReview } from './sample-review'
import type { OfficeDesk } from './office-desk'

/** Takes a sample dossier in: settings, files, content, filing on record, application accepted (Art. 6-8). */
export async function takeIn(office: OfficeDesk, slug: string): Promise<DossierFile> {
  const { dossier } = await office.ask('sample:load', { slug })
  const file = dossierFileSchema.parse(dossier)
  const { content, proceedings } = file
  await office.append(
    { type: 'settings.saved', payload: office.settings },
    {
      type: 'dossier.saved',
      payload: {
        dossierId: file.id,
        version: file.version,
        contentHash: dossierContentHash(content),
        regulationVersionId: file.regulationVersionId,
        receivedOn: proceedings.receivedOn,
        content,
      },
    },
  )
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

/** Convenes the panel and writes one assignment bundle for each expert; answers the paths by expert id. */
export async function sendOut(
  office: OfficeDesk,
  file: DossierFile,
  panel: SampleReview['panel'],
  { folder, issuedOn }: { readonly folder: string; readonly issuedOn: CalendarDate },
): Promise<ReadonlyMap<string, string>> {
  await office.append(...panel.experts.map((expert) => ({ type: 'expert.saved' as const, payload: expert })), {
    type: 'panel.saved',
    payload: panel,
  })
  await office.move(file.id, 'convene-panel', issuedOn)
  const paths = new Map<string, string>()
  for (const expert of panel.experts) {
    await office.append({
      type: 'assignment.issued',
      payload: {
        panelId: panel.id,
        expertId: expert.id,
        dossierIds: [file.id],
        issuedOn,
        dueOn: panel.heldOn,
        from: office.desk.name,
      },
    })
    const recordIds = await office.recordIds('settings.saved', 'dossier.saved', 'panel.saved', 'assignment.issued')
    const { file: written } = await office.ask('bundle:export', {
      kind: 'assignment',
      to: expert.name,
      recordIds,
      attachments: file.content.materials.map((material) => material.sha256),
      fileName: `交专家-${expert.name}.lsb`,
      folder,
    })
    paths.set(expert.id, written.path)
  }
  return paths
}
