import { dossierContentHash, dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import { composeSupplementNotice } from '@shared/documents/office-papers'
import { addDays } from '@shared/domain/date'
import { regulation2010 } from '@shared/regulation/2010/index'
import type { OfficeDesk } from './office-desk'
import { atStartOf, required, type Paper } from './papers'

const sampleSlug = 'branch-office'

/** 材料补正通知 (Art. 7): another sample arrives without its statement of necessity, is accepted, and is asked for it. */
export async function requestSupplement(office: OfficeDesk): Promise<Paper> {
  const { dossier } = await office.ask('sample:load', { slug: sampleSlug })
  const whole = dossierFileSchema.parse(dossier)
  const receivedOn = whole.proceedings.receivedOn ?? office.today
  const content: DossierFile['content'] = {
    ...whole.content,
    materials: whole.content.materials.filter(({ code }) => code !== 'necessity'),
    filing: { ...whole.content.filing, filedOn: null, filingNo: '' },
  }
  await office.append({
    type: 'dossier.saved',
    payload: {
      dossierId: whole.id,
      version: 1,
      contentHash: dossierContentHash(content),
      regulationVersionId: whole.regulationVersionId,
      receivedOn,
      content,
    },
  })
  await office.move(whole.id, 'accept', receivedOn)
  await office.move(whole.id, 'request-supplement', receivedOn)
  const { file } = await office.dossier(whole.id)
  return {
    name: `材料补正通知-${content.alliance.shortName}`,
    about: { dossierId: file.id },
    model: required(
      composeSupplementNotice({
        createdAt: atStartOf(receivedOn),
        file,
        settings: office.settings,
        regulationTitle: regulation2010.title,
        stage: 'filing',
        issuedOn: addDays(receivedOn, 1),
        dueOn: addDays(receivedOn, 15),
      }),
    ),
  }
}
