/** Runs one part of the corpus in this process and tells each case to the process that started it. */
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { createBundleReader } from '@host/bundles/bundle-reader'
import { createInspector } from '@host/inspection/inspector'
import { verifyFile } from '@host/verify/verify-file'
import type { MessageKey } from '@shared/messages/catalogue'
import { createTranslator } from '@shared/messages/translate'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { attachmentCorpus } from './attachments/attachment-corpus'
import { faultsOfAttachment } from './attachments/run-attachment'
import { hostileCorpus } from './corpus'
import type { CaseLine, PartMessage } from './corpus-line'
import { environmentCases } from './environment-cases'
import { closeHostileDesks, openHostileDesks, runCase } from './run-case'
import { openEnvironment, runEnvironmentCase } from './run-environment'
import { pdfSignatureCorpus } from './pdf-signatures/corpus'
import { createPaperWorld } from './pdf-signatures/paper-world'
import { runFairly } from './run-fairly'
import { createWorld } from './world'

const builtThread = (name: string) => ({ url: pathToFileURL(resolve(`out/main/${name}.js`)) })
const words = createTranslator('zh-CN')
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

/** Every attack on a signed PDF, verified as the screen does. */
async function runSignedPdfs(): Promise<void> {
  const world = await createPaperWorld()
  for (const { family, name, expected, make } of pdfSignatureCorpus) {
    const bytes = await make(world)
    const start = performance.now()
    const { verdict, problems } = await verifyFile({ fileName: '示例.pdf', bytes }, null)
    const ms = performance.now() - start
    const message = problems.map(({ code, params }) => words(`verify.${code}` as MessageKey, params)).join(' ')
    const faults = verdict === expected ? [] : [`called ${verdict}`]
    const isRefused = verdict === 'damaged'
    take({ group: `signed PDF, ${family}`, name, expected, isRefused, message, faults, ms, measuredAgain: 0 })
  }
}

const [kind, from = '0', of = '1'] = process.argv.slice(2)
if (kind === 'bundles') await runBundles(Number(from), Number(of))
else if (kind === 'attachments') await runAttachments()
else if (kind === 'signed-pdfs') await runSignedPdfs()
else await runEnvironment()
await removeTemporaryFolders()
// The fonts of the writer that makes the papers weigh more than what verifies them.
if (kind !== 'signed-pdfs') tell({ mostMB: Math.round(process.resourceUsage().maxRSS / 1024) })
process.disconnect()
