import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { issueAssignment, sampleExperts } from '../helpers/assignment'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { composeText } from './fixtures/compose-text'
import { expect, test } from './fixtures/test'
import { declareNone, expertPassphrase as passphrase, openExpertDesk } from './steps/expert-desk'

const expert = sampleExperts[0]!
const clean = '四川省示例钒钛新材料产业技术创新战略联盟'

test.afterAll(removeTemporaryFolders)

test('an expert opens an assignment, judges, is cut off, goes on, signs, seals and hands back', async ({
  launchDesk,
}) => {
  const desk = await launchDesk('专家')
  await issueAssignment({ slugs: ['vanadium-clean', 'image-only-scan'], expert, folder: desk.folders.exchange })
  let page = desk.page()
  await openExpertDesk(page, expert)

  // The exchange folder lists the file; the dry run says who sent what; nothing is there before it is taken over.
  await page.getByRole('button', { name: /查看内容/u }).click()
  await expect(page.getByText('指纹未确认')).toBeVisible()
  await expect(page.getByRole('cell', { name: clean })).toBeVisible()
  await page.getByRole('button', { name: '接收', exact: true }).click()
  await expect(page.getByRole('row', { name: new RegExp(clean, 'u') })).toContainText('未声明')

  await declareNone(page, clean)
  const reading = page.getByRole('region', { name: /的页面/u })
  await expect(page.getByText('示例〔2025〕001号')).toBeVisible()

  // Nothing is judged beforehand; a digit judges, but not while one types or composes.
  for (const verdict of await page.getByRole('radiogroup').getByRole('radio').all()) {
    await expect(verdict).not.toBeChecked()
  }
  const reason = page.getByRole('textbox', { name: '理由' })
  await reason.focus()
  await composeText(page, 'xieyi', '协议', 'Enter')
  await page.keyboard.type('1由36家签署')
  await composeText(page, 'hefa', '，合法', ' ')
  await expect(reason).toHaveValue('协议1由36家签署，合法')
  for (const verdict of await page.getByRole('radiogroup').getByRole('radio').all()) {
    await expect(verdict).not.toBeChecked()
  }
  await reading.focus()
  await page.keyboard.press('1')
  await expect(page.getByRole('radio', { name: /1 符合/u })).toBeChecked()

  // Reading: keys turn pages, the search finds, the page is pinned and leads back.
  await page.keyboard.press('End')
  await expect(page.getByLabel('页码')).toHaveValue('23')
  await page.keyboard.press('Home')
  await expect(page.getByLabel('页码')).toHaveValue('1')
  // What is selected travels with the pin as a quotation; a pin can be taken off.
  await page.getByText('示例〔2025〕001号').selectText()
  await page.keyboard.press('Alt+p')
  await expect(page.getByRole('button', { name: /^联盟协议书 第1页.*示例〔2025〕001号/u })).toBeVisible()
  await page.getByRole('button', { name: '取下 联盟协议书 第1页' }).click()
  await expect(page.getByText('还没有钉住的页面。')).toBeVisible()

  await reading.focus()
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: /在文件中查找/u }).fill('第二十一条')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/第1处，共\d+处/u)).toBeVisible()
  await expect(page.getByLabel('页码')).toHaveValue('7')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+p')
  const pin = page.getByRole('button', { name: '联盟协议书 第7页', exact: true })
  await expect(pin).toBeVisible()
  await page.getByLabel('页码').fill('1')
  await page.getByLabel('页码').press('Enter')
  await expect(page.getByLabel('页码')).toHaveValue('1')
  await pin.click()
  await expect(page.getByLabel('页码')).toHaveValue('7')
  await expect(page.getByText('草稿已存本机')).toBeVisible()
  // A place is on the disk within a second, as what is typed is; nothing says so.
  await page.waitForTimeout(1000)

  // A power cut loses nothing that was said to be saved.
  await desk.restart('killed')
  page = desk.page()
  await page.getByLabel('口令').fill(passphrase)
  await page.getByRole('button', { name: '打开工作台' }).click()
  // One goes on where one was, down to the page; the list is a step away.
  await expect(page.getByRole('textbox', { name: '理由' })).toHaveValue('协议1由36家签署，合法')
  await expect(page.getByLabel('页码')).toHaveValue('7')
  await page.getByRole('button', { name: '全部案卷' }).click()
  await expect(page.getByRole('row', { name: new RegExp(clean, 'u') })).toContainText('1/7 项')
  await page.getByRole('button', { name: `继续审阅 ${clean}` }).click()
  await expect(page.getByText(/已恢复 \d\d:\d\d 的草稿/u)).toBeVisible()
  await expect(page.getByRole('textbox', { name: '理由' })).toHaveValue('协议1由36家签署，合法')

  for (const title of ['任务分工', '组成', '责任', '经费', '投入', '规划']) {
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('complementary', { name: '评审' }).getByRole('heading', { level: 2 })).toBeFocused()
    await page.keyboard.press('2')
    await page.keyboard.press('F6')
    await page.keyboard.type(`${title}部分叙述清楚，与材料一致。`)
  }
  await page.keyboard.press('Control+Enter')
  await page.getByRole('textbox', { name: '总体意见' }).fill('组建必要，基础较好。')
  await page.locator('.review-foot').getByRole('button', { name: '通读并封存' }).click()

  // What is missing is said in words and leads to its place.
  await expect(page.getByText('没有表决')).toBeVisible()
  await expect(page.getByRole('button', { name: '封存', exact: true })).toBeDisabled()
  await page.getByRole('button', { name: '去补充' }).first().click()
  for (const vote of ['同意', '不同意', '弃权']) {
    await expect(page.getByRole('radio', { name: vote, exact: true })).not.toBeChecked()
  }
  await page.getByRole('radio', { name: '同意', exact: true }).check()
  await page.locator('.review-foot').getByRole('button', { name: '通读并封存' }).click()

  await sign(page)
  await page.getByRole('checkbox', { name: /我已通读/u }).check()
  await page.getByRole('button', { name: '封存', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已封存：意见第 1 版' })).toBeVisible()
  await expect(page.getByRole('img', { name: `${expert.name} 的手写签名` })).toBeVisible()

  // A correction is another version; the sealed one stays.
  await page.getByRole('button', { name: '更正（封存为第 2 版）' }).click()
  await page.getByRole('textbox', { name: '理由' }).fill('协议由36家法定代表人签署，合法有效。')
  await page.getByRole('button', { name: '通读并封存' }).first().click()
  await page.getByRole('radio', { name: '打印后手写签名' }).check()
  await page.getByRole('checkbox', { name: /我已通读/u }).check()
  await page.getByRole('button', { name: '封存', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已封存：意见第 2 版' })).toBeVisible()

  // The form to sign on paper is shown as the very PDF.
  await page.getByRole('button', { name: '意见表（预览、导出）' }).click()
  await expect(page.getByRole('dialog').getByText('专家个人评审意见表').first()).toBeVisible()
  await expect(page.getByRole('dialog').getByLabel('页码')).toHaveValue('1')
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: '回到全部案卷' }).click()

  // A ground that exists closes the other dossier, and travels back as well.
  await page.getByRole('button', { name: /^声明回避/u }).click()
  for (const none of await page.getByRole('radio', { name: '无' }).all()) await none.check()
  await page.getByRole('radio', { name: '有' }).nth(5).check()
  await page.getByRole('textbox', { name: '第 6 项的说明' }).fill('理事长为本人博士导师（示例）')
  await page.getByRole('checkbox', { name: /专家承诺/u }).check()
  await page.getByRole('button', { name: '声明回避', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已声明回避' })).toBeVisible()
  await expect(page.getByRole('button', { name: '逐项审阅' })).toHaveCount(0)
  await page.getByRole('button', { name: '全部案卷' }).click()

  await page.getByRole('button', { name: '导出评审意见包' }).click()
  await expect(page.getByText('已导出并回读核对，内容一致。可以拔出 U 盘。')).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(clean, 'u') })).toContainText('已导出')
  const written = (await readdir(desk.folders.exchange)).filter((name) => name.startsWith('评审意见包-'))
  expect(written).toHaveLength(1)
  await expect(page.getByText(join(desk.folders.exchange, written[0]!))).toBeVisible()

  await page.getByRole('link', { name: '校验文件' }).click()
  await page.locator('input[type=file]').setInputFiles(join(desk.folders.exchange, written[0]!))
  await expect(page.getByText('签名有效，内容没有改动')).toBeVisible()
  await expect(page.getByText(`${expert.name} · ${expert.unitName}`)).toBeVisible()
  await expect(page.getByText('就是本工作台的签名')).toBeVisible()
  await expect(page.getByText('不能代替手写签名和公章')).toBeVisible()
})

