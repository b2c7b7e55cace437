import type { Page } from '@playwright/test'
import type { Expert } from '@shared/domain/panel'
import { expect } from '../fixtures/test'
import { keepRecoveryKey } from './person'

/** The passphrase of the expert's desk in these specs. */
export const expertPassphrase = '第一把 钥匙 示例'

/** Sets up an expert's desk and comes to the list of dossiers. */
export async function openExpertDesk(page: Page, { name, unitName }: Pick<Expert, 'name' | 'unitName'>): Promise<void> {
  await page.getByRole('radio', { name: /专家工作台/u }).check()
  await page.getByLabel('使用人姓名').fill(name)
  await page.getByLabel('所在单位').fill(unitName)
  await page.getByLabel('口令（至少 8 个字符）').fill(expertPassphrase)
  await page.getByLabel('再输入一次口令').fill(expertPassphrase)
  await page.getByRole('button', { name: '建立并打开工作台' }).click()
  await keepRecoveryKey(page)
  await expect(page.getByRole('heading', { name: '我的案卷' })).toBeVisible()
}

/** Declares that none of the grounds exists, none being answered beforehand, and opens the dossier. */
export async function declareNone(page: Page, alliance = ''): Promise<void> {
  await page.getByRole('button', { name: `声明回避 ${alliance}` }).click()
  for (const none of await page.getByRole('radio', { name: '无' }).all()) {
    await expect(none).not.toBeChecked()
    await none.check()
  }
  await page.getByRole('checkbox', { name: /专家承诺/u }).check()
  await page.getByRole('button', { name: '声明无上述情形，打开案卷' }).click()
}
