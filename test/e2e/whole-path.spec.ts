import type { Expert } from '@shared/domain/panel'
import { sampleExperts } from '../helpers/assignment'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { expect, test } from './fixtures/test'
import { loadCleanSample, reviewByDivisions } from './steps/division-review'
import { declare, exportOpinion, judge, readOwnFingerprint, takeAssignment, voteSignAndSeal } from './steps/expert'
import { carry } from './steps/files'
import { fileByForm, formAlliance } from './steps/filing'
import { reviewWithoutScreens } from './steps/other-experts'
import { convenePanel, decideRecusal, recordMeeting, sendAssignments } from './steps/panel'
import { writePanelOpinion } from './steps/panel-opinion'
import { verifyAll } from './steps/paper'
import { beginDesk, goTo, todayInShanghai, unlockDesk, type Person } from './steps/person'
import { shoot, shootForReadme } from './steps/pictures'
import { plaintextOf } from './steps/plaintext'
import { consult, publish } from './steps/publication'
import { cleanAlliance, sampleReview } from './steps/samples'
import { refuseTampered, takeAgain, takeOpinion } from './steps/taking-in'

const division: Person = {
  role: 'division',
  name: '陈守玉（示例）',
  unit: '示例科学技术厅政策法规处',
  passphrase: '第一把 钥匙 示例',
}
const expertPerson = ({ name, unitName }: Expert): Person => ({
  role: 'expert',
  name,
  unit: unitName,
  passphrase: '第二把 钥匙 示例',
})

const expertNamed = (name: string): Expert => sampleExperts.find((expert) => expert.name === name)!
/** Judges through the screens. */
const expertA = expertNamed('严伯衡')
/** Works at a member unit, and declares it. */
const expertB = expertNamed('陶景和')
const others = ['卓文渊', '秦慕之', '柳静姝', '费世清', '吕安澜'].map(expertNamed)
const panel = [expertA, ...others, expertB]

test.afterAll(removeTemporaryFolders)

test('the whole path: from intake to publication, over three desks and files on disk', async ({ launchDesk }) => {
  test.setTimeout(420_000)
  const today = todayInShanghai()
  const office = await launchDesk('处室')
  const page = office.page()

  await test.step('division: first run, intake and filing', async () => {
    await beginDesk(page, division)
    await shoot(page, 'division-empty')
    await loadCleanSample(page)
    await fileByForm(page)
  })
  await test.step('division: opinions of the divisions', () => reviewByDivisions(page))
  const { assignments, panelId } = await test.step('division: panel and assignments', async () => {
    await convenePanel(page, panel, today)
    return {
      panelId: /panels\/([0-9a-f-]{36})/u.exec(page.url())![1]!,
      assignments: await sendAssignments(page, panel, today),
    }
  })
  expect(assignments).toHaveLength(panel.length)
  const assignmentOf = (expert: Expert) => assignments.find((path) => path.includes(expert.name))!

  const fromA = await test.step('expert A: judges, is cut off, goes on, signs and hands back', async () => {
    const desk = await launchDesk('专家甲')
    await beginDesk(desk.page(), expertPerson(expertA))
    const fingerprint = await readOwnFingerprint(desk.page())
    await takeAssignment(desk.page(), await carry(assignmentOf(expertA), desk.folders.exchange))
    await declare(desk.page(), null)
    const opinion = sampleReview.opinions.find((item) => item.expertId === expertA.id)!
    for (const item of opinion.items.slice(0, 3)) await judge(desk.page(), item)
    await desk.page().keyboard.press('Alt+ArrowUp')
    await expect(desk.page().getByRole('textbox', { name: '理由' })).toHaveValue(opinion.items[2]!.reason)
    await desk.page().getByRole('button', { name: '钉住本页（Alt+P）' }).scrollIntoViewIfNeeded()
    await shoot(desk.page(), 'expert-review')
    await shootForReadme(desk.page(), 'expert-desk')
    await expect(desk.page().getByText(/草稿已存本机/u)).toBeVisible()
    await desk.restart('killed')
    await unlockDesk(desk.page(), expertPerson(expertA))
    // The dossier is open where it was left.
    await expect(desk.page().getByText(/已恢复 \d\d:\d\d 的草稿/u)).toBeVisible()
    await expect(desk.page().getByRole('textbox', { name: '理由' })).toHaveValue(opinion.items[2]!.reason)
    await desk.page().keyboard.press('Control+Enter')
    for (const item of opinion.items.slice(3)) await judge(desk.page(), item)
    await voteSignAndSeal(desk.page(), opinion)
    const written = opinion.items.map((item) => item.reason)
    return { desk, written, fingerprint, path: await exportOpinion(desk.page()) }
  })
  const fromB = await test.step('expert B: declares a ground, and the dossier stays closed', async () => {
    const desk = await launchDesk('专家乙')
    await beginDesk(desk.page(), expertPerson(expertB))
    const fingerprint = await readOwnFingerprint(desk.page())
    await takeAssignment(desk.page(), await carry(assignmentOf(expertB), desk.folders.exchange))
    await declare(desk.page(), { ground: 1, note: '本人任教的学校是成员单位（示例）' })
    await expect(desk.page().getByRole('heading', { name: '已声明回避' })).toBeVisible()
    await expect(desk.page().getByRole('button', { name: '逐项审阅' })).toHaveCount(0)
    await desk.page().getByRole('button', { name: '全部案卷' }).click()
    return { fingerprint, path: await exportOpinion(desk.page()) }
  })
  const fromOthers = await test.step('the other experts, without a screen', () =>
    reviewWithoutScreens(others, { panelId, on: today, assignmentOf }))

  const opinions = await test.step('division: takes the opinions in', async () => {
    const { exchange, profile } = office.folders
    const pathA = await carry(fromA.path, exchange)
    const pathB = await carry(fromB.path, exchange)
    await takeOpinion(page, pathA, expertA, fromA.fingerprint)
    await takeAgain(page, pathA)
    await refuseTampered(page, pathB, profile)
    await takeOpinion(page, pathB, expertB, fromB.fingerprint)
    for (const [index, path] of fromOthers.entries()) await takeOpinion(page, path, others[index]!, null)
    return [pathA, pathB, ...fromOthers]
  })
  const papers = await test.step('division: the meeting and the opinion of the panel', async () => {
    await recordMeeting(page, panel, expertA)
    await decideRecusal(page, expertB, '任教学校为成员单位')
    return writePanelOpinion(page, { recused: expertB, dissenter: expertNamed('秦慕之'), on: today })
  })
  const notice = await test.step('division: consultation, batch and joint notice', async () => {
    await consult(page, today)
    return publish(page, today)
  })
  await goTo(page, '案卷')
  await expect(page.getByRole('row', { name: new RegExp(cleanAlliance, 'u') })).toContainText('试点中')
  await shoot(page, 'dossier-list-at-the-end')
  await verifyAll([...assignments, ...opinions, ...papers, ...notice])

  await test.step('what lies on the disks of the division and of an expert tells nothing of it', async () => {
    const control = '明文对照词'
    await page.evaluate((word) => {
      localStorage.setItem('control', word)
    }, control)
    await office.restart('closed')
    const names = [formAlliance, cleanAlliance, '示例道地药材研究所', '何示例', '三家单位均为独立法人', expertB.name]
    expect((await plaintextOf(office.folders, [control])).length).toBeGreaterThan(0)
    expect(await plaintextOf(office.folders, names)).toEqual([])
    await fromA.desk.restart('killed')
    expect(await plaintextOf(fromA.desk.folders, [cleanAlliance, ...fromA.written])).toEqual([])
  })
})
