/**
 * How an audit of 50,000 records goes: on the command line, in the host while it answers others, and on the screen in a
 * real browser. Run by scripts/bench.mjs, which builds the product first.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { everything } from '@shared/audit/filter'
import { dossierContentHash, dossierContentSchema } from '@shared/domain/dossier'
import { openBrowserDesk } from '../e2e/fixtures/browser-desk'
import { BlackBox } from '../durability/desk/black-box'
import { exchangeOf, passphrase, profileOf } from '../durability/desk/places'
import { action, opinionReturned } from '../integration/host/review-actions'
import { probed, type Probed } from './probe'
import { print, timed, type Measure } from './table'

const count = 50_000
const perAppend = 500
const dossierCount = 500
const root = mkdtempSync(join(tmpdir(), 'lianshen-auditing-'))

/** Every fifth record is a version of a dossier, the others are returned opinions. */
function actionNumber(number: number) {
  if (number % 5 !== 0) return opinionReturned(`第${number}条（示例）`)
  const dossier = (number / 5) % dossierCount
  const version = 1 + Math.floor(number / 5 / dossierCount)
  const content = dossierContentSchema.parse({
    alliance: { name: `四川省示例第${dossier}号产业技术创新战略联盟` },
    goals: { overall: `示例目标，第${version}版。` },
  })
  return action('dossier.saved', {
    dossierId: `20000000-0000-4000-8000-${String(dossier).padStart(12, '0')}`,
    version,
    contentHash: dossierContentHash(content),
    regulationVersionId: '2010',
    content,
  })
}

async function makeDesk(): Promise<void> {
  const desk = await BlackBox.start(root)
  await desk.must('profile:create', { role: 'division', name: '示例处室', unit: '示例厅', passphrase })
  for (let from = 0; from < count; from += perAppend) {
    const actions = Array.from({ length: perAppend }, (_, index) => actionNumber(from + index))
    await desk.must('journal:append', { actions })
  }
  await desk.close()
}

const statusOf = (pid: number | 'self', field: string): number | undefined => {
  try {
    const [, kilobytes] =
      new RegExp(`^${field}:\\s+(\\d+) kB$`, 'mu').exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}

/** `lianshen audit` in a process of its own. */
async function onCommandLine(...more: readonly string[]) {
  const secret = join(root, 'passphrase.txt')
  writeFileSync(secret, `${passphrase}\n`)
  const args = [resolve('out/main/cli.js'), 'audit', profileOf(root), '--passphrase-file', secret, ...more]
  let peakMB: number | undefined
  const ms = await timed(async () => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    const looking = setInterval(() => (peakMB = statusOf(child.pid!, 'VmHWM') ?? peakMB), 50)
    const [code] = (await once(child, 'exit')) as [number | null]
    clearInterval(looking)
    if (code !== 0) throw new Error(`lianshen audit ended with ${String(code)}`)
  })
  return { ms, peakMB }
}

/** What the screen asks of the host, each alone: how long, and how long nobody else was answered meanwhile. */
async function inHost(): Promise<Map<string, Probed>> {
  const found = new Map<string, Probed>()
  const desk = await BlackBox.start(root)
  await desk.unlock()
  let auditId = ''
  const locale = 'zh-CN' as const
  const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['read', async () => ({ auditId } = await desk.must('audit:begin', undefined))],
    [
      'walk',
      async () => {
        while (!(await desk.must('audit:continue', { auditId })).isDone);
      },
    ],
    ['summary', () => desk.must('audit:summary', { auditId, locale })],
    ['first page', () => desk.must('audit:list', { auditId, locale, filter: everything, offset: 0, limit: 200 })],
    [
      'search',
      () =>
        desk.must('audit:list', {
          auditId,
          locale,
          filter: { ...everything, text: '第49999条' },
          offset: 0,
          limit: 200,
        }),
    ],
    ['table', () => desk.must('audit:table', { auditId, locale, filter: everything })],
  ]
  for (const [what, run] of steps) found.set(what, await probed(run))
  await desk.close()
  return found
}

type Watched = { longTasks: number[] }
type Seen = { readonly ms: number; readonly longestMs: number }

const patience = 120_000
let heapMB: number | undefined

/** The longest time in which the page answered nobody while something went on, and how long that took. */
async function watched(page: Page, run: () => Promise<unknown>): Promise<Seen> {
  await page.evaluate(() => {
    const kept = globalThis as unknown as Watched
    kept.longTasks = []
    new PerformanceObserver((list) => {
      kept.longTasks.push(...list.getEntries().map(({ duration }) => duration))
    }).observe({ type: 'longtask' })
  })
  const ms = await timed(run)
  await page.waitForTimeout(100)
  const tasks = await page.evaluate(() => (globalThis as unknown as Watched).longTasks)
  return { ms, longestMs: Math.max(0, ...tasks) }
}

/** Until the page shows a text somewhere, looked for at every frame. */
const shows = (page: Page, selector: string, text: string) =>
  page.waitForFunction(
    ([where, what]) => [...document.querySelectorAll(where)].some((one) => one.textContent.includes(what)),
    [selector, text] as const,
    { polling: 'raf', timeout: patience },
  )

