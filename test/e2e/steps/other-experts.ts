import { dirname } from 'node:path'
import { calendarDateSchema } from '@shared/domain/date'
import type { PanelId } from '@shared/domain/ids'
import type { Expert } from '@shared/domain/panel'
import { createTranslator } from '@shared/messages/translate'
import type { Action, Payload } from '@shared/records/payloads'
import { bundleFileName } from '@shared/messages/bundle-file-name'
import { createDesk, succeeded, type Desk } from '../../integration/host/desk-fixture'
import { filePassphrase } from './protection'
import { sampleReview } from './samples'

const t = createTranslator('zh-CN')

type Reviewing = {
  readonly panelId: string
  /** The day on which they declare and judge, YYYY-MM-DD. */
  readonly on: string
  readonly assignmentOf: (expert: Expert) => string
}

/**
 * The rest of the panel: each at a desk of its own with its own key, through the same host and real bundles, without a
 * screen. @returns the opinion bundles, in the order of the experts
 */
export async function reviewWithoutScreens(experts: readonly Expert[], reviewing: Reviewing): Promise<string[]> {
  const bundles: string[] = []
  for (const expert of experts) bundles.push(await reviewAs(expert, reviewing))
  return bundles
}

async function reviewAs(expert: Expert, { panelId, on, assignmentOf }: Reviewing): Promise<string> {
  const path = assignmentOf(expert)
  const desk = await createDesk('expert', expert.name, expert.unitName)
  try {
    const { stageId, report } = succeeded(
      await desk.call('bundle:stage', { kind: 'place', place: path, passphrase: filePassphrase }),
    )
    if (!report.canCommit) throw new Error(`${expert.name} cannot take ${path}`)
    succeeded(await desk.call('bundle:commit', { stageId }))
    const own = <T extends { readonly expertId: string }>(items: readonly T[]): T =>
      items.find((item) => item.expertId === expert.id)!
    const here = { panelId: panelId as PanelId }
    const say = async (action: Action) =>
      succeeded(await desk.call('journal:append', { actions: [action] })).records.map((record) => record.id)
    const declared = await say({
      type: 'recusal.declared',
      payload: { ...own(sampleReview.declarations), ...here, declaredOn: on },
    })
    await openLocked(desk)
    const sealed = await say({
      type: 'opinion.sealed',
      payload: { ...own(sampleReview.opinions), ...here, signedOn: on },
    })
    const { file } = succeeded(
      await desk.call('bundle:export', {
        kind: 'opinion',
        to: report.from.name,
        recordIds: [...declared, ...sealed],
        attachments: [],
        fileName: bundleFileName(t, 'expert.export.opinionsName', {
          name: expert.name,
          today: calendarDateSchema.parse(on),
        }),
        protect: { kind: 'desks', keyIds: [report.from.keyId] },
        folder: dirname(path),
      }),
    )
    return file.path
  } finally {
    await desk.host.close()
  }
}

/** What the assignment brought opens after the declaration, as on the screen. */
async function openLocked(desk: Desk): Promise<void> {
  const { records } = await desk.call('journal:read', { after: 0, limit: 5000 })
  for (const { type, payload } of records) {
    if (type !== 'dossier.locked') continue
    const { lockId } = payload as Payload<'dossier.locked'>
    while (succeeded(await desk.call('lock:open', { lockId })).taken === null);
  }
}
