import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { createTranslator } from '@shared/messages/translate'
import type { FindingKind } from '@shared/inspection/finding'
import { sampleExperts, issueAssignment } from '../helpers/assignment'
import { readSampleDossier } from '../helpers/samples'
import type { AttachmentCase } from '../hostile/attachments/attachment-case'
import { activePdfCases, brokenPdfCases } from '../hostile/attachments/pdf-cases'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { expect, test } from './fixtures/test'
import { declareNone, openExpertDesk } from './steps/expert-desk'

const expert = sampleExperts[0]!
const slug = 'legal-rep-changed'
const t = createTranslator('zh-CN')

/** What each material of the dossier is replaced by, in its order. */
const chosen = [
  'runs a script when it is opened',
  'has scripts under names',
  'starts a program',
  'sends a form away',
  'leads to a page on the net',
  'is an XFA form',
  'holds another file',
  'has 100,000 pages',
  'has an index that goes in a circle',
]

test.afterAll(removeTemporaryFolders)

/** Listens where the hostile files would speak to, and counts who comes. */
async function listen() {
  let visits = 0
  const server = createServer((_, response) => {
    visits += 1
    response.end('heard')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return { port, visits: () => visits, close: () => server.close() }
}

/**
 * The bytes of a case, speaking to a port that listens: an address as long as theirs, so that every offset stays right.
 */
async function aimed({ make }: AttachmentCase, port: number): Promise<Buffer> {
  const text = (await make()).toString('latin1')
  return Buffer.from(text.replaceAll('127.0.0.1:9', `127.1:${port}`), 'latin1')
}

/** The sentence of a finding up to where its number stands. */
const beginningOf = (kind: FindingKind): string => t(`finding.${kind}`, { count: 0, detail: '（' }).split('（')[0]!

/** Everything a file could do besides being shown. */
function watchForEffects(page: Page): readonly string[] {
  const effects: string[] = []
  page.on('dialog', (dialog) => {
    effects.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('download', (download) => effects.push(`download: ${download.url()}`))
  page.on('framenavigated', (frame) => effects.push(`navigation: ${frame.url()}`))
  page.on('frameattached', (frame) => effects.push(`frame: ${frame.url()}`))
  page.context().on('page', (other) => effects.push(`page: ${other.url()}`))
  return effects
}

test('hostile PDFs in an assignment are shown or refused, and none of them does anything', async ({ launchDesk }) => {
  const cases = chosen.map((name) => [...activePdfCases, ...brokenPdfCases].find((found) => found.name === name)!)
  const { materials } = readSampleDossier(slug).content
  expect(materials).toHaveLength(cases.length)
  const ear = await listen()
  try {
    expect(String(ear.port)).toHaveLength(5)
    expect(await (await fetch(`http://127.1:${ear.port}/`)).text()).toBe('heard')
    const entries = await Promise.all(
      materials.map(async ({ fileName }, index) => [fileName, await aimed(cases[index]!, ear.port)] as const),
    )
    const desk = await launchDesk('专家')
    await issueAssignment({
      slugs: [slug],
      expert,
      folder: desk.folders.exchange,
      bytes: Object.fromEntries(entries),
    })
    const page = desk.page()
    await openExpertDesk(page, expert)
    await page.getByRole('button', { name: /查看内容/u }).click()
    await page.getByRole('button', { name: '接收', exact: true }).click()
    await declareNone(page)
    const list = page.getByRole('navigation', { name: '材料' }).getByRole('button')
    await expect(list).toHaveCount(materials.length)

    const effects = watchForEffects(page)
    const address = page.url()
    for (const [index, { name, expected }] of cases.entries()) {
      await test.step(name, async () => {
        await list.nth(index).click()
        const { fileName } = materials[index]!
        const alert = page.locator('.ant-alert').filter({ hasText: fileName })
        if ('refused' in expected) {
          await expect(alert).toContainText(`“${fileName}”没有打开：${beginningOf(expected.refused)}`)
          await expect(page.getByRole('region', { name: /的页面/u })).toHaveCount(0)
          return
        }
        await alert.locator('summary').click()
        for (const kind of expected.taken) await expect(alert).toContainText(beginningOf(kind))
        // The page is read as it stands: words, and nothing that could be pressed, filled in or loaded.
        await expect(page.getByLabel('页码')).toHaveValue('1')
        const sheet = page.locator('.pdf-page')
        await expect(sheet).toContainText('SHILI 2026')
        await expect(sheet.locator('a, input, button, iframe, object, embed, script, section')).toHaveCount(0)
        await sheet.click({ position: { x: 40, y: 40 } })
        await page.getByRole('button', { name: '放大' }).click()
        await expect(page.getByRole('region', { name: /的页面/u })).toBeVisible()
      })
    }
    // Whoever speaks late is heard as well: a page is drawn once more before it is counted.
    await list.nth(0).click()
    await expect(page.locator('.pdf-page')).toContainText('SHILI 2026')
    expect(effects).toEqual([])
    expect(page.url()).toBe(address)
    expect(page.frames()).toHaveLength(1)
    expect(page.context().pages()).toHaveLength(1)
    expect(ear.visits()).toBe(1)
    // The desk goes on as if nothing had been: a judgement is taken down and kept.
    await page.getByRole('textbox', { name: '理由' }).fill('材料内容照常可读（示例）。')
    await expect(page.getByText('草稿已存本机')).toBeVisible()
  } finally {
    ear.close()
  }
})

test('what is shipped can run no script of a PDF and draws no form of one', () => {
  const folder = resolve(import.meta.dirname, '../../out/renderer')
  const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:m?js|html|wasm)$/u.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'latin1') }))
  const sandbox = /quickjs|pdf\.sandbox|pdf\.scripting/iu
  const ofPdfJs = resolve(import.meta.dirname, '../../node_modules/pdfjs-dist/legacy/build/pdf.sandbox.min.mjs')
  expect(readFileSync(ofPdfJs, 'latin1')).toMatch(sandbox)
  expect(programs.filter(({ name, text }) => sandbox.test(name) || sandbox.test(text)).map(({ name }) => name)).toEqual(
    [],
  )
  // The one call of ours among them; the library's own code asks, it does not say.
  const calls = programs.flatMap(({ text }) =>
    text.split(/[{}]/u).filter((part) => /\benableXfa:(?:!1|false)/u.test(part)),
  )
  expect(calls).toHaveLength(1)
  // Nothing that reads or draws a PDF makes a program of text.
  const readers = programs.filter(({ name }) => /pdf-(?:worker|drawer)/u.test(name))
  expect(readers).toHaveLength(2)
  expect(readers.filter(({ text }) => /\bnew Function\(|\beval\(/u.test(text))).toEqual([])
})