test('a scanned page says that it has no text to select or find', async ({ launchDesk }) => {
  const desk = await launchDesk('专家')
  await issueAssignment({ slugs: ['image-only-scan'], expert, folder: desk.folders.exchange })
  const page = desk.page()
  await openExpertDesk(page, expert)
  await page
    .locator('input[type=file]')
    .setInputFiles((await readdir(desk.folders.exchange)).map((name) => join(desk.folders.exchange, name)))
  await page.getByRole('button', { name: '接收', exact: true }).click()
  await declareNone(page)
  await expect(page.getByText('本页是图像，没有文字层').first()).toBeVisible()
})

test('an encrypted and a broken material each say what they are and what to do', async ({ launchDesk }) => {
  const desk = await launchDesk('专家')
  const [encrypted, broken] = ['01-filing-form.pdf', '03-necessity.pdf']
  await issueAssignment({
    slugs: ['short-operation'],
    expert,
    folder: desk.folders.exchange,
    bytes: {
      [encrypted]: await readFile('test/fixtures/expert/encrypted.pdf'),
      [broken]: Buffer.from('%PDF-1.7 示例：只有开头'),
    },
  })
  const page = desk.page()
  await openExpertDesk(page, expert)
  await page.getByRole('button', { name: /查看内容/u }).click()
  await page.getByRole('button', { name: '接收', exact: true }).click()
  await declareNone(page)
  const materials = page.getByRole('navigation', { name: '材料' }).getByRole('button')
  await materials.nth(0).click()
  await expect(page.getByText(`“${encrypted}”没有打开：设有打开密码，不能阅读。`)).toBeVisible()
  await materials.nth(2).click()
  await expect(page.getByText(`“${broken}”没有打开：末尾缺了一段`)).toBeVisible()
  await materials.nth(3).click()
  await expect(page.getByLabel('页码')).toHaveValue('1')
})

