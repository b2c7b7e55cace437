import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeWorld } from '../hostile/cms/cases'
import { attributes, deskName, forge, makeHand } from '../hostile/cms/forge'
import { expect, test } from './fixtures/test'
import { beginDesk, goTo, type Person } from './steps/person'
import { shoot } from './steps/pictures'

const division: Person = {
  role: 'division',
  name: '陈守玉（示例）',
  unit: '示例科学技术厅政策法规处',
  passphrase: '第一把 钥匙 示例',
}
const document = Buffer.from('PK 示例公文')
const { desk: other, mallory, made } = makeWorld(document)
const forged = forge({
  content: document,
  hand: mallory,
  certificates: [other.certificate, mallory.certificate],
  attributes: (usual) => [...usual.slice(0, 3), attributes.signingCertificate(mallory.certificate, other.certificate)],
})

test('a forged file is called what it is, and verifying a folder again names it', async ({ launchDesk, shell }) => {
  const desk = await launchDesk('处室')
  const page = desk.page()
  await beginDesk(page, division)
  await goTo(page, '校验文件')
  const impostor = makeHand('', { subject: deskName(division.unit, division.name) })
  const give = (name: string, bytes: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })
  await page
    .locator('input[type=file]')
    .setInputFiles([
      give('冒名.docx', document),
      give('冒名.docx.p7s', forge({ content: document, hand: impostor })),
      give('夹带.docx', document),
      give('夹带.docx.p7s', forged),
      give('另有原文.docx', document),
      give('另有原文.docx.p7s', made({ embedded: document })),
    ])
  const card = (name: string) => page.getByRole('region', { name, exact: true })
  await expect(card('冒名.docx').getByText('可能冒名：姓名是认识的，密钥不是')).toBeVisible()
  await expect(card('冒名.docx').getByText('自称（未核对）')).toBeVisible()
  await expect(card('夹带.docx').getByText('签名有效，但不是本系统的签名形式')).toBeVisible()
  await expect(card('夹带.docx').getByText(/^mallory/u)).toBeVisible()
  await expect(card('另有原文.docx').getByText('签名文件里另带了一份原文')).toBeVisible()
  await shoot(page, 'verify-forged')

  const folder = join(desk.folders.exchange, '收文')
  await mkdir(folder, { recursive: true })
  for (const [name, p7s] of [
    ['夹带', forged],
    ['示例', made()],
  ] as const) {
    await writeFile(join(folder, `${name}.docx`), document)
    await writeFile(join(folder, `${name}.docx.p7s`), p7s)
  }
  const again = page.getByRole('region', { name: '重新校验' })
  await again.getByRole('button', { name: '重新校验登记过的文件' }).click()
  await expect(again.getByText('没有可校验的文件。')).toBeVisible()
  // Electron asks with the system's own dialog, which nothing here can drive.
  if (shell === 'electron') return
  await again.getByRole('button', { name: '重新校验一个文件夹…' }).click()
  const chooser = page.getByRole('dialog')
  await chooser.getByRole('button', { name: desk.folders.exchange }).click()
  await chooser.getByRole('button', { name: '收文' }).click()
  await chooser.getByRole('button', { name: '选定此文件夹' }).click()
  await expect(again.getByText('其中 1 个的结论与旧版本不同：')).toBeVisible()
  const row = again.getByRole('row').filter({ hasText: '夹带.docx' })
  await expect(row).toContainText('结论不同 · 政策法规处（示例）')
  await again.scrollIntoViewIfNeeded()
  await shoot(page, 'verify-again')
})
