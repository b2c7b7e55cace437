import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { criterionIds } from '@shared/domain/judgement'
import { issueAssignment, sampleExperts } from '../helpers/assignment'
import { pdfPageTexts } from '../helpers/sample-pdf-text'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { expect, test } from './fixtures/test'
import { seriousFindings } from './steps/accessibility'
import { declareNone, expertPassphrase, openExpertDesk } from './steps/expert-desk'
import { isShooting, shoot, shootEveryWay } from './steps/pictures'

const expert = sampleExperts[0]!

test.afterAll(removeTemporaryFolders)

const pages = (page: Page) => page.getByRole('region', { name: /的页面/u })
const pageBox = (page: Page) => page.getByLabel('页码')
const goTo = async (page: Page, number: number) => {
  await pageBox(page).fill(String(number))
  await pageBox(page).press('Enter')
}
const handles = (page: Page) => page.getByRole('button', { name: /^页面上的标记/u })

/** Where something lies on its page, as a share of it from the top left. */
async function placeOn(page: Page, number: number, selector: string) {
  const sheet = await page.locator(`.pdf-page[data-page="${number}"]`).boundingBox()
  const box = await page.locator(`.pdf-page[data-page="${number}"] ${selector}`).first().boundingBox()
  if (sheet === null || box === null) throw new Error(`nothing like ${selector} is drawn on page ${number}`)
  return { x: (box.x - sheet.x) / sheet.width, y: (box.y - sheet.y) / sheet.height }
}

async function openDossier(page: Page, exchange: string): Promise<void> {
  await issueAssignment({ slugs: ['vanadium-clean'], expert, folder: exchange })
  await openExpertDesk(page, expert)
  await page.getByRole('button', { name: /查看内容/u }).click()
  await page.getByRole('button', { name: '接收', exact: true }).click()
  await declareNone(page, '四川省示例钒钛新材料产业技术创新战略联盟')
  await expect(page.getByText('示例〔2025〕001号')).toBeVisible()
}

test('marks and pins lie on the page, by mouse and by keys, however it is turned, and over a power cut', async ({
  launchDesk,
}) => {
  test.setTimeout(300_000)
  const desk = await launchDesk('专家')
  let page = desk.page()
  await openDossier(page, desk.folders.exchange)

  // Selected text, a key, a note: the mark lies on its words.
  await page.getByText('示例〔2025〕001号').selectText()
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('region', { name: '当前批注' })).toBeVisible()
  await page.keyboard.type('编号与申请表是否一致')
  await page.keyboard.press('Enter')
  await expect(pages(page)).toBeFocused()
  await expect(handles(page)).toHaveCount(1)
  await expect(page.getByRole('button', { name: '页面上的标记：存疑：编号与申请表是否一致' })).toBeVisible()
  const lies = () =>
    expect(async () => {
      const words = await placeOn(page, 1, '.pdf-text span:has-text("示例〔2025〕001号")')
      const paint = await placeOn(page, 1, '.pdf-overlay-doubt')
      expect(Math.abs(words.x - paint.x)).toBeLessThan(0.02)
      expect(Math.abs(words.y - paint.y)).toBeLessThan(0.02)
    }).toPass({ timeout: 15_000 })
  await lies()
  await page.keyboard.press('r')
  await expect.poll(() => page.locator('.pdf-text').first().getAttribute('data-main-rotation')).toBe('90')
  await lies()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await lies()
  for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('r')
  await page.getByRole('button', { name: '适合宽度' }).click()

  // A rectangle by keys alone, then a pin of it; the same place is not pinned twice, and one key opens it.
  await goTo(page, 4)
  await page.keyboard.press('Alt+b')
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Escape')
  await expect(handles(page)).toHaveCount(1)
  await page.keyboard.press('Alt+p')
  await page.keyboard.press('Alt+p')
  await expect(page.getByText('（此处已经钉过）')).toBeVisible()
  await expect(page.locator('.pins li')).toHaveCount(1)
  await expect(handles(page)).toHaveCount(2)
  await shootEveryWay(page, 'marks')
  await goTo(page, 9)
  await page.keyboard.press('Alt+o')
  await expect(pageBox(page)).toHaveValue('4')

  // The list: by kind, by file; Enter goes there.
  await page.keyboard.press('Alt+k')
  const list = page.getByRole('region', { name: '批注一览' })
  await expect(list.locator('.mark-list li')).toHaveCount(2)
  await list.getByRole('button', { name: /^存疑/u }).first().click()
  await expect(list.locator('.mark-list li')).toHaveCount(1)
  await list.locator('.mark-list button').focus()
  await page.keyboard.press('Enter')
  await expect(pageBox(page)).toHaveValue('1')
  await shoot(page, 'marks-list')
  expect(await seriousFindings(page), 'list of marks').toEqual([])
  // A copy with what is listed drawn in is a new file; the file of the dossier stays what it is.
  await list.getByRole('button', { name: '导出带批注的副本' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  await expect(dialog.getByText(/（批注副本）\.pdf/u).first()).toBeVisible({ timeout: 60_000 })
  await shoot(page, 'marks-copies')
  const names = await readdir(desk.folders.exchange)
  const copy = names.find((name) => name.endsWith('（批注副本）.pdf'))
  const texts = await pdfPageTexts(await readFile(join(desk.folders.exchange, copy ?? '')))
  expect(texts[0]).toContain('编号与申请表是否一致')
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByText('草稿已存本机')).toBeVisible()

  // A power cut, and every mark is where it was, private as it was.
  await desk.restart('killed')
  page = desk.page()
  await page.getByLabel('口令').fill(expertPassphrase)
  await page.getByLabel('口令').press('Enter')
  await expect(page.getByRole('button', { name: '页面上的标记：存疑：编号与申请表是否一致' })).toBeVisible()
  await page.getByRole('button', { name: '页面上的标记：存疑：编号与申请表是否一致' }).click()
  await expect(page.getByRole('checkbox', { name: '随意见交出' })).not.toBeChecked()
})

