/**
 * How fast a desk of 10,000 records opens: in the host, and in a browser that has no database yet and builds it anew.
 * Run by scripts/bench.mjs, which builds the product first.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowserDesk } from '../e2e/fixtures/browser-desk'
import { BlackBox } from '../durability/desk/black-box'
import { exchangeOf, passphrase, profileOf } from '../durability/desk/places'
import { opinionReturned } from '../integration/host/review-actions'
import { median, print, timed, type Measure } from './table'

const count = 10_000
const perAppend = 500
const root = mkdtempSync(join(tmpdir(), 'lianshen-opening-'))

async function makeDesk(): Promise<void> {
  const desk = await BlackBox.start(root)
  await desk.must('profile:create', { role: 'division', name: '示例处室', unit: '示例厅', passphrase })
  for (let from = 0; from < count; from += perAppend) {
    const actions = Array.from({ length: perAppend }, (_, index) => opinionReturned(`第${from + index}条（示例）`))
    await desk.must('journal:append', { actions })
  }
  await desk.close()
}

/** Milliseconds of unlocking and reading everything once, the passphrase's own work included. */
async function openInHost(): Promise<number> {
  const desk = await BlackBox.start(root)
  const time = await timed(async () => {
    await desk.unlock()
    await desk.readAll()
  })
  await desk.close()
  return time
}

/** Milliseconds from the click to the open desk, in a browser with or without its database. */
async function openInBrowser(cache: string): Promise<number> {
  const folders = { profile: profileOf(root), exchange: exchangeOf(root), cache }
  const { page, close } = await openBrowserDesk('处室', folders)
  try {
    await page.getByLabel('口令').fill(passphrase)
    return await timed(async () => {
      await page.getByRole('button', { name: '打开工作台' }).click()
      // At every frame: a locator's own waiting looks twice a second only, and would be measured as well.
      const isOpen = () => document.querySelector('nav[aria-label="主导航"]') !== null
      await page.waitForFunction(isOpen, undefined, { polling: 'raf', timeout: 120_000 })
    })
  } finally {
    await close()
  }
}

async function measure(): Promise<Measure[]> {
  mkdirSync(exchangeOf(root), { recursive: true })
  await makeDesk()
  const target = { bound: 'at most' as const, value: 3 }
  const host = median([await openInHost(), await openInHost(), await openInHost()])
  const cache = join(root, 'cache')
  const rebuilt = await openInBrowser(cache)
  const level = await openInBrowser(cache)
  return [
    { what: `host: unlock and read ${count} records (median of 3)`, value: host / 1000, unit: 's', target },
    { what: `browser: unlock and rebuild ${count} records from nothing`, value: rebuilt / 1000, unit: 's', target },
    { what: `browser: unlock with a database that is level`, value: level / 1000, unit: 's', target },
  ]
}

try {
  print(await measure())
} finally {
  rmSync(root, { recursive: true, force: true })
}
