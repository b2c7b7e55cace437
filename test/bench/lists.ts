/**
 * What a person does at the desk of a province: comes to the list, filters it, searches as typed, opens a dossier, and
 * puts an act on record; beside the same rows in SQLite. Counted is the time that the page's own thread has a
 * processor: other programs do not lengthen it; wall time stands beside it.
 * `DOSSIERS=100,1000 ACTS=40 npm run bench -- lists`. The opened desks are kept under `.cache/`, for 10,000 take long.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { CDPSession, Locator, Page } from '@playwright/test'
import type { CalendarDate } from '@shared/domain/date'
import { openBrowserDesk } from '../e2e/fixtures/browser-desk'
import { exchangeOf, passphrase, profileOf } from '../durability/desk/places'
import { hasTool } from '../helpers/tools'
import { processesWith, useOf } from './processes'
import { contentOf } from './province/dossier-content'
import { copyProvince, provinceOf } from './province/province'
import { median, percentile, print, type Measure } from './table'

const sizes = (process.env['DOSSIERS'] ?? '100').split(',').map(Number)
const actCount = Number(process.env['ACTS'] ?? 40)
/** What is searched for, letter by letter. */
const queries = ['钒钛第1', '生物医药', '示例产业', '第99产业', '不在其中']
const isListShown = () => document.querySelector('main .ant-table-row') !== null

type Cost = { readonly cpuMs: number; readonly wallMs: number }

/** Looks at the main thread of one page. */
class Watch {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async on(page: Page): Promise<Watch> {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new Watch(page, session)
  }

  private async busyMs(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
  }

  /** What something costs until what comes of it is painted. */
  async cost(run: () => Promise<unknown>, isDone: () => boolean = () => true): Promise<Cost> {
    const before = await this.busyMs()
    const start = performance.now()
    await run()
    await this.page.waitForFunction(isDone, undefined, { polling: 'raf', timeout: 600_000 })
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))))
    const wallMs = performance.now() - start
    return { cpuMs: (await this.busyMs()) - before, wallMs }
  }

  /** The same of a click, which is found first: finding it is work of the page, too, and none of the product's. */
  async press(what: Locator, isDone: () => boolean = () => true): Promise<Cost> {
    const found = await what.elementHandle()
    return this.cost(async () => found.evaluate((element) => (element as HTMLElement).click()), isDone)
  }

  /** MB of the page that are in use, after waste was collected. */
  async usedMB(): Promise<number> {
    await this.session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await this.session.send('Runtime.getHeapUsage')
    return usedSize / 1e6
  }
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('口令').fill(passphrase)
  await page.getByRole('button', { name: '打开工作台' }).click()
  await page.waitForFunction(isListShown, undefined, { polling: 'raf', timeout: 3_600_000 })
}

async function atRest(pids: () => readonly number[]): Promise<void> {
  for (let quiet = 0, last = useOf(pids()).cpuMs; quiet < 3;) {
    await new Promise((done) => setTimeout(done, 500))
    const now = useOf(pids()).cpuMs
    quiet = now - last < 60 ? quiet + 1 : 0
    last = now
  }
}

async function lookAtLists(page: Page, watch: Watch) {
  const back: Cost[] = []
  const opened: Cost[] = []
  const filtered: Cost[] = []
  const searched: Cost[] = []
  const list = () => page.locator('nav[aria-label="主导航"]').getByRole('link', { name: '案卷' })
  const isDossier = () => /联盟/u.test(document.querySelector('main h1')?.textContent ?? '')
  for (let round = 0; round < 6; round += 1) {
    const link = page.locator('main .ant-table-row a').nth(round)
    opened.push(await watch.press(link, isDossier))
    back.push(await watch.press(list(), isListShown))
  }
  const only = page.locator('main .filters').getByRole('checkbox')
  for (let round = 0; round < 8; round += 1) filtered.push(await watch.press(only.nth((round >> 1) & 1)))
  const field = page.getByRole('searchbox').first()
  const counts: string[] = []
  for (const query of queries) {
    await field.fill('')
    for (const letter of query) searched.push(await watch.cost(() => page.keyboard.insertText(letter)))
    counts.push(
      await page
        .locator('main')
        .getByText(/共 ?\d+|显示 ?\d+|\d+ ?件/u)
        .first()
        .innerText(),
    )
  }
  await field.fill('')
  return { back, opened, filtered, searched, counts }
}

/** A rule is judged by a person again and again: one committed act each, from the click to the words on the screen. */
async function act(page: Page, watch: Watch, most: number): Promise<{ costs: Cost[]; used: number[] }> {
  await page.locator('main .ant-table-row a').first().click()
  await page.getByRole('tab', { name: /核对/u }).click()
  await page
    .locator('.ant-segmented-item')
    .filter({ hasText: /^全部（/u })
    .click()
  const row = page
    .locator('article.check')
    .filter({ has: page.getByRole('button', { name: '作出判断…' }) })
    .first()
  const label = (await row.getAttribute('aria-label')) ?? ''
  const article = page.locator(`article.check[aria-label="${label}"]`)
  const costs: Cost[] = []
  const used: number[] = []
  for (let round = 0; round < most; round += 1) {
    await article.getByRole('button', { name: '作出判断…' }).click()
    await article
      .locator('.answer label')
      .filter({ hasText: round % 2 === 0 ? /^符合$/u : /^不符合$/u })
      .click()
    await article.getByLabel('理由').fill(`第${round}次判断（示例）`)
    // The draft of it goes to the disk, as it does while a person reads over what was typed.
    await page.waitForTimeout(700)
    costs.push(
      await watch.press(
        article.getByRole('button', { name: '记下判断' }),
        () => document.querySelector('article.check .answer') === null,
      ),
    )
    if (round === 9 || round === most - 1) used.push(await watch.usedMB())
  }
  return { costs, used }
}

