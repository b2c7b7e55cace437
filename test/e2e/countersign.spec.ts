import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { sealedSample } from '../helpers/sealed-opinion'
import { hasTool, runTool } from '../helpers/tools'
import { expect, test, type Desk } from './fixtures/test'
import { dropFiles } from './steps/controls'
import { carry } from './steps/files'
import { exportPaper, verifyAll } from './steps/paper'
import { beginDesk, goTo, type Person } from './steps/person'
import { shoot } from './steps/pictures'
import { openByPassphrase, protectByPassphrase } from './steps/protection'
import { cleanAlliance } from './steps/samples'

const division: Person = {
  role: 'division',
  name: '陈守玉（示例）',
  unit: '示例科学技术厅政策法规处',
  passphrase: '第一把 钥匙 示例',
}
const person = (name: string, unit: string): Person => ({ role: 'expert', name, unit, passphrase: '第二把 钥匙 示例' })

/** A grey page of one pixel: what matters is that its bytes travel. */
const scan = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function takeBundle(page: Page, path: string): Promise<void> {
  await goTo(page, '往来文件')
  await page.getByRole('button', { name: '重新列出' }).click()
  await page
    .getByRole('row', { name: new RegExp(basename(path).replaceAll('.', '\\.'), 'u') })
    .getByRole('button', { name: '试导入' })
    .click()
  await page.getByRole('button', { name: '收下' }).click()
  await expect(page.getByText(/已收下/u)).toBeVisible()
}

/** An expert's desk takes the countersign bundle and opens the opinion; no answer is chosen beforehand. */
async function openToSign(desk: Desk, who: Person, path: string): Promise<Page> {
  const page = desk.page()
  await beginDesk(page, who)
  await page.getByRole('button', { name: `查看内容 ${basename(path)}` }).click()
  await openByPassphrase(page)
  await page.getByRole('button', { name: '接收', exact: true }).click()
  await expect(page.getByText('专家组意见第 1 稿待你会签。')).toBeVisible()
  await page.getByRole('button', { name: `阅签专家组意见 ${cleanAlliance}` }).click()
  await expect(page.getByRole('heading', { name: '会签专家组意见第 1 稿' })).toBeVisible()
  await expect(page.locator('.countersigning-paper canvas').first()).toBeVisible({ timeout: 30_000 })
  for (const way of await page.getByRole('region', { name: '签名', exact: true }).getByRole('radio').all()) {
    await expect(way).not.toBeChecked()
  }
  await expect(page.getByRole('button', { name: '签署', exact: true })).toBeDisabled()
  return page
}

async function handBack(page: Page): Promise<string> {
  await page.getByRole('button', { name: '导出会签包' }).click()
  const written = page.getByRole('status').filter({ hasText: '已导出并回读核对：1 个文件' })
  await expect(written).toBeVisible()
  return written.locator('.path').innerText()
}

