import type { Page } from '@playwright/test'
import { expect } from '../fixtures/test'

/** Told on the telephone, never written on the stick. */
export const filePassphrase = '电话里说的口令 示例'

/** First contact: nothing is preset but the passphrase, and nothing goes out before it is there. */
export async function protectByPassphrase(page: Page, exportButton: string): Promise<void> {
  await expect(page.getByRole('radio', { name: '用口令加密' })).toBeChecked()
  await expect(page.getByRole('button', { name: exportButton })).toBeDisabled()
  await page.getByLabel(/^文件口令/u).fill(filePassphrase)
}

/** In the open, which has to be chosen. */
export async function leaveInTheOpen(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^不加密/u }).check()
  await expect(page.getByText('文件不加密：拿到这个文件的人都能读到里面的内容。')).toBeVisible()
}

/** Answers the question for the passphrase of a file that was just opened. */
export async function openByPassphrase(page: Page): Promise<void> {
  await page.getByLabel('文件口令', { exact: true }).fill(filePassphrase)
  await page.getByRole('button', { name: '打开', exact: true }).click()
}
