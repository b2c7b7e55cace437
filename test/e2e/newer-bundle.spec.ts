import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeBundle, makeIdentity, rework, writeRecords } from '../integration/host/bundle-fixture'
import { action, dossierId, dossierSaved, panelSaved } from '../integration/host/review-actions'
import { expect, test } from './fixtures/test'
import { pick } from './steps/controls'
import { beginDesk, goTo } from './steps/person'
import { shoot } from './steps/pictures'
import { overflowToTheRight } from './steps/screens'

const division = {
  role: 'division',
  name: '陈守玉（示例）',
  unit: '示例科学技术厅政策法规处',
  passphrase: '第一把 钥匙 示例',
} as const
const fileName = '新版写出.lsb'

/** A dossier bundle as a newer minor version writes it. */
async function newerBundle(): Promise<Uint8Array> {
  const sender = await makeIdentity('division', '李守正（示例）')
  const panel = panelSaved()
  const gift = action('gift.given' as never, { dossierId })
  const chairs = action('panel.saved', { ...panel.payload, chairs: [] })
  const plain = await makeBundle({
    kind: 'dossier',
    from: sender,
    records: writeRecords(sender, [dossierSaved(1), chairs, gift, gift]),
  })
  return rework(
    plain,
    sender,
    (entries) => [...entries, { name: 'more/seals/one.json', bytes: Buffer.from('{}') }],
    (manifest) => ({ ...manifest, format: 'lianshen/1.4', hint: 1 }),
  )
}

async function display(page: Page, choice: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/settings'
  })
  await pick(page.getByRole('main'), choice)
}

async function tryImport(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/exchange'
  })
  await page.getByRole('row').filter({ hasText: fileName }).getByRole('button', { name }).click()
}

test('a bundle of a newer version is shown with what is not understood, and cannot be taken in', async ({
  launchDesk,
}) => {
  const desk = await launchDesk('处室')
  const page = desk.page()
  await beginDesk(page, division)
  await writeFile(join(desk.folders.exchange, fileName), await newerBundle())
  await goTo(page, '往来文件')
  await page.getByRole('button', { name: '重新列出' }).click()
  await tryImport(page, '试导入')
  await expect(page.getByText('这个联审包由更新版本的联审写出（lianshen/1.4），只能查看，不能收下。')).toBeVisible()
  await expect(page.getByText('more/seals/one.json')).toBeVisible()
  await expect(page.getByRole('columnheader', { name: '仅供查看' })).toBeVisible()
  await expect(page.getByRole('button', { name: '收下' })).toBeDisabled()
  await shoot(page, 'newer-zh')
  await page.getByRole('button', { name: /拒收说明/u }).click()
  await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible()
  await shoot(page, 'newer-slip')
  await page.keyboard.press('Escape')
  await display(page, '深色')
  await tryImport(page, '试导入')
  await expect(page.getByText('more/seals/one.json')).toBeVisible()
  await shoot(page, 'newer-dark')
  await display(page, '200 %')
  await tryImport(page, '试导入')
  await expect(page.getByText('more/seals/one.json')).toBeVisible()
  expect(await overflowToTheRight(page)).toBe(0)
  await shoot(page, 'newer-200')
  await display(page, '100 %')
  await display(page, 'English')
  await tryImport(page, 'Try')
  await expect(page.getByText(/A newer Lianshen wrote this bundle/u)).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'View only' })).toBeVisible()
  await shoot(page, 'newer-en')
})
