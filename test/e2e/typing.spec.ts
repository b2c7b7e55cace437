import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { unlock, waitForDesk } from '../durability/browser/check'
import { typingMatrix } from '../durability/browser/typing'
import { makeDivisionWorld } from '../durability/browser/typing-worlds'
import { openWindow } from '../durability/browser/window'
import { Tally } from '../durability/matrices/report'
import { issueAssignment, sampleExperts } from '../helpers/assignment'
import { readSampleDossier, readSampleJson } from '../helpers/samples'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { expect, test } from './fixtures/test'
import { declareNone, openExpertDesk } from './steps/expert-desk'
import { beginDesk, todayInShanghai, type Person } from './steps/person'
import { isShooting, shoot } from './steps/pictures'
import { bringReviewedBatch } from './steps/reviewed-batch'

test.skip(({ shell }) => shell !== 'browser', 'Electron has one window')
test.afterAll(removeTemporaryFolders)

const person: Person = { role: 'division', name: '陈守玉（示例）', unit: '示例处', passphrase: '两个窗口 示例口令' }

const preferences = (page: Page, change: object) =>
  page.evaluate((value) => {
    localStorage.setItem('lianshen.preferences', JSON.stringify(value))
  }, change)

/** The screen as it stands, and, where somebody looks, in the dark theme and in a browser that enlarges twice. */
async function shootEveryWay(page: Page, name: string): Promise<void> {
  await shoot(page, name)
  if (!isShooting) return
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 683, height: 384 })
  await shoot(page, `${name}-200`)
  await page.setViewportSize({ width: 1366, height: 768 })
}

const department = '#office-department'
const openSettings = (page: Page) =>
  page.evaluate(() => {
    location.hash = '#/settings'
  })

test('a second window takes the desk over, and neither writes over the other', async ({ launchDesk }) => {
  const desk = await launchDesk('两个窗口')
  const first = desk.page()
  await beginDesk(first, person)
  await openSettings(first)
  await first.locator(department).fill('第一个窗口写的（示例）')

  // The second window shows nothing of the desk until a person says so.
  const second = await first.context().newPage()
  await second.goto(new URL('/', first.url()).href)
  await expect(second.getByRole('heading', { name: '工作台已在另一个窗口打开' })).toBeVisible()
  await shootEveryWay(second, 'desk-elsewhere')
  await second.getByRole('button', { name: '在这里接管' }).focus()
  await second.keyboard.press('Enter')
  await expect(second.getByRole('navigation', { name: '主导航' })).toBeVisible()

  // The first one let go with everything saved, and the second goes on with it.
  await expect(first.getByRole('heading', { name: '工作台已由另一个窗口接管' })).toBeVisible()
  await expect(first.getByText('这里写的文字都已存本机。')).toBeVisible()
  await openSettings(second)
  await expect(second.locator(department)).toHaveValue('第一个窗口写的（示例）')

  // A window whose words cannot reach the host keeps them, shows them, and gives them when it has the desk again.
  desk.expectMessage(/net::ERR_FAILED/u)
  await first.getByRole('button', { name: '在这里接管' }).click()
  await expect(
    first
      .locator(department)
      .or(first.getByRole('navigation', { name: '主导航' }))
      .first(),
  ).toBeVisible()
  await openSettings(first)
  await first.route('**/ipc/draft:put', (route) => route.abort())
  await first.locator(department).fill('没有存下的一句（示例）')
  await expect(first.getByText(/没有保存：/u)).toBeVisible()
  await expect(second.getByRole('heading', { name: '工作台已由另一个窗口接管' })).toBeVisible()
  await second.getByRole('button', { name: '在这里接管' }).click()
  await expect(second.getByRole('navigation', { name: '主导航' })).toBeVisible()
  await expect(first.getByLabel('没有存下的文字')).toHaveValue(/没有存下的一句（示例）/u)
  await shootEveryWay(first, 'desk-lost')

  await openSettings(second)
  await second.locator(department).fill('第二个窗口改的（示例）')
  await expect(second.getByText(/草稿已存本机/u)).toBeVisible()
  await first.unroute('**/ipc/draft:put')
  first.once('dialog', (dialog) => void dialog.accept())
  await first.getByRole('button', { name: '在这里接管' }).click()
  await expect(first.getByRole('navigation', { name: '主导航' })).toBeVisible()
  await expect(first.getByText(/份文字没有并入草稿，另存在旁边/u)).toBeVisible()
  await openSettings(first)
  await expect(first.locator(department)).toHaveValue('第二个窗口改的（示例）')
  await first.getByText(/与另一份草稿相遇/u).click()
  await expect(first.getByLabel('文字', { exact: true })).toHaveValue(/没有存下的一句（示例）/u)
  await shootEveryWay(first, 'rival-drafts')
  await first.getByRole('button', { name: '换成这一份' }).click()
  await first.getByRole('tooltip').getByRole('button', { name: '换成这一份' }).click()
  await expect(first.locator(department)).toHaveValue('没有存下的一句（示例）')
  // What stood there is kept in its place.
  await first.getByRole('link', { name: /留存的文字/u }).click()
  await first.getByText(/放弃草稿时留存/u).click()
  await expect(first.getByLabel('文字', { exact: true })).toHaveValue(/第二个窗口改的（示例）/u)
  await shootEveryWay(first, 'kept-texts')
  await second.close()
})

