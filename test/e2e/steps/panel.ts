import type { Page } from '@playwright/test'
import type { Expert } from '@shared/domain/panel'
import { expect } from '../fixtures/test'
import { chooseSeveral, pick } from './controls'
import { goTo } from './person'
import { shoot } from './pictures'
import { leaveInTheOpen, protectByPassphrase } from './protection'
import { cleanAlliance } from './samples'

export const panelTitle = '示例钒钛联盟试点综合审核会（示例）'

/** 专家评审: the sample roster, seven members, the dossier put before them. */
export async function convenePanel(page: Page, experts: readonly Expert[], heldOn: string): Promise<void> {
  await goTo(page, '专家评审')
  await page.getByRole('button', { name: /装入示例专家/u }).click()
  await expect(page.getByRole('cell', { name: experts[0]!.name, exact: true })).toBeVisible()
  await page.getByRole('button', { name: '新建评审会' }).click()
  await page.getByLabel('会议名称').fill(panelTitle)
  await chooseSeveral(page, '评审案卷', [cleanAlliance])
  await page.getByLabel('评审日期').fill(heldOn)
  await page.getByLabel('地点').fill('成都市示例会议中心201室')
  await page.getByRole('checkbox', { name: '听取了联盟情况介绍' }).check()
  await chooseSeveral(
    page,
    '从名册中选定成员',
    experts.map((expert) => expert.name),
  )
  await shoot(page, 'panel-members')
  await page.getByRole('button', { name: '保存评审会' }).click()
  await expect(page.getByRole('heading', { name: panelTitle })).toBeVisible()
  await page.getByRole('button', { name: '提交专家组' }).click()
  await expect(page.getByRole('button', { name: '提交专家组' })).toBeHidden()
}

/**
 * 送审: one bundle for each, by passphrase unless told otherwise, read back after writing.
 * @returns the paths as the screen names them
 */
export async function sendAssignments(
  page: Page,
  experts: readonly Expert[],
  dueOn: string,
  protection: 'passphrase' | 'none' = 'passphrase',
): Promise<string[]> {
  await page.getByLabel('请于此日前交回').fill(dueOn)
  const exportAll = `为 ${experts.length} 位专家导出送审包`
  await (protection === 'none' ? leaveInTheOpen(page) : protectByPassphrase(page, exportAll))
  await page.getByRole('button', { name: exportAll }).click()
  const written = page.getByRole('status').filter({ hasText: `已导出并回读核对：${experts.length} 个文件` })
  await expect(written).toBeVisible({ timeout: 60_000 })
  await written.scrollIntoViewIfNeeded()
  await shoot(page, 'assignments-written')
  return written.locator('.path').allInnerTexts()
}

/** After the meeting: who came, and whom they elected. */
export async function recordMeeting(page: Page, experts: readonly Expert[], leader: Expert): Promise<void> {
  await goTo(page, '专家评审')
  await page.getByRole('link', { name: panelTitle }).click()
  for (const { name } of experts) {
    await pick(page.getByRole('radiogroup', { name: `${name}是否到会` }), '到会')
  }
  await page.getByRole('radio', { name: `推选${leader.name}为组长` }).check()
  await page.getByRole('button', { name: '保存评审会' }).click()
  await expect(page.getByText('有改动还没有保存（草稿已存）。保存后才能送审和出具意见。')).toBeHidden()
}

/** 回避: a person decides on what an expert declared. */
export async function decideRecusal(page: Page, expert: Expert, reason: string): Promise<void> {
  const line = page.locator('.recusal-line').filter({ hasText: expert.name })
  await expect(line).toContainText('声明有：任职兼职于成员单位')
  // The line of the dossier that matches the expert's unit is shown; it decides nothing.
  await expect(line).toContainText(`专家的“${expert.unitName}”`)
  await line.getByRole('button', { name: '作出决定' }).click()
  await pick(line, '回避')
  await line.getByLabel('理由').fill(reason)
  await line.getByRole('button', { name: '记下决定' }).click()
  await expect(line).toContainText(reason)
  await line.scrollIntoViewIfNeeded()
  await shoot(page, 'recusal-decided')
}
