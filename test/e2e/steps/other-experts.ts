import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { calendarDateSchema } from '@shared/domain/date'
import { panelIdSchema } from '@shared/domain/ids'
import type { Expert } from '@shared/domain/panel'
import { openDemoDesk } from '../../../electron/cli/demo/demo-desk'
import { reviewAsExpert } from '../../../electron/cli/demo/expert-review'
import { readSampleReview } from '../../../electron/cli/demo/sample-review'

const resourcesFolder = resolve('resources')
const noPublisher = () => Promise.reject(new Error('an expert publishes nothing'))

/**
 * The rest of the panel: each at a desk of its own with its own key, through the same host and real bundles, without a
 * screen. @returns the opinion bundles by expert id
 */
export async function reviewWithoutScreens(
  experts: readonly Expert[],
  options: { readonly panelId: string; readonly on: string; readonly assignmentOf: (expert: Expert) => string },
): Promise<readonly string[]> {
  const on = calendarDateSchema.parse(options.on)
  const panelId = panelIdSchema.parse(options.panelId)
  const sample = await readSampleReview(resourcesFolder)
  const review = {
    ...sample,
    declarations: sample.declarations.map((item) => ({ ...item, panelId, declaredOn: on })),
    opinions: sample.opinions.map((item) => ({ ...item, panelId, signedOn: on })),
  }
  const root = await mkdtemp(join(tmpdir(), '联审 其余专家-'))
  try {
    const folder = join(options.assignmentOf(experts[0]!), '..')
    const bundles: string[] = []
    for (const expert of experts) {
      const exchangeFolder = join(root, expert.name)
      await mkdir(exchangeFolder, { recursive: true })
      const desk = await openDemoDesk(
        { role: 'expert', name: expert.name, unit: expert.unitName, passphrase: '第三把 钥匙 示例' },
        {
          profileFolder: join(root, `${expert.name} 档案`),
          exchangeFolder,
          resourcesFolder,
          shell: 'browser',
          version: '0.1.0',
          clock: () => new Date(),
          randomUuid: randomUUID,
          publisher: {
            renderPdf: noPublisher,
            renderDocx: noPublisher,
            signPdf: noPublisher,
            signDetached: noPublisher,
          },
          dialogs: null,
        },
      )
      try {
        bundles.push(await reviewAsExpert(desk, expert, review, { assignment: options.assignmentOf(expert), folder }))
      } finally {
        await desk.close()
      }
    }
    return bundles
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
