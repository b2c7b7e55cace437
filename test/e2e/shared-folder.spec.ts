import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { sampleExperts } from '../helpers/assignment'
import { expect, test } from './fixtures/test'
import { loadCleanSample, reviewByDivisions } from './steps/division-review'
import { takeAssignment } from './steps/expert'
import { convenePanel, sendAssignments } from './steps/panel'
import { beginDesk, goTo, todayInShanghai, type Person } from './steps/person'

const division: Person = {
  role: 'division',
  name: '陈守玉（示例）',
  unit: '示例科学技术厅政策法规处',
  passphrase: '第一把 钥匙 示例',
}
const panel = ['严伯衡', '卓文渊', '柳静姝'].map((name) => sampleExperts.find((expert) => expert.name === name)!)
const expert = panel[0]!

/** How many bundles the main navigation says have newly arrived. */
const arrivals = (page: Page) => page.getByRole('navigation', { name: '主导航' }).getByText(/个新到的联审包/u)

/** The line of a file in the expert's list of the exchange folder. */
const lineOf = (page: Page, fileName: string) => page.getByRole('row').filter({ hasText: fileName })

test('two desks on one shared folder: what one writes the other is told of, previews, and takes in when told to', async ({
  launchDesk,
}) => {
  test.setTimeout(300_000)
  const today = todayInShanghai()
  const office = await launchDesk('处室')
  const desk = await launchDesk('专家甲', { exchange: office.folders.exchange })
  const [page, own] = [office.page(), desk.page()]
  await beginDesk(page, division)
  await beginDesk(own, { role: 'expert', name: expert.name, unit: expert.unitName, passphrase: '第二把 钥匙 示例' })
  await goTo(own, '评审任务')
  await expect(own.getByText('交换文件夹里没有 .lsb 文件。')).toBeVisible()
  await expect(arrivals(own)).toHaveCount(0)

  await loadCleanSample(page)
  await reviewByDivisions(page)
  await convenePanel(page, panel, today)
  const paths = await sendAssignments(page, panel, today, 'none')
  const assignment = paths.find((path) => path.includes(expert.name))!
  const another = paths.find((path) => path !== assignment)!

  // Nobody touches the expert's desk: it tells by itself, and takes nothing in by itself.
  await expect(arrivals(own)).toHaveText('3 个新到的联审包')
  await expect(lineOf(own, basename(assignment))).toContainText('新到 · 陈守玉（示例）')
  await expect(own.getByRole('button', { name: /^声明回避/u })).toHaveCount(0)
  // The desk that wrote them is not told of its own files.
  await goTo(page, '往来文件')
  await expect(lineOf(page, basename(assignment))).toContainText('本台写出')
  await expect(arrivals(page)).toHaveCount(0)

  // A preview that is left changes nothing; only the word takes the bundle in.
  await own.getByRole('button', { name: `查看内容 ${basename(assignment)}` }).click()
  await expect(own.getByRole('heading', { name: '送审包里有什么' })).toBeVisible()
  await own.getByRole('button', { name: '取消' }).click()
  await expect(arrivals(own)).toHaveText('3 个新到的联审包')
  await expect(lineOf(own, basename(assignment))).toContainText('新到')
  await takeAssignment(own, assignment)
  await expect(arrivals(own)).toHaveText('2 个新到的联审包')

  // Half of a file waits without an error and cannot be opened; whole, it is told of like the others.
  const bytes = await readFile(another)
  const copied = join(office.folders.exchange, '慢慢拷来的送审包.lsb')
  await writeFile(copied, bytes.subarray(0, bytes.length >> 1))
  await own.getByRole('button', { name: '打开送审包' }).click()
  const line = lineOf(own, basename(copied))
  await expect(lineOf(own, basename(assignment))).toContainText('收下')
  await expect(line).toContainText('正在复制，请稍候')
  await expect(line.getByRole('button')).toBeDisabled()
  await expect(arrivals(own)).toHaveText('2 个新到的联审包')
  await expect(own.getByRole('alert')).toHaveCount(0)
  await writeFile(copied, bytes)
  await expect(line).toContainText('新到 · 陈守玉（示例）')
  await expect(line.getByRole('button')).toBeEnabled()
  await expect(arrivals(own)).toHaveText('3 个新到的联审包')
  await expect(own.getByRole('alert')).toHaveCount(0)
})
