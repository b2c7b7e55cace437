import type { Page } from '@playwright/test'
import { issueAssignment, sampleExperts } from '../helpers/assignment'
import { longPdf } from '../helpers/long-pdf'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { expect, test } from './fixtures/test'
import { seriousFindings } from './steps/accessibility'
import { declareNone, expertPassphrase, openExpertDesk } from './steps/expert-desk'
import { shoot } from './steps/pictures'

const expert = sampleExperts[0]!

test.afterAll(removeTemporaryFolders)

const pages = (page: Page) => page.getByRole('region', { name: /的页面/u })
const pageBox = (page: Page) => page.getByLabel('页码')

async function openDossier(page: Page, exchange: string, agreement = longPdf(300)): Promise<void> {
  await issueAssignment({
    slugs: ['vanadium-clean', 'image-only-scan'],
    expert,
    folder: exchange,
    bytes: { '02-agreement.pdf': agreement },
  })
  await openExpertDesk(page, expert)
  await page.getByRole('button', { name: /查看内容/u }).click()
  await page.getByRole('button', { name: '接收', exact: true }).click()
  await declareNone(page, '四川省示例钒钛新材料产业技术创新战略联盟')
  await expect(page.getByText('SHILI 2026 page 1 target1')).toBeVisible()
}

/** Watches how far the screen slides by itself, and what of it. */
const watchShifts = (page: Page) =>
  page.evaluate(() => {
    type Shift = PerformanceEntry & {
      readonly value: number
      readonly hadRecentInput: boolean
      readonly sources: readonly { readonly node: Node | null }[]
    }
    const seen: { readonly value: number; readonly of: string }[] = []
    Object.assign(globalThis, { shiftsSeen: seen })
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        const of = sources.map(({ node }) => (node instanceof Element ? node.className : (node?.textContent ?? '')))
        if (!hadRecentInput) seen.push({ value, of: of.join(' | ') })
      }
    }).observe({ type: 'layout-shift' })
  })
const shifts = async (page: Page): Promise<{ readonly sum: number; readonly of: string }> => {
  const seen = await page.evaluate(
    () =>
      (globalThis as unknown as { shiftsSeen: readonly { readonly value: number; readonly of: string }[] }).shiftsSeen,
  )
  return { sum: seen.reduce((sum, { value }) => sum + value, 0), of: seen.map(({ of }) => of).join('\n') }
}

/** Places that a script or the browser could have scrolled, and nobody may. */
const slid = (page: Page) =>
  page.evaluate(() =>
    ['html', 'body', '.frame', '.content', '.task-frame', '.review']
      .map((name) => document.querySelector(name))
      .filter((element) => element !== null && (element.scrollTop !== 0 || element.scrollLeft !== 0))
      .map((element) => element?.className),
  )

