import { basename } from 'node:path'
import { sampleExperts } from '../helpers/assignment'
import { expect, test } from './fixtures/test'
import { loadCleanSample, reviewByDivisions } from './steps/division-review'
import { declare, exportOpinion, judge, readOwnFingerprint, takeAssignment, voteSignAndSeal } from './steps/expert'
import { carry } from './steps/files'
import { convenePanel, panelTitle, sendAssignments } from './steps/panel'
import { beginDesk, goTo, todayInShanghai, type Person } from './steps/person'
import { shootEveryWay } from './steps/pictures'
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
const reason = '第九条第四项请补写资金到位日期的核对情况。'

test('an opinion is handed back, corrected as version 2, and stale once the dossier changes', async ({
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
  const [assignment] = await sendAssignments(page, panel, today, 'none')

  const desk = await launchDesk('专家甲')
  const own = desk.page()
  const opinion = sampleReview.opinions.find((item) => item.expertId === expert.id)!
  await beginDesk(own, { role: 'expert', name: expert.name, unit: expert.unitName, passphrase: '第二把 钥匙 示例' })
  const fingerprint = await readOwnFingerprint(own)
  await takeAssignment(own, await carry(assignment!, desk.folders.exchange))
  await declare(own, null)
  for (const item of opinion.items) await judge(own, item)
  await voteSignAndSeal(own, opinion)
  const first = await carry(await exportOpinion(own), office.folders.exchange)
  await takeOpinion(page, first, expert, fingerprint)

  // Handed back: not without a reason, and the sealed one stays.
  await goTo(page, '专家评审')
  await page.getByRole('link', { name: panelTitle }).click()
  const received = page.getByRole('region', { name: '收到的专家意见' })
  await received.getByRole('button', { name: `退回${expert.name}的意见` }).click()
  await received.getByRole('button', { name: '退回并导出退回补正包' }).click()
  await expect(received.getByText('请写明需要补正什么。')).toBeVisible()
  await received.getByLabel('退回的原因，需要补正什么').fill(reason)
  await received.getByRole('button', { name: '退回并导出退回补正包' }).click()
  await expect(received.getByText(`已于 ${today} 退回补正：${reason}`)).toBeVisible()
  await expect(received.getByText(/意见第 1 版/u)).toBeVisible()
  const returned = await carry(await received.getByRole('status').locator('.path').innerText(), desk.folders.exchange)

  // The expert reads why, corrects, and seals a second version.
  const takeIn = async (path: string) => {
    await own.getByRole('button', { name: '打开送审包' }).click()
    await own.getByRole('button', { name: '重新列出' }).click()
    await own.getByRole('button', { name: `查看内容 ${basename(path)}` }).click()
    await own.getByRole('button', { name: '接收', exact: true }).click()
  }
  await takeIn(returned)
  await expect(own.getByText(`处室于 ${today} 退回补正：${reason}`)).toBeVisible()
  await own.getByRole('button', { name: `继续审阅 ${cleanAlliance}` }).click()
  await own.locator('.task-steps').getByRole('button', { name: '通读并封存' }).click()
  await own.getByRole('button', { name: '更正（封存为第 2 版）' }).click()
  await expect(own.getByRole('textbox', { name: '理由' })).toHaveValue(opinion.items[0]!.reason)
  await own.getByRole('textbox', { name: '理由' }).fill('补正：已逐笔核对银行回单（示例）。')
  await own.locator('.task-steps').getByRole('button', { name: '通读并封存' }).click()
  await own.getByRole('radio', { name: /打印后手写签名/u }).check()
  await own.getByRole('checkbox', { name: /我已通读/u }).check()
  await own.getByRole('button', { name: '封存', exact: true }).click()
  await expect(own.getByRole('heading', { name: '已封存：意见第 2 版' })).toBeInViewport()
  await own.getByRole('button', { name: '回到全部案卷' }).click()
  const second = await carry(await exportOpinion(own), office.folders.exchange)
  await goTo(page, '往来文件')
  await page.locator('input[type=file]').setInputFiles(second)
  await page.getByRole('button', { name: '收下' }).click()
  await expect(page.getByText(/已收下/u)).toBeVisible()

  // The dossier changes: the division is told what to do, and so is the expert.
  await goTo(page, '案卷')
  await page.getByRole('link', { name: cleanAlliance }).click()
  await expect(page.getByRole('button', { name: '去出具专家组意见' })).toBeVisible()
  await page.getByRole('button', { name: '修改录入' }).click()
  await page.getByLabel('简称').fill('示例钒钛联盟（更正）')
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await page.getByRole('button', { name: '去出具专家组意见' }).click()
  await expect(page.getByText(/有 1 份专家意见依据的不是当前第 2 版/u)).toBeVisible()
  await goTo(page, '专家评审')
  await page.getByRole('link', { name: panelTitle }).click()
  await expect(received.getByText(/意见第 2 版/u)).toBeVisible()
  await expect(received.getByText(/退回补正：/u)).toHaveCount(0)
  await page
    .getByRole('row', { name: new RegExp(expert.name, 'u') })
    .getByRole('button', { name: '导出送审包' })
    .click()
  const written = page.getByRole('status').filter({ hasText: '已导出并回读核对：1 个文件' })
  await takeIn(await carry(await written.locator('.path').innerText(), desk.folders.exchange))
  await expect(own.getByText(/这份意见针对材料第 1 版，现在已有第 2 版/u)).toBeVisible()

  // Nothing that was judged is touched: the expert sees what changed, goes on, and no criterion waits.
  await own
    .getByRole('row', { name: new RegExp(cleanAlliance, 'u') })
    .getByRole('button')
    .first()
    .click()
  await own.getByRole('button', { name: '去更正' }).click()
  await own.getByRole('button', { name: '更正（封存为第 3 版）' }).click()
  await own.getByRole('button', { name: '查看变化' }).click()
  const changes = own.getByRole('dialog')
  await expect(changes.getByText('材料文件没有变化，只改了案卷中填写的事项。')).toBeVisible()
  await expect(changes.getByText('没有涉及任何一项评审内容')).toBeVisible()
  await shootEveryWay(own, 'after-supplement')
  await changes.getByRole('button', { name: '按第 2 版继续' }).click()
  await expect(own.getByText(/案卷已更新/u)).toHaveCount(0)
  await expect(own.getByText('待复看')).toHaveCount(0)
  await shootEveryWay(own, 'supplemented-review')
})
