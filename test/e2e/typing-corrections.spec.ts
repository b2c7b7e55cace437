import { issueAssignment, sampleExperts } from '../helpers/assignment'
import { readSampleJson } from '../helpers/samples'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { expect, test } from './fixtures/test'
import { declareNone, openExpertDesk } from './steps/expert-desk'
import { goTo } from './steps/go-to'
import { beginDesk, todayInShanghai, type Person } from './steps/person'
import { shootEveryWay } from './steps/pictures'
import { bringReviewedBatch } from './steps/reviewed-batch'

test.afterAll(removeTemporaryFolders)

const person: Person = { role: 'division', name: '陈守玉（示例）', unit: '示例处', passphrase: '两个窗口 示例口令' }

test('a correction is given up: the sealed opinion is there, and what was written is kept', async ({ launchDesk }) => {
  const desk = await launchDesk('更正')
  const expert = sampleExperts[0]!
  await issueAssignment({ slugs: ['short-operation'], expert, folder: desk.folders.exchange, locked: false })
  const page = desk.page()
  await openExpertDesk(page, expert)
  await page.getByRole('button', { name: /查看内容/u }).click()
  await page.getByRole('button', { name: '接收', exact: true }).click()
  await declareNone(page)
  for (let step = 1; step <= 7; step += 1) {
    await page.getByRole('radio', { name: /1 符合/u }).check()
    await page.getByRole('textbox', { name: '理由' }).fill(`第${step}项理由（示例）`)
    await page.getByRole('button', { name: '保存并下一项' }).click()
  }
  await page.getByRole('textbox', { name: '总体意见' }).fill('同意（示例）')
  await page.getByRole('radio', { name: '同意', exact: true }).check()
  await page.locator('.review-foot').getByRole('button', { name: '通读并封存' }).click()
  await page.getByRole('radio', { name: '打印后手写签名' }).check()
  await page.getByRole('checkbox', { name: /我已通读/u }).check()
  await page.getByRole('button', { name: '封存', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已封存：意见第 1 版' })).toBeVisible()

  await page.getByRole('button', { name: '更正（封存为第 2 版）' }).click()
  await page.getByRole('textbox', { name: '理由' }).fill('更正中写的理由（示例）')
  await shootEveryWay(page, 'correction')
  // The sealed version is read and exported meanwhile.
  await page.getByRole('button', { name: '查看已封存的第 1 版' }).click()
  await expect(page.getByRole('textbox', { name: '理由' })).toHaveValue('第1项理由（示例）')
  await page.getByRole('button', { name: '回到更正稿' }).click()
  await expect(page.getByRole('textbox', { name: '理由' })).toHaveValue('更正中写的理由（示例）')
  await page.getByRole('button', { name: '全部案卷' }).click()
  await page.getByRole('radio', { name: /不加密/u }).check()
  await page.getByRole('button', { name: '导出评审意见包' }).click()
  await expect(page.getByText('已导出并回读核对，内容一致。可以拔出 U 盘。')).toBeVisible()

  await page.getByRole('button', { name: /^继续审阅/u }).click()
  await page.getByRole('button', { name: '放弃更正', exact: true }).click()
  await shootEveryWay(page, 'abandon-correction')
  await page.getByRole('button', { name: '放弃更正，回到已封存的一版' }).click()
  await expect(page.getByRole('heading', { name: '已封存：意见第 1 版' })).toBeVisible()
  await expect(page.getByRole('button', { name: '更正（封存为第 2 版）' })).toBeVisible()
  await page.getByRole('link', { name: /留存的文字/u }).click()
  await page.getByText(/放弃更正时留存/u).click()
  await expect(page.getByLabel('文字', { exact: true })).toHaveValue(/更正中写的理由（示例）/u)
})

test('so is the correction of the panel', async ({ launchDesk }) => {
  const desk = await launchDesk('专家组更正')
  const page = desk.page()
  await beginDesk(page, person)
  const { file } = await bringReviewedBatch(page, todayInShanghai())
  const panelId = (readSampleJson('opinions.json') as { readonly panel: { readonly id: string } }).panel.id
  await goTo(page, `/panels/${panelId}/opinion/${file.id}`)
  await expect(page.getByRole('heading', { name: '已封存的专家组意见' })).toBeVisible()
  await page.getByRole('button', { name: '更正（封存为第 2 稿）' }).click()
  const problems = page.getByLabel(/^存在问题/u)
  const sealed = await problems.inputValue()
  expect(sealed).not.toBe('')
  await problems.fill('更正中写的问题（示例）')
  await expect(page.getByRole('button', { name: '预览正式件并导出' })).toBeVisible()
  await shootEveryWay(page, 'panel-correction')
  await page.getByRole('button', { name: '放弃更正', exact: true }).click()
  await page.getByRole('button', { name: '放弃更正，回到已封存的一版' }).click()
  await expect(page.getByRole('heading', { name: '已封存的专家组意见' })).toBeVisible()
  await shootEveryWay(page, 'panel-sealed')
  await expect(page.getByText(/放弃更正时留存/u)).toBeVisible()
})