test('a panel opinion goes round among three desks, is closed by the leader, and every signature is verified', async ({
  launchDesk,
}) => {
  test.setTimeout(240_000)
  const sample = await sealedSample()
  const office = await launchDesk('处室')
  const page = office.page()
  const archive = join(office.folders.exchange, '前期.lsb')
  await writeFile(archive, sample.bundle)
  const [first, second] = sample.panel.experts
  const openRound = async () => {
    await goTo(page, '专家评审')
    await page.getByRole('link', { name: sample.panel.title }).click()
    await page.getByRole('link', { name: '专家组意见' }).click()
    await page.getByRole('link', { name: '专家会签' }).click()
  }

  await test.step('division: opens the round and sends it to all', async () => {
    await beginDesk(page, division)
    await takeBundle(page, archive)
    await openRound()
    await expect(page.getByText(/请这 7 位专家签名/u)).toBeVisible()
    await page.getByLabel('请于此日前签回（可不填）').fill('2026-01-31')
    await shoot(page, 'countersign-open')
    await page.getByRole('button', { name: '生成会签件并发起会签' }).click()
    await shoot(page, 'countersign-open-read-back')
    await page.getByRole('button', { name: '确认生成会签件并发起会签' }).click()
    await expect(page.getByRole('heading', { name: '会签进度：已签 0 / 7' })).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('逾期未签')).toHaveCount(7)
  })
  const sent = await test.step('division: the bundles', async () => {
    await protectByPassphrase(page, '为 7 位待签专家导出会签包')
    await page.getByRole('button', { name: '为 7 位待签专家导出会签包' }).click()
    const written = page.getByRole('status').filter({ hasText: '已导出并回读核对：7 个文件' })
    await expect(written).toBeVisible({ timeout: 60_000 })
    await shoot(page, 'countersign-sent')
    return written.locator('.path').allInnerTexts()
  })

  const byHand = await test.step('first expert: reads, compares, signs by hand', async () => {
    const desk = await launchDesk('专家甲')
    const path = await carry(
      sent.find((one) => one.includes(first!.name))!,
      desk.folders.exchange,
    )
    const own = await openToSign(desk, person(first!.name, first!.unitName), path)
    await shoot(own, 'countersigning-first')
    await own.getByRole('radio', { name: /在这里手写签名/u }).check()
    const pad = own.getByRole('img', { name: /签名处/u })
    await pad.scrollIntoViewIfNeeded()
    const box = (await pad.boundingBox())!
    for (const from of [40, 130]) {
      await own.mouse.move(box.x + from, box.y + 40)
      await own.mouse.down()
      for (let step = 1; step <= 12; step += 1) await own.mouse.move(box.x + from + step * 5, box.y + 40 + step * 4)
      await own.mouse.up()
    }
    await own.getByRole('checkbox', { name: /我已通读/u }).check()
    await shoot(own, 'countersigning-signed-by-hand')
    await own.getByRole('button', { name: '签署', exact: true }).click()
    await expect(own.getByRole('heading', { name: /手写签名/u })).toBeVisible({ timeout: 30_000 })
    const file = await handBack(own)
    await shoot(own, 'countersigning-handed-back')
    return carry(file, office.folders.exchange)
  })
  const forSecond =
    await test.step('division: takes it in, and sends the second expert the PDF signed so far', async () => {
      await takeBundle(page, byHand)
      await openRound()
      await expect(page.getByRole('heading', { name: '会签进度：已签 1 / 7' })).toBeVisible()
      await protectByPassphrase(page, `导出会签包 ${second!.name}`)
      await page.getByRole('button', { name: `导出会签包 ${second!.name}` }).click()
      const written = page.getByRole('status').filter({ hasText: '已导出并回读核对：1 个文件' })
      await expect(written).toBeVisible()
      return written.locator('.path').innerText()
    })
  const byScan = await test.step('second expert: signs on paper, the scan is attached by its hash', async () => {
    const desk = await launchDesk('专家乙')
    const own = await openToSign(
      desk,
      person(second!.name, second!.unitName),
      await carry(forSecond, desk.folders.exchange),
    )
    await expect(own.getByText(/PDF 上已有 1 位专家签名/u)).toBeVisible()
    await own.getByRole('radio', { name: /附上扫描件/u }).check()
    const drop = own.locator('.file-drop')
    await dropFiles(own, drop, [{ name: '签名页.docx', bytes: Buffer.from('PK不是图'), type: '' }])
    await expect(own.getByText(/不是 PDF、PNG 或 JPG/u)).toBeVisible()
    await dropFiles(own, drop, [{ name: '签名页.png', bytes: scan, type: 'image/png' }])
    await expect(own.getByText(/已附上 签名页.png/u)).toBeVisible()
    await own.getByRole('checkbox', { name: /我已通读/u }).check()
    await shoot(own, 'countersigning-scan')
    await own.getByRole('button', { name: '签署', exact: true }).click()
    await expect(own.getByRole('heading', { name: /附纸质签名扫描件/u })).toBeVisible({ timeout: 30_000 })
    return carry(await handBack(own), office.folders.exchange)
  })
  const papers = await test.step('division: the leader ends the round, and the last copies are made', async () => {
    await takeBundle(page, byScan)
    await openRound()
    await expect(page.getByRole('heading', { name: '会签进度：已签 2 / 7' })).toBeVisible()
    await expect(page.getByText('已在 PDF 上签名')).toHaveCount(2)
    await page.getByRole('button', { name: `看扫描件 ${second!.name}` }).click()
    await expect(page.getByRole('dialog').getByRole('img', { name: '签名页.png' })).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await page.getByRole('button', { name: '组长决定不再等待' }).click()
    await page.getByRole('button', { name: '结束会签' }).click()
    await expect(page.getByText('请写明组长结束会签的理由。')).toBeVisible()
    await page.getByLabel('组长结束会签的理由').fill('其余专家已在会上表决，出差未归（示例）')
    await shoot(page, 'countersign-closing')
    await page.getByRole('button', { name: '结束会签' }).click()
    const closing = page.getByRole('dialog', { name: '组长决定不再等待' })
    await expect(closing).toContainText('其余专家已在会上表决')
    await shoot(page, 'countersign-closing-read-back')
    await closing.getByRole('button', { name: '确认结束会签' }).click()
    await expect(page.getByText('会签已完成：已签 2 / 7')).toBeVisible()
    await page.getByRole('button', { name: '预览会签完成件并导出' }).click()
    const final = await exportPaper(page, 'countersigned')
    await page.getByRole('button', { name: '导出逐签 PDF' }).click()
    const written = page.getByRole('status').filter({ hasText: '已导出并回读核对：1 个文件' })
    await expect(written).toBeVisible()
    await shoot(page, 'countersign-finished')
    return { final, chain: await written.locator('.path').innerText() }
  })

  await test.step('everybody: the files verify by drop, by the command line and by pdfsig', async () => {
    await goTo(page, '校验文件')
    const [pdf] = papers.final
    const drop = page.locator('.file-drop')
    await dropFiles(page, drop, [{ name: basename(pdf!), bytes: await readFile(pdf!), type: 'application/pdf' }])
    const card = page.getByRole('region', { name: basename(pdf!) })
    await expect(card.getByText('就是登记的那一份')).toBeVisible()
    const signatures = card.getByRole('region', { name: '专家会签（2 位）' })
    await expect(signatures.getByText('签名成立，意见未改动')).toHaveCount(2)
    await expect(signatures.getByText(`${first!.name} · 手写签名`)).toBeVisible()
    await expect(card.getByText('登记在册，没有更新的版本')).toBeVisible()
    await shoot(page, 'verify-countersigned')
    await dropFiles(page, drop, [
      { name: basename(papers.chain), bytes: await readFile(papers.chain), type: 'application/pdf' },
    ])
    const chain = page.getByRole('region', { name: basename(papers.chain) })
    await expect(chain.getByRole('region', { name: '第 4 个签名' })).toBeVisible()
    await expect(chain.getByText('没有改动', { exact: true })).toHaveCount(4)
    await shoot(page, 'verify-chain')
    for (const path of [...sent, byHand, byScan]) expect(path).toMatch(/\.lsb\.age$/u)
    await verifyAll([...papers.final, papers.chain])
    if (hasTool('pdfsig')) {
      expect(runTool('pdfsig', papers.chain).text.match(/Signature is Valid/gu)).toHaveLength(4)
      expect(runTool('pdfsig', pdf!).text.match(/Signature is Valid/gu)).toHaveLength(1)
    }
  })
})
