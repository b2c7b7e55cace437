import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserDamageMatrix } from '../durability/browser/damage'
import { rebuildMatrix, workMatrix } from '../durability/browser/kills'
import { makeBrowserWorld, type BrowserWorld } from '../durability/browser/worlds'
import { Tally } from '../durability/matrices/report'
import { expect, test } from './fixtures/test'

/** A sample; `npm run durability -- --only browser,rebuild,work` runs all of it. */
let folder: string
let world: BrowserWorld

test.skip(({ shell }) => shell !== 'browser', 'the files of the database are those of the browser shell')
test.describe.configure({ mode: 'serial', timeout: 600_000 })

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lianshen-browser-durability-'))
  world = await makeBrowserWorld(folder, 500)
})
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = async (name: string, work: (tally: Tally) => Promise<void>, cases: number): Promise<void> => {
  const tally = new Tally(name, () => undefined)
  await work(tally)
  const report = tally.report()
  expect(report.failures).toEqual([])
  expect(report.cases).toBe(cases)
}

test('a database that is damaged, deleted, newer or robbed of rows is built anew without a question', async () => {
  const wanted =
    /log, one bit flipped in the middle|MANIFEST-\d+, truncated to 0|^the folder .* is deleted$|^a newer version|^half of all/u
  await run('browser', (tally) => browserDamageMatrix(tally, { world, folder }, (name) => wanted.test(name)), 5)
})

test('a rebuilding that is killed is begun again, or goes on', async () => {
  await run('rebuild', (tally) => rebuildMatrix(tally, world, { count: 3, seed: 1 }), 3)
})

test('a host that is killed at work has every record that the page was told of', async () => {
  await run('work', (tally) => workMatrix(tally, world, { count: 3, seed: 1 }), 3)
})
