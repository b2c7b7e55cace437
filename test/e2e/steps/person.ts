import type { Page } from '@playwright/test'
import { expect } from '../fixtures/test'

export type Person = {
  readonly role: 'division' | 'expert'
  readonly name: string
  readonly unit: string
  readonly passphrase: string
}

/** First run: whose desk this is, then the desk opens. Answers its recovery key. */
export async function beginDesk(page: Page, { role, name, unit, passphrase }: Person): Promise<string> {
  await page.getByRole('radio', { name: role === 'division' ? /处室工作台/u : /专家工作台/u }).check()
  await page.getByLabel('使用人姓名').fill(name)
  await page.getByLabel('所在单位').fill(unit)
  await page.getByLabel('口令（至少 8 个字符）').fill(passphrase)
  await page.getByLabel('再输入一次口令').fill(passphrase)
  await page.getByRole('button', { name: '建立并打开工作台' }).click()
  const recoveryKey = await keepRecoveryKey(page)
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  return recoveryKey
}

/** The recovery key is shown once; the desk opens after two of its groups were typed from the paper. */
export async function keepRecoveryKey(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { name: '恢复密钥' })).toBeVisible()
  const groups = await page.getByRole('list', { name: '恢复密钥，共 13 组' }).locator('code').allInnerTexts()
  for (const field of await page.getByLabel(/^第 \d+ 组$/u).all()) {
    const number = Number(/\d+/u.exec((await field.getAttribute('id')) ?? '')?.[0])
    await field.fill((groups[number] ?? '').toLowerCase())
  }
  await page.getByRole('button', { name: '我已存好' }).click()
  return groups.join('-')
}

/** After a restart: a wrong passphrase is said to be wrong and opens nothing; then the right one and Enter. */
export async function unlockDesk(page: Page, { passphrase }: Person): Promise<void> {
  await page.getByLabel('口令').fill(`${passphrase}？`)
  await page.getByLabel('口令').press('Enter')
  await expect(page.getByText(/^口令不对。/u)).toBeVisible()
  await expect(page.getByRole('navigation', { name: '主导航' })).toHaveCount(0)
  await page.getByLabel('口令').fill(passphrase)
  await page.getByLabel('口令').press('Enter')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
}

/** A place of the main navigation. */
export async function goTo(page: Page, place: string): Promise<void> {
  const link = page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: place })
  await link.click()
  // The link is told as the current one together with the page; until then the page before still stands there.
  await expect(link).toHaveAttribute('aria-current', 'page')
}

/** The day of the desks, which run in Shanghai's time: YYYY-MM-DD. */
export const todayInShanghai = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
