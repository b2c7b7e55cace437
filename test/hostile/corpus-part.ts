/**
 * Runs one part of the corpus in this process and tells each case to the process that started it. Each part loads what
 * it needs alone: the fonts and libraries of one would count as the memory of another.
 */
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { createTranslator } from '@shared/messages/translate'
import { sentenceOf } from '@shared/messages/translator'
import type { CaseLine, PartMessage } from './corpus-line'
import { runFairly } from './run-fairly'

const builtThread = (name: string) => ({ url: pathToFileURL(resolve(`out/main/${name}.js`)) })
const words = createTranslator('zh-CN')
const tell = (message: PartMessage): void => void process.send?.(message)
const take = (line: Omit<CaseLine, 'memoryMB'>): void =>
  tell({ line: { ...line, memoryMB: Math.round(process.memoryUsage().rss / 1_048_576) } })

/** The desks of a part lie in folders of its own. */
async function removeFolders(): Promise<void> {
  const { removeTemporaryFolders } = await import('../integration/host/desk-fixture')
  await removeTemporaryFolders()
}

/** Every `of`th bundle from `from` on, brought to true desks whose reader is the built thread. */
async function runBundles(from: number, of: number): Promise<void> {
  const [{ createBundleReader }, { hostileCorpus }, { createWorld }, { openHostileDesks, runCase, closeHostileDesks }] =
    await Promise.all([
      import('@host/bundles/bundle-reader'),
      import('./corpus'),
      import('./world'),
      import('./run-case'),
    ])
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
  await removeFolders()
}

/** Every attachment, looked into by the built thread. */
async function runAttachments(): Promise<void> {
  const [{ createInspector }, { attachmentCorpus }, { faultsOfAttachment }] = await Promise.all([
    import('@host/inspection/inspector'),
    import('./attachments/attachment-corpus'),
    import('./attachments/run-attachment'),
  ])
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
  const [{ environmentCases }, { openEnvironment, runEnvironmentCase }] = await Promise.all([
    import('./environment-cases'),
    import('./run-environment'),
  ])
  const scene = await openEnvironment(builtThread('bundle-worker').url)
  for (const hostile of environmentCases) {
    const { name, expected } = hostile
    const { faults, message, ms } = await runEnvironmentCase(hostile, scene)
    const isRefused = expected !== 'done'
    take({ group: 'environment', name, expected, isRefused, message, faults, ms, measuredAgain: 0 })
  }
  await scene.close()
  await removeFolders()
}

/** Every attack on a signed PDF, verified as the screen does. */
async function runSignedPdfs(): Promise<void> {
  const [{ verifyFile }, { pdfSignatureCorpus }, { createPaperWorld }] = await Promise.all([
    import('@host/verify/verify-file'),
    import('./pdf-signatures/corpus'),
    import('./pdf-signatures/paper-world'),
  ])
  const world = await createPaperWorld()
  for (const { family, name, expected, make } of pdfSignatureCorpus) {
    const bytes = await make(world)
    const start = performance.now()
    const { verdict, problems } = await verifyFile({ fileName: '示例.pdf', bytes }, null)
    const ms = performance.now() - start
    const message = problems.map(({ code, params }) => sentenceOf(words, `verify.${code}`, params) ?? code).join(' ')
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
// The fonts of the writer that makes the papers weigh more than what verifies them.
if (kind !== 'signed-pdfs') tell({ mostMB: Math.round(process.resourceUsage().maxRSS / 1024) })
process.disconnect()
