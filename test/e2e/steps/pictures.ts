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
