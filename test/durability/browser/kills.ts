import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createTranslator } from '@shared/messages/translate'
import { expertA, opinionSealed, recusalDeclared } from '../../integration/host/review-actions'
import { randomOf } from '../disk/model-disk'
import type { Tally } from '../matrices/report'
import { checkDesk, unlock, useDesk, waitForDesk } from './check'
import { askHost, watchTraffic } from './traffic'
import { browserFolder, openWindow, type Victim } from './window'
import { databaseFolder, incomingFile, type BrowserWorld } from './worlds'

type Plan = { readonly count: number; readonly seed: number }

const t = createTranslator('zh-CN')
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const victims: readonly Victim[] = ['both', 'browser', 'host']

/** Kills the host, the browser or both at random moments while the database is built anew from the journal. */
export async function rebuildMatrix(tally: Tally, world: BrowserWorld, { count, seed }: Plan): Promise<void> {
  const random = randomOf(seed)
  const whole = await timeOfRebuilding(world)
  for (let index = 0; index < count; index += 1) {
    world.reset()
    forgetDatabase(world)
    const victim = victims[index % victims.length]!
    // A little before it begins to a little after it ends.
    const after = Math.round(random() * whole * 1.1)
    const window = await openWindow(world.root)
    await unlock(window.page)
    await pause(after)
    await window.kill(victim)
    await window.close()
    const where = `${victim} killed ${after} ms after unlocking (all takes ${whole} ms), seed ${seed}/${index}`
    tally.add(where, await checkDesk(world.root, world.lines, { expected: world.rows }))
  }
}

const forgetDatabase = ({ root }: BrowserWorld): void => {
  rmSync(join(browserFolder(root), databaseFolder), { recursive: true, force: true })
}

/** Milliseconds from the passphrase to the open desk, without a database. */
async function timeOfRebuilding(world: BrowserWorld): Promise<number> {
  world.reset()
  forgetDatabase(world)
  const window = await openWindow(world.root)
  const startedAt = performance.now()
  await unlock(window.page)
  await waitForDesk(window.page)
  const time = Math.round(performance.now() - startedAt)
  await window.close()
  return time
}

/** Work that goes on until the host is gone; whatever fails then fails. */
type Work = { readonly name: string; readonly longest: number; readonly run: (page: Page) => Promise<void> }

const works: readonly Work[] = [
  {
    name: 'edit',
    longest: 3000,
    run: async (page) => {
      for (;;) await useDesk(page)
    },
  },
  {
    name: 'seal',
    longest: 1500,
    run: async (page) => {
      for (let version = 1; ; version += 1) {
        await askHost(page, 'draft:put', { key: '意见', value: `正在写（示例）${version}` })
        await askHost(page, 'journal:append', {
          actions: [recusalDeclared(expertA), opinionSealed(expertA, version, '同意（示例）'.repeat(300))],
        })
        await askHost(page, 'draft:delete', { key: '意见' })
      }
    },
  },
  { name: 'import', longest: 2500, run: takeIn },
]

/** Takes the bundle in that lies in the exchange folder: a look first, then the word. */
async function takeIn(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/exchange'
  })
  await page
    .getByRole('row', { name: new RegExp(`^${incomingFile}`, 'u') })
    .getByRole('button', { name: t('exchange.dryRun') })
    .click()
  await page.getByRole('button', { name: t('dryRun.commit'), exact: true }).click()
  await page.getByText(new RegExp(`已收下“${incomingFile}”`, 'u')).waitFor()
}

/** Kills the host at random moments of a person's work, while the browser goes on. */
export async function workMatrix(tally: Tally, world: BrowserWorld, { count, seed }: Plan): Promise<void> {
  const random = randomOf(seed)
  for (let index = 0; index < count; index += 1) {
    const { name, longest, run } = works[index % works.length]!
    const after = Math.round(random() * longest)
    world.reset()
    const window = await openWindow(world.root)
    const traffic = watchTraffic(window.page)
    await unlock(window.page)
    await waitForDesk(window.page)
    const work = run(window.page).catch(() => undefined)
    await pause(after)
    await window.kill('host')
    await traffic.settled()
    await window.close()
    await work
    const lines = [...world.lines, ...traffic.lines]
    const acknowledged = traffic.lines.filter(({ kind }) => kind === 'records').length
    const where = `${name}, host killed after ${after} ms with ${acknowledged} answers, seed ${seed}/${index}`
    tally.add(where, await checkDesk(world.root, lines, { mustEqualRebuilt: true }))
  }
}
