import { basename } from 'node:path'
import type { Page } from '@playwright/test'
import type { ExpertOpinion } from '@shared/domain/panel'
import { expect } from '../fixtures/test'
import { pick } from './controls'
import { hashOf } from './files'
import { goTo } from './person'
import { shoot } from './pictures'
import { openByPassphrase } from './protection'
import { cleanAlliance, voteWords } from './samples'

const verdictKeys = { conforms: '1', 'mostly-conforms': '2', 'does-not-conform': '3', 'cannot-tell': '4' } as const

/** The digits of this desk's key, to be read out to the division on the telephone. */
export async function readOwnFingerprint(page: Page): Promise<string> {
  await goTo(page, '设置')
  const note = await page.getByText(/签名指纹/u).innerText()
  return note.replace(/^.*签名指纹 /u, '')
}

/** Opens the assignment that lies in the exchange folder: what is in it first, then it is taken. */
export async function takeAssignment(page: Page, path: string): Promise<void> {
  await goTo(page, '评审任务')
  await page.getByRole('button', { name: `查看内容 ${basename(path)}` }).click()
  if (path.endsWith('.age')) await openByPassphrase(page)
  await expect(page.getByRole('heading', { name: '送审包里有什么' })).toBeVisible()
  await expect(page.getByText('第一次收到，指纹未确认：请打电话与对方核对')).toBeVisible()
  await expect(page.getByRole('cell', { name: cleanAlliance })).toBeVisible()
  await shoot(page, 'expert-dry-run')
  await page.getByRole('button', { name: '接收', exact: true }).click()
  await expect(page.getByRole('row', { name: new RegExp(cleanAlliance, 'u') })).toContainText('未声明')
}

/** Answers all eight grounds; none is answered beforehand. `exists`: the ground that there is, with its words. */
export async function declare(page: Page, exists: { readonly ground: number; readonly note: string } | null) {
  await page.getByRole('button', { name: `声明回避 ${cleanAlliance}` }).click()
  await expect(page.getByRole('heading', { name: '回避声明' })).toBeVisible()
  const grounds = await page.locator('.recusal-grounds').getByRole('radiogroup').all()
  expect(grounds).toHaveLength(8)
  for (const [index, ground] of grounds.entries()) {
    for (const answer of await ground.getByRole('radio').all()) await expect(answer).not.toBeChecked()
    await pick(ground, exists?.ground === index + 1 ? '有' : '无')
  }
  if (exists !== null) await page.getByLabel(`第 ${exists.ground} 项的说明`).fill(exists.note)
  await page.getByRole('checkbox', { name: /专家承诺/u }).check()
  await shoot(page, exists === null ? 'expert-declares-none' : 'expert-declares-ground')
  await page
    .getByRole('button', { name: exists === null ? '声明无上述情形，打开案卷' : '声明回避', exact: true })
    .click()
}

/** Judges one criterion by keys: page to the evidence, pin it, verdict, reason, on to the next. */
export async function judge(page: Page, item: ExpertOpinion['items'][number]): Promise<void> {
  const [evidence] = item.evidence
  if (evidence !== undefined) {
    await page
      .getByRole('navigation', { name: '材料' })
      .getByRole('button', { name: new RegExp(evidence.materialTitle.replaceAll(/[()（）]/gu, '.'), 'u') })
      .click()
    const pageNumber = page.getByLabel('页码')
    await expect(pageNumber).toBeVisible()
    await pageNumber.fill(String(evidence.page))
    await pageNumber.press('Enter')
    await expect(pageNumber).toHaveValue(String(evidence.page))
    await page.keyboard.press('Alt+p')
    const pin = page.getByRole('button', { name: `${evidence.materialTitle} 第${evidence.page}页`, exact: true })
    await expect(pin).toBeVisible()
  }
  const verdict = page.getByRole('complementary', { name: '评审' }).getByRole('radiogroup')
  for (const answer of await verdict.getByRole('radio').all()) await expect(answer).not.toBeChecked()
  await page.getByRole('region', { name: /的页面/u }).focus()
  await page.keyboard.press(verdictKeys[item.verdict])
  await expect(verdict.getByRole('radio', { checked: true })).toHaveCount(1)
  await page.getByRole('textbox', { name: '理由' }).fill(item.reason)
  await page.getByRole('textbox', { name: '理由' }).press('Control+Enter')
}

/** 总体意见 and the vote, then read through, sign with the mouse and seal. */
export async function voteSignAndSeal(page: Page, opinion: ExpertOpinion): Promise<void> {
  await page.getByRole('textbox', { name: '总体意见' }).fill(opinion.overall)
  await page.getByRole('textbox', { name: '存在问题' }).fill(opinion.problems)
  await page.getByRole('textbox', { name: '改进意见' }).fill(opinion.suggestions)
  for (const vote of Object.values(voteWords)) {
    await expect(page.getByRole('radio', { name: vote, exact: true })).not.toBeChecked()
  }
  await pick(page, voteWords[opinion.vote])
  await expect(page.getByText(/草稿已存本机/u)).toBeVisible()
  await shoot(page, 'expert-overall')
  await page.locator('.review-foot').getByRole('button', { name: '通读并封存' }).click()

  await expect(page.getByRole('button', { name: '封存', exact: true })).toBeDisabled()
  const pad = page.getByRole('img', { name: /签名处/u })
  await pad.scrollIntoViewIfNeeded()
  const box = (await pad.boundingBox())!
  for (const from of [40, 130, 220]) {
    await page.mouse.move(box.x + from, box.y + 40)
    await page.mouse.down()
    for (let step = 1; step <= 12; step += 1) await page.mouse.move(box.x + from + step * 5, box.y + 40 + step * 5)
    await page.mouse.up()
  }
  await expect(page.getByText('已写 3 笔')).toBeVisible()
  await page.getByRole('checkbox', { name: /我已通读/u }).check()
  await shoot(page, 'expert-signed')
  await page.getByRole('button', { name: '封存', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已封存：意见第 1 版' })).toBeVisible()
  await page.getByRole('button', { name: '回到全部案卷' }).click()
}

/** 导出评审意见包. @returns the written file, whose hash is the one that the screen shows */
export async function exportOpinion(page: Page): Promise<string> {
  await page.getByRole('button', { name: '导出评审意见包' }).click()
  await expect(page.getByText('已导出并回读核对，内容一致。可以拔出 U 盘。')).toBeVisible()
  const written = page.getByRole('status').filter({ hasText: '已导出并回读核对' })
  const path = await written.getByText(/\.lsb(\.age)?$/u).innerText()
  await expect(written.locator('.fingerprint')).toHaveText(await hashOf(path))
  await written.scrollIntoViewIfNeeded()
  await shoot(page, 'expert-exported')
  return path
}