test('what is typed survives Back, F5 and a closed dialog', async ({ launchDesk }) => {
  const desk = await launchDesk('返回')
  const page = desk.page()
  await beginDesk(page, person)
  await preferences(page, { locale: 'zh-CN', theme: 'light', density: 'comfortable', fontScale: 1 })
  await openSettings(page)
  await page.locator(department).fill('返回之前写的（示例）')
  await page.goBack()
  await page.reload()
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  await openSettings(page)
  await expect(page.locator(department)).toHaveValue('返回之前写的（示例）')
  // A page that is loaded anew in the same moment in which a key was pressed.
  await page.locator(department).press('End')
  await page.keyboard.type('又')
  await page.reload()
  await openSettings(page)
  await expect(page.locator(department)).toHaveValue('返回之前写的（示例）又')
  await page.evaluate(() => {
    location.hash = '#/panels'
  })
  const add = page.getByRole('button', { name: '录入专家' })
  await add.click()
  await page.getByLabel('姓名').fill('只写了名字（示例）')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await add.click()
  await expect(page.getByLabel('姓名')).toHaveValue('只写了名字（示例）')
})

test('a correction is given up: the sealed opinion is there, and what was written is kept', async ({ launchDesk }) => {
  const desk = await launchDesk('更正')
  const expert = sampleExperts[0]!
  await issueAssignment({ slugs: ['short-operation'], expert, folder: desk.folders.exchange, locked: false })
  const page = desk.page()
  await openExpertDesk(page, expert)
  await page.getByRole('button', { name: /查看内容/u }).click()
  await page.getByRole('button', { name: '接收', exact: true }).click()
  await declareNone(page)
  for (let step = 1; step <= 7; step += 1) {
    await page.getByRole('radio', { name: /1 符合/u }).check()
    await page.getByRole('textbox', { name: '理由' }).fill(`第${step}项理由（示例）`)
    await page.getByRole('button', { name: '保存并下一项' }).click()
  }
  await page.getByRole('textbox', { name: '总体意见' }).fill('同意（示例）')
  await page.getByRole('radio', { name: '同意', exact: true }).check()
  await page.locator('.review-foot').getByRole('button', { name: '通读并封存' }).click()
  await page.getByRole('radio', { name: '打印后手写签名' }).check()
  await page.getByRole('checkbox', { name: /我已通读/u }).check()
  await page.getByRole('button', { name: '封存', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已封存：意见第 1 版' })).toBeVisible()

  await page.getByRole('button', { name: '更正（封存为第 2 版）' }).click()
  await page.getByRole('textbox', { name: '理由' }).fill('更正中写的理由（示例）')
  await shootEveryWay(page, 'correction')
  // The sealed version is read and exported meanwhile.
  await page.getByRole('button', { name: '查看已封存的第 1 版' }).click()
  await expect(page.getByRole('textbox', { name: '理由' })).toHaveValue('第1项理由（示例）')
  await page.getByRole('button', { name: '回到更正稿' }).click()
  await expect(page.getByRole('textbox', { name: '理由' })).toHaveValue('更正中写的理由（示例）')
  await page.getByRole('button', { name: '全部案卷' }).click()
  await page.getByRole('radio', { name: /不加密/u }).check()
  await page.getByRole('button', { name: '导出评审意见包' }).click()
  await expect(page.getByText('已导出并回读核对，内容一致。可以拔出 U 盘。')).toBeVisible()

  await page.getByRole('button', { name: /^继续审阅/u }).click()
  await page.getByRole('button', { name: '放弃更正', exact: true }).click()
  await shootEveryWay(page, 'abandon-correction')
  await page.getByRole('button', { name: '放弃更正，回到已封存的一版' }).click()
  await expect(page.getByRole('heading', { name: '已封存：意见第 1 版' })).toBeVisible()
  await expect(page.getByRole('button', { name: '更正（封存为第 2 版）' })).toBeVisible()
  await page.getByRole('link', { name: /留存的文字/u }).click()
  await page.getByText(/放弃更正时留存/u).click()
  await expect(page.getByLabel('文字', { exact: true })).toHaveValue(/更正中写的理由（示例）/u)
})

test('so is the correction of the panel', async ({ launchDesk }) => {
  const desk = await launchDesk('专家组更正')
  const page = desk.page()
  await beginDesk(page, person)
  const { file } = await bringReviewedBatch(page, todayInShanghai())
  const panelId = (readSampleJson('opinions.json') as { readonly panel: { readonly id: string } }).panel.id
  await page.evaluate((path) => {
    location.hash = path
  }, `#/panels/${panelId}/opinion/${file.id}`)
  await expect(page.getByRole('heading', { name: '已封存的专家组意见' })).toBeVisible()
  await page.getByRole('button', { name: '更正（封存为第 2 稿）' }).click()
  const problems = page.getByLabel(/^存在问题/u)
  const sealed = await problems.inputValue()
  expect(sealed).not.toBe('')
  await problems.fill('更正中写的问题（示例）')
  await expect(page.getByRole('button', { name: '预览正式件并导出' })).toBeVisible()
  await shootEveryWay(page, 'panel-correction')
  await page.getByRole('button', { name: '放弃更正', exact: true }).click()
  await page.getByRole('button', { name: '放弃更正，回到已封存的一版' }).click()
  await expect(page.getByRole('heading', { name: '已封存的专家组意见' })).toBeVisible()
  await shootEveryWay(page, 'panel-sealed')
  await expect(page.getByText(/放弃更正时留存/u)).toBeVisible()
})

test('what is typed is offered again after every way of leaving, in every editor of the division', async () => {
  test.setTimeout(600_000)
  const folder = mkdtempSync(join(tmpdir(), 'lianshen-leaving-'))
  try {
    const world = await makeDivisionWorld(folder)
    world.reset()
    const window = await openWindow(world.root)
    const { page } = window
    await unlock(page)
    await waitForDesk(page)
    for (const editor of world.editors) {
      const field = page.locator(editor.field).first()
      const write = async (text: string) => {
        // The form has settled before somebody types, and a second later the text is on the disk.
        await page.waitForTimeout(700)
        await field.fill(text)
        await page.waitForTimeout(1200)
        await expect(field, editor.name).toHaveValue(text)
      }
      const isOffered = async (text: string) => {
        await editor.open(page)
        await expect(field, editor.name).toHaveValue(text)
      }
      await editor.open(page)
      await write('经导航离开（示例）')
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link').last().click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await isOffered('经导航离开（示例）')
      await write('按返回离开（示例）')
      await page.goBack()
      await isOffered('按返回离开（示例）')
      await write('按 F5 离开（示例）')
      await page.reload()
      await waitForDesk(page)
      await isOffered('按 F5 离开（示例）')
    }

    // Dialogs: by Escape, by a click beside them, by their button.
    const dialog = page.getByRole('dialog')
    const closings = [
      () => page.keyboard.press('Escape'),
      () => page.locator('.ant-modal-wrap').click({ position: { x: 8, y: 8 } }),
      () => dialog.getByRole('button', { name: '取消' }).click(),
    ]
    const survivesClosing = async (path: string, button: string, label: string) => {
      await page.evaluate((hash) => {
        location.hash = hash
      }, path)
      for (const [index, close] of closings.entries()) {
        await page.getByRole('button', { name: button, exact: true }).click()
        if (index > 0) {
          await expect(dialog.getByLabel(label, { exact: true })).toHaveValue(`${label}（示例）${index - 1}`)
        }
        await dialog.getByLabel(label, { exact: true }).fill(`${label}（示例）${index}`)
        await close()
        await expect(dialog).toHaveCount(0)
      }
      await page.getByRole('button', { name: button, exact: true }).click()
      await expect(dialog.getByLabel(label, { exact: true })).toHaveValue(`${label}（示例）2`)
      await page.keyboard.press('Escape')
    }
    await survivesClosing('#/panels', '录入专家', '姓名')
    await survivesClosing(`#/dossiers/${readSampleDossier('vanadium-clean').id}`, '登记试点申请', '说明')
    await window.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a page whose host is dead asks before it goes, and what was typed into it is offered at the next opening', async () => {
  test.setTimeout(600_000)
  const folder = mkdtempSync(join(tmpdir(), 'lianshen-dead-host-'))
  try {
    const world = await makeDivisionWorld(folder)
    world.reset()
    const editors = ['division review', 'settings'].map((name) => world.editors.find((editor) => editor.name === name)!)
    const window = await openWindow(world.root)
    const { page } = window
    await unlock(page)
    await waitForDesk(page)
    await window.kill('host')
    for (const { name, open, field } of editors) {
      await open(page)
      await page.locator(field).first().fill(`没有主机时写的（示例）：${name}`)
    }
    await page.keyboard.press('End')
    await expect(page.getByText(/没有保存：/u)).toBeVisible()
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await page.evaluate(() => {
      setTimeout(() => {
        location.reload()
      })
    })
    await expect.poll(() => asked).toEqual(['beforeunload'])
    await expect(page.locator(department)).toHaveValue('没有主机时写的（示例）：settings')
    // A second at most may be lost.
    await page.waitForTimeout(1000)
    await window.kill('browser')
    await window.close()

    const again = await openWindow(world.root)
    await unlock(again.page)
    await waitForDesk(again.page)
    for (const { name, open, field } of editors) {
      await open(again.page)
      await expect(again.page.locator(field).first()).toHaveValue(`没有主机时写的（示例）：${name}`)
    }
    await again.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A sample, host and page killed while composing; `npm run durability -- --only typing` is the long form. */
test('typing that is cut off is on the disk but for its last second', async () => {
  test.setTimeout(600_000)
  const folder = mkdtempSync(join(tmpdir(), 'lianshen-typing-'))
  try {
    const worlds = [await makeDivisionWorld(folder)]
    const tally = new Tally('typing', () => undefined)
    await typingMatrix(tally, worlds, { count: 1, from: 1, seed: 3, longest: 2500 })
    expect(tally.report()).toMatchObject({ failures: [], cases: 1 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
