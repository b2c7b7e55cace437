import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const folder = process.env['SHOTS']
let count = 0

/** Whether somebody wants to look at the screens. */
export const isShooting = folder !== undefined

/** With `SHOTS=FOLDER`: a picture of the screen as it stands, numbered in the order of the path. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  count += 1
  // A finished picture: no transition half way.
  await page.waitForTimeout(350)
  await page.screenshot({ path: join(folder, `${String(count).padStart(2, '0')}-${name}.png`) })
}

/** With `PICTURES=1`: one of the two screens that the README shows. */
export async function shootForReadme(page: Page, name: 'division-desk' | 'expert-desk'): Promise<void> {
  if (process.env['PICTURES'] === undefined) return
  await page.waitForTimeout(350)
  await page.screenshot({ path: join('docs', 'images', `${name}.png`) })
}

/** The screen as it stands, and, where somebody looks, in the dark theme and in a browser that enlarges twice. */
export async function shootEveryWay(page: Page, name: string): Promise<void> {
  await shoot(page, name)
  if (!isShooting) return
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 683, height: 384 })
  await shoot(page, `${name}-200`)
  await page.setViewportSize({ width: 1366, height: 768 })
}
