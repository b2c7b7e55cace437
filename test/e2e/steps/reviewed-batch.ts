import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { calendarDateSchema } from '@shared/domain/date'
import { dossierContentHash, dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import { batchIdSchema, dossierIdSchema } from '@shared/domain/ids'
import { expertOpinionSchema, panelOpinionSchema, panelSchema } from '@shared/domain/panel'
import { batchSchema, consultationSchema, type Batch } from '@shared/domain/pilot'
import { computeTally } from '@shared/domain/tally'
import { encodeMessage, wireMediaType } from '@shared/ipc/wire'
import type { Action } from '@shared/records/payloads'
import { actionsOfDossierFile } from '@shared/acts/take-dossier-file'
import { pageIdOf } from '../../helpers/page-id-of'
import { readSampleDossier, readSampleJson } from '../../helpers/samples'
import { sampleReview } from './samples'

/** What the desk has after `bringReviewedBatch`: the clean sample in a batch, and a dossier that lacks a material. */
export type ReviewedBatch = { readonly file: DossierFile; readonly lacking: DossierFile; readonly batch: Batch }

/**
 * Puts the clean sample on record as reviewed, decided and in a batch, by the very door of the screens: what the whole
 * path walks, without its ten minutes. The page is loaded anew and reads the records as after any start.
 */
export async function bringReviewedBatch(page: Page, today: string): Promise<ReviewedBatch> {
  const on = calendarDateSchema.parse(today)
  const intake = { today: on, by: '陈守玉（示例）', note: '示例' }
  const file = readSampleDossier('vanadium-clean')
  const lacking = withoutNecessity(file)
  const batch = batchOf(file, today)
  const status = {
    dossierId: file.id,
    action: 'add-to-batch',
    from: 'decided',
    to: 'in-batch',
    on,
    by: intake.by,
  } as const
  await appendAsScreens(page, [
    ...actionsOfDossierFile(file, null, intake),
    ...actionsOfDossierFile(lacking, null, intake),
    ...reviewOf(file),
    { type: 'batch.saved', payload: batch },
    { type: 'status.set', payload: { ...status, note: '' } },
  ])
  await page.reload()
  return { file, lacking, batch }
}

function reviewOf(file: DossierFile): readonly Action[] {
  const dossierHash = dossierContentHash(file.content)
  const about = { dossierId: file.id, dossierVersion: file.version, dossierHash }
  const panel = panelSchema.parse((readSampleJson('opinions.json') as { readonly panel: unknown }).panel)
  const opinions = sampleReview.opinions.map((opinion) => expertOpinionSchema.parse({ ...opinion, ...about }))
  const panelOpinion = panelOpinionSchema.parse({
    ...sampleReview.panelOpinion,
    ...about,
    panelId: panel.id,
    version: 1,
    tally: computeTally(panel, file.id, [], opinions),
  })
  const consultation = consultationSchema.parse(sampleReview.consultation)
  return [
    { type: 'panel.saved', payload: panel },
    ...opinions.map((payload) => ({ type: 'opinion.sealed' as const, payload })),
    { type: 'panel-opinion.sealed', payload: panelOpinion },
    { type: 'consultation.recorded', payload: { dossierId: file.id, consultation } },
  ]
}

const batchOf = (file: DossierFile, today: string): Batch =>
  batchSchema.parse({
    id: batchIdSchema.parse('33333333-3333-4333-8333-333333333333'),
    year: Number(today.slice(0, 4)),
    seq: 1,
    dossierIds: [file.id],
    notice: {
      ...sampleReview.notice,
      copiedTo: '各试点联盟理事长单位（示例）',
      writtenOn: today,
      printedOn: today,
    },
  })

/** Another alliance, whose 组建必要性说明 is not there. */
function withoutNecessity(file: DossierFile): DossierFile {
  const { content } = file
  return dossierFileSchema.parse({
    ...file,
    id: dossierIdSchema.parse('0a1f5c60-6a01-4d10-9c11-0000000000f2'),
    content: {
      ...content,
      alliance: { ...content.alliance, name: '四川省示例缺件产业技术创新战略联盟', shortName: '示例缺件联盟' },
      materials: content.materials.filter(({ code }) => code !== 'necessity'),
    },
  })
}

/** Appends through the shell that the page runs in, Electron or browser. */
async function appendAsScreens(page: Page, actions: readonly Action[]): Promise<void> {
  const input = { actions }
  const wire = Buffer.from(encodeMessage(input)).toString('base64')
  const isBrowser = await page.evaluate(() => !('bridge' in window))
  const id = isBrowser ? await pageIdOf(page) : randomUUID()
  const ok = await page.evaluate(
    async ({ message, body, type, id }) => {
      const { bridge } = window as unknown as {
        readonly bridge?: {
          readonly invoke: (channel: string, value: unknown, page: string) => Promise<{ readonly ok: boolean }>
        }
      }
      if (bridge !== undefined) {
        // The one window of Electron gives the desk to whoever asks; the page asks for it again by itself.
        await bridge.invoke('desk:claim', { page: id, takeOver: true }, id)
        return (await bridge.invoke('journal:append', message, id)).ok
      }
      const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))
      const response = await fetch('/ipc/journal:append', {
        method: 'POST',
        headers: { 'content-type': type, 'x-lianshen-page': id },
        body: bytes,
        credentials: 'same-origin',
      })
      const answer = await response.text()
      if (!answer.includes('"ok":true') || answer.includes('"failed"')) throw new Error(answer.slice(0, 2000))
      return true
    },
    { message: input, body: wire, type: wireMediaType, id },
  )
  if (!ok) throw new Error('the host refused the records of the review')
}
