import { mkdir } from 'node:fs/promises'
import { dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import type { CalendarDate } from '@shared/domain/date'
import { batchIdSchema } from '@shared/domain/ids'
import { batchSchema, consultationSchema, type Batch } from '@shared/domain/pilot'
import { expertOpinionSchema, panelOpinionSchema, panelSchema } from '@shared/domain/panel'
import { computeTally } from '@shared/domain/tally'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import type { HostOptions } from '@host/host'
import { append } from '@renderer/data/desk'
import { loadDossier } from '@renderer/data/dossiers'
import { jointIssuers } from '@shared/domain/issuers'
import { takeDossierFile } from '@renderer/features/dossiers/dossiers-actions'
import { readSampleJson } from '../../helpers/samples'
import { passphrase, startHost, succeeded, temporaryFolder, type Desk } from '../../integration/host/desk-fixture'
import { sitDownAt } from '../../helpers/sit-down'

export const today = '2026-11-22' as CalendarDate
const by = '陈守玉（示例）'

/** A publisher that makes bytes of a model without setting type: the paths of files are tested, not their look. */
export const plainPublisher: HostOptions['publisher'] = {
  renderPdf: (model) =>
    Promise.resolve({ bytes: textBytes(`PDF ${JSON.stringify(model)}`), pageCount: 1, places: [] } as never),
  renderDocx: (model) => Promise.resolve(textBytes(`DOCX ${JSON.stringify(model)}`)),
  markPdf: (bytes) => Promise.resolve({ bytes: new Uint8Array(bytes), pageCount: 1 }),
  signPdf: (bytes) => Promise.resolve(bytes),
  signDetached: (bytes) => Promise.resolve(textBytes(`P7S ${bytes.length}`)),
}

function textBytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text))
}

/** A division's desk with the clean sample, reviewed by its panel, in a batch of its own. */
export async function openBatchDesk(
  publisher: HostOptions['publisher'] = plainPublisher,
): Promise<{ readonly desk: Desk; readonly batch: Batch; readonly file: DossierFile }> {
  const desk = await startHost(await temporaryFolder(), { publisher })
  succeeded(
    await desk.call('profile:create', { role: 'division', name: by, unit: '示例科学技术厅政策法规处', passphrase }),
  )
  await mkdir(desk.exchange, { recursive: true })
  await sitDownAt(desk, today)
  const sample = succeeded(await desk.call('sample:load', { slug: 'vanadium-clean' })).dossier
  const file = dossierFileSchema.parse(sample)
  await takeDossierFile(file, { today, by, note: '示例' })
  await sealReview(file)
  const batch = await saveBatch(file)
  return { desk, batch, file }
}

type Review = { panel: unknown; opinions: object[]; panelOpinion: object; consultation: unknown; notice: object }
const review = readSampleJson('opinions.json') as Review

async function sealReview(file: DossierFile): Promise<void> {
  const assembled = (await loadDossier(file.id))!
  const about = { dossierId: file.id, dossierVersion: assembled.file.version, dossierHash: assembled.contentHash }
  const panel = panelSchema.parse(review.panel)
  const opinions = review.opinions.map((opinion) => expertOpinionSchema.parse({ ...opinion, ...about }))
  await append(
    { type: 'panel.saved', payload: panel },
    ...opinions.map((payload) => ({ type: 'opinion.sealed' as const, payload })),
  )
  await sealPanelOpinion(file, 1)
  const consultation = consultationSchema.parse(review.consultation)
  await append({ type: 'consultation.recorded', payload: { dossierId: file.id, consultation } })
}

/** Seals the panel's opinion on the dossier as it is now, as the given version. */
export async function sealPanelOpinion(file: DossierFile, version: number): Promise<void> {
  const { file: current, contentHash } = (await loadDossier(file.id))!
  const { panel, expertOpinions } = current.proceedings
  const payload = panelOpinionSchema.parse({
    ...review.panelOpinion,
    panelId: panel!.id,
    dossierId: file.id,
    dossierVersion: current.version,
    dossierHash: contentHash,
    version,
    tally: computeTally(panel!, file.id, [], expertOpinions),
  })
  await append({ type: 'panel-opinion.sealed', payload })
}

async function saveBatch(file: DossierFile): Promise<Batch> {
  const batch = batchSchema.parse({
    id: batchIdSchema.parse('33333333-3333-4333-8333-333333333333'),
    year: 2026,
    seq: 1,
    dossierIds: [file.id],
    notice: {
      ...review.notice,
      copiedTo: '各试点联盟理事长单位（示例）',
      printedBy: '四川省科学技术厅办公室（示例）',
      writtenOn: today,
      printedOn: today,
      issuers: jointIssuers(defaultOfficeSettings()),
    },
  })
  await append({ type: 'batch.saved', payload: batch })
  return batch
}