/** The same lines in SQLite, scanned as the list does it, and by its index of trigrams; ms, the slowest of a query. */
function inSqlite(dossiers: number): { readonly scanMs?: number; readonly indexMs?: number } {
  if (!hasTool('sqlite3')) return {}
  const folder = mkdtempSync(join(tmpdir(), 'lianshen-sqlite-'))
  try {
    const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
    const lines = Array.from({ length: dossiers }, (_, index) => {
      const { alliance, members } = contentOf(index, 3, '2016-12-01' as CalendarDate)
      return `insert into line values(${quoted([alliance.name, ...members.map(({ fullName }) => fullName)].join(' '))});`
    })
    const asked = queries.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)))
    const run = (statements: readonly string[]): readonly number[] => {
      const file = join(folder, 'ask.sql')
      writeFileSync(file, statements.join('\n'))
      const { stdout } = spawnSync('sqlite3', [join(folder, 'lines.db'), `.read ${file}`], { encoding: 'utf8' })
      return [...stdout.matchAll(/user (\d+\.\d+)/gu)].map(([, seconds]) => Number(seconds) * 1000)
    }
    run(["create virtual table line using fts5(words, tokenize='trigram');", 'begin;', ...lines, 'commit;'])
    const like = asked.map((text) => `select count(*) from line where words like ${quoted(`%${text}%`)};`)
    const match = asked.filter((text) => text.length > 2).map((text) => `select count(*) from line(${quoted(text)});`)
    return {
      scanMs: percentile(run(['.timer on', ...like]), 95),
      indexMs: percentile(run(['.timer on', ...match]), 95),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureSize(dossiers: number): Promise<Measure[]> {
  const { root: made } = await provinceOf(dossiers)
  const root = resolve('.cache', `lists-${dossiers}`)
  if (!existsSync(root)) copyProvince(made, root)
  const cache = join(root, 'cache')
  const { page, close } = await openBrowserDesk('处室', { profile: profileOf(root), exchange: exchangeOf(root), cache })
  try {
    const host = () => processesWith('browser-shell.js', profileOf(root))
    const both = () => [...host(), ...processesWith('--type=renderer', cache)]
    await unlock(page)
    await atRest(both)
    const watch = await Watch.on(page)
    const { back, opened, filtered, searched, counts } = await lookAtLists(page, watch)
    const restBefore = useOf(host()).residentMB
    const { costs, used } = await act(page, watch, actCount)
    const sqlite = inSqlite(dossiers)
    const label = (text: string) => `${dossiers} dossiers: ${text}`
    const both95 = (what: string, of: readonly Cost[], most: number): Measure[] => [
      {
        what: label(`${what}, processor of the page (p95)`),
        value: percentile(
          of.map(({ cpuMs }) => cpuMs),
          95,
        ),
        unit: 'ms',
        target: { bound: 'at most', value: most },
      },
      { what: label(`${what}, wall time (median)`), value: median(of.map(({ wallMs }) => wallMs)), unit: 'ms' },
    ]
    console.error(`${dossiers} dossiers, found: ${counts.join(' | ')}`)
    return [
      ...both95('first rows after the list is shown', back, 150),
      ...both95('a dossier opens', opened, 150),
      ...both95('filter', filtered, 50),
      ...both95('search as typed', searched, 50),
      { what: label('SQLite, the same lines scanned (p95)'), value: sqlite.scanMs, unit: 'ms' },
      { what: label('SQLite, by its index of trigrams (p95)'), value: sqlite.indexMs, unit: 'ms' },
      ...both95('one committed act', costs, 60),
      { what: label(`page in use after 10 acts`), value: used[0], unit: 'MB' },
      {
        what: label(`page in use after ${actCount} acts, of that`),
        value: (100 * (used.at(-1) ?? NaN)) / (used[0] ?? NaN),
        unit: '%',
        target: { bound: 'at most', value: 110 },
      },
      {
        what: label(`host after ${actCount} acts, of what it had`),
        value: (100 * useOf(host()).residentMB) / restBefore,
        unit: '%',
        target: { bound: 'at most', value: 110 },
      },
    ]
  } finally {
    await close()
  }
}

const measures: Measure[] = []
for (const size of sizes) {
  const found = await measureSize(size)
  for (const { what, value, unit } of found) console.error(`${what}: ${value?.toFixed(2) ?? 'not measured'} ${unit}`)
  measures.push(...found)
}
print(measures)
