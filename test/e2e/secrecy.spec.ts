import { issueAssignment, sampleExperts } from '../helpers/assignment'
import { readSampleDossier } from '../helpers/samples'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { expect, test } from './fixtures/test'
import { takeAssignment } from './steps/expert'
import { beginDesk, goTo } from './steps/person'
import { plaintextOf } from './steps/plaintext'

test.afterAll(removeTemporaryFolders)

const person = {
  role: 'division',
  name: '陈守玉（示例）',
  unit: '示例科学技术厅政策法规处',
  passphrase: '第一把 钥匙 示例',
} as const

test('a forgotten passphrase is replaced with the recovery key, and the old one opens nothing', async ({
  launchDesk,
}) => {
  const desk = await launchDesk('处室')
  const page = desk.page()
  const recoveryKey = await beginDesk(page, person)
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByRole('heading', { name: '请输入口令' })).toBeVisible()

  await page.getByRole('button', { name: '改用恢复密钥' }).click()
  await page.getByLabel('恢复密钥（13 组）').fill(`${recoveryKey.slice(0, -1)}${recoveryKey.endsWith('0') ? '1' : '0'}`)
  await page.getByRole('button', { name: '打开工作台' }).click()
  await expect(page.getByText(/第 13 组/u)).toBeVisible()
  await page.getByLabel('恢复密钥（13 组）').fill(recoveryKey.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: '打开工作台' }).click()
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()

  await goTo(page, '设置')
  await page.getByRole('button', { name: '更换口令' }).click()
  await page.getByLabel(/^现在的口令/u).fill(recoveryKey)
  await page.getByLabel('新口令（至少 8 个字符）').fill('第二把 钥匙 示例')
  await page.getByLabel('再输入一次口令').fill('第二把 钥匙 示例')
  await page.getByRole('dialog').getByRole('button', { name: '更换口令' }).click()
  await expect(page.getByText('口令已更换。')).toBeVisible()
  await page.getByRole('button', { name: '锁定' }).click()
  await page.getByLabel('口令').fill(person.passphrase)
  await page.getByLabel('口令').press('Enter')
  await expect(page.getByText(/^口令不对。/u)).toBeVisible()
  await page.getByLabel('口令').fill('第二把 钥匙 示例')
  await page.getByLabel('口令').press('Enter')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
})

test('a desk that nobody touches announces that it locks, stays open at a sign, and locks', async ({ launchDesk }) => {
  const desk = await launchDesk('处室')
  const page = desk.page()
  await page.clock.install()
  await beginDesk(page, person)
  await page.clock.fastForward('14:40')
  await expect(page.getByText(/秒后自动锁定/u)).toBeVisible()
  await page.getByRole('button', { name: '继续工作' }).click()
  await expect(page.getByText(/秒后自动锁定/u)).toHaveCount(0)
  await page.clock.fastForward('15:05')
  await expect(page.getByRole('heading', { name: '请输入口令' })).toBeVisible()
})

test('before the declaration no word of a locked dossier lies in the profile or in the folder of the browser', async ({
  launchDesk,
}) => {
  const expert = sampleExperts[0]!
  const { content } = readSampleDossier('vanadium-clean')
  const words = [content.alliance.name, content.goals.overall, ...content.members.map(({ fullName }) => fullName)]
  const desk = await launchDesk('专家')
  const { path } = await issueAssignment({ slugs: ['vanadium-clean'], expert, folder: desk.folders.exchange })
  await beginDesk(desk.page(), { ...person, role: 'expert', name: expert.name, unit: expert.unitName })
  await takeAssignment(desk.page(), path)
  await desk
    .page()
    .getByRole('button', { name: /^声明回避/u })
    .click()
  await expect(desk.page().getByRole('heading', { name: '回避声明' })).toBeVisible()
  const control = '明文对照词'
  await desk.page().evaluate((word) => {
    localStorage.setItem('control', word)
  }, control)
  expect(await plaintextOf(desk.folders, words)).toEqual([])
  await desk.restart('killed')
  expect(await plaintextOf(desk.folders, words)).toEqual([])
  await desk.restart('closed')
  expect(await plaintextOf(desk.folders, words)).toEqual([])
  expect((await plaintextOf(desk.folders, [control])).length).toBeGreaterThan(0)
})
