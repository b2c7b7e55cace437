import { composeNotice } from '@shared/documents/notice'
import { composePanelOpinion } from '@shared/documents/panel-opinion'
import type { PanelOpinionFacts } from '@shared/documents/panel-opinion-facts'
import type { DocumentModel } from '@shared/documents/blocks'
import { pilotTerm } from '@shared/domain/pilot-dates'
import { batchIdSchema } from '@shared/domain/ids'
import type { DossierFile } from '@shared/domain/dossier'
import type { PanelOpinion } from '@shared/domain/panel'
import type { Batch, Notice } from '@shared/domain/pilot'
import { computeTally } from '@shared/domain/tally'
import { regulation2010 } from '@shared/regulation/2010/index'
import type { OfficeDesk } from './office-desk'
import { papersOfReview, required, type Paper } from './papers'
import type { SampleReview } from './sample-review'

/** 专家组综合审核意见 (Art. 12): counts the votes, composes, and seals what was composed. */
export async function concludePanel(
  office: OfficeDesk,
  file: DossierFile,
  review: SampleReview,
): Promise<{ readonly opinion: PanelOpinion; readonly model: DocumentModel; readonly papers: readonly Paper[] }> {
  const { panel } = review
  const assembled = await office.dossier(file.id)
  const { recusalDecisions, expertOpinions } = assembled.file.proceedings
  const opinion: PanelOpinion = {
    ...review.panelOpinion,
    panelId: panel.id,
    dossierId: file.id,
    dossierVersion: assembled.file.version,
    dossierHash: assembled.contentHash,
    version: 1,
    tally: computeTally(panel, file.id, recusalDecisions, expertOpinions),
    countedOpinionIds: await sealedOpinionIds(office),
  }
  const facts: PanelOpinionFacts = {
    file: assembled.file,
    contentHash: assembled.contentHash,
    panel,
    opinion,
    checks: office.check(assembled),
    settings: office.settings,
    regulationTitle: regulation2010.title,
    createdAt: `${opinion.signedOn}T00:00:00Z`,
  }
  const model = required(composePanelOpinion(facts))
  await office.append({ type: 'panel-opinion.sealed', payload: opinion })
  await office.move(file.id, 'pass-panel-after-rework', opinion.signedOn)
  return { opinion, model, papers: papersOfReview(assembled, facts) }
}

async function sealedOpinionIds(office: OfficeDesk): Promise<string[]> {
  return (await office.records()).filter((record) => record.type === 'opinion.sealed').map((record) => record.id)
}

/** Rework confirmed, consultation of the coordination group (Art. 13), batch, notice and term (Art. 14). */
export async function publish(
  office: OfficeDesk,
  file: DossierFile,
  review: SampleReview,
  batchId: string,
): Promise<{ readonly batch: Batch; readonly model: DocumentModel }> {
  const { consultation } = review
  await office.move(file.id, 'confirm-rework', consultation.heldOn)
  await office.append({ type: 'consultation.recorded', payload: { dossierId: file.id, consultation } })
  await office.move(file.id, 'decide', consultation.heldOn)
  const notice = noticeOf(review.notice, office)
  const { writtenOn } = notice
  if (writtenOn === null) throw new Error('the sample notice has no date')
  const open: Batch = {
    id: batchIdSchema.parse(batchId),
    year: Number(writtenOn.slice(0, 4)),
    seq: 1,
    dossierIds: [file.id],
    notice,
    status: 'open',
  }
  await office.move(file.id, 'add-to-batch', consultation.heldOn)
  await office.append({ type: 'batch.saved', payload: open })
  const { file: settled } = await office.dossier(file.id)
  const model = required(
    composeNotice({
      batch: open,
      dossiers: [settled],
      settings: office.settings,
      regulationTitle: regulation2010.title,
      createdAt: `${writtenOn}T00:00:00Z`,
    }),
  )
  await office.move(file.id, 'publish', writtenOn)
  const batch: Batch = { ...open, status: 'published' }
  const term = pilotTerm(notice, office.settings)
  if (term === null) throw new Error('the notice opens no term')
  await office.append(
    { type: 'batch.saved', payload: batch },
    {
      type: 'pilot-term.set',
      payload: { dossierId: file.id, term: { ...term, batchId: open.id, noticeNo: notice.docNo } },
    },
  )
  return { batch, model }
}

/** The sample's notice, issued by all bodies of the office's list, host first (Art. 14). */
const noticeOf = (notice: Notice, { settings }: OfficeDesk): Notice => ({
  ...notice,
  issuers: settings.agencies
    .toSorted((a, b) => a.order - b.order)
    .map(({ id, name, isHost }) => ({ agencyId: id, name, isHost })),
  copiedTo: notice.copiedTo === '' ? '各试点联盟理事长单位（示例）' : notice.copiedTo,
  printedBy: notice.printedBy === '' ? '四川省科学技术厅办公室（示例）' : notice.printedBy,
})
