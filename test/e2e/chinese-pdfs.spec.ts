import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onePage, pdf, streamObject, type PdfObject } from '../hostile/attachments/pdf-maker'
import { expect, test } from './fixtures/test'
import { beginDesk, type Person } from './steps/person'

const division: Person = {
  role: 'division',
  name: '陈守玉（示例）',
  unit: '示例科学技术厅政策法规处',
  passphrase: '第一把 钥匙 示例',
}
/** 四川省示例联盟章程, as GBK. */
const words = 'cbc4b4a8caa1cabec0fdc1aac3cbd5c2b3cc'

/**
 * A page whose words are bytes of GBK, in a font of that name (in hexadecimal) that is not in the file and says it is
 * Western.
 */
const inFont = (name: string): Buffer => {
  const objects: PdfObject[] = onePage({
    contents: streamObject('', Buffer.from(`BT /F1 24 Tf 20 100 Td <${words}> Tj ET`)),
  })
  objects[4] = `<< /Type /Font /Subtype /TrueType /BaseFont /${name.replaceAll(/(..)/gu, '#$1')} /Encoding /WinAnsiEncoding
       /FirstChar 30 /LastChar 255 /Widths [${'500 '.repeat(226)}] >>`
  return pdf(objects)
}

test('Chinese under a Western encoding is shown as it was meant, or told as what cannot be read', async ({
  launchDesk,
}) => {
  const desk = await launchDesk('处室')
  const page = desk.page()
  await beginDesk(page, division)
  const folder = join(desk.folders.exchange, '收到的')
  await mkdir(folder, { recursive: true })
  const files = { '宋体章程.pdf': 'cbcecce5', '标宋章程.pdf': 'b7bdd5fdd0a1b1eacbcebcf2cce5' }
  for (const [name, font] of Object.entries(files)) await writeFile(join(folder, name), inFont(font))
  await page.getByRole('button', { name: '放入文件建案卷' }).click()
  await page.locator('input[type=file]').setInputFiles(Object.keys(files).map((name) => join(folder, name)))
  await page.getByRole('tab', { name: /^A/u }).click()
  await page.getByLabel('联盟名称（全称，照登记名称）').fill('四川省示例字体联盟')
  await page.getByRole('tab', { name: /材料/u }).click()
  for (const name of Object.keys(files)) await expect(page.getByRole('group', { name })).toContainText('1 页')
  const told = page.locator('.ant-alert').filter({ hasText: '标宋章程' })
  await expect(told).toHaveCount(1)
  await told.locator('summary').click()
  await expect(told).toContainText('方正小标宋简体')
  await expect(page.locator('.ant-alert').filter({ hasText: '宋体章程' })).toHaveCount(0)
  await page.getByRole('button', { name: '建立案卷' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '四川省示例字体联盟' })).toBeVisible()
  // The form has such a tab, too, and the same heading.
  await expect(page.getByRole('tab', { name: '核对' })).toBeVisible()
  await page.getByRole('tab', { name: /材料/u }).click()
  await page.locator('.choices').getByRole('button').filter({ hasText: '宋体章程' }).first().click()
  await expect(page.locator('.pdf-page')).toContainText('四川省示例联盟章程')
})
