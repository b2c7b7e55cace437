import { basename } from 'node:path'
import { readFile } from 'node:fs/promises'
import { sampleExperts } from '../helpers/assignment'
import { expect, test } from './fixtures/test'
import { loadCleanSample, reviewByDivisions } from './steps/division-review'
import { declare, exportOpinion, judge, readOwnFingerprint, takeAssignment, voteSignAndSeal } from './steps/expert'
import { carry } from './steps/files'
import { convenePanel, panelTitle, sendAssignments } from './steps/panel'
import { beginDesk, goTo, todayInShanghai, type Person } from './steps/person'
import { shoot } from './steps/pictures'
import { cleanAlliance, sampleReview } from './steps/samples'
import { takeOpinion } from './steps/taking-in'

const division: Person = {
  role: 'division',
  name: '陈守玉（示例）',
  unit: '示例科学技术厅政策法规处',
  passphrase: '第一把 钥匙 示例',
}
const expert = sampleExperts.find(({ name }) => name === '严伯衡')!
const panel = [expert, ...sampleExperts.filter(({ name }) => name === '卓文渊' || name === '柳静姝')]
const correction = '更正：已逐笔核对银行回单（示例）。'

test('an expert sends the hash ahead, changes the opinion, and the opening at the meeting shows both', async ({
  launchDesk,
}) => {
  test.setTimeout(300_000)
  const today = todayInShanghai()
  const office = await launchDesk('处室')
  const page = office.page()
  await beginDesk(page, division)
  await loadCleanSample(page)
  await reviewByDivisions(page)
  await convenePanel(page, panel, today)
  await page.getByRole('checkbox', { name: '先送封存哈希，会上同时开封' }).check()
  await page.getByRole('button', { name: '保存评审会' }).click()
  await expect(page.getByText(/^有改动还没有保存/u)).toBeHidden()
  const [assignment] = await sendAssignments(page, panel, today)

  // The expert seals and sends the hash alone.
  const desk = await launchDesk('专家甲')
  const own = desk.page()
  const opinion = sampleReview.opinions.find((item) => item.expertId === expert.id)!
  await beginDesk(own, { role: 'expert', name: expert.name, unit: expert.unitName, passphrase: '第二把 钥匙 示例' })
  const fingerprint = await readOwnFingerprint(own)
  await takeAssignment(own, await carry(assignment!, desk.folders.exchange))
  await declare(own, null)
  for (const item of opinion.items) await judge(own, item)
  await voteSignAndSeal(own, opinion)
  await expect(own.getByRole('radio', { name: /^只送封存哈希/u })).toBeChecked()
  await own.getByRole('radio', { name: /^不加密/u }).check()
  await own.getByRole('button', { name: '导出封存哈希' }).click()
  const written = own.getByRole('status').filter({ hasText: '已导出并回读核对' })
  const hashes = await written.getByText(/\.lsb$/u).innerText()
  expect(basename(hashes)).toMatch(/^封存哈希-/u)
  const bytes = await readFile(hashes)
  expect(bytes.length).toBeLessThan(20_000)
  expect(bytes.includes(Buffer.from(opinion.overall))).toBe(false)
  const codes = own.getByRole('region', { name: '封存码，可在电话里念给处室核对' })
  const code = await codes.locator('.fingerprint').innerText()
  await codes.scrollIntoViewIfNeeded()
  await shoot(own, 'expert-hash-sent')
  await expect(own.getByRole('row', { name: new RegExp(cleanAlliance, 'u') })).toContainText('已交哈希')

  // The division compares the code; there is nothing else to see.
  await takeOpinion(page, await carry(hashes, office.folders.exchange), expert, fingerprint)
  const openPanel = async () => {
    await goTo(page, '专家评审')
    await page.getByRole('link', { name: panelTitle }).click()
  }
  await openPanel()
  const part = page.getByRole('region', { name: '专家意见的哈希与开封' })
  const line = part.getByRole('row', { name: new RegExp(expert.name, 'u') })
  await expect(line).toContainText('已交哈希')
  await expect(line.locator('.fingerprint')).toHaveText(code)
  await expect(page.getByRole('checkbox', { name: '先送封存哈希，会上同时开封' })).toBeDisabled()

  // The expert changes a reason and hands in everything: it came, and stays closed.
  await own.getByRole('button', { name: `查看 ${cleanAlliance}` }).click()
  await own.locator('.task-steps').getByRole('button', { name: '通读并封存' }).click()
  await own.getByRole('button', { name: '更正（封存为第 2 版）' }).click()
  await own.getByRole('textbox', { name: '理由' }).fill(correction)
  await own.locator('.task-steps').getByRole('button', { name: '通读并封存' }).click()
  await own.getByRole('radio', { name: /打印后手写签名/u }).check()
  await own.getByRole('checkbox', { name: /我已通读/u }).check()
  await own.getByRole('button', { name: '封存', exact: true }).click()
  await own.getByRole('button', { name: '回到全部案卷' }).click()
  await own.getByRole('radio', { name: /^意见全文/u }).check()
  const whole = await carry(await exportOpinion(own), office.folders.exchange)
  await goTo(page, '往来文件')
  await page.locator('input[type=file]').setInputFiles(whole)
  await page.getByRole('button', { name: '收下' }).click()
  await expect(page.getByText(/已收下/u)).toBeVisible()
  await openPanel()
  await expect(line).toContainText('意见已到，未开封')
  await expect(line).toContainText('与意见相符')
  await expect(page.getByText(correction)).toHaveCount(0)
  await part.scrollIntoViewIfNeeded()
  await shoot(page, 'division-closed')
  await page.getByRole('link', { name: '专家组意见' }).click()
  await expect(page.getByText('有 1 份专家意见已到、尚未开封')).toBeVisible()
  await expect(page.getByText(opinion.items[0]!.reason)).toHaveCount(0)

  // The opening: one record, and the change since the promise in full.
  await openPanel()
  await part.getByRole('button', { name: '会上开封…' }).click()
  const opening = page.getByRole('dialog', { name: '会上开封' })
  await opening.getByLabel('开封人（组长或工作人员）').fill('示例组长')
  await shoot(page, 'division-opening')
  await opening.getByRole('button', { name: '确认开封' }).click()
  await expect(part.getByText(`示例组长于 ${today} 开封：清单列有哈希 1 项、意见 2 件（各版本分别计）。`)).toBeVisible()
  await expect(line).toContainText('已开封，送哈希后有改动')
  const changes = part.getByRole('region', { name: '送出哈希或开封以后的改动' })
  await expect(changes).toContainText(`${expert.name}：第 1 版改为第 2 版`)
  await expect(changes.getByRole('deletion')).toHaveText(opinion.items[0]!.reason)
  await expect(changes.getByRole('insertion')).toHaveText(correction)
  await expect(changes).toContainText(code)
  await changes.scrollIntoViewIfNeeded()
  await shoot(page, 'division-opened')
  await page.getByRole('link', { name: '专家组意见' }).click()
  await expect(page.getByText(correction).first()).toBeVisible()
})
