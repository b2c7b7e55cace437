import { expect, test } from './fixtures/test'
import { goTo } from './steps/go-to'
import { beginDesk, type Person } from './steps/person'
import { shootEveryWay } from './steps/pictures'

test.skip(({ shell }) => shell !== 'browser', 'Electron has one window')

const person: Person = { role: 'division', name: '陈守玉（示例）', unit: '示例处', passphrase: '两个窗口 示例口令' }
const department = '#office-department'

test('a second window takes the desk over, and neither writes over the other', async ({ launchDesk }) => {
  const desk = await launchDesk('两个窗口')
  const first = desk.page()
  await beginDesk(first, person)
  await goTo(first, '/settings')
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
  await goTo(second, '/settings')
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
  await goTo(first, '/settings')
  await first.route('**/ipc/draft:put', (route) => route.abort())
  await first.locator(department).fill('没有存下的一句（示例）')
  await expect(first.getByText(/没有保存：/u)).toBeVisible()
  await expect(second.getByRole('heading', { name: '工作台已由另一个窗口接管' })).toBeVisible()
  await second.getByRole('button', { name: '在这里接管' }).click()
  await expect(second.getByRole('navigation', { name: '主导航' })).toBeVisible()
  await expect(first.getByLabel('没有存下的文字')).toHaveValue(/没有存下的一句（示例）/u)
  await shootEveryWay(first, 'desk-lost')

  await goTo(second, '/settings')
  await second.locator(department).fill('第二个窗口改的（示例）')
  await expect(second.getByText(/草稿已存本机/u)).toBeVisible()
  await first.unroute('**/ipc/draft:put')
  first.once('dialog', (dialog) => void dialog.accept())
  await first.getByRole('button', { name: '在这里接管' }).click()
  await expect(first.getByRole('navigation', { name: '主导航' })).toBeVisible()
  await expect(first.getByText(/份文字没有并入草稿，另存在旁边/u)).toBeVisible()
  await goTo(first, '/settings')
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
  const opened = first.locator('details[open]')
  await expect(opened.getByLabel('文字', { exact: true })).toHaveValue(/第二个窗口改的（示例）/u)
  await shootEveryWay(first, 'kept-texts')
  await second.close()
})
