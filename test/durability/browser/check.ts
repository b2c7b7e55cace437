import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createTranslator } from '@shared/messages/translate'
import { checkWorld, type Finding } from '../desk/check'
import type { Line } from '../desk/ledger'
import { passphrase } from '../desk/places'
import { readIfThere } from './read-if-there'
import { openRows, readStores, type OpenedRows } from './rows'
import { askHost, watchTraffic, type Traffic } from './traffic'
import { keptFolder, openWindow, type DeskWindow } from './window'

const t = createTranslator('zh-CN')

/**
 * Longest time that opening may take, in ms: 3 s per 10,000 records are the target, this only ends a desk that hangs.
 */
const patience = 60_000

/** Types the passphrase and opens the desk, as a person does. */
export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('口令').fill(passphrase)
  await page.getByLabel('口令').press('Enter')
}

/** Waits for the desk; a screen that asks a question or tells of a failure stands in its way. */
export async function waitForDesk(page: Page): Promise<void> {
  const desk = page.getByRole('navigation', { name: '主导航' })
  const obstacle = page.locator('.ant-modal, .ant-result')
  await desk.or(obstacle).first().waitFor({ timeout: patience })
  if (!(await desk.isVisible())) throw new Error(`no desk but: ${await page.locator('body').innerText()}`)
}

let slowest = 0
/** Longest time that a desk took from its passphrase to its screens, in ms. */
export const slowestOpening = (): number => Math.round(slowest)

type Options = {
  /** Rows as they must be; else only what must hold of any. */
  readonly expected?: string
  /** Done on the locked desk's page, before anything of it is opened. */
  readonly tamper?: (page: Page) => Promise<void>
  /** Something was lost or put aside, so that the person must be told. */
  readonly mustTell?: boolean
  /**
   * The damaged file as it must lie aside if the database was built anew: below the folder of databases, and its bytes.
   */
  readonly mustKeep?: { readonly file: string; readonly bytes: Buffer }
  /** Rows must be those that a database gives which is built anew. */
  readonly mustEqualRebuilt?: boolean
}

/** Starts a world again, opens it as the person would, and holds everything against the ledger. */
export async function checkDesk(root: string, lines: readonly Line[], options: Options = {}): Promise<Finding> {
  const problems: string[] = []
  const codes: string[] = []
  let all = [...lines]
  const window = await openWindow(root)
  try {
    await options.tamper?.(window.page)
    const traffic = watchTraffic(window.page)
    const startedAt = performance.now()
    await unlock(window.page)
    await waitForDesk(window.page)
    slowest = Math.max(slowest, performance.now() - startedAt)
    if (process.env['VERBOSE'] !== undefined) {
      console.log(`    opened in ${Math.round(performance.now() - startedAt)} ms`)
    }
    codes.push(...(await checkTold(window.page, traffic, options, problems)))
    if (options.mustKeep !== undefined && traffic.hasRebuilt()) checkKept(root, options.mustKeep, problems)
    const rows = await openRows(window.page, await readStores(window.page))
    problems.push(...rows.problems, ...(await checkRows(window.page, rows, lines)))
    if (options.expected !== undefined && rows.content !== options.expected) {
      problems.push('rows are not what they were')
    }
    if (options.mustEqualRebuilt === true && rows.content !== (await rebuiltRows(window.page))) {
      problems.push('rows are not those of the journal')
    }
    await useDesk(window.page)
    await traffic.settled()
    all = [...all, ...traffic.lines]
    await window.close()
  } catch (error) {
    problems.push(`does not open: ${String(error)}`)
    await window.kill('both')
  }
  const host = await checkWorld(root, all)
  return { problems: [...problems, ...host.problems], codes: [...codes, ...host.codes] }
}

/** Deletes the database under the open desk, and opens the desk again. */
async function rebuiltRows(page: Page): Promise<string> {
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name!)
        request.onsuccess = resolve
        request.onerror = () => reject(request.error ?? new Error('not deleted'))
      })
    }
  })
  await page.reload()
  await waitForDesk(page)
  return (await openRows(page, await readStores(page))).content
}

