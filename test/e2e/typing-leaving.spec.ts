import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { unlock, waitForDesk } from '../durability/browser/check'
import {
  makeDivisionWorld,
  makeExpertWorld,
  openEditor,
  type Editor,
  type TypingWorld,
} from '../durability/browser/typing-worlds'
import { openWindow } from '../durability/browser/window'
import { readSampleDossier } from '../helpers/samples'
import { expect, test } from './fixtures/test'
import { goTo } from './steps/go-to'

test.skip(({ shell }) => shell !== 'browser', 'Electron has one window')

/** Each leaves at once, and answers the page on which the person goes on. */
const ways: Readonly<Record<string, (page: Page) => Promise<Page>>> = {
  经导航离开: async (page) => {
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '设置' }).click()
    await page.getByRole('heading', { level: 1, name: '设置' }).waitFor()
    return page
  },
  按返回离开: async (page) => {
    await page.goBack()
    return page
  },
  '按 F5 离开': async (page) => {
    await page.reload()
    await waitForDesk(page)
    return page
  },
  锁定: async (page) => {
    await page.keyboard.press('Control+Shift+L')
    await page.getByRole('heading', { name: '请输入口令' }).waitFor()
    await unlock(page)
    await waitForDesk(page)
    return page
  },
  关掉窗口: async (page) => {
    const next = await page.context().newPage()
    const isClosed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await isClosed
    await next.goto(new URL('/', page.url()).href)
    await waitForDesk(next)
    return next
  },
}

/** Writes in the very moment in which the editor shows, leaves in the next one, and comes back. */
async function leaveEveryWay(start: Page, editor: Editor): Promise<Page> {
  let page = start
  for (const [way, leave] of Object.entries(ways)) {
    await test.step(`${editor.name}: ${way}`, async () => {
      const text = `${way}（示例）`
      await openEditor(page, editor)
      await page.locator(editor.field).first().fill(text)
      page = await leave(page)
      await openEditor(page, editor)
      await expect(page.locator(editor.field).first(), editor.name).toHaveValue(text)
    })
  }
  return page
}

async function inWorld(
  make: (folder: string) => Promise<TypingWorld>,
  act: (page: Page, editors: readonly Editor[]) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lianshen-leaving-'))
  const { root, editors } = await make(folder)
  const window = await openWindow(root)
  try {
    await unlock(window.page)
    await waitForDesk(window.page)
    // Its first screen is the desk's own choice.
    await window.page.getByRole('heading', { level: 1 }).waitFor()
    await act(window.page, editors)
    await window.close()
  } finally {
    await window.kill('both')
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

for (const [desk, make] of [
  ['division', makeDivisionWorld],
  ['expert', makeExpertWorld],
] as const) {
  test(`what is typed is offered again after every way of leaving, in every editor of the ${desk}`, async () => {
    test.setTimeout(600_000)
    await inWorld(make, async (start, editors) => {
      let page = start
      for (const editor of editors) page = await leaveEveryWay(page, editor)
    })
  })
}

test('what is typed into one dossier is there after a look at another one, and only there', async () => {
  await inWorld(makeDivisionWorld, async (page, editors) => {
    const pair = ['intake', 'new intake', 'division review', 'organisation review']
    const sisters = pair.map((name) => editors.find((editor) => editor.name === name)!)
    for (const editor of sisters) {
      await openEditor(page, editor)
      await page.locator(editor.field).first().fill(`${editor.name}（示例）`)
    }
    for (const editor of sisters) {
      await openEditor(page, editor)
      await expect(page.locator(editor.field).first()).toHaveValue(`${editor.name}（示例）`)
    }
  })
})

test('what is typed into a dialog is there however it is closed', async () => {
  await inWorld(makeDivisionWorld, async (page) => {
    // Dialogs: by Escape, by a click beside them, by their button.
    const dialog = page.getByRole('dialog')
    const closings = [
      () => page.keyboard.press('Escape'),
      () => page.locator('.ant-modal-wrap').click({ position: { x: 8, y: 8 } }),
      () => dialog.getByRole('button', { name: '取消' }).click(),
    ]
    const survivesClosing = async (path: string, button: string, label: string) => {
      await goTo(page, path)
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
    await survivesClosing('/panels', '录入专家', '姓名')
    await survivesClosing(`/dossiers/${readSampleDossier('vanadium-clean').id}`, '登记试点申请', '说明')
  })
})
