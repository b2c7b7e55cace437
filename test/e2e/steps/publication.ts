import type { Page } from '@playwright/test'
import { expect } from '../fixtures/test'
import { chooseSeveral, pick } from './controls'
import { exportPaper } from './paper'
import { goTo } from './person'
import { shoot } from './pictures'
import { cleanAlliance, sampleReview } from './samples'

/** 会商 (Art. 13). */
export async function consult(page: Page, on: string): Promise<void> {
  const { minutesNo, note } = sampleReview.consultation
  await goTo(page, '会商')
  await page.getByLabel('会商日期').fill(on)
  await page.getByLabel('纪要号').fill(minutesNo)
  await chooseSeveral(page, '到会单位', ['四川省科学技术厅'])
  const item = page.getByRole('region', { name: cleanAlliance })
  await pick(item, '确定')
  await item.getByLabel('说明').fill(note)
  await shoot(page, 'consultation')
  await page.getByRole('button', { name: '记录会商结果' }).click()
  const readBack = page.getByRole('group', { name: '读回核对' })
  for (const words of [on, minutesNo, cleanAlliance, `确定；第`]) await expect(readBack).toContainText(words)
  await shoot(page, 'consultation-read-back')
  await page.getByRole('button', { name: '确认记录会商结果' }).click()
  await expect(page.getByText('1 件案卷')).toBeVisible()
}

/** 批次公布 (Art. 14): read back, previewed, exported, published. @returns the written notice */
export async function publish(page: Page, on: string): Promise<readonly string[]> {
  const { docNo, addressee, printedBy, note } = sampleReview.notice
  await goTo(page, '批次公布')
  await page.getByRole('button', { name: '新建批次' }).click()
  await page.getByRole('listitem').filter({ hasText: cleanAlliance }).getByRole('button', { name: '列入' }).click()
  await page.getByLabel('发文字号').fill(docNo)
  await page.getByLabel('主送').fill(addressee)
  await page.getByLabel('抄送').fill('各试点联盟理事长单位（示例）')
  await page.getByLabel('印发机关').fill(printedBy)
  await page.getByLabel('附注').fill(note)
  await page.getByLabel('成文日期').fill(on)
  await page.getByLabel('印发日期').fill(on)
  const bodies = ['发展改革', '经济和信息化', '教育', '财政', '国有资产监督管理']
  for (const [index, body] of bodies.entries()) {
    await page.getByLabel(`联合发文单位（主办在前） ${index + 2}`).fill(`四川省示例${body}部门`)
  }
  const readBack = page.getByRole('region', { name: '读回核对' })
  await expect(readBack).toContainText('本批共 1 个联盟')
  await expect(readBack).toContainText(cleanAlliance)
  await expect(readBack).toContainText(`试点期：${on} 至 `)
  await page.getByRole('button', { name: '保存批次' }).click()
  await expect(page.getByText('有改动还没有保存（草稿已存）。')).toBeHidden()
  await shoot(page, 'batch')
  await page.getByRole('button', { name: '预览正式件并导出' }).click()
  const papers = await exportPaper(page, 'notice')
  await page.getByRole('button', { name: '公布，开始试点' }).click()
  const asked = page.getByRole('group', { name: '读回核对' })
  for (const words of [docNo, cleanAlliance, '四川省科学技术厅', on]) await expect(asked).toContainText(words)
  await shoot(page, 'batch-read-back')
  await page.getByRole('button', { name: '确认公布，开始试点' }).click()
  await expect(page.getByText('已公布。')).toBeVisible()
  await shoot(page, 'batch-published')
  return papers
}
