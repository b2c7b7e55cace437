import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MatrixReport } from '../../durability/matrices/report'

/** A sample that is the same in every run; `npm run durability` runs the whole matrices. */
const folder = mkdtempSync(join(tmpdir(), 'lianshen-durability-'))
let reports: readonly MatrixReport[] = []

beforeAll(() => {
  const json = join(folder, 'report.json')
  spawnSync(process.execPath, [resolve('scripts/durability.mjs'), '--sample', '--json', json], { encoding: 'utf8' })
  reports = JSON.parse(readFileSync(json, 'utf8')) as MatrixReport[]
}, 300_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const reportOf = (name: string): MatrixReport => reports.find((report) => report.name === name)!

describe('every acknowledged change is there once, the chain holds, and the person is told', () => {
  it.each([
    ['kill', 'after a kill at a random moment', 13],
    ['abort', 'after a stop before a call of the file system, and with what was not synced taken away', 20],
    ['full', 'when the disk takes no more at any one write, and goes on with room again', 10],
    ['damage', 'after a file of the profile was cut, flipped, zeroed, deleted or replaced by an older copy', 15],
  ])('%s: %s', (name, _what, atLeast) => {
    const { cases, failures } = reportOf(name)
    expect(failures).toEqual([])
    expect(cases).toBeGreaterThanOrEqual(atLeast)
  })

  it('tmpfs: on a real small disk that is filled, freed and started again', (context) => {
    const { failures, skipped } = reportOf('tmpfs')
    expect(failures).toEqual([])
    if (skipped.length > 0) context.skip(skipped.join('; '))
  })
})
