import type { Page } from '@playwright/test'
import { defaultFigures } from '@shared/domain/annual-figures'
import { interpretationSchema } from '@shared/domain/office'
import { issueAssignment, sampleExperts } from '../helpers/assignment'
import { sampleSlugs } from '../helpers/samples'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { composeText } from './fixtures/compose-text'
import { expect, test } from './fixtures/test'
import { pick } from './steps/controls'
import { loadCleanSample } from './steps/division-review'
import { takeAssignment } from './steps/expert'
import { beginDesk, type Person } from './steps/person'
import { isShooting, shoot } from './steps/pictures'
import { cleanAlliance } from './steps/samples'
import { cutOff, divisionScreens, overflowToTheRight, show, textsShown } from './steps/screens'
import { chineseOf, DataWords, untranslated } from './steps/words'

const division: Person = {
  role: 'division',
  name: '陈守玉（示例）',
  unit: '示例科学技术厅政策法规处',
  passphrase: '第一把 钥匙 示例',
}
const expert = sampleExperts[0]!
const expertPerson: Person = {
  role: 'expert',
  name: expert.name,
  unit: expert.unitName,
  passphrase: '第二把 钥匙 示例',
}

/** Data that stays Chinese in English; 中文 is how the language offers itself. */
const data = (...more: readonly string[]) =>
  new DataWords()
    .addFolder('resources/samples')
    .addFolder('resources/seeds')
    .addJson('shared/regulation/2010/articles.json')
    .addJson(...sampleSlugs.map((slug) => `resources/samples/${slug}/dossier.json`))
    .add(interpretationSchema.parse({}))
    .add(defaultFigures)
    // Said once, when the sample was taken in, in the language of that day.
    .add(['中文', '示例案卷，虚构', division.name, division.unit, ...more])

test.afterAll(removeTemporaryFolders)

async function openWithSample(page: Page): Promise<string> {
  await beginDesk(page, division)
  await loadCleanSample(page)
  await page.getByRole('link', { name: cleanAlliance }).click()
  await expect(page.getByRole('heading', { name: cleanAlliance })).toBeVisible()
  return /dossiers\/([^?/]+)/u.exec(page.url())![1]!
}

/** Sets one of the choices of the display settings. */
async function display(page: Page, choice: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/settings'
  })
  await pick(page.getByRole('main'), choice)
  // The words of a language are read when it is chosen; until then the page speaks the one before.
  const lang = { English: 'en', 中文: 'zh-CN' }[choice]
  if (lang !== undefined) await expect(page.locator('html')).toHaveAttribute('lang', lang)
}

test('every screen of the division speaks Chinese, or English, and holds at double size', async ({ launchDesk }) => {
  const desk = await launchDesk('处室')
  const page = desk.page()
  const screens = divisionScreens(await openWithSample(page))
  const words = data(desk.folders.exchange, desk.folders.profile)
  const problems: string[] = []
  const note = (kind: string, screen: string, found: readonly string[]) => {
    problems.push(...found.map((text) => `${kind}, ${screen}: ${text}`))
  }

  for (const screen of screens) {
    await show(page, screen)
    note('untranslated', screen.name, untranslated(await textsShown(page)))
    note('too wide', screen.name, await tooWide(page))
  }

  await display(page, 'English')
  for (const screen of screens) {
    await show(page, screen)
    const texts = await textsShown(page)
    note('Chinese in English', screen.name, chineseOf(texts, words))
    note('untranslated', screen.name, untranslated(texts))
    note('too wide in English', screen.name, await tooWide(page))
    await shoot(page, `english-${screen.name}`)
  }

  await display(page, '中文')
  await display(page, '200 %')
  for (const screen of screens) {
    await show(page, screen)
    note('too wide at 200 %', screen.name, await tooWide(page))
    await shoot(page, `double-${screen.name}`)
  }
  if (isShooting) {
    await display(page, '100 %')
    await display(page, '深色')
    await page.setViewportSize({ width: 1920, height: 1080 })
    for (const screen of screens) {
      await show(page, screen)
      await shoot(page, `dark-${screen.name}`)
    }
  }
  expect(problems.join('\n')).toBe('')
})

