import { jointIssuers } from '@shared/domain/issuers'
import { composeNotice } from '@shared/documents/notice'
import { composePublicDisplay } from '@shared/documents/public-display'
import { composePanelOpinion } from '@shared/documents/panel-opinion'
import type { PanelOpinionFacts } from '@shared/documents/panel-opinion-facts'
import type { DocumentModel } from '@shared/documents/blocks'
import { addDays } from '@shared/domain/date'
import { pilotTerm } from '@shared/domain/pilot-dates'
import { batchIdSchema } from '@shared/domain/ids'
import type { DossierFile } from '@shared/domain/dossier'
import type { PanelOpinion } from '@shared/domain/panel'
import type { Batch, Notice } from '@shared/domain/pilot'
import { computeTally } from '@shared/domain/tally'
import { regulation2010 } from '@shared/regulation/2010/index'
import { takesAction } from '@shared/workflow/status-moves'
import type { OfficeDesk } from './office-desk'
import { atStartOf, required, type Paper } from './papers'
import type { SampleReview } from './sample-review'

/** 专家组综合审核意见 (Art. 12): counts the votes, composes, and seals what was composed. */
export async function concludePanel(
  office: OfficeDesk,
  file: DossierFile,
  review: SampleReview,
): Promise<{ readonly opinion: PanelOpinion; readonly model: DocumentModel; readonly facts: PanelOpinionFacts }> {
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
    countedOpinionIds: await sealedOpinionIds(office, file),
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
  await office.move(file.id, opinion.conclusion === 'pass' ? 'pass-panel' : 'pass-panel-after-rework', opinion.signedOn)
  return { opinion, model, facts }
}

async function sealedOpinionIds(office: OfficeDesk, { id }: DossierFile): Promise<string[]> {
  return (await office.records())
    .filter((record) => record.type === 'opinion.sealed' && record.payload.dossierId === id)
    .map((record) => record.id)
}

/** Rework confirmed where it was asked for, and the consultation of the coordination group (Art. 13). */
export async function consult(office: OfficeDesk, file: DossierFile, { consultation }: SampleReview): Promise<void> {
  const { heldOn } = consultation
  const { status } = await office.dossier(file.id)
  if (takesAction(status, 'confirm-rework')) await office.move(file.id, 'confirm-rework', heldOn)
  await office.append({ type: 'consultation.recorded', payload: { dossierId: file.id, consultation } })
  await office.move(file.id, 'decide', heldOn)
}

/** Batch, 公示 by work rule, notice and terms (Art. 14). */
export async function publish(
  office: OfficeDesk,
  files: readonly DossierFile[],
  review: SampleReview,
  batchId: string,
): Promise<{ readonly batch: Batch; readonly notice: Paper; readonly display: Paper }> {
  const { heldOn } = review.consultation
  const sample = noticeOf(review.notice, office)
  const { writtenOn } = sample
  const term = pilotTerm(sample, office.settings)
  if (writtenOn === null || term === null) throw new Error('the sample notice has no date')
  const open: Batch = {
    id: batchIdSchema.parse(batchId),
    year: Number(writtenOn.slice(0, 4)),
    seq: 1,
    dossierIds: files.map((file) => file.id),
    notice: sample,
    status: 'open',
  }
  for (const { id } of files) await office.move(id, 'add-to-batch', heldOn)
  await office.append({ type: 'batch.saved', payload: open })
  const about = { batchId: open.id }
  const facts = {
    batch: open,
    dossiers: await Promise.all(files.map(async ({ id }) => (await office.dossier(id)).file)),
    settings: office.settings,
    regulationTitle: regulation2010.title,
    createdAt: atStartOf(writtenOn),
  }
  const notice = { name: '公布通知-第一批', about, model: required(composeNotice(facts)) }
  const display = {
    name: '公示-第一批',
    about,
    model: required(
      composePublicDisplay({
        ...facts,
        from: addDays(heldOn, 4),
        to: addDays(heldOn, 8),
        contact: '四川省科学技术厅政策法规处（示例），电话028-00000000',
        issuedOn: addDays(heldOn, 4),
      }),
    ),
  }
  for (const { id } of files) await office.move(id, 'publish', writtenOn)
  const batch: Batch = { ...open, status: 'published' }
  await office.append(
    { type: 'batch.saved', payload: batch },
    ...files.map(({ id }) => ({
      type: 'pilot-term.set' as const,
      payload: { dossierId: id, term: { ...term, batchId: open.id, noticeNo: sample.docNo } },
    })),
  )
  return { batch, notice, display }
}

/** The sample's notice, issued by all bodies of the office's list, host first (Art. 14). */
const noticeOf = (notice: Notice, { settings }: OfficeDesk): Notice => ({
  ...notice,
  issuers: jointIssuers(settings),
  copiedTo: notice.copiedTo === '' ? '各试点联盟理事长单位（示例）' : notice.copiedTo,
  printedBy: notice.printedBy === '' ? '四川省科学技术厅办公室（示例）' : notice.printedBy,
})
