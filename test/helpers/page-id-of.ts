import type { Page } from '@playwright/test'
import { pageHeader } from '@shared/ipc/wire'

const known = new WeakMap<Page, { readonly document: string; readonly id: string }>()

/** The id by which a page of the browser shell names itself until it is loaded anew. */
export async function pageIdOf(page: Page): Promise<string> {
  const document = String(await page.evaluate(() => performance.timeOrigin))
  const before = known.get(page)
  if (before?.document === document) return before.id
  const asked = page.waitForRequest((request) => request.headers()[pageHeader] !== undefined)
  // A page that closes now says so below, and not beside it, where nobody listens.
  asked.catch(() => undefined)
  // Who comes back to a window is told how the disk stands.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  const id = (await asked).headers()[pageHeader]!
  known.set(page, { document, id })
  return id
}
