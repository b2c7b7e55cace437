/**
 * Brings every hostile bundle to a true desk whose reader is the built thread, and every hostile attachment to the built
 * thread that looks into files; then lets the disk fail under a desk. Prints the table of cases with what a person reads, and one of groups. Ends with 1 when one is
 * not met as expected, or memory went over 512 MB. Run by scripts/hostile-corpus.mjs.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createBundleReader } from '@host/bundles/bundle-reader'
import { createInspector } from '@host/inspection/inspector'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { attachmentCorpus } from './attachments/attachment-corpus'
import { faultsOfAttachment } from './attachments/run-attachment'
import { hostileCorpus } from './corpus'
import { environmentCases } from './environment-cases'
import { closeHostileDesks, openHostileDesks, runCase } from './run-case'
import { openEnvironment, runEnvironmentCase } from './run-environment'
import { createWorld } from './world'

type Line = {
  readonly group: string
  readonly name: string
  readonly expected: string
  readonly isRefused: boolean
  readonly message: string
  readonly faults: readonly string[]
  readonly ms: number
  readonly memoryMB: number
}

const builtThread = (name: string) => ({ url: pathToFileURL(resolve(`out/main/${name}.js`)) })
const memoryNow = (): number => Math.round(process.memoryUsage().rss / 1_048_576)
const printRow = (cells: readonly (string | number)[]): void => {
  const words = cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' '))
  process.stdout.write(`| ${words.join(' | ')} |\n`)
}

const lines: Line[] = []
function take(line: Omit<Line, 'memoryMB'>): void {
  lines.push({ ...line, memoryMB: memoryNow() })
  printRow([lines.length, line.group, line.name, line.expected, line.faults.join(' ') || line.message])
}

printRow(['#', 'Group', 'A bundle, or an attachment …', 'Expected', 'What the person reads'])
printRow(['---', '---', '---', '---', '---'])
const world = await createWorld()
const desks = await openHostileDesks(world, createBundleReader({ worker: builtThread('bundle-worker') }))
for (const hostile of hostileCorpus) {
  const { faults, message, ms } = await runCase(hostile, world, desks)
  const isRefused = typeof hostile.expected === 'string'
  const expected = typeof hostile.expected === 'string' ? hostile.expected : `shown: ${hostile.expected.record}`
  take({ group: hostile.group, name: hostile.name, expected, isRefused, message, faults, ms })
}
await closeHostileDesks(desks)
const inspector = createInspector({ worker: builtThread('inspection-worker') })
for (const file of attachmentCorpus) {
  const { faults, message, ms, isRefused } = await faultsOfAttachment(file, inspector)
  const expected = 'refused' in file.expected ? file.expected.refused : `taken: ${file.expected.taken.join(', ')}`
  take({ group: file.group, name: file.name, expected, isRefused, message, faults, ms })
}
await inspector.rest()
// Last, for from here on a disk that can fail lies under this process.
const scene = await openEnvironment(builtThread('bundle-worker').url)
for (const hostile of environmentCases) {
  const { name, expected } = hostile
  const { faults, message, ms } = await runEnvironmentCase(hostile, scene)
  take({ group: 'environment', name, expected, isRefused: expected !== 'done', message, faults, ms })
}
await scene.close()
await removeTemporaryFolders()

process.stdout.write('\n')
printRow([
  'Group',
  'Cases',
  'Refused as expected',
  'Shown or taken as expected',
  'Otherwise',
  'Slowest, ms',
  'Most memory, MB',
])
printRow(['---', '---:', '---:', '---:', '---:', '---:', '---:'])
for (const group of [...new Set(lines.map((line) => line.group)), null]) {
  const ofGroup = group === null ? lines : lines.filter((line) => line.group === group)
  const good = ofGroup.filter(({ faults }) => faults.length === 0)
  printRow([
    group ?? 'All',
    ofGroup.length,
    good.filter(({ isRefused }) => isRefused).length,
    good.filter(({ isRefused }) => !isRefused).length,
    ofGroup.length - good.length,
    Math.round(Math.max(...ofGroup.map(({ ms }) => ms))),
    Math.max(...ofGroup.map(({ memoryMB }) => memoryMB)),
  ])
}
const mostMB = Math.round(process.resourceUsage().maxRSS / 1024)
const faulty = lines.filter(({ faults }) => faults.length > 0).length
process.stdout.write(`\n${lines.length} cases, ${faulty} not as expected; most memory ${mostMB} MB.\n`)
process.exitCode = faulty === 0 && mostMB <= 512 ? 0 : 1
