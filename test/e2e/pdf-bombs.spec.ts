import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Bomb } from '../hostile/attachments/bomb-maker'
import { bombPdfs } from '../hostile/attachments/bomb-pdfs'
import { drawingBombs } from '../hostile/attachments/drawing-bombs'
import { expect, test } from './fixtures/test'
import { keepRecoveryKey } from './steps/person'

const alliance = '四川省示例重负联盟'
const harmless = 'resources/samples/vanadium-clean/materials'

async function openDivisionDesk(page: Page) {
  await page.getByRole('radio', { name: /处室工作台/u }).check()
  await page.getByLabel('使用人姓名').fill('陈守玉（示例）')
  await page.getByLabel('所在单位').fill('示例科学技术厅政策法规处')
  await page.getByLabel('口令（至少 8 个字符）').fill('示例口令-2026')
  await page.getByLabel('再输入一次口令').fill('示例口令-2026')
  await page.getByRole('button', { name: '建立并打开工作台' }).click()
  await keepRecoveryKey(page)
}

/** Bytes in memory of every process of the browser that keeps its data in a folder. */
function memoryOf(folder: string): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .reduce((sum, process) => {
      try {
        if (!readFileSync(`/proc/${process}/cmdline`, 'utf8').includes(folder)) return sum
        const pages = Number(readFileSync(`/proc/${process}/statm`, 'utf8').split(' ')[1])
        return sum + pages * 4096
      } catch {
        return sum
      }
    }, 0)
}

/** Looks again and again how much the browser takes and how long its page is silent. */
function watch(page: Page, folder: string) {
  let isOver = false
  const most = { bytes: 0, silentMs: 0 }
  const look = async () => {
    while (!isOver) {
      most.bytes = Math.max(most.bytes, memoryOf(folder))
      const start = performance.now()
      await page.evaluate(() => document.title).catch(() => undefined)
      most.silentMs = Math.max(most.silentMs, performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const looking = look()
  return {
    most,
    stop: async () => {
      isOver = true
      await looking
    },
  }
}

test.skip(process.platform !== 'linux', 'memory is read from /proc')
const kinds: readonly (readonly [string, readonly Bomb[]])[] = [
  ['files that no computer can read', bombPdfs],
  ['files that no computer can draw', drawingBombs],
]
for (const [kind, bombs] of kinds) {
  test(`${kind} are taken in, told, left out page by page, and the desk goes on`, async ({ launchDesk }) => {
    test.setTimeout(900_000)
    const desk = await launchDesk('处室')
    const page = desk.page()
    await openDivisionDesk(page)
    await page.getByRole('button', { name: '放入文件建案卷' }).click()
    const folder = join(desk.folders.exchange, '收到的')
    await mkdir(folder, { recursive: true })
    const paths = await Promise.all(
      bombs.map(async ({ name, make }) => {
        const path = join(folder, `${name}.pdf`)
        await writeFile(path, make())
        return path
      }),
    )
    const own = readdirSync(harmless)[0]!
    const watched = watch(page, desk.folders.cache)
    await page.locator('input[type=file]').setInputFiles([...paths, join(harmless, own)])
    // The desk answers while the files are looked into.
    await page.getByRole('tab', { name: /^A/u }).click()
    await page.getByLabel('联盟名称（全称，照登记名称）').fill(alliance)
    await page.getByRole('tab', { name: /材料/u }).click()
    await expect(page.getByRole('group', { name: own })).toContainText(/\d+ 页/u, { timeout: 240_000 })
    for (const { name } of bombs) await expect(page.getByRole('group', { name: `${name}.pdf` })).toContainText('2 页')
    await page.getByRole('button', { name: '建立案卷' }).click()
    await expect(page.getByRole('heading', { level: 1, name: alliance })).toBeVisible()
    // The form has such a tab, too, and the same heading.
    await expect(page.getByRole('tab', { name: '核对' })).toBeVisible()
    await page.getByRole('tab', { name: /材料/u }).click()
    const list = page.locator('.choices').getByRole('button')
    await expect(list).toHaveCount(bombs.length + 1)
    for (const { name, isForeseen } of bombs) {
      await test.step(name, async () => {
        await list.filter({ hasText: name }).first().click()
        const viewer = page.getByRole('region', { name: new RegExp(`^文件：${name}`, 'u') })
        await expect(viewer.getByLabel('页码')).toHaveValue('1', { timeout: 30_000 })
        if (isForeseen) {
          await expect(viewer.locator('.pdf-left-out')).toContainText(/第1页的图片大得无法绘制（\d+×\d+ 像素）/u)
          await expect(page.locator('.ant-alert').filter({ hasText: name })).toHaveCount(1)
        }
        await viewer.getByRole('button', { name: '下一页（PageDown）' }).click()
        await expect(viewer.locator('[data-page="2"]')).toContainText('SHILI 2026', { timeout: 60_000 })
        test.info().annotations.push({ type: name, description: JSON.stringify(watched.most) })
      })
    }
    await list.last().click()
    await expect(page.locator('.pdf-page').first()).toContainText(/\S/u, { timeout: 20_000 })
    await watched.stop()
    const { bytes, silentMs } = watched.most
    test.info().annotations.push({ type: 'most', description: `${bytes} bytes, silent for ${Math.round(silentMs)} ms` })
    expect(bytes).toBeLessThan(4_000_000_000)
    // Nothing of a file is done in the page's own thread that could hold it.
    expect(silentMs).toBeLessThan(5000)
    expect(page.frames()).toHaveLength(1)
  })
}
