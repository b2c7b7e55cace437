import { publishBatchOf, saveBatchAs } from '@shared/acts/batch'
import { displayBatch, nothingShown } from '@shared/acts/public-display'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { holdConsultation } from '@shared/acts/consultation'
import type { DossierCase } from '@shared/acts/dossier-case'
import { factsOfPaper, panelOpinionAsked } from '@shared/acts/paper-facts'
import {
  panelOpinionAsTyped,
  panelOpinionToSeal,
  sealPanelOpinion,
  type OpinionDraft,
} from '@shared/acts/seal-panel-opinion'
import type { MadePaper } from '@shared/documents/paper'
import { addDays, yearOf } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import { batchIdSchema } from '@shared/domain/ids'
import { jointIssuers } from '@shared/domain/issuers'
import type { Display } from '@shared/domain/public-display'
import type { PanelOpinion } from '@shared/domain/panel'
import type { Batch, Notice } from '@shared/domain/pilot'
import { takesAction } from '@shared/workflow/status-moves'
import type { OfficeDesk } from './office-desk'
import { atStartOf, batchPaperOf } from './paper-desk'
import type { SampleReview } from './sample-review'

/** The panel's words as they are typed; votes and dissents are counted and quoted from what the experts sealed. */
const asTyped = ({ items, problems, suggestions, conclusion, refusals, signedOn }: SampleReview['panelOpinion']) =>
  ({
    items: Object.fromEntries(items.map(({ criterionId, ...item }) => [criterionId, item])),
    problems,
    suggestions,
    conclusion,
    refusals,
    signedOn,
  }) satisfies OpinionDraft

/** 专家组综合审核意见 (Art. 12): what the panel wrote is sealed over what stands, and the dossier moves on. */
export async function concludePanel(
  office: OfficeDesk,
  { id }: DossierFile,
  review: SampleReview,
): Promise<{ readonly opinion: PanelOpinion; readonly dossier: DossierCase }> {
  const { panel } = review
  const { today } = office
  const draft = asTyped(review.panelOpinion)
  const present = await office.case(id, panel.id)
  const meant = { panel, panelOpinion: panelOpinionAsTyped(present.file, panel, draft) }
  const createdAt = atStartOf(review.panelOpinion.signedOn)
  const nothing = { documents: [], acts: [] }
  const facts = factsOfPaper(present, nothing, createdAt, panelOpinionAsked, { meant })
  const rows = await (await office.rows())('expertOpinions', { dossierIds: [id] })
  const counted = rows.filter(({ value }) => value.panelId === panel.id).map(({ recordId }) => recordId)
  const { nextOpinionVersion } = present
  const decided = panelOpinionToSeal({ ...facts, today, nextOpinionVersion }, panel, draft, counted)
  if (!decided.ok) throw new Error(JSON.stringify(decided.error))
  const opinion = decided.value
  await office.append(...sealPanelOpinion(opinion))
  const passing = opinion.conclusion === 'pass' ? 'pass-panel' : 'pass-panel-after-rework'
  await office.act(id, passing, { on: opinion.signedOn })
  return { opinion, dossier: await office.case(id) }
}

/** The batch as it is planned, before anybody decided: what goes to the coordination group together. */
export async function planBatch(
  office: OfficeDesk,
  files: readonly DossierFile[],
  { notice }: SampleReview,
  batchId: string,
): Promise<Batch> {
  if (notice.writtenOn === null) throw new Error('the sample notice has no date')
  const batch: Batch = {
    id: batchIdSchema.parse(batchId),
    year: yearOf(notice.writtenOn),
    seq: 1,
    dossierIds: files.map((file) => file.id),
    notice: noticeOf(notice, office),
    status: 'open',
  }
  await saveBatch(office, batch, null)
  return batch
}