/** A person at the screen, from the click to what it shows. */
async function onScreen(): Promise<Map<string, Seen>> {
  const folders = { profile: profileOf(root), exchange: exchangeOf(root), cache: join(root, 'cache') }
  const { page, close } = await openBrowserDesk('处室', folders)
  const found = new Map<string, Seen>()
  const seen = async (what: string, run: () => Promise<unknown>) => found.set(what, await watched(page, run))
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const search = (text: string) => page.getByRole('textbox', { name: '查找内容' }).fill(text)
  const written = () => page.locator('.ant-modal .ant-alert-success').last().waitFor({ timeout: patience })
  const newest = `第${count - 1}条`
  try {
    await page.getByLabel('口令').fill(passphrase)
    await press('打开工作台')
    await shows(page, 'nav', '审计')
    await page.evaluate(() => (location.hash = '#/audit'))
    await shows(page, 'button', '开始审计')
    await seen('progress is shown', async () => {
      await press('开始审计')
      await shows(page, '[role=status]', '正在核验')
    })
    await page.waitForTimeout(2000)
    await seen('stopped when asked', async () => {
      await press('中止')
      await shows(page, 'main', '审计已中止')
    })
    await seen('first page of the list', async () => {
      await press('开始审计')
      await shows(page, '.audit-what', newest)
    })
    await seen('to the end of the list', async () => {
      await page.getByRole('listbox', { name: /记录列表/u }).press('End')
      await shows(page, '.audit-detail', '第 1 条')
    })
    await seen('scrolled back through all of it in 100 steps', async () => {
      await page.evaluate(async () => {
        const list = document.querySelector('.audit-list')
        for (let step = 100; list !== null && step >= 0; step -= 1) {
          list.scrollTop = (list.scrollHeight * step) / 100
          await new Promise((next) => requestAnimationFrame(next))
        }
      })
      await shows(page, '.audit-what', newest)
    })
    await seen('one record found by its text', async () => {
      await search('第12346条')
      await shows(page, '[aria-setsize="1"] .audit-what', '第12346条')
    })
    await press('清除筛选')
    await shows(page, '.audit-what', newest)
    await seen('all as CSV', async () => {
      await press('导出表格（CSV）')
      await page.getByRole('button', { name: /^导\s?出$/u }).click()
      await written()
    })
    await page.keyboard.press('Escape')
    await search('第1234')
    await shows(page, '[aria-setsize="9"] .audit-what', '第1234')
    await seen('9 of them as a paper', async () => {
      await press('审计报告（DOCX、PDF）')
      await page.getByTestId('preview-hash').waitFor({ timeout: patience })
      await press('导出 PDF 与 DOCX（带签名）')
      await written()
    })
    const session = await page.context().newCDPSession(page)
    await session.send('HeapProfiler.collectGarbage')
    heapMB = (await session.send('Runtime.getHeapUsage')).usedSize / 1e6
  } finally {
    await close()
  }
  return found
}

const atMost = (value: number): NonNullable<Measure['target']> => ({ bound: 'at most', value })

/** Seconds that each step on the screen may take; those that go through all records show that they are at work. */
const seconds: Readonly<Record<string, number>> = {
  'progress is shown': 0.5,
  'stopped when asked': 0.5,
  'first page of the list': 20,
  'to the end of the list': 0.5,
  'scrolled back through all of it in 100 steps': 4,
  'one record found by its text': 4,
  'all as CSV': 20,
  '9 of them as a paper': 10,
}

async function measure(): Promise<Measure[]> {
  mkdirSync(exchangeOf(root), { recursive: true })
  await makeDesk()
  const plain = await onCommandLine()
  const table = await onCommandLine('--csv', join(root, '审计.csv'))
  const host = await inHost()
  const screen = await onScreen()
  const steps = [...screen]
  return [
    { what: `lianshen audit of ${count} records`, value: plain.ms / 1000, unit: 's', target: atMost(20) },
    { what: '  most memory', value: plain.peakMB, unit: 'MB', target: atMost(1000) },
    { what: 'the same with --csv', value: table.ms / 1000, unit: 's', target: atMost(30) },
    { what: '  most memory', value: table.peakMB, unit: 'MB', target: atMost(1300) },
    ...[...host].flatMap(([what, { cpuMs, busyMs }]): Measure[] => [
      { what: `host: ${what}, processor time`, value: cpuMs / 1000, unit: 's' },
      { what: `host: ${what}, most at once`, value: busyMs, unit: 'ms', target: atMost(250) },
    ]),
    ...steps.flatMap(([what, { ms, longestMs }]): Measure[] => [
      { what: `screen: ${what}`, value: ms / 1000, unit: 's', target: atMost(seconds[what] ?? 0) },
      { what: '  longest block of the page (0: none over 50 ms)', value: longestMs, unit: 'ms', target: atMost(50) },
    ]),
    { what: 'screen: memory of the page in the end', value: heapMB, unit: 'MB', target: atMost(150) },
  ]
}

try {
  print(await measure())
} finally {
  rmSync(root, { recursive: true, force: true })
}
