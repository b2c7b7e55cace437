import { composeText } from './fixtures/compose-text'
import { expect, test } from './fixtures/test'
import { keepRecoveryKey } from './steps/person'

test('the first run asks whose desk it is, opens it, and knows it again after a restart', async ({ launchDesk }) => {
  const desk = await launchDesk('处室')
  let page = desk.page()
  await expect(page.getByRole('heading', { name: '欢迎使用联审' })).toBeVisible()

  await page.getByRole('radio', { name: /处室工作台/u }).check()
  await page.getByLabel('使用人姓名').focus()
  await composeText(page, 'chenshouyu', '陈守玉（示例）')
  // The key that took the candidate did not send the form.
  await expect(page.getByText('请填写单位。')).toHaveCount(0)
  await expect(page.getByLabel('使用人姓名')).toHaveValue('陈守玉（示例）')
  await page.getByLabel('所在单位').fill('示例科学技术厅政策法规处')
  await page.getByLabel('口令（至少 8 个字符）').fill('第一把 钥匙 示例')
  await page.getByLabel('再输入一次口令').fill('第一把 钥匙 示例')
  await page.getByRole('button', { name: '建立并打开工作台' }).click()
  await keepRecoveryKey(page)
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()

  await desk.restart('killed')
  page = desk.page()
  await expect(page.getByRole('heading', { name: '请输入口令' })).toBeVisible()
  await page.getByLabel('口令').fill('另一把 钥匙 示例')
  await page.getByRole('button', { name: '打开工作台' }).click()
  await expect(page.getByText('口令不对')).toBeVisible()
  await page.getByLabel('口令').fill('第一把 钥匙 示例')
  await page.getByRole('button', { name: '打开工作台' }).click()
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
})

test('three desks are open at once, each with its own profile', async ({ launchDesk }) => {
  const desks = [await launchDesk('处室'), await launchDesk('专家甲'), await launchDesk('专家乙')]
  for (const desk of desks) {
    await expect(desk.page().getByRole('heading', { name: '欢迎使用联审' })).toBeVisible()
  }
  expect(new Set(desks.map((desk) => desk.page().url())).size).toBe(desks.length)
})
