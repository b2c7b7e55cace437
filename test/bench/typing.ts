/**
 * How long a letter takes from its key to the screen, in every editor of both desks, beside a bare text area on the
 * same page. Run by scripts/bench.mjs, which builds the product first.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { unlock, waitForDesk } from '../durability/browser/check'
import { makeDivisionWorld, makeExpertWorld, openEditor } from '../durability/browser/typing-worlds'
import { openWindow } from '../durability/browser/window'
import { percentile, print, type Measure } from './table'

const keys = 40
/** A quick typist's pause between two keys, in ms. */
const betweenKeys = 60
const most = 30

declare global {
  interface Window {
    paints: number[]
  }
}

/** Notes for every key how long it took until its letter was painted, in ms. */
async function watchPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.paints = []
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => window.paints.push(performance.now() - timeStamp)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
}

async function typeInto(page: Page, field: string): Promise<readonly number[]> {
  await page.locator(field).first().click()
  await page.keyboard.press('End')
  await page.evaluate(() => {
    window.paints = []
  })
  for (let index = 0; index < keys; index += 1) {
    await page.keyboard.press(String.fromCharCode(97 + (index % 26)))
    await page.waitForTimeout(betweenKeys)
  }
  return page.evaluate(() => window.paints)
}

/** A text area that nothing listens to, on the page as it stands. */
async function typeIntoBare(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const area = document.createElement('textarea')
    area.id = 'bare'
    area.style.cssText = 'position: fixed; inset: auto 0 0 auto; z-index: 9999'
    document.body.append(area)
  })
  const paints = await typeInto(page, '#bare')
  await page.evaluate(() => {
    document.getElementById('bare')?.remove()
  })
  return paints
}

async function measure(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lianshen-typing-'))
  const measures: Measure[] = []
  try {
    for (const world of [await makeDivisionWorld(folder), await makeExpertWorld(folder)]) {
      const window = await openWindow(world.root)
      await unlock(window.page)
      await waitForDesk(window.page)
      await watchPaints(window.page)
      for (const editor of world.editors) {
        await openEditor(window.page, editor)
        const bare = percentile(await typeIntoBare(window.page), 95)
        const field = percentile(await typeInto(window.page, editor.field), 95)
        measures.push(
          {
            what: `${editor.name}: key to paint, p95`,
            value: field,
            unit: 'ms',
            target: { bound: 'at most', value: most },
          },
          { what: '  a bare text area on the same page, p95', value: bare, unit: 'ms' },
        )
      }
      await window.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return measures
}

print(await measure())
