import { mkdir } from 'node:fs/promises'
import type { CalendarDate } from '@shared/domain/date'
import { dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import { takeDossierFile } from '@renderer/features/dossiers/dossiers-actions'
import { sitDownAt } from '../../helpers/sit-down'
import { passphrase, startHost, succeeded, temporaryFolder, type Desk } from '../../integration/host/desk-fixture'
import { plainPublisher } from './batch-desk'

export const today = '2026-12-15' as CalendarDate
const by = '陈守玉（示例）'

/** A division's desk with two pilots (示例) in their second year. */
export async function openCampaignDesk(): Promise<{ readonly desk: Desk; readonly files: readonly DossierFile[] }> {
  const desk = await startHost(await temporaryFolder(), { publisher: plainPublisher })
  succeeded(
    await desk.call('profile:create', { role: 'division', name: by, unit: '示例科学技术厅政策法规处', passphrase }),
  )
  await mkdir(desk.exchange, { recursive: true })
  await sitDownAt(desk, today)
  const files: DossierFile[] = []
  for (const slug of ['vanadium-clean', 'rare-names']) {
    const sample = dossierFileSchema.parse(succeeded(await desk.call('sample:load', { slug })).dossier)
    const pilotTerm = { batchId: null, noticeNo: '', from: '2025-03-02', to: '2028-03-02', kind: 'first' }
    const file = dossierFileSchema.parse({ ...sample, proceedings: { ...sample.proceedings, pilotTerm } })
    await takeDossierFile(file, { today, by, note: '示例' })
    files.push(file)
  }
  return { desk, files }
}
