import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Expert } from '@shared/domain/panel'
import { expect } from '../fixtures/test'
import { choose } from './controls'
import { hashesUnder } from './files'
import { goTo } from './person'
import { shoot } from './pictures'

const dryRunOf = (page: Page, path: string) =>
  page.getByRole('heading', { name: `试导入：${basename(path)}` }).locator('xpath=ancestor::section[1]')

async function openDryRun(page: Page, path: string) {
  await page.getByRole('button', { name: '重新列出' }).click()
  await page
    .getByRole('row', { name: new RegExp(`^${basename(path).replaceAll('.', '\\.')}`, 'u') })
    .getByRole('button', { name: '试导入' })
    .click()
  const dryRun = dryRunOf(page, path)
  await expect(dryRun).toBeVisible()
  return dryRun
}

/**
 * Takes an opinion bundle from the exchange folder. `fingerprint`: as the expert reads it out, to confirm the key
 * first.
 */
export async function takeOpinion(page: Page, path: string, expert: Expert, fingerprint: string | null) {
  await goTo(page, '往来文件')
  const dryRun = await openDryRun(page, path)
  await expect(dryRun).toContainText(`${expert.name}（${expert.unitName}）`)
  await expect(dryRun.getByText('未确认', { exact: true })).toBeVisible()
  if (fingerprint !== null) {
    await expect(dryRun.locator('.fingerprint')).toHaveText(fingerprint)
    await choose(dryRun, '对应名册中的专家', `${expert.name}（${expert.unitName}） · 同名`, expert.name)
    await dryRun.getByRole('checkbox', { name: '已与本人核对，数字一致' }).check()
    await shoot(page, 'dry-run-of-opinion')
    await dryRun.getByRole('button', { name: '确认这把钥匙' }).click()
    await expect(dryRun.getByText('指纹已核对')).toBeVisible()
  }
  await dryRun.getByRole('button', { name: '收下' }).click()
  await expect(page.getByText(new RegExp(`已收下“${basename(path)}”，新增 \\d+ 条记录。`, 'u'))).toBeVisible()
}

/** The same file once more: said to be known, and nothing to take. */
export async function takeAgain(page: Page, path: string): Promise<void> {
  const dryRun = await openDryRun(page, path)
  await expect(dryRun.getByText(/已导入于 .*，无变化。/u)).toBeVisible()
  await expect(dryRun.getByRole('button', { name: '收下' })).toBeDisabled()
  await dryRun.getByRole('button', { name: '不收，关闭' }).click()
  await expect(dryRun).toBeHidden()
}

/** A copy with one byte turned: refused by name, and not one byte of the desk changes. */
export async function refuseTampered(page: Page, path: string, profile: string): Promise<void> {
  const bytes = await readFile(path)
  const middle = bytes.length >> 1
  bytes[middle] = bytes[middle]! ^ 0x01
  const tampered = join(path, '..', `改动过-${basename(path)}`)
  await writeFile(tampered, bytes)
  const before = await contentsOf(profile)
  await page.locator('input[type=file]').setInputFiles(tampered)
  const refusal = page.getByRole('alert').filter({ hasText: basename(tampered) })
  await expect(refusal).toBeVisible()
  await expect(refusal).toContainText(/请/u)
  await expect(page.getByRole('button', { name: '收下' })).toHaveCount(0)
  await shoot(page, 'tampered-refused')
  expect(await contentsOf(profile)).toEqual(before)
}

/** Everything that a profile holds; its lock is renewed as long as the desk is open. */
const contentsOf = async (profile: string) =>
  Object.fromEntries(Object.entries(await hashesUnder(profile)).filter(([name]) => !/^lock(?:-\d+)?$/u.test(name)))