async function saveBatch(office: OfficeDesk, batch: Batch, saved: Batch | null): Promise<void> {
  const said = { by: office.desk.name, on: office.today, others: [] }
  await office.do(saveBatchAs(batch, saved, await office.cases(batch.dossierIds), said))
}

/** 提请会商汇总表 of everything that goes to the meeting. */
export async function summaryOf(office: OfficeDesk, batch: Batch, review: SampleReview): Promise<MadePaper> {
  const { heldOn } = review.consultation
  const asked = { on: heldOn, typed: { issuedOn: heldOn } }
  return batchPaperOf(office, batch, await office.cases(batch.dossierIds), 'consultation-summary', asked)
}

/** Rework confirmed where it was asked for, and the consultation of the coordination group on all of them (Art. 13). */
export async function consult(
  office: OfficeDesk,
  reviews: ReadonlyMap<DossierFile['id'], SampleReview>,
): Promise<void> {
  const [first] = reviews.values()
  if (first === undefined) throw new Error('nothing goes to the meeting')
  const { heldOn, minutesNo, attendeeAgencyIds } = first.consultation
  const ids = [...reviews.keys()]
  for (const { file, status } of await office.cases(ids)) {
    if (takesAction(status, 'confirm-rework')) await office.act(file.id, 'confirm-rework', { on: heldOn })
  }
  const decisions = Object.fromEntries(
    [...reviews].map(
      ([
        id,
        {
          consultation: { decision, note },
        },
      ]) => [id, { decision, note }],
    ),
  )
  const draft = { heldOn, minutesNo, attendeeAgencyIds, decisions }
  const said = { by: office.desk.name, today: office.today }
  await office.do(holdConsultation(draft, await office.cases(ids), said))
}

/** The batch with its dossiers, 公示 by work rule, notice and terms (Art. 14). */
export async function publish(
  office: OfficeDesk,
  batch: Batch,
  { consultation: { heldOn } }: SampleReview,
): Promise<{ readonly batch: Batch; readonly notice: MadePaper; readonly display: readonly MadePaper[] }> {
  await saveBatch(office, batch, batch)
  const dossiers = await office.cases(batch.dossierIds)
  const on = batch.notice.writtenOn ?? office.today
  const notice = await batchPaperOf(office, batch, dossiers, 'notice', { on })
  const displayedOn = addDays(heldOn, 4)
  const contacts = {
    contact: '四川省科学技术厅政策法规处（示例），电话028-00000000',
    supervisor: '四川省科学技术厅机关纪委（示例），电话028-00000001',
    place: '',
  }
  await office.do(
    displayBatch(batch, { from: displayedOn, ...contacts }, { settings: office.settings, calendar: vendoredCalendar }),
  )
  const shown = { ...nothingShown, display: await displayOf(office, batch) }
  const display = [
    await batchPaperOf(office, batch, dossiers, 'public-display', { on, shown, typed: { issuedOn: displayedOn } }),
    await batchPaperOf(office, batch, dossiers, 'objection-register', { on, shown, typed: { issuedOn: on } }),
  ]
  const said = { by: office.desk.name, others: [], today: office.today, shown }
  await office.do(publishBatchOf(batch, dossiers, office.settings, said))
  return { batch: { ...batch, status: 'published' }, notice, display }
}

/** What is on record of the 公示 of a batch. */
const displayOf = async (office: OfficeDesk, { id }: Batch): Promise<Display | null> =>
  (await (await office.rows())('displays', { batchIds: [id] }))[0]?.value.display ?? null

/** The sample's notice, issued by all bodies of the office's list, host first (Art. 14). */
const noticeOf = (notice: Notice, { settings }: OfficeDesk): Notice => ({
  ...notice,
  issuers: jointIssuers(settings),
  copiedTo: notice.copiedTo === '' ? '各试点联盟理事长单位（示例）' : notice.copiedTo,
  printedBy: notice.printedBy === '' ? '四川省科学技术厅办公室（示例）' : notice.printedBy,
})
