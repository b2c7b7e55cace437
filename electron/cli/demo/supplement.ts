import { saveDossier } from '@shared/acts/save-dossier'
import type { MadePaper } from '@shared/documents/paper'
import { addDays } from '@shared/domain/date'
import { dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import type { OfficeDesk } from './office-desk'
import { paperOf } from './paper-desk'

const sampleSlug = 'branch-office'

/** 材料补正通知 (Art. 7): another sample arrives without its statement of necessity, is accepted, and is asked for it. */
export async function requestSupplement(office: OfficeDesk): Promise<MadePaper> {
  const { dossier } = await office.ask('sample:load', { slug: sampleSlug })
  const { id, content: whole, proceedings } = dossierFileSchema.parse(dossier)
  const receivedOn = proceedings.receivedOn ?? office.today
  const dueOn = addDays(receivedOn, 15)
  // As it came in: neither filed nor applied for yet.
  const content: DossierFile['content'] = {
    ...whole,
    materials: whole.materials.filter(({ code }) => code !== 'necessity'),
    filing: { ...whole.filing, filedOn: null, filingNo: '' },
    application: { ...whole.application, no: '', appliedOn: null, acceptedOn: null },
  }
  await office.append(...saveDossier(id, content, null, { today: receivedOn, by: office.desk.name, note: '' }))
  await office.act(id, 'accept', { on: receivedOn })
  await office.act(id, 'request-supplement', { on: receivedOn, note: '补交组建必要性说明（示例）。', until: dueOn })
  const typed = { issuedOn: addDays(receivedOn, 1), dueOn }
  return paperOf(await office.case(id), 'supplement-notice', { on: receivedOn, typed })
}
