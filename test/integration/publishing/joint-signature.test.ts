/** Many issuers with long names: places of seals, names and what stands around them, in both copies. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Block, DocumentModel } from '@shared/documents/blocks'
import { renderDocx } from '@shared/publishing/docx/render-docx'
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import type { FontSet } from '@shared/publishing/fonts/font-set'
import type { Place } from '@shared/publishing/typeset/drawing'
import { fontSet } from '../../helpers/fonts'
import { readLines, readPages, type PageContent, type PlacedCharacter } from '../../helpers/pdf-text'
import { longParagraph, notice } from '../../helpers/publishing-samples'
import { hasTool, runTool } from '../../helpers/tools'

const mm = (points: number): number => (points * 25.4) / 72

/** Words of agencies' names, all invented or general; long names are strings of them. */
const nameWords = [
  '示例',
  '科学技术',
  '发展和改革',
  '经济和信息化',
  '教育',
  '财政',
  '国有资产监督管理',
  '知识产权',
  '市场监督管理',
]
const nameEnds = ['厅', '局', '委员会', '领导小组办公室（省科技厅）']

/** A name of exactly so many characters, unlike the others of its paper. */
function nameOf(length: number, seed: number): string {
  const end = nameEnds[seed % nameEnds.length]!.slice(-Math.max(1, length - 3))
  let name = ''
  for (let at = seed; name.length < length; at++) name += nameWords[at % nameWords.length]!
  return name.slice(0, length - end.length) + end
}

type Issuers = { readonly lengths: readonly number[]; readonly paragraphs: number; readonly isDraft: boolean }

const agenciesOf = ({ lengths }: Issuers): string[] =>
  lengths.map((length, index) => nameOf(length, index * 7 + length))

function modelOf(issuers: Issuers): DocumentModel {
  const agencies = agenciesOf(issuers)
  const date = '2026-12-05'
  const signature: Block =
    agencies.length === 1
      ? { kind: 'signature', names: agencies, date, seal: true }
      : { kind: 'jointSignature', agencies, date }
  if (notice.layout.kind !== 'official') throw new Error('the sample is an official paper')
  return {
    ...notice,
    ...(issuers.isDraft ? { draft: '草稿' as const } : {}),
    layout: { ...notice.layout, head: { ...notice.layout.head, agencies } },
    blocks: [
      { kind: 'title', text: '关于公布示例名单的通知' },
      { kind: 'addressee', text: '各有关单位' },
      ...Array.from({ length: issuers.paragraphs }, (): Block => ({ kind: 'paragraph', content: longParagraph })),
      { kind: 'attachmentNote', items: ['示例名单'] },
      signature,
      { kind: 'notation', text: '此件公开发布' },
    ],
  }
}

const anyIssuers: fc.Arbitrary<Issuers> = fc.record({
  lengths: fc.array(fc.integer({ min: 4, max: 60 }), { minLength: 1, maxLength: 20 }),
  paragraphs: fc.integer({ min: 1, max: 6 }),
  isDraft: fc.boolean(),
})

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** The em box of a character in millimetres, a little less than that: neighbours may touch. */
const emBox = ({ x, baseline, size, width }: PlacedCharacter): Box => ({
  left: x + 0.3,
  right: x + width - 0.3,
  top: baseline - 0.8 * mm(size),
  bottom: baseline + 0.05 * mm(size),
})

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const sealBox = ({ rect }: Place): Box => ({
  left: mm(rect.x),
  right: mm(rect.x + rect.width),
  top: mm(rect.y),
  bottom: mm(rect.y + rect.height),
})

/** The text of a page without the draft's mark across it. */
const written = (page: PageContent): PlacedCharacter[] => page.characters.filter(({ size }) => size < 60)

async function check(issuers: Issuers, fonts: FontSet): Promise<void> {
  const { bytes, places } = await renderPdf(modelOf(issuers), fonts)
  const pages = await readPages(bytes)
  const seals = places.filter(({ kind }) => kind === 'seal')
  expect(seals.map((place) => place.kind === 'seal' && place.agency)).toEqual(agenciesOf(issuers))
  for (const [index, page] of pages.entries()) {
    const characters = written(page)
    const boxes = characters.map(emBox)
    for (const [at, box] of boxes.entries()) {
      const other = boxes.findIndex((one, later) => later > at && meet(box, one))
      const words = other < 0 ? '' : `${characters[at]!.character} over ${characters[other]!.character}`
      expect(words, `page ${index + 1}`).toBe('')
    }
    const here = seals.filter((place) => place.page === index + 1)
    for (const [at, seal] of here.entries()) {
      const box = sealBox(seal)
      expect(box.left).toBeGreaterThan(27.9)
      expect(box.right).toBeLessThan(184.1)
      expect(box.bottom).toBeLessThan(262.2)
      expect(here.slice(at + 1).some((other) => meet(box, sealBox(other)))).toBe(false)
      const covered = characters.filter((_, which) => meet(box, boxes[which]!)).map(({ character }) => character)
      expect(covered.join('')).not.toMatch(/附件|此件|名单/u)
    }
    const text = characters.map(({ character }) => character).join('')
    if (text.includes('此件公开发布')) expect(here.length, 'the note stands below a seal').toBeGreaterThan(0)
  }
  const first = seals[0]!.page
  expect(
    written(pages[first - 1]!)
      .map(({ character }) => character)
      .join(''),
  ).toMatch(/附件：示例名单/u)
}

