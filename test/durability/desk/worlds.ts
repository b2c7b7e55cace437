import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  assignmentIssued,
  dossierSaved,
  expertA,
  opinionReturned,
  panelSaved,
} from '../../integration/host/review-actions'
import { BlackBox } from './black-box'
import type { Line } from './ledger'
import type { World } from './jobs'
import { exchangeOf, passphrase, profileOf, stickOf } from './places'

/** Bytes of the division's large attachment: sealed apart in the staging area where it comes in a bundle. */
export const materialSize = 300_000

const ledgerName = 'ledger.json'

/** Makes the worlds once; every case gets a copy. */
export async function makeWorlds(folder: string): Promise<void> {
  const [division, expert, none] = (['division', 'expert', 'none'] as const).map((world) => join(folder, world))
  for (const root of [division!, expert!, none!]) {
    for (const place of [exchangeOf(root), stickOf(root)]) mkdirSync(place, { recursive: true })
  }
  await writeFile(join(none!, ledgerName), '[]')
  await makeDivision(division!, olderProfile(folder))
  await makeExpert(expert!, division!)
}

/** The division's profile as it was some records earlier. */
export const olderProfile = (folder: string): string => join(folder, 'older')

/** Copies a world to a new place; answers the ledger of what lies in it. */
export function copyWorld(folder: string, world: World, target: string): Line[] {
  const source = join(folder, world)
  cpSync(source, target, { recursive: true, filter: (path) => !path.endsWith(ledgerName) })
  return JSON.parse(readFileSync(join(source, ledgerName), 'utf8')) as Line[]
}

async function makeDivision(root: string, older: string): Promise<void> {
  const desk = await BlackBox.start(root)
  await desk.must('profile:create', { role: 'division', name: '示例政策法规处', unit: '示例厅', passphrase })
  const material = await desk.must('attachment:put', { bytes: new Uint8Array(materialSize).fill(7) })
  const small = await desk.must('attachment:put', { bytes: new TextEncoder().encode('示例附件') })
  const actions = [dossierSaved(1, [material, small]), panelSaved(), assignmentIssued(expertA)]
  await desk.must('journal:append', { actions })
  await desk.must('draft:put', { key: '旧', value: '早先写的（示例）' })
  await desk.must('exchange:set-folder', { folder: exchangeOf(root) })
  await desk.close()
  cpSync(profileOf(root), older, { recursive: true })

  const again = await BlackBox.start(root)
  await again.unlock()
  for (let number = 0; number < 12; number += 1) {
    await again.must('journal:append', { actions: [opinionReturned(`第${number}条（示例）`.repeat(number + 1))] })
  }
  const draft = { text: '还在写（示例）' }
  await again.must('draft:put', { key: '新', value: draft })
  const records = await again.readAll()
  const saved = records.filter(({ type }) => ['dossier.saved', 'panel.saved', 'assignment.issued'].includes(type))
  await again.must('bundle:export', {
    protect: { kind: 'none' },
    kind: 'assignment',
    to: '示例专家',
    recordIds: saved.map(({ id }) => id),
    attachments: [material.sha256, small.sha256],
    fileName: '送审.lsb',
    folder: stickOf(root),
  })
  const ledger: Line[] = [
    { kind: 'desk', keyId: records[0]!.author },
    { kind: 'records', ids: records.map(({ id }) => id) },
    { kind: 'draft', key: '旧', value: '早先写的（示例）' },
    { kind: 'draft', key: '新', value: draft },
    { kind: 'attachment', ...pick(material) },
    { kind: 'attachment', ...pick(small) },
    { kind: 'settings', exchangeFolder: exchangeOf(root) },
  ]
  await again.close()
  await writeFile(join(root, ledgerName), JSON.stringify(ledger))
}

const pick = ({ sha256, size }: { sha256: string; size: number }) => ({ sha256, size })

async function makeExpert(root: string, division: string): Promise<void> {
  const desk = await BlackBox.start(root)
  await desk.must('profile:create', { role: 'expert', name: '示例甲', unit: '示例大学', passphrase })
  const records = await desk.readAll()
  await desk.close()
  cpSync(join(stickOf(division), '送审.lsb'), join(stickOf(root), '送审.lsb'))
  const ledger: Line[] = [
    { kind: 'desk', keyId: records[0]!.author },
    { kind: 'records', ids: records.map(({ id }) => id) },
  ]
  await writeFile(join(root, ledgerName), JSON.stringify(ledger))
}
