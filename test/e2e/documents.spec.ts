import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import PizZip from 'pizzip'
import { pdfPageTexts } from '../helpers/sample-pdf-text'
import { expect, test, type Desk } from './fixtures/test'
import { hashOf } from './steps/files'
import { exportPaper, verifyAll } from './steps/paper'
import { beginDesk, goTo, todayInShanghai, type Person } from './steps/person'
import { shoot } from './steps/pictures'
import { bringReviewedBatch, type ReviewedBatch } from './steps/reviewed-batch'

const division: Person = {
  role: 'division',
  name: '陈守玉（示例）',
  unit: '示例科学技术厅政策法规处',
  passphrase: '第一把 钥匙 示例',
}
const today = todayInShanghai()
const officesOwn = '现将名单予以公布，请认真组织实施（示例改写）。'

async function openOffice(desk: Desk): Promise<ReviewedBatch> {
  const page = desk.page()
  await beginDesk(page, division)
  const brought = await bringReviewedBatch(page, today)
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  return brought
}

async function openDocuments(page: Page, dossierId: string): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/dossiers/${id}?tab=documents`
  }, dossierId)
  await expect(page.getByRole('heading', { name: '可以制作的文书' })).toBeVisible()
}

/** One document from its row: asked for what only a person can say, previewed, written. @returns PDF, DOCX and .p7s */
async function make(page: Page, document: string, typed: Readonly<Record<string, string>>) {
  await page.getByRole('button', { name: `预览 ${document}` }).click()
  // A paper that asks nothing is shown at once.
  if (Object.keys(typed).length === 0) return exportPaper(page, document)
  const form = page.getByRole('dialog')
  await expect(form).toBeVisible()
  for (const [label, value] of Object.entries(typed)) await form.getByLabel(label).fill(value)
  await shoot(page, `form-${document}`)
  await form.getByRole('button', { name: /^预\s?览$/u }).click()
  return exportPaper(page, document)
}

const openBatch = async (page: Page, { batch }: ReviewedBatch) => {
  await page.evaluate((id) => {
    location.hash = `#/batches/${id}`
  }, batch.id)
  await expect(page.getByRole('region', { name: '整批导出' })).toBeVisible()
}

const textOf = async (path: string): Promise<string> => (await pdfPageTexts(await readFile(path))).join('')

test('documents of a dossier are written as they were previewed, each with its signature', async ({ launchDesk }) => {
  const desk = await launchDesk('处室')
  const page = desk.page()
  const { file, lacking } = await openOffice(desk)

  await openDocuments(page, lacking.id)
  await shoot(page, 'documents-lacking')
  const notice = await make(page, '材料补正通知', { 文书日期: today })
  expect(await textOf(notice[0]!)).toContain('组建必要性说明')

  await openDocuments(page, file.id)
  await shoot(page, 'documents-in-batch')
  const tally = await make(page, '表决统计表', {})
  const minutes = await make(page, '评审会议记录', {
    主持人: '严伯衡（示例）',
    记录人: '李示例',
    联盟汇报和答疑情况: '联盟理事长单位汇报了组建情况，专家逐项提问。',
    讨论情况: '专家围绕知识产权归属和经费管理进行了讨论。',
  })
  expect(await textOf(minutes[0]!)).toContain('专家围绕知识产权归属和经费管理进行了讨论。')
  const index = await make(page, '归档目录', { 立卷人: '李示例', 文书日期: today })
  // The index names what was written before it, by hash.
  expect(await textOf(index[0]!)).toContain(await hashOf(minutes[0]!))
  for (const document of ['表决统计表', '评审会议记录', '归档目录']) {
    await expect(page.getByRole('listitem').filter({ hasText: document })).toHaveCount(1)
  }
  await shoot(page, 'documents-written')
  await verifyAll([...notice, ...tally, ...minutes, ...index])
})

