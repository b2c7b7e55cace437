import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds on the screen as it stands that is serious, critical or moderate: its rule, and where. Pages of
 * materials are not ours.
 */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Evaluated, not added as a script: the policy of the page lets none in.
  await page.evaluate(`${source};undefined`)
  return page.evaluate(async () => {
    type Result = { id: string; impact: string | null; nodes: { target: unknown[]; failureSummary?: string }[] }
    const { axe } = globalThis as unknown as {
      axe: { run: (where: object, options: object) => Promise<{ violations: Result[] }> }
    }
    const { violations } = await axe.run({ exclude: ['.pdf-text'] }, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact !== 'minor' && impact !== null)
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
      )
  })
}
