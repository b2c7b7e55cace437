import { dirname } from 'node:path'
import type { CalendarDate } from '@shared/domain/date'
import type { PanelId } from '@shared/domain/ids'
import type { Expert } from '@shared/domain/panel'
import { createDesk, succeeded } from '../../integration/host/desk-fixture'
import { sampleReview } from './samples'

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
    const { stageId, report } = succeeded(await desk.call('bundle:stage', { kind: 'path', path }))
    if (!report.canCommit) throw new Error(`${expert.name} cannot take ${path}`)
    succeeded(await desk.call('bundle:commit', { stageId }))
    const own = <T extends { readonly expertId: string }>(items: readonly T[]): T =>
      items.find((item) => item.expertId === expert.id)!
    const here = { panelId: panelId as PanelId }
    const { records } = succeeded(
      await desk.call('journal:append', {
        actions: [
          {
            type: 'recusal.declared',
            payload: { ...own(sampleReview.declarations), ...here, declaredOn: on as CalendarDate },
          },
          { type: 'opinion.sealed', payload: { ...own(sampleReview.opinions), ...here, signedOn: on as CalendarDate } },
        ],
      }),
    )
    const { file } = succeeded(
      await desk.call('bundle:export', {
        kind: 'opinion',
        to: report.from.name,
        recordIds: records.map((record) => record.id),
        attachments: [],
        fileName: `意见-${expert.name}.lsb`,
        folder: dirname(path),
      }),
    )
    return file.path
  } finally {
    await desk.host.close()
  }
}