test('the screens of the expert speak English, hold at double size, and no key of an input method judges', async ({
  launchDesk,
}) => {
  const desk = await launchDesk('专家')
  const page = desk.page()
  const { path } = await issueAssignment({ slugs: ['vanadium-clean'], expert, folder: desk.folders.exchange })
  await beginDesk(page, expertPerson)
  await takeAssignment(page, path)
  const words = data(desk.folders.exchange, desk.folders.profile, '2026年第一次综合审核评审会（示例）')
  const problems: string[] = []
  const look = async (screen: string) => {
    const texts = await textsShown(page)
    problems.push(...chineseOf(texts, words).map((text) => `Chinese in English, ${screen}: ${text}`))
    problems.push(...untranslated(texts).map((text) => `untranslated, ${screen}: ${text}`))
    problems.push(...(await tooWide(page)).map((text) => `too wide in English, ${screen}: ${text}`))
    await shoot(page, `english-expert-${screen}`)
  }
  await display(page, 'English')
  await look('settings')
  await toTasks(page)
  await look('tasks')
  await page.getByRole('button', { name: `Declare ${cleanAlliance}` }).click()
  await expect(page.locator('.recusal-grounds')).toBeVisible()
  await look('recusal')
  for (const ground of await page.locator('.recusal-grounds').getByRole('radiogroup').all()) {
    await ground.getByRole('radio').first().check()
  }
  await page.getByRole('checkbox').check()
  await page.locator('.panel-foot').getByRole('button').click()
  await expect(page.locator('.review canvas').first()).toBeVisible()
  await look('review')
  await page.locator('.review-steps button').last().click()
  await look('overall')
  await page.locator('.review-foot').getByRole('button').last().click()
  await expect(page.locator('.sealing')).toBeVisible()
  await look('sealing')

  await display(page, '中文')
  await toTasks(page)
  await page.getByRole('button', { name: '逐项审阅' }).click()
  await page.locator('.review-steps button').first().click()
  const reading = page.getByRole('region', { name: /的页面/u })
  await reading.focus()
  await reading.dispatchEvent('keydown', { key: '1', code: 'Digit1', isComposing: true, bubbles: true })
  await reading.dispatchEvent('keydown', { key: '1', code: 'Digit1', keyCode: 229, bubbles: true })
  await reading.dispatchEvent('keydown', { key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true })
  const verdicts = page.getByRole('complementary', { name: '评审' }).getByRole('radiogroup').getByRole('radio')
  for (const verdict of await verdicts.all()) await expect(verdict).not.toBeChecked()
  await expect(page.locator('.review-steps button').first()).toHaveAttribute('aria-current', 'step')
  await reading.dispatchEvent('keydown', { key: '1', code: 'Digit1', bubbles: true })
  await expect(verdicts.first()).toBeChecked()

  await display(page, '200 %')
  await toTasks(page)
  for (const [screen, open] of [
    ['review', page.getByRole('button', { name: '逐项审阅' })],
    ['overall', page.locator('.review-steps button').last()],
    ['sealing', page.getByRole('button', { name: '通读并封存' }).last()],
    ['tasks', page.getByRole('button', { name: '全部案卷' })],
  ] as const) {
    // At this size page and judgement take turns.
    if (screen === 'overall') await page.keyboard.press('F6')
    await open.click()
    problems.push(...(await tooWide(page)).map((text) => `too wide at 200 %, ${screen}: ${text}`))
    await shoot(page, `double-expert-${screen}`)
  }
  expect(problems.join('\n')).toBe('')
})

test('Enter that takes a candidate of an input method searches nothing and sends no dialog', async ({ launchDesk }) => {
  const page = (await launchDesk('处室')).page()
  await openWithSample(page)
  await page.getByRole('button', { name: '开始处室审核' }).click()
  const dialog = page.getByRole('dialog', { name: '开始处室审核' })
  await dialog.getByLabel('说明').focus()
  await composeText(page, 'cailiaoqiquan', '材料齐全')
  await expect(dialog.getByLabel('说明')).toHaveValue('材料齐全')
  await dialog.getByLabel('办理日期').focus()
  await composeText(page, 'jintian', '今天')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: '取消' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('.page-head').getByText('试点申请', { exact: true })).toBeVisible()

  // Ctrl+K goes to the search; what is composed there finds once, and the page stays where the search led.
  await page.keyboard.press('Control+k')
  await composeText(page, 'fantai', '钒钛')
  await expect(page.getByLabel('搜索案卷')).toHaveValue('钒钛')
  await expect(page.getByRole('row', { name: new RegExp(cleanAlliance, 'u') })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await composeText(page, 'meiyou', '没有')
  await expect(page.getByText('没有符合条件的案卷。可以放宽筛选，或清除搜索。')).toBeVisible()
})

/** What a person would have to scroll sideways for. */
async function tooWide(page: Page): Promise<readonly string[]> {
  const out = await overflowToTheRight(page)
  return [...(out > 0 ? [`the page by ${out} px`] : []), ...(await cutOff(page))]
}

/** The tasks of the expert, as far back or forth as they were left. */
async function toTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/assignments'
  })
  await expect(page.getByRole('main').locator('h1, .review, .sealing').first()).toBeVisible()
}
