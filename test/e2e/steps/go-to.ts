import type { Page } from '@playwright/test'

/** Goes to a screen as a link does. */
export const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash
  }, `#${path}`)