test('the office changes the words of the notice, shows the batch to the public, and exports all of it', async ({
  launchDesk,
}) => {
  const desk = await launchDesk('处室')
  const page = desk.page()
  const brought = await openOffice(desk)
  const { exchange } = desk.folders

  await test.step('settings: 公示 on', async () => {
    await openBatch(page, brought)
    await expect(page.getByRole('button', { name: '制作公示' })).toHaveCount(0)
    await goTo(page, '设置')
    await page.getByRole('checkbox', { name: '公布之前先公示' }).check()
    await page.getByRole('button', { name: '保存设置' }).click()
    await expect(page.getByText('设置已保存。')).toBeVisible()
  })
  await test.step('settings: words of the notice', () => changeWords(page, exchange))
  await test.step('batch: 公示', async () => {
    await openBatch(page, brought)
    await shoot(page, 'batch')
    const display = page.getByRole('region', { name: '公示和异议' })
    await display.getByRole('textbox', { name: '公示开始日期' }).fill(today)
    await display.getByRole('textbox', { name: '受理异议的部门和联系方式' }).fill('政策法规处，028-00000000（示例）')
    await display.getByRole('textbox', { name: '监督部门和联系方式' }).fill('机关纪委，028-00000001（示例）')
    await display.getByRole('button', { name: '登记公示' }).click()
    await expect(display.getByText(/^公示中：/u)).toBeVisible()
    await page.getByRole('button', { name: '制作公示' }).first().click()
    const form = page.getByRole('dialog')
    await form.getByRole('button', { name: /^预\s?览$/u }).click()
    await expect(form.getByRole('alert')).toContainText('缺少：')
    await form.getByRole('textbox', { name: '文书日期' }).fill(today)
    await form.getByRole('button', { name: /^预\s?览$/u }).click()
    const written = await exportPaper(page, 'public-display')
    expect(await textOf(written[0]!)).toContain('政策法规处，028-00000000（示例）')
    await verifyAll(written)
  })
  await test.step('batch: everything, cancelled and then written', async () => {
    const before = (await readdir(exchange)).toSorted()
    const part = page.getByRole('region', { name: '整批导出' })
    await part.getByLabel('立卷人').fill('李示例')
    await part.getByLabel('立卷日期').fill(today)
    await part.getByRole('button', { name: '导出整批文书' }).click()
    await expect(part.getByText(/^第 [3-9] \/ 10 份：/u)).toBeVisible({ timeout: 60_000 })
    await shoot(page, 'batch-exporting')
    await part.getByRole('button', { name: '取消导出' }).click()
    await expect(part.getByText('已取消，没有写出任何文件。')).toBeVisible()
    expect((await readdir(exchange)).toSorted()).toEqual(before)

    await part.getByRole('button', { name: '导出整批文书' }).click()
    await expect(part.getByText('10 份文书已写入新文件夹并登记。可以拔出 U 盘。')).toBeVisible({ timeout: 120_000 })
    await shoot(page, 'batch-exported')
    const added = (await readdir(exchange)).filter((name) => !before.includes(name))
    expect(added).toEqual([`第1批-${today}`])
    const folder = join(exchange, added[0]!)
    const names = await readdir(folder)
    expect(names).toHaveLength(30)
    const shown = await part.getByRole('status').locator('.path').allInnerTexts()
    expect(shown.map((path) => basename(path)).toSorted()).toEqual(names.toSorted())
    const notice = names.find((name) => /公布通知.*\.pdf$/u.test(name))!
    expect(await textOf(join(folder, notice))).toContain(officesOwn)
    // The index was set last and states the hash of every other file.
    const index = await textOf(
      join(
        folder,
        names.find((name) => /归档目录.*\.pdf$/u.test(name))!,
      ),
    )
    for (const name of names.filter((item) => !item.includes('归档目录'))) {
      expect(index).toContain(await hashOf(join(folder, name)))
    }
    await verifyAll(names.map((name) => join(folder, name)))
  })
})

/** 公文模板: from the starting file, as staff would in Word; one with a tag that nobody knows is refused first. */
async function changeWords(page: Page, exchange: string): Promise<void> {
  await page.getByRole('button', { name: '更换公布通知的文字' }).click()
  const dialog = page.getByRole('dialog', { name: '更换公布通知的文字' })
  await dialog.getByRole('button', { name: '取起始模板' }).click()
  const start = await dialog.getByRole('status').locator('.path').innerText()
  await shoot(page, 'template-start')
  const upload = async (name: string, change: (xml: string) => string) => {
    const path = join(exchange, name)
    await writeFile(path, rewritten(await readFile(start), change))
    await dialog.locator('input[type=file]').setInputFiles(path)
  }
  await upload('标签写错.docx', (xml) => xml.replace('</w:t></w:r></w:p><w:sectPr', '{{联系电话}}$&'))
  await expect(dialog.getByRole('alert')).toContainText('不认识的标签 联系电话')
  await expect(dialog.getByRole('button', { name: '启用为第 1 版' })).toBeDisabled()
  await shoot(page, 'template-refused')
  await upload('本单位通知.docx', (xml) => xml.replace('</w:t></w:r></w:p><w:sectPr', `${officesOwn}$&`))
  await expect(dialog.locator('.letter-words')).toContainText(officesOwn)
  await shoot(page, 'template-read')
  await dialog.getByRole('button', { name: '启用为第 1 版' }).click()
  await expect(dialog.getByText(/已启用第 1 版/u)).toBeVisible()
  await dialog
    .locator('.ant-modal-footer')
    .getByRole('button', { name: /关\s?闭/u })
    .click()
  await expect(page.getByRole('row', { name: /^公布通知/u })).toContainText('第 1 版：本单位通知.docx')
  await shoot(page, 'templates')
}

/** The file with the XML of its text changed; every other part stays. */
function rewritten(bytes: Buffer, change: (xml: string) => string): Uint8Array {
  const zip = new PizZip(bytes)
  const part = 'word/document.xml'
  const before = zip.file(part)!.asText()
  const after = change(before)
  expect(after).not.toBe(before)
  zip.file(part, after)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