/** Presses and clicks of a hand, by the part of the work they belong to; what is typed as text is not counted. */
function handOf(page: Page) {
  const counts = new Map<string, number>()
  const add = (part: string) => counts.set(part, (counts.get(part) ?? 0) + 1)
  return {
    press: async (part: string, key: string) => {
      add(part)
      await page.keyboard.press(key)
    },
    click: async (part: string, what: Locator) => {
      add(part)
      await what.click()
    },
    type: (words: string) => page.keyboard.type(words),
    sum: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    counts: () => Object.fromEntries(counts),
  }
}

test('a clean dossier is judged and sealed, a pin for each criterion, with at most 55 keys and clicks', async ({
  launchDesk,
}) => {
  test.setTimeout(300_000)
  const desk = await launchDesk('专家')
  const page = desk.page()
  await openDossier(page, desk.folders.exchange)
  const hand = handOf(page)
  const judging = page.getByRole('complementary', { name: '评审' })
  await shootEveryWay(page, 'facts-12-1')
  if (isShooting) {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await shoot(page, 'facts-1920')
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('lianshen.preferences') ?? '{}') as object
      localStorage.setItem('lianshen.preferences', JSON.stringify({ ...kept, locale: 'en' }))
    })
    await page.reload()
    await page.locator('.fact-table').waitFor()
    await shoot(page, 'facts-english')
    await page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('lianshen.preferences') ?? '{}') as object
      localStorage.setItem('lianshen.preferences', JSON.stringify({ ...kept, locale: 'zh-CN' }))
    })
    await page.reload()
    await page.locator('.fact-table').waitFor()
  }
  for (const [index, id] of criterionIds.entries()) {
    await hand.press('to a fact', 'Alt+j')
    await hand.press('pin', 'p')
    await expect(page.locator('.pins li')).toHaveCount(1)
    await expect(handles(page).first()).toBeVisible()
    await hand.press('verdict', '1')
    await hand.press('to the reason', 'F6')
    await hand.type(`第${index + 1}项与材料一致，已核对原文。`)
    if (id === 'C12-1' || id === 'C9-4' || id === 'C9-5') await shoot(page, `facts-${id}`)
    await hand.press('next', 'Control+Enter')
    await expect(judging.getByRole('heading', { level: 2 })).toBeFocused()
  }
  await hand.press('overall', 'F6')
  await hand.type('组建必要，基础较好。')
  await hand.click('overall', page.getByRole('radio', { name: '同意', exact: true }))
  await hand.click('sealing', page.locator('.review-foot').getByRole('button', { name: '通读并封存' }))
  await hand.click('sealing', page.getByRole('radio', { name: '打印后手写签名' }))
  await hand.click('sealing', page.getByRole('checkbox', { name: /我已通读/u }))
  await hand.click('sealing', page.getByRole('button', { name: '封存', exact: true }))
  await expect(page.getByRole('heading', { name: '已封存：意见第 1 版' })).toBeVisible()
  console.log(`keys and clicks: ${hand.sum()}`, hand.counts())
  expect(hand.sum()).toBeLessThanOrEqual(55)
})
