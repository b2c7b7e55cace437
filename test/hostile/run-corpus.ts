/**
 * Brings every hostile bundle to a true desk whose reader is the built thread, and every hostile attachment to the
 * built thread that looks into files; lets the disk fail under a desk. Parts run side by side, each in a process of its
 * own. Prints the table of cases with what a person reads, and one of groups; a time over five seconds is measured
 * again, and the table says of how many. Ends with 1 when a case is not met as expected, or a process used more than
 * 512 MB. Run by scripts/hostile-corpus.mjs.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { performance } from 'node:perf_hooks'
import { inParallel } from '@host/lib/in-parallel'
import { printRow, printTable } from '../helpers/print-table'
import type { CaseLine, PartMessage } from './corpus-line'

const limitMB = 512
const progressEvery = 50
/** The longest first. */
const parts: readonly (readonly string[])[] = [
  ['environment'],
  ...['0', '1', '2', '3'].map((from) => ['bundles', from, '4']),
  ['attachments'],
  ['signed-pdfs'],
]

const begun = performance.now()
const seconds = (): number => Math.round((performance.now() - begun) / 1000)
const lines: CaseLine[] = []
const most: number[] = []

function take(message: PartMessage): void {
  if ('mostMB' in message) {
    most.push(message.mostMB)
    return
  }
  const { line } = message
  lines.push(line)
  printRow([lines.length, line.group, line.name, line.expected, line.faults.join(' ') || line.message])
  if (lines.length % progressEvery === 0) console.error(`${lines.length} cases in ${seconds()} s`)
}

async function runPart(part: readonly string[]): Promise<void> {
  const script = fileURLToPath(new URL('corpus-part.ts', import.meta.url))
  const child = fork(script, part, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  child.on('message', (message) => take(message as PartMessage))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`the part "${part.join(' ')}" ended with ${code}`)
}

printRow(['#', 'Group', 'A bundle, an attachment, or a signed PDF …', 'Expected', 'What the person reads'])
printRow(['---', '---', '---', '---', '---'])
await inParallel(Math.min(4, availableParallelism()), parts, runPart)

const rowOf = (name: string, of: readonly CaseLine[]): readonly (string | number)[] => {
  const good = of.filter(({ faults }) => faults.length === 0)
  return [
    name,
    of.length,
    good.filter(({ isRefused }) => isRefused).length,
    good.filter(({ isRefused }) => !isRefused).length,
    of.length - good.length,
    Math.round(Math.max(...of.map(({ ms }) => ms))),
    of.filter(({ measuredAgain }) => measuredAgain > 0).length,
    Math.max(...of.map(({ memoryMB }) => memoryMB)),
  ]
}
process.stdout.write('\n')
printTable([
  [
    'Group',
    'Cases',
    'Refused as expected',
    'Shown or taken',
    'Otherwise',
    'Slowest, ms',
    'Measured again',
    'Most memory, MB',
  ],
  ...[...new Set(lines.map((line) => line.group))].map((group) =>
    rowOf(
      group,
      lines.filter((line) => line.group === group),
    ),
  ),
  rowOf('All', lines),
])
const mostMB = Math.max(...most)
const faulty = lines.filter(({ faults }) => faults.length > 0).length
process.stdout.write(
  `\n${lines.length} cases in ${seconds()} s, ${faulty} not as expected; most memory of a process ${mostMB} MB of ${limitMB}.\n`,
)
process.exitCode = faulty === 0 && mostMB <= limitMB ? 0 : 1
