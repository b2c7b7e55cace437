import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures/test'

/** Opens a list under its label and takes the option with these words; in a long list after typing `search`. */
export async function choose(
  within: Page | Locator,
  label: string | RegExp,
  option: string | RegExp,
  search?: string,
): Promise<void> {
  const box = within.getByRole('combobox', { name: label })
  await box.click()
  if (search !== undefined) await box.fill(search)
  await (await optionOf(box, option)).click()
}

/** The option of the very list that this box opened: another one may still be closing. */
async function optionOf(box: Locator, words: string | RegExp): Promise<Locator> {
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  const id = (await box.getAttribute('aria-controls')) ?? ''
  return box
    .page()
    .locator('.ant-select-dropdown')
    .filter({ has: box.page().locator(`[id="${id}"]`) })
    .locator('.ant-select-item-option')
    .filter({ hasText: words })
    .first()
}

/** Types into a list that takes several, each taken with Enter as a person would. */
export async function chooseSeveral(page: Page, label: string, options: readonly string[]): Promise<void> {
  const box = page.getByRole('combobox', { name: label })
  await box.click()
  for (const option of options) {
    await box.fill(option)
    await (await optionOf(box, option)).waitFor()
    await box.press('Enter')
    await expect(page.locator('.ant-select-selection-item').filter({ hasText: option })).toBeVisible()
  }
  await box.press('Escape')
}

/** Drops files on a place as from a file manager: the page gets a drop with the very bytes. */
export async function dropFiles(
  page: Page,
  place: Locator,
  files: readonly { readonly name: string; readonly bytes: Buffer; readonly type: string }[],
): Promise<void> {
  const transfer = await page.evaluateHandle(
    (items) => {
      const data = new DataTransfer()
      for (const { name, base64, type } of items) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], name, { type }))
      }
      return data
    },
    files.map(({ name, bytes, type }) => ({ name, base64: bytes.toString('base64'), type })),
  )
  await place.dispatchEvent('dragover', { dataTransfer: transfer })
  await place.dispatchEvent('drop', { dataTransfer: transfer })
  await transfer.dispose()
}

/**
 * Chooses by the keyboard: focus, then the space bar. Works for radios drawn as buttons, whose input takes no click.
 */
export async function pick(within: Page | Locator, name: string): Promise<void> {
  const radio = within.getByRole('radio', { name, exact: true })
  await radio.focus()
  await radio.press('Space')
  await expect(radio).toBeChecked()
}
