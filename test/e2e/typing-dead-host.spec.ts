import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unlock, waitForDesk } from '../durability/browser/check'
import { typingMatrix } from '../durability/browser/typing'
import { makeDivisionWorld, openEditor, type TypingWorld } from '../durability/browser/typing-worlds'
import { openWindow } from '../durability/browser/window'
import { Tally } from '../durability/matrices/report'
import { expect, test } from './fixtures/test'

test.skip(({ shell }) => shell !== 'browser', 'the host of Electron dies with its window')

const department = '#office-department'
let folder: string
let world: TypingWorld

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lianshen-dead-host-'))
  world = await makeDivisionWorld(folder)
})
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('a page whose host is dead asks before it goes, and what was typed into it is offered at the next opening', async () => {
  test.setTimeout(600_000)
  world.reset()
  const editors = ['division review', 'settings'].map((name) => world.editors.find((editor) => editor.name === name)!)
  const window = await openWindow(world.root)
  const { page } = window
  await unlock(page)
  await waitForDesk(page)
  await window.kill('host')
  for (const editor of editors) {
    await openEditor(page, editor)
    await page.locator(editor.field).first().fill(`没有主机时写的（示例）：${editor.name}`)
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
  for (const editor of editors) {
    await openEditor(again.page, editor)
    await expect(again.page.locator(editor.field).first()).toHaveValue(`没有主机时写的（示例）：${editor.name}`)
  }
  await again.close()
})

/** A sample, host and page killed while composing; `npm run durability -- --only typing` is the long form. */
test('typing that is cut off is on the disk but for its last second', async () => {
  test.setTimeout(600_000)
  const tally = new Tally('typing', () => undefined)
  await typingMatrix(tally, [world], { count: 1, from: 1, seed: 3, longest: 2500 })
  expect(tally.report()).toMatchObject({ failures: [], cases: 1 })
})
