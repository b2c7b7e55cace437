/**
 * How fast the desk of a province opens after ten years, with 100, 1,000 or 10,000 dossiers of real size: from nothing,
 * and with a database that is level; beside an empty desk in the same run. Wall time is what a person waits, processor
 * time what it costs, whatever else the machine does. Run by scripts/bench.mjs, which builds the product first:
 * `DOSSIERS=100,1000 npm run bench -- opening`.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Page } from '@playwright/test'
import { openBrowserDesk } from '../e2e/fixtures/browser-desk'
import { BlackBox } from '../durability/desk/black-box'
import { exchangeOf, passphrase, profileOf } from '../durability/desk/places'
import { processesWith, useOf } from './processes'
import { copyProvince, provinceOf } from './province/province'
import { median, print, type Measure } from './table'

const sizes = (process.env['DOSSIERS'] ?? '100').split(',').map(Number)
const rounds = Number(process.env['ROUNDS'] ?? 3)
const atMost = (value: number) => ({ bound: 'at most' as const, value })

/** Seconds that opening may take, by the number of dossiers. */
const targets: Readonly<Record<number, { readonly level: number; readonly rebuilt: number; readonly hostMB: number }>> =
  {
    100: { level: 0.5, rebuilt: 3, hostMB: 250 },
    1000: { level: 0.8, rebuilt: 15, hostMB: 250 },
    10_000: { level: 2.5, rebuilt: 150, hostMB: 400 },
  }

type Opening = {
  /** Seconds from the click to the first line of the list, and until everything is built and at rest. */
  readonly listS: number
  readonly restS: number
  readonly hostCpuS: number
  readonly pageCpuS: number
  readonly browserCpuS: number
  readonly hostPeakMB: number
  readonly pagePeakMB: number
  /** The longest task of the page's main thread. */
  readonly blockMs: number
}

/** What of the desk's page is asked: a line of the list, or the words of an empty one. */
const isListShown = () => document.querySelector('main .ant-table-row, main .empty, main .empty-screen') !== null

async function openDesk(
  root: string,
  cache: string,
  during: (page: Page) => Promise<void> = async () => undefined,
): Promise<Opening> {
  const { page, close } = await openBrowserDesk('处室', { profile: profileOf(root), exchange: exchangeOf(root), cache })
  try {
    const host = processesWith('browser-shell.js', profileOf(root))
    const pages = () => processesWith('--type=renderer', cache)
    const browser = processesWith('--user-data-dir', cache).filter((pid) => !pages().includes(pid))
    await page.evaluate(() => {
      const long: number[] = []
      Object.assign(window, { longTasks: long })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) long.push(duration)
      }).observe({ type: 'longtask' })
    })
    const used = () => [useOf(host).cpuMs, useOf(pages()).cpuMs, useOf(browser).cpuMs] as const
    await page.getByLabel('口令').fill(passphrase)
    const before = used()
    const start = performance.now()
    await page.getByRole('button', { name: '打开工作台' }).click()
    // At every frame: a locator's own waiting looks twice a second only, and would be measured as well.
    await page.waitForFunction(isListShown, undefined, { polling: 'raf', timeout: 3_600_000 })
    const listS = (performance.now() - start) / 1000
    await atRest(() => useOf(host).cpuMs + useOf(pages()).cpuMs)
    const restS = (performance.now() - start) / 1000
    const after = used()
    const blockMs = await page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks))
    const cpu = (at: 0 | 1 | 2) => (after[at] - before[at]) / 1000
    const hostPeakMB = useOf(host).peakMB
    // The browser keeps a process ready for a page that nobody opened: the desk's is the larger one.
    const pagePeakMB = Math.max(...pages().map((pid) => useOf([pid]).peakMB))
    await during(page)
    return { listS, restS, hostCpuS: cpu(0), pageCpuS: cpu(1), browserCpuS: cpu(2), hostPeakMB, pagePeakMB, blockMs }
  } finally {
    await close()
  }
}

/** Waits until host and page used less than a tenth of a processor for a second and a half. */
async function atRest(cpuMs: () => number): Promise<void> {
  for (let quiet = 0, last = cpuMs(); quiet < 3;) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    const now = cpuMs()
    quiet = now - last < 60 ? quiet + 1 : 0
    last = now
  }
}

type Looks = { backMs: number; openMs: number; searchMs: number }

/** What a person does at the list: come back to it, open a dossier, search as typed. Medians. */
async function lookAround(page: Page): Promise<Looks> {
  const back: number[] = []
  const opened: number[] = []
  const searched: number[] = []
  const until = async (is: () => boolean) => {
    const start = performance.now()
    await page.waitForFunction(is, undefined, { polling: 'raf', timeout: 600_000 })
    return performance.now() - start
  }
  for (let round = 0; round < 5; round += 1) {
    await page.locator('main .ant-table-row a').nth(round).click()
    opened.push(await until(() => /联盟/u.test(document.querySelector('main h1')?.textContent ?? '')))
    await page.locator('nav[aria-label="主导航"]').getByRole('link', { name: '案卷' }).click()
    back.push(await until(isListShown))
  }
  const field = page
    .getByRole('searchbox')
    .or(page.getByPlaceholder(/搜索|查找/u))
    .first()
  await field.click()
  for (const letter of '第1产业技术') {
    const start = performance.now()
    await page.keyboard.insertText(letter)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))))
    searched.push(performance.now() - start)
  }
  return { backMs: median(back), openMs: median(opened), searchMs: Math.max(...searched) }
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

