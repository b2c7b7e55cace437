/**
 * What opening, an append and locking cost the host of a province's desk, beside an empty one: from nothing (no image)
 * and with it, each in a process of its own. `DOSSIERS=100,1000 npm run bench -- host`.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BlackBox } from '../durability/desk/black-box'
import { exchangeOf, passphrase, profileOf } from '../durability/desk/places'
import type { HostUse } from './host-child'
import { copyProvince, provinceOf } from './province/province'
import { median, print, type Measure } from './table'

const sizes = (process.env['DOSSIERS'] ?? '100').split(',').map(Number)
const rounds = Number(process.env['ROUNDS'] ?? 3)
/** Built beside this one, as the product is: memory is the host's, not a compiler's. */
const child = join(import.meta.dirname, 'host-child.js')
const targets: Readonly<Record<number, { readonly openS: number; readonly memoryMB: number }>> = {
  100: { openS: 0.5, memoryMB: 250 },
  1000: { openS: 0.8, memoryMB: 250 },
  10_000: { openS: 2.5, memoryMB: 400 },
}

const use = (root: string): HostUse =>
  JSON.parse(execFileSync(process.execPath, [child, root], { encoding: 'utf8' })) as HostUse

/** Sizes of the files of a folder as they lie on the disk: one that has several names is one. */
function filesIn(folder: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const { ino, size } = statSync(join(entry.parentPath, entry.name))
    found.set(ino, size)
  }
  return found
}

/** Bytes of those that were not there before. */
const writtenSince = (before: ReadonlyMap<number, number>, folder: string): number =>
  [...filesIn(folder)].reduce((sum, [file, size]) => (before.has(file) ? sum : sum + size), 0)

const inFolder = async <T>(run: (root: string) => Promise<T>): Promise<T> => {
  const root = mkdtempSync(join(tmpdir(), 'lianshen-host-'))
  try {
    return await run(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const floor = await inFolder(async (root) => {
  mkdirSync(exchangeOf(root), { recursive: true })
  const desk = await BlackBox.start(root)
  await desk.must('profile:create', { role: 'division', name: '示例处室', unit: '示例厅', passphrase })
  await desk.close()
  return Array.from({ length: rounds }, () => use(root))
})
const of = (uses: readonly HostUse[], what: (one: HostUse) => number | undefined) =>
  median(uses.map((one) => what(one) ?? NaN))

const measures: Measure[] = [
  { what: 'empty desk: processor of unlocking (floor)', value: of(floor, ({ open }) => open.cpuMs / 1000), unit: 's' },
  { what: 'empty desk: at its peak', value: of(floor, ({ open }) => open.peakMB), unit: 'MB' },
  { what: 'empty desk: at rest', value: of(floor, ({ restMB }) => restMB), unit: 'MB' },
]

for (const size of sizes) {
  const { root: made, facts } = await provinceOf(size)
  await inFolder(async (root) => {
    copyProvince(made, root)
    const { journalBytes } = facts
    rmSync(join(profileOf(root), 'journal.idx'), { force: true })
    const anew = use(root)
    const snapshots = join(profileOf(root), 'snapshots')
    const known: HostUse[] = []
    const grown: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const before = filesIn(snapshots)
      known.push(use(root))
      grown.push(writtenSince(before, snapshots))
    }
    const target = targets[size]
    const label = (what: string) => `${size} dossiers: ${what}`
    const atMost = (value: number | undefined) =>
      value === undefined ? {} : { target: { bound: 'at most' as const, value } }
    const beyond = (uses: readonly HostUse[], what: 'ms' | 'cpuMs') =>
      (of(uses, ({ open }) => open[what]) - of(floor, ({ open }) => open[what])) / 1000
    const found: Measure[] = [
      { what: label('journal a dossier'), value: journalBytes / size / 1000, unit: 'KB', ...atMost(40) },
      { what: label('image'), value: statSync(join(profileOf(root), 'journal.idx')).size / 1e6, unit: 'MB' },
      { what: label('opening beyond an empty desk'), value: beyond(known, 'ms'), unit: 's', ...atMost(target?.openS) },
      { what: label('opening: processor beyond an empty desk'), value: beyond(known, 'cpuMs'), unit: 's' },
      {
        what: label('opening: longest work without an answer'),
        value: of(known, ({ open }) => open.busyMs),
        unit: 'ms',
      },
      {
        what: label('at its peak'),
        value: of(known, ({ open }) => open.peakMB),
        unit: 'MB',
        ...atMost(target?.memoryMB),
      },
      { what: label('at rest'), value: of(known, ({ restMB }) => restMB), unit: 'MB' },
      { what: label('first append, with comparing all'), value: of(known, (one) => one.firstAppendMs), unit: 'ms' },
      { what: label('append'), value: of(known, ({ appendMs }) => appendMs), unit: 'ms' },
      { what: label('locking'), value: of(known, ({ close }) => close.ms), unit: 'ms' },
      { what: label('a snapshot after 21 acts takes on the disk'), value: median(grown) / 1e6, unit: 'MB' },
      { what: label('from nothing, beyond an empty desk'), value: beyond([anew], 'ms'), unit: 's' },
      { what: label('from nothing: processor'), value: beyond([anew], 'cpuMs'), unit: 's' },
      { what: label('from nothing: longest work without an answer'), value: anew.open.busyMs, unit: 'ms' },
      { what: label('from nothing: at its peak'), value: anew.open.peakMB, unit: 'MB' },
    ]
    for (const { what, value, unit } of found) console.error(`${what}: ${value?.toFixed(2) ?? 'not measured'} ${unit}`)
    measures.push(...found)
  })
}
print(measures)