test('the page comes first: it fits, everything around it folds, and every move is one key away', async ({
  launchDesk,
}) => {
  test.setTimeout(300_000)
  const desk = await launchDesk('专家')
  const page = desk.page()
  await openDossier(page, desk.folders.exchange)
  await watchShifts(page)

  // A4 at 100 % beside the judging column, without scrolling sideways.
  const window = page.locator('.pdf-window')
  const sheet = page.locator('.pdf-page').first()
  expect((await sheet.boundingBox())!.width).toBeGreaterThan(794)
  expect(await window.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  await shoot(page, 'reading')

  // Folded lists come by pointing at them; unfolded ones stay, and the divider moves by arrows.
  const materials = page.getByRole('navigation', { name: '材料' })
  await materials.hover()
  await expect(materials.getByText('组建必要性说明').first()).toBeInViewport()
  await page.mouse.move(700, 400)
  await page.keyboard.press('Alt+m')
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('button', { name: '收起材料列表（Alt+M）' })).toBeVisible()
  await shoot(page, 'reading-unfolded')
  await page.keyboard.press('Alt+m')
  await page.keyboard.press('Alt+n')
  const divider = page.getByRole('separator', { name: '评审栏宽度' })
  const judging = page.getByRole('complementary', { name: '评审' })
  const before = (await judging.boundingBox())!.width
  await divider.focus()
  for (let press = 0; press < 4; press += 1) await divider.press('ArrowLeft')
  expect((await judging.boundingBox())!.width).toBeGreaterThan(before + 40)
  await divider.press('Enter')
  expect((await judging.boundingBox())!.width).toBeCloseTo(before, 0)

  // F6 goes to the reason and back to the pages.
  await page.keyboard.press('F6')
  await expect(page.getByRole('textbox', { name: '理由' })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(pages(page)).toBeFocused()

  // A link of the file is followed inside of it; one comes back, and forward again, as in a browser.
  await page.getByRole('link', { name: '跳到文件中的另一处' }).click()
  await expect(pageBox(page)).toHaveValue('120')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(pageBox(page)).toHaveValue('1')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(pageBox(page)).toHaveValue('120')
  await page.keyboard.press('Alt+ArrowLeft')
  // A link out of it is told, a note is read.
  await page.getByRole('link', { name: /文件以外的链接/u }).click()
  await expect(page.getByText('http://shili.invalid/a?b=1')).toBeVisible()
  await page.getByRole('button', { name: '批注 SHILI reader' }).press('Enter')
  await expect(page.getByText('SHILI note on the first page')).toBeVisible()
  await page.getByRole('button', { name: '关闭', exact: true }).click()
  // The outline leads to its page and squeezes nothing.
  const width = (await window.boundingBox())!.width
  await page.getByRole('button', { name: '大纲' }).click()
  expect((await window.boundingBox())!.width).toBe(width)
  await page.getByRole('button', { name: /SHILI chapter 4/u }).click()
  await expect(pageBox(page)).toHaveValue('31')

  // An image says so without covering anything, and its neighbours are found.
  await pageBox(page).fill('５')
  await pageBox(page).press('Enter')
  await expect(pageBox(page)).toHaveValue('5')
  await expect(page.getByText('图像页')).toBeVisible()
  await page.keyboard.press('2')
  await expect(page.getByRole('radio', { name: /2 基本符合/u })).toBeChecked()

  // Words are found from any focus; nothing around the page moves.
  await page.getByRole('textbox', { name: '理由' }).click()
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: /在文件中查找/u }).fill('target217')
  await page.keyboard.press('Enter')
  await expect(page.getByText('第1处，共1处')).toBeVisible()
  await expect(pageBox(page)).toHaveValue('217')
  await shoot(page, 'reading-search')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+f')
  await page.getByRole('searchbox', { name: '在各份材料中查找' }).fill('协议')
  const finds = page.getByRole('region', { name: '在整份案卷中查找（Ctrl+Shift+F）' })
  await expect(finds.getByText(/份材料中共 \d+ 处/u)).toBeVisible()
  await finds.getByRole('button').filter({ hasText: '第' }).first().click()
  await expect(page.getByText(/第\d+处，共\d+处/u)).toBeVisible()
  // The page is gone to though the words on it are not drawn yet.
  await finds.getByRole('button').filter({ hasText: '第2页' }).first().click()
  await expect(pageBox(page)).toHaveValue('2')
  await shoot(page, 'reading-search-dossier')
  await page.getByRole('button', { name: '关闭查找' }).first().click()
  expect(await slid(page)).toEqual([])
  const moved = await shifts(page)
  expect(moved.sum, moved.of).toBeLessThan(0.02)

  // Two places, each with its own page and zoom.
  await materials.getByRole('button').nth(1).click()
  await page.keyboard.press('Alt+s')
  await expect(pages(page)).toHaveCount(2)
  await expect(pageBox(page)).toHaveCount(2)
  await pageBox(page).nth(1).fill('42')
  await pageBox(page).nth(1).press('Enter')
  await expect(pageBox(page).nth(1)).toHaveValue('42')
  await expect(pageBox(page).nth(0)).toHaveValue('217')
  await shoot(page, 'reading-split')
  await page.getByRole('button', { name: '关闭这一处' }).click()
  await expect(pages(page)).toHaveCount(1)
})