/** Every sentence of a notice is whole, and rebuilding is told if and only if there was one. */
async function checkTold(page: Page, traffic: Traffic, { mustTell }: Options, problems: string[]): Promise<string[]> {
  const alerts = await page.getByRole('alert').allInnerTexts()
  problems.push(...alerts.filter((text) => text.includes('{{')).map((text) => `not a sentence: ${text}`))
  const isTold = alerts.some((text) => text === t('opening.rebuilt') || rebuiltKept.test(text))
  if (traffic.hasRebuilt() !== isTold) {
    problems.push(isTold ? 'rebuilding is told that was none' : 'rebuilt, and nobody was told')
  }
  if (mustTell === true && !isTold) problems.push('nobody was told')
  return isTold ? ['opening.rebuilt'] : traffic.hasRebuilt() ? [] : ['(level)']
}

const [beforePath = '', afterPath = ''] = t('opening.rebuiltKept', { path: '|' }).split('|')
const rebuiltKept = new RegExp(`^${beforePath}.+${afterPath}$`, 'u')

/** The damaged database lies aside, once, as it was. */
function checkKept(root: string, { file, bytes }: NonNullable<Options['mustKeep']>, problems: string[]): void {
  const kept = readdirIfThere(keptFolder(root))
  if (kept.length !== 1) problems.push(`${kept.length} damaged databases are kept`)
  const found = readIfThere(join(keptFolder(root), kept[0] ?? '', file))
  if (found === null) problems.push(`${file} is not kept`)
  else if (!found.equals(bytes)) problems.push(`${file} is kept otherwise than it was`)
}

function readdirIfThere(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Every record of the journal is applied once, none beside, and every acknowledged one among them. */
async function checkRows(page: Page, { recordIds, appliedCount }: OpenedRows, lines: readonly Line[]) {
  const problems: string[] = []
  const journal: string[] = []
  for (;;) {
    const { records, count } = await askHost(page, 'journal:read', { after: journal.length, limit: 1000 })
    journal.push(...records.map(({ id }) => id))
    if (journal.length >= count || records.length === 0) break
  }
  if (appliedCount !== journal.length) problems.push(`${appliedCount} of ${journal.length} records are applied`)
  const missing = journal.filter((id) => !recordIds.has(id))
  if (missing.length > 0) problems.push(`${missing.length} records are in no row`)
  if (recordIds.size > journal.length) problems.push('rows of records that the journal has not')
  const lost = lines.flatMap((line) => (line.kind === 'records' ? line.ids : [])).filter((id) => !recordIds.has(id))
  if (lost.length > 0) problems.push(`${lost.length} acknowledged records are lost`)
  return problems
}

let uses = 0

/** Changes the name of the department and saves it: a draft, a record and a row, through the screen. */
export async function useDesk(page: Page): Promise<void> {
  const name = `示例科学技术厅 ${(uses += 1)}`
  await page.evaluate(() => {
    location.hash = '#/settings'
  })
  await page.locator('#office-department').fill(name)
  await page.getByRole('button', { name: t('settings.save'), exact: true }).click()
  await page.getByText(t('settings.saved')).waitFor()
  // The row is there as well: the screen reads it again.
  await page.evaluate(() => {
    location.hash = '#/dossiers'
  })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => {
    location.hash = '#/settings'
  })
  const shown = page.locator('#office-department')
  await shown.waitFor()
  if ((await shown.inputValue()) !== name) throw new Error('what was saved does not show')
}

/** Rows of a world that is whole: opened once, closed again. */
export async function expectedRows(root: string): Promise<string> {
  const window: DeskWindow = await openWindow(root)
  await unlock(window.page)
  await waitForDesk(window.page)
  const rows = await openRows(window.page, await readStores(window.page))
  await window.close()
  if (rows.problems.length > 0) throw new Error(rows.problems.join('; '))
  return rows.content
}