async function measureSize(dossiers: number, floor: Opening): Promise<Measure[]> {
  const { root: made, facts } = await provinceOf(dossiers)
  const root = mkdtempSync(join(tmpdir(), `lianshen-opening-${dossiers}-`))
  try {
    copyProvince(made, root)
    const cache = join(root, 'cache')
    const rebuilt = await openDesk(root, cache)
    const level: Opening[] = []
    let looks: Looks | undefined
    for (let round = 0; round < rounds; round += 1) {
      level.push(
        await openDesk(root, cache, async (page) => void (looks = round === 0 ? await lookAround(page) : looks)),
      )
    }
    const of = (what: (opening: Opening) => number) => median(level.map(what))
    const target = targets[dossiers]
    const label = (text: string) => `${dossiers} dossiers: ${text}`
    const wanted = (value: number | undefined) => (value === undefined ? {} : { target: atMost(value) })
    return [
      {
        what: label(`journal a dossier (${facts.records} records)`),
        value: facts.journalBytes / dossiers / 1000,
        unit: 'KB',
        ...wanted(40),
      },
      {
        what: label('level: unlock to list, beyond an empty desk'),
        value: of(({ listS }) => listS) - floor.listS,
        unit: 's',
        ...wanted(target?.level),
      },
      { what: label('level: everything at rest'), value: of(({ restS }) => restS), unit: 's' },
      { what: label('level: processor, host'), value: of(({ hostCpuS }) => hostCpuS), unit: 's' },
      { what: label('level: processor, page'), value: of(({ pageCpuS }) => pageCpuS), unit: 's' },
      { what: label('level: processor, browser'), value: of(({ browserCpuS }) => browserCpuS), unit: 's' },
      {
        what: label('level: longest block of the page'),
        value: of(({ blockMs }) => blockMs),
        unit: 'ms',
        ...wanted(50),
      },
      {
        what: label('level: host at its peak'),
        value: of(({ hostPeakMB }) => hostPeakMB),
        unit: 'MB',
        ...wanted(target?.hostMB),
      },
      { what: label('level: page at its peak'), value: of(({ pagePeakMB }) => pagePeakMB), unit: 'MB', ...wanted(300) },
      { what: label('from nothing: unlock to list'), value: rebuilt.listS - floor.listS, unit: 's' },
      {
        what: label('from nothing: everything built'),
        value: rebuilt.restS - floor.restS,
        unit: 's',
        ...wanted(target?.rebuilt),
      },
      { what: label('from nothing: processor, host'), value: rebuilt.hostCpuS, unit: 's' },
      { what: label('from nothing: processor, page'), value: rebuilt.pageCpuS, unit: 's' },
      { what: label('from nothing: longest block of the page'), value: rebuilt.blockMs, unit: 'ms', ...wanted(50) },
      { what: label('from nothing: host at its peak'), value: rebuilt.hostPeakMB, unit: 'MB' },
      { what: label('from nothing: page at its peak'), value: rebuilt.pagePeakMB, unit: 'MB' },
      { what: label('coming back to the list (median of 5)'), value: looks?.backMs, unit: 'ms', ...wanted(150) },
      { what: label('a dossier opens (median of 5)'), value: looks?.openMs, unit: 'ms', ...wanted(150) },
      { what: label('search as typed, slowest letter'), value: looks?.searchMs, unit: 'ms', ...wanted(50) },
      { what: label('the browser keeps'), value: sizeOf(join(cache, 'chromium')) / 1e6, unit: 'MB' },
    ]
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** A desk with nothing in it: what unlocking and the page cost by themselves. */
async function measureFloor(): Promise<Opening> {
  const root = mkdtempSync(join(tmpdir(), 'lianshen-opening-empty-'))
  try {
    mkdirSync(exchangeOf(root), { recursive: true })
    const desk = await BlackBox.start(root)
    await desk.must('profile:create', { role: 'division', name: '示例处室', unit: '示例厅', passphrase })
    await desk.close()
    const cache = join(root, 'cache')
    await openDesk(root, cache)
    const openings: Opening[] = []
    for (let round = 0; round < rounds; round += 1) openings.push(await openDesk(root, cache))
    const of = (what: keyof Opening) => median(openings.map((opening) => opening[what]))
    return {
      listS: of('listS'),
      restS: of('restS'),
      hostCpuS: of('hostCpuS'),
      pageCpuS: of('pageCpuS'),
      browserCpuS: of('browserCpuS'),
      hostPeakMB: of('hostPeakMB'),
      pagePeakMB: of('pagePeakMB'),
      blockMs: of('blockMs'),
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const floor = await measureFloor()
const measures: Measure[] = [
  { what: 'empty desk: unlock to list (floor)', value: floor.listS, unit: 's' },
  { what: 'empty desk: host at its peak', value: floor.hostPeakMB, unit: 'MB' },
  { what: 'empty desk: page at its peak', value: floor.pagePeakMB, unit: 'MB' },
]
for (const size of sizes) {
  const found = await measureSize(size, floor)
  // What is known is said: ten thousand take their time.
  for (const { what, value, unit } of found) console.error(`${what}: ${value?.toFixed(2) ?? 'not measured'} ${unit}`)
  measures.push(...found)
}
print(measures)