test('the place is kept: over F5, the lock, reading through, and another day', async ({ launchDesk }) => {
  const desk = await launchDesk('专家')
  let page = desk.page()
  await openDossier(page, desk.folders.exchange)
  await pageBox(page).fill('88')
  await pageBox(page).press('Enter')
  await page.keyboard.press('r')
  await page.getByRole('button', { name: '适合整页' }).click()
  await page.keyboard.press('Control+Enter')
  const reason = page.getByRole('textbox', { name: '理由' })
  await reason.fill('前半后半')
  await reason.evaluate((field: HTMLTextAreaElement) => {
    field.setSelectionRange(2, 2)
  })

  const isWhereOneWas = async (typed: string) => {
    await expect(page.getByRole('heading', { level: 2, name: /任务分工/u })).toBeVisible()
    await expect(pageBox(page)).toHaveValue('88')
    await expect(page.getByRole('button', { name: '适合整页' })).toHaveAttribute('aria-pressed', 'true')
    const box = (await page.locator('.pdf-page[data-page="88"]').boundingBox())!
    expect(box.width).toBeGreaterThan(box.height)
    await expect(reason).toBeFocused()
    await page.keyboard.type('，')
    await expect(reason).toHaveValue(typed)
  }
  await page.reload()
  await isWhereOneWas('前半，后半')
  await page.keyboard.press('Control+Shift+L')
  await page.getByLabel('口令').fill(expertPassphrase)
  await page.getByLabel('口令').press('Enter')
  await isWhereOneWas('前半，，后半')
  await page.locator('.task-steps').getByRole('button', { name: '通读并封存' }).click()
  await expect(page.getByRole('heading', { name: '通读全部意见' })).toBeVisible()
  await page.locator('.task-steps').getByRole('button', { name: '逐项审阅' }).click()
  await isWhereOneWas('前半，，，后半')
  await expect(page.getByText('草稿已存本机')).toBeVisible()
  await desk.restart('killed')
  page = desk.page()
  await page.getByLabel('口令').fill(expertPassphrase)
  await page.getByLabel('口令').press('Enter')
  await expect(pageBox(page)).toHaveValue('88')
})

test('the desk of an expert is whole for every eye and for the keyboard alone', async ({ launchDesk }) => {
  test.setTimeout(300_000)
  const desk = await launchDesk('专家')
  const page = desk.page()
  expect(await seriousFindings(page), 'first run').toEqual([])
  await openDossier(page, desk.folders.exchange, longPdf(3, 0))
  const looks = [
    { name: 'light', fontScale: 1, theme: 'light' },
    { name: 'dark', fontScale: 1, theme: 'dark' },
    { name: '150', fontScale: 1.5, theme: 'light' },
    { name: '200', fontScale: 2, theme: 'dark' },
  ]
  const toList = page.getByRole('button', { name: '全部案卷' })
  for (const { name, fontScale, theme } of looks) {
    await page.evaluate(
      (look) => {
        const kept = JSON.parse(localStorage.getItem('lianshen.preferences') ?? '{}') as object
        localStorage.setItem('lianshen.preferences', JSON.stringify({ ...kept, ...look }))
      },
      { fontScale, theme },
    )
    await page.reload()
    await expect(pageBox(page)).toBeVisible()
    await shoot(page, `expert-${name}-review`)
    expect(await seriousFindings(page), `${name}: review`).toEqual([])
    if (fontScale > 1) {
      // The page, or the judgement: F6 changes, and the page has grown with the letters.
      const head = (await page.locator('.pdf-window').boundingBox())!
      expect(head.y).toBeLessThanOrEqual(90)
      const sheet = (await page.locator('.pdf-page').first().boundingBox())!
      expect(sheet.width).toBeGreaterThan(794 * 1.4)
      expect(Math.min(768, sheet.y + sheet.height) - Math.max(sheet.y, head.y)).toBeGreaterThan(sheet.height / 3)
      await page.keyboard.press('F6')
      await expect(page.getByRole('textbox', { name: '理由' })).toBeFocused()
      await shoot(page, `expert-${name}-judging`)
      expect(await seriousFindings(page), `${name}: judging`).toEqual([])
      await page.keyboard.press('F6')
    }
    await page.locator('.task-steps').getByRole('button', { name: '通读并封存' }).click()
    await expect(page.getByRole('heading', { name: '通读全部意见' })).toBeVisible()
    await shoot(page, `expert-${name}-sealing`)
    expect(await seriousFindings(page), `${name}: sealing`).toEqual([])
    await page.locator('.task-steps').getByRole('button', { name: '逐项审阅' }).click()
    await toList.click()
    await expect(page.getByRole('heading', { name: '我的案卷' })).toBeVisible()
    await shoot(page, `expert-${name}-list`)
    expect(await seriousFindings(page), `${name}: list`).toEqual([])
    await page.getByRole('button', { name: /^声明回避/u }).click()
    expect(await seriousFindings(page), `${name}: declaration`).toEqual([])
    await toList.click()
    await page.keyboard.press('Control+Shift+L')
    await expect(page.getByLabel('口令')).toBeVisible()
    await shoot(page, `expert-${name}-lock`)
    expect(await seriousFindings(page), `${name}: lock`).toEqual([])
    await page.getByLabel('口令').fill(expertPassphrase)
    await page.getByLabel('口令').press('Enter')
    await page
      .getByRole('button', { name: /^(?:继续|开始)?审阅/u })
      .first()
      .click()
  }
})