describe('署名 of 1 to 20 issuers with names of 4 to 60 characters, as a PDF', () => {
  it('never sets anything over anything, keeps seals apart and inside, and the note with a seal', async () => {
    const fonts = await fontSet()
    await fc.assert(
      fc.asyncProperty(anyIssuers, (issuers) => check(issuers, fonts)),
      { numRuns: Number(process.env['ISSUER_RUNS'] ?? 25) },
    )
  })

  it.each([11, 12, 20])('%i issuers of 12 characters leave nothing alone on a page', async (count) => {
    const lengths = Array.from({ length: count }, () => 12)
    for (const paragraphs of [1, 2, 3, 4]) await check({ lengths, paragraphs, isDraft: false }, await fontSet())
  })
})

describe('the red head of many issuers', () => {
  it('bears the lead agency alone when the names of all could not be read', async () => {
    const issuers = { lengths: Array.from({ length: 14 }, () => 12), paragraphs: 2, isDraft: false }
    const { bytes } = await renderPdf(modelOf(issuers), await fontSet())
    const [first] = await readLines(bytes)
    const [lead, second] = agenciesOf(issuers)
    expect(first![0]!.text).toBe(`${lead}文件`)
    expect(first!.map(({ text }) => text).join('')).not.toContain(second)
  })

  it('breaks long names between words rather than setting them too small to read', async () => {
    const { bytes } = await renderPdf(modelOf({ lengths: [50, 30], paragraphs: 1, isDraft: false }), await fontSet())
    const head = (await readPages(bytes))[0]!.characters.filter(({ baseline }) => baseline < 140)
    expect(Math.min(...head.filter(({ size }) => size > 16.5).map(({ size }) => size))).toBeGreaterThan(16)
    expect(new Set(head.filter(({ size }) => size > 16.5).map(({ baseline }) => baseline)).size).toBeGreaterThan(2)
  })
})

describe.runIf(hasTool('soffice'))('the same as a DOCX, printed by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianshen-issuers-'))
  const cases = fc.sample(anyIssuers, { numRuns: 8, seed: 16 })
  const named: Record<string, Issuers> = {
    'eleven short names': { lengths: Array.from({ length: 11 }, () => 12), paragraphs: 2, isDraft: false },
    'twelve short names': { lengths: Array.from({ length: 12 }, () => 12), paragraphs: 2, isDraft: false },
    'six, one of 49': { lengths: [8, 49, 13, 9, 9, 15], paragraphs: 2, isDraft: true },
    ...Object.fromEntries(cases.map((issuers, index) => [`drawn ${index + 1}`, issuers])),
  }
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeAll(async () => {
    mkdirSync(join(folder, 'printed'))
    const files = await Promise.all(
      Object.entries(named).map(async ([name, issuers]) => {
        const file = join(folder, `${name.replaceAll(' ', '-')}.docx`)
        writeFileSync(file, await renderDocx(modelOf(issuers)))
        return file
      }),
    )
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const to = ['--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'printed')]
    expect(runTool('soffice', profile, ...to, ...files).status).toBe(0)
  }, 180_000)

  it.each(Object.keys(named))('%s: no page of seals without text, every name whole', async (name) => {
    const pages = await readLines(readFileSync(join(folder, 'printed', `${name.replaceAll(' ', '-')}.pdf`)))
    const pageOf = (word: string): number => pages.findIndex((lines) => lines.some(({ text }) => text.includes(word)))
    const note = pages[pageOf('此件公开发布')]!.map(({ text }) => text)
    expect(note.length, 'the note does not stand alone').toBeGreaterThan(1)
    expect(pages.every((lines) => lines.length > 0)).toBe(true)
    const characters = new Set(pages.flat().flatMap(({ text }) => Array.from(text)))
    for (const agency of agenciesOf(named[name]!)) {
      expect(Array.from(agency).filter((character) => !characters.has(character))).toEqual([])
    }
    const attachments = pages[pageOf('附件：')]!.map(({ text }) => text)
    expect(attachments.at(-1), 'the first seals follow the text on its page').not.toMatch(/附件/u)
  })
})
