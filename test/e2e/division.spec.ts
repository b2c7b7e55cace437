import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { composeText } from './fixtures/compose-text'
import { expect, test } from './fixtures/test'
import { keepRecoveryKey } from './steps/person'

const passphrase = '第一把 钥匙 示例'
const alliance = '四川省示例储氢材料产业技术创新战略联盟'
const materials = 'resources/samples/vanadium-clean/materials'

async function openDivisionDesk(page: Page) {
  await page.getByRole('radio', { name: /处室工作台/u }).check()
  await page.getByLabel('使用人姓名').fill('陈守玉（示例）')
  await page.getByLabel('所在单位').fill('示例科学技术厅政策法规处')
  await page.getByLabel('口令（至少 8 个字符）').fill(passphrase)
  await page.getByLabel('再输入一次口令').fill(passphrase)
  await page.getByRole('button', { name: '建立并打开工作台' }).click()
  await keepRecoveryKey(page)
  await expect(page.getByText('这里列出受理和评审的全部案卷', { exact: false })).toBeVisible()
}

const unlock = async (page: Page) => {
  await page.getByLabel('口令').fill(passphrase)
  await page.getByRole('button', { name: '打开工作台' }).click()
}

test('a dossier entered by form survives a power cut before it was saved, and is saved as typed', async ({
  launchDesk,
}) => {
  const desk = await launchDesk('处室')
  let page = desk.page()
  await openDivisionDesk(page)
  await page.getByRole('button', { name: '按表录入新案卷' }).click()

  // The name is all that is wanted; without it the form says so beside the field.
  await page.getByRole('button', { name: '建立案卷' }).click()
  await expect(page.getByText('请填写这一项，或移除这一行。')).toBeVisible()
  await page.getByLabel('联盟名称（全称，照登记名称）').focus()
  await composeText(page, 'chuqing', alliance)
  await page.getByRole('tab', { name: 'B 成员单位' }).click()
  await page.getByLabel('在这里粘贴表格').focus()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/plain',
      '单位全称\t单位类别\t角色\n示例氢能有限公司\t企业\t理事长单位\n示例大学\t大学\t成员',
    )
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await page.getByRole('region', { name: '核对读到的表格' }).getByRole('button', { name: '采用这 2 行' }).click()
  await expect(page.getByText('已写入 2 行成员单位，请核对。')).toBeVisible()
  await expect(page.getByText(/草稿已存本机/u)).toBeVisible()

  await desk.restart('killed')
  page = desk.page()
  await unlock(page)
  await page.getByRole('link', { name: '继续填写' }).click()
  await expect(page.getByText(/已恢复 .* 保存的草稿/u)).toBeVisible()
  await expect(page.getByLabel('联盟名称（全称，照登记名称）')).toHaveValue(alliance)
  await page.getByRole('button', { name: '建立案卷' }).click()
  await expect(page.getByRole('heading', { level: 1, name: alliance })).toBeVisible()
  await expect(page.getByText('第 1 版')).toBeVisible()

  // Accepting is the next step; the history tells both acts.
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '受理', exact: true }).click()
  await page.getByRole('tab', { name: '历史记录' }).click()
  await expect(page.getByRole('cell', { name: /状态变更/u })).toBeVisible()
})

test('files are taken or refused by name, and a dossier file with an unknown field by its path', async ({
  launchDesk,
}) => {
  const desk = await launchDesk('处室')
  const page = desk.page()
  await openDivisionDesk(page)

  const wrong = join(desk.folders.exchange, '案卷.json')
  const dossier = JSON.parse(await readFile('resources/samples/vanadium-clean/dossier.json', 'utf8')) as {
    content: Record<string, unknown>
  }
  await writeFile(wrong, JSON.stringify({ ...dossier, content: { ...dossier.content, 颜色: '红' } }))
  await page.locator('input[type=file]').setInputFiles(wrong)
  await expect(page.getByRole('alert')).toContainText('“案卷.json”没有收下：字段 content.颜色 本版本不认识这一项')

  await page.getByRole('button', { name: '放入文件建案卷' }).click()
  const broken = join(desk.folders.exchange, '坏了的协议书.pdf')
  await writeFile(broken, '%PDF-1.7\n这不是一个完整的文件')
  const names = await readdir(materials)
  const agreement = names.find((name) => /协议|agreement/u.test(name)) ?? names[0]!
  const word = join(desk.folders.exchange, '必要性说明.docx')
  await writeFile(word, '不是 PDF')
  await page.locator('input[type=file]').setInputFiles([broken, word, join(materials, agreement)])
  await expect(page.getByRole('alert').first()).toContainText('“坏了的协议书.pdf”没有收下：末尾缺了一段')
  await expect(page.getByRole('alert').last()).toContainText('“必要性说明.docx”没有收下：不是 PDF')
  await expect(page.getByRole('group', { name: agreement })).toContainText(/\d+ 页 · 有文字层/u)
  await expect(page.getByRole('group')).toHaveCount(1)
})

test('the search place finds dossiers by member and number, by keyboard alone, in both languages', async ({
  launchDesk,
}) => {
  const desk = await launchDesk('处室')
  const page = desk.page()
  await openDivisionDesk(page)
  await page.getByRole('button', { name: /装入示例/u }).click()
  await page.getByRole('button', { name: '全选' }).click()
  await page.getByRole('button', { name: /装入 \d+ 件/u }).click()
  await expect(page.getByText(/显示 (\d+) 件，共 \1 件/u)).toBeVisible()
  await expect(page.getByRole('row')).not.toHaveCount(1)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('示例西南材料大学')
  await expect(page.getByText(/显示 1 件/u)).toBeVisible()
  await expect(page.getByRole('link', { name: /钒钛新材料/u })).toBeVisible()

  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByText('English', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await page.getByRole('link', { name: 'Dossiers' }).click()
  await expect(page.getByText(/1 of \d+ shown/u)).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Next step' })).toBeVisible()
})