test('a file that is no assignment, a damaged one, and one for somebody else are told apart', async ({
  launchDesk,
}) => {
  const desk = await launchDesk('专家')
  const { bytes } = await issueAssignment({ slugs: ['short-operation'], expert })
  const page = desk.page()
  await openExpertDesk(page, { ...expert, name: '另一位（示例）' })

  const damaged = join(desk.folders.exchange, '损坏.lsb')
  await writeFile(damaged, bytes.subarray(0, bytes.length - 4096))
  await page.locator('input[type=file]').setInputFiles(damaged)
  await expect(page.getByRole('alert')).toContainText('损坏.lsb')

  const whole = join(desk.folders.exchange, '送审包.lsb')
  await writeFile(whole, bytes)
  await page.locator('input[type=file]').setInputFiles(whole)
  await expect(page.getByText(`送审包写明交给“${expert.name}”`)).toBeVisible()
  await page.getByRole('button', { name: '取消' }).click()
  await expect(page.getByText('把送审包（.lsb）拖到这里')).toBeVisible()
})

async function sign(page: Page) {
  const pad = page.getByRole('img', { name: /签名处/u })
  await pad.scrollIntoViewIfNeeded()
  const box = (await pad.boundingBox())!
  for (const from of [40, 160]) {
    await page.mouse.move(box.x + from, box.y + 40)
    await page.mouse.down()
    for (let step = 1; step <= 12; step += 1) await page.mouse.move(box.x + from + step * 6, box.y + 40 + step * 5)
    await page.mouse.up()
  }
  await expect(page.getByText('已写 2 笔')).toBeVisible()
  await page.getByRole('button', { name: '撤销一笔' }).click()
  await expect(page.getByText('已写 1 笔')).toBeVisible()
}
