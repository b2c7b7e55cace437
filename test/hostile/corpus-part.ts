/** Runs one part of the corpus in this process and tells each case to the process that started it. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createBundleReader } from '@host/bundles/bundle-reader'
import { createInspector } from '@host/inspection/inspector'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { attachmentCorpus } from './attachments/attachment-corpus'
import { faultsOfAttachment } from './attachments/run-attachment'
import { hostileCorpus } from './corpus'
import type { CaseLine, PartMessage } from './corpus-line'
import { environmentCases } from './environment-cases'
import { closeHostileDesks, openHostileDesks, runCase } from './run-case'
import { openEnvironment, runEnvironmentCase } from './run-environment'
import { runFairly } from './run-fairly'
import { createWorld } from './world'

const builtThread = (name: string) => ({ url: pathToFileURL(resolve(`out/main/${name}.js`)) })
const tell = (message: PartMessage): void => void process.send?.(message)
const take = (line: Omit<CaseLine, 'memoryMB'>): void =>
  tell({ line: { ...line, memoryMB: Math.round(process.memoryUsage().rss / 1_048_576) } })

/** Every `of`th bundle from `from` on, brought to true desks whose reader is the built thread. */
async function runBundles(from: number, of: number): Promise<void> {
  const world = await createWorld()
  const desks = await openHostileDesks(world, createBundleReader({ worker: builtThread('bundle-worker') }))
  for (const hostile of hostileCorpus.filter((_, index) => index % of === from)) {
    const { faults, message, ms, measuredAgain } = await runFairly(() => runCase(hostile, world, desks))
    const isRefused = typeof hostile.expected === 'string'
    const expected = typeof hostile.expected === 'string' ? hostile.expected : `shown: ${hostile.expected.record}`
    const { group, name } = hostile
    take({ group, name, expected, isRefused, message, faults, ms, measuredAgain })
  }
  await closeHostileDesks(desks)
}

/** Every attachment, looked into by the built thread. */
async function runAttachments(): Promise<void> {
  const inspector = createInspector({ worker: builtThread('inspection-worker') })
  for (const file of attachmentCorpus) {
    const { faults, message, ms, isRefused, measuredAgain } = await runFairly(() => faultsOfAttachment(file, inspector))
    const expected = 'refused' in file.expected ? file.expected.refused : `taken: ${file.expected.taken.join(', ')}`
    const { group, name } = file
    take({ group, name, expected, isRefused, message, faults, ms, measuredAgain })
  }
  await inspector.rest()
}

/** Everything that disks, sticks and odd files do: a disk that can fail lies under this process. */
async function runEnvironment(): Promise<void> {
  const scene = await openEnvironment(builtThread('bundle-worker').url)
  for (const hostile of environmentCases) {
    const { name, expected } = hostile
    const { faults, message, ms } = await runEnvironmentCase(hostile, scene)
    const isRefused = expected !== 'done'
    take({ group: 'environment', name, expected, isRefused, message, faults, ms, measuredAgain: 0 })
  }
  await scene.close()
}

const [kind, from = '0', of = '1'] = process.argv.slice(2)
if (kind === 'bundles') await runBundles(Number(from), Number(of))
else if (kind === 'attachments') await runAttachments()
else await runEnvironment()
await removeTemporaryFolders()
tell({ mostMB: Math.round(process.resourceUsage().maxRSS / 1024) })
process.disconnect()
