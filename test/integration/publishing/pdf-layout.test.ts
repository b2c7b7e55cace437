/** GB/T 9704-2012, read back from the finished PDF by another parser. Tolerance 0.3 mm. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type BlockOf, type DocumentModel } from '@shared/documents/blocks'
import { renderPdf, type RenderedPdf } from '@shared/publishing/pdf/render-pdf'
import { fontSet } from '../../helpers/fonts'
import { lineWith, readPages, textLines, type PageContent } from '../../helpers/pdf-text'
import { longParagraph, notice, opinion } from '../../helpers/publishing-samples'

const type = { left: 28, right: 184, top: 37, bottom: 262 }
const line = 225 / 22
const character = 156 / 28
const em = (points: number): number => (points * 25.4) / 72

async function render(model: unknown): Promise<RenderedPdf & { pages: PageContent[] }> {
  const rendered = await renderPdf(model, await fontSet())
  return { ...rendered, pages: await readPages(rendered.bytes) }
}

const plain = (...blocks: DocumentModel['blocks']): DocumentModel => ({ ...opinion, blocks })

const near = (actual: number, expected: number, tolerance = 0.3): void => {
  expect(Math.abs(actual - expected), `${actual} should be ${expected}`).toBeLessThanOrEqual(tolerance)
}

describe('the grid: 22 lines of 28 characters in 156 × 225 mm', () => {
  test('a page of hanzi has 22 lines of 28, within the margins', async () => {
    const { pages } = await render(plain({ kind: 'paragraph', content: '示'.repeat(28 * 44), align: 'flush' }))
    expect(pages).toHaveLength(2)
    for (const page of pages) {
      const lines = textLines(page).filter(({ size }) => size === 16)
      expect(lines.map(({ characters }) => characters.length)).toEqual(Array.from({ length: 22 }, () => 28))
      for (const [index, found] of lines.entries()) {
        near(found.left, type.left)
        near(found.right, type.right)
        const emTop = found.baseline - 0.88 * em(16)
        near(emTop, type.top + index * line + (line - em(16)) / 2)
      }
      const last = lines.at(-1)!
      expect(last.baseline + 0.12 * em(16)).toBeLessThan(type.bottom)
    }
  })

  test('a paragraph begins two characters in and its full lines are flush on both sides', async () => {
    const { pages } = await render(plain({ kind: 'paragraph', content: longParagraph }))
    const lines = textLines(pages[0]!).filter(({ size }) => size === 16)
    near(lines[0]!.left, type.left + 2 * character)
    for (const found of lines.slice(1)) near(found.left, type.left)
    for (const found of lines.slice(0, -1)) expect(found.right).toBeLessThanOrEqual(type.right + em(8) + 0.1)
  })

  test('page numbers: — 1 — in 14 pt, 7 mm below the type area, odd right, even left, one character in', async () => {
    const { pages } = await render(opinion)
    for (const [index, page] of pages.entries()) {
      const number = textLines(page).at(-1)!
      expect(number.text).toBe(`— ${index + 1} —`)
      expect(number.size).toBe(14)
      near(number.baseline - 0.33 * em(14), type.bottom + 7)
      if (index % 2 === 0) near(number.right, type.right - character)
      else near(number.left, type.left + character)
    }
  })

  test('the title is 22 pt, centred, and followed by one blank line', async () => {
    const { pages } = await render(opinion)
    const lines = textLines(pages[0]!)
    const title = lines.filter(({ size }) => size === 22)
    expect(title.map(({ text }) => text).join('')).toBe(opinion.title)
    for (const found of title) near((found.left + found.right) / 2, (type.left + type.right) / 2)
    const next = lines[title.length]!
    near(next.baseline - title.at(-1)!.baseline, 2 * line, 1)
  })

  test('headings of the four levels keep their form', async () => {
    const { pages } = await render(opinion)
    for (const text of ['一、联盟协议', '（一）签署情况。', '1.对外责任主体。', '（1）授权程序。']) {
      expect(lineWith(pages, text).text.startsWith(text)).toBe(true)
    }
  })

  test('a heading does not end a page', async () => {
    for (let lines = 18; lines <= 22; lines++) {
      const { pages } = await render(
        plain(
          { kind: 'paragraph', content: '示'.repeat(28 * lines), align: 'flush' },
          { kind: 'heading', level: 1, number: 1, text: '存在问题' },
          { kind: 'paragraph', content: '例'.repeat(60) },
        ),
      )
      const heading = lineWith(pages, '存在问题')
      const text = lineWith(pages, '例例例')
      expect(text.page, `${lines} lines before`).toBe(heading.page)
    }
  })
})

describe('an official document with a joint head', () => {
  let pages: PageContent[]
  let rendered: RenderedPdf
  beforeAll(async () => {
    rendered = await render(notice)
    pages = (rendered as Awaited<ReturnType<typeof render>>).pages
  })

  test('the names begin 35 mm below the type area, are spread to one width, 文件 stands in their middle', () => {
    const lines = textLines(pages[0]!)
    const names = lines.filter(({ text }) => /^四川省/.test(text)).slice(0, 6)
    expect(names).toHaveLength(6)
    // The ink of a hanzi rises about 0.85 em above the baseline.
    near(names[0]!.baseline - 0.85 * em(names[0]!.size), type.top + 35, 1)
    for (const name of names) {
      near(name.left, names[0]!.left)
      near(name.right, names[0]!.right)
    }
    const suffix = lines.find(({ text }) => text === '文件')!
    const middle = (names[0]!.baseline + names.at(-1)!.baseline) / 2 - 0.38 * em(names[0]!.size)
    near(suffix.baseline - 0.38 * em(suffix.size), middle, 0.6)
    expect(suffix.left).toBeGreaterThan(names[0]!.right)
    expect(suffix.right).toBeLessThanOrEqual(type.right + 0.1)
  })

  test('the number is centred with 〔〕, the red rule 4 mm below it across the type area', () => {
    const number = lineWith(pages, '27号')
    expect(number.text).toBe('川科高〔2026〕27号')
    near((number.left + number.right) / 2, (type.left + type.right) / 2)
    const rule = pages[0]!.rules.find(({ colour }) => colour === '#ff3333')!
    near(rule.left, type.left)
    near(rule.right, type.right)
    near(rule.top - (number.baseline + 0.12 * em(16)), 4)
    const title = lineWith(pages, '关于公布')
    // Two blank lines, then the title in the middle of its line.
    near(title.baseline - 0.88 * em(22), rule.top + 2 * line + (line - em(22)) / 2)
  })

  test('body text stands on the first page', () => {
    expect(lineWith(pages, '专家组审阅了').page).toBe(1)
  })

  test('the addressee is flush left and ends in a full-width colon', () => {
    const start = lineWith(pages, '各市（州）')
    near(start.left, type.left)
    expect(lineWith(pages, '各有关单位：').text.endsWith('：')).toBe(true)
  })

  test('wrapped attachment names align with the first character of the name, the numbers with each other', () => {
    const first = lineWith(pages, '附件：1.')
    const after = textLines(pages[first.page - 1]!).find(({ baseline }) => baseline > first.baseline + 1)!
    const name = first.characters[5]!
    near(first.left, type.left + 2 * character)
    near(after.left, name.x)
    near(lineWith(pages, '2.试点要求').left, first.characters[3]!.x)
  })

  test('six seal places of 42 mm: aligned, apart, within the type area, centred on the names, the last over the date too', () => {
    const seals = rendered.places.filter((place) => place.kind === 'seal')
    expect(seals).toHaveLength(6)
    const inMm = seals.map(({ rect, agency, page }) => ({
      agency,
      page,
      left: em(rect.x),
      top: em(rect.y),
      size: em(rect.width),
    }))
    for (const seal of inMm) {
      near(seal.size, 42, 0.01)
      expect(seal.left).toBeGreaterThanOrEqual(type.left)
      expect(seal.left + 42).toBeLessThanOrEqual(type.right)
      expect(seal.top + 42).toBeLessThanOrEqual(type.bottom)
    }
    for (const [index, a] of inMm.entries()) {
      for (const b of inMm.slice(index + 1)) {
        if (a.page === b.page) expect(Math.hypot(a.left - b.left, a.top - b.top)).toBeGreaterThan(42)
      }
    }
    expect(new Set(inMm.slice(0, 3).map(({ top }) => top.toFixed(2))).size).toBe(1)
    const last = inMm.at(-1)!
    const date = lineWith(pages, '2026年12月5日')
    near((date.left + date.right) / 2, last.left + 21)
    expect(date.baseline).toBeLessThan(last.top + 42)
    const finance = lineWith(pages, '四川省财政厅'.slice(-3))
    expect(finance.page).toBe(1)
    const row = textLines(pages[inMm[0]!.page - 1]!).find(
      ({ text }) => text.includes('科学技术厅') && text.includes('财政厅'),
    )!
    near(row.baseline - 0.38 * em(16), inMm[0]!.top + 21, 1)
    const textEnd = lineWith(pages, '2.试点要求')
    expect(inMm[0]!.page).toBe(textEnd.page)
    // Within one line of the text.
    expect(inMm[0]!.top - textEnd.baseline).toBeLessThan(line)
  })

  test('no seal is drawn, and drafts alone label its place', async () => {
    const label = (pagesOf: PageContent[]) => pagesOf.flatMap(textLines).filter(({ text }) => text.includes('〔印章〕'))
    expect(label(pages)).toEqual([])
    const draft = await render({ ...notice, draft: '征求意见稿' })
    expect(label(draft.pages).length).toBeGreaterThan(0)
    for (const page of draft.pages) expect(textLines(page)[0]!.text).toBe('征求意见稿')
  })

  test('an annex begins a page: its label on line 1, its title on line 3, the heading row on every page', () => {
    const start = pages.findIndex((page) => textLines(page)[0]!.text === '附件1')
    const lines = textLines(pages[start]!)
    near(lines[0]!.left, type.left)
    near(lines[1]!.baseline - 0.88 * em(22), type.top + 2 * line + (line - em(22)) / 2)
    const second = textLines(pages[start + 1]!)
    expect(second[0]!.text).toBe('序号联盟名称理事长单位领域')
    const serials = pages
      .flatMap((page) => textLines(page))
      .filter(({ text }) => /^\d+示例第|^\d+$|^\d+示例装备/.test(text))
    expect(serials.length).toBeGreaterThanOrEqual(1)
    const text = pages
      .flatMap(textLines)
      .map((found) => found.text)
      .join('')
    for (let index = 1; index <= 40; index++) expect(text).toContain(`示例第${index}产业`)
  })

  test('when the 版记 needs a page of its own no blank page stands before it, and each page is numbered in turn', async () => {
    for (const lines of [17, 18, 19, 20, 21, 22]) {
      const { pages: made } = await render({
        ...notice,
        blocks: [
          { kind: 'title', text: '关于示例事项的通知' },
          { kind: 'paragraph', content: '示'.repeat(28 * (4 + lines)), align: 'flush' },
          { kind: 'signature', names: ['四川省科学技术厅'], date: '2026-12-05', seal: true },
        ],
      })
      for (const [index, page] of made.entries()) {
        const texts = textLines(page).map(({ text }) => text)
        expect(texts.length, `${lines} lines, page ${index + 1}`).toBeGreaterThan(1)
        expect(texts.at(-1)).toBe(`— ${index + 1} —`)
      }
      expect(textLines(made.at(-1)!).some(({ text }) => text.includes('印发'))).toBe(true)
    }
  })

  test('the 版记 stands on the last page, its last rule on the bottom of the type area, 抄送 ends in a full stop', () => {
    const last = pages.at(-1)!
    const rules = last.rules.filter(({ left, right }) => right - left > 155).toSorted((a, b) => a.top - b.top)
    expect(rules).toHaveLength(3)
    near(rules.at(-1)!.top, type.bottom)
    expect(rules.map(({ thickness }) => Math.round(em(thickness) * 100) / 100)).toEqual([0.35, 0.25, 0.35])
    const lines = textLines(last)
    expect(lines.find(({ text }) => text.startsWith('抄送：'))!.left).toBeCloseTo(type.left + em(14), 1)
    expect(lines.some(({ text }) => text.endsWith('。') && text.includes('示例单位乙'))).toBe(true)
    const printed = lines.find(({ text }) => text.includes('印发'))!
    expect(printed.text).toBe('四川省科学技术厅办公室2026年12月6日印发')
    near(printed.right, type.right - em(14))
  })
})

describe('a signature block never stands alone', () => {
  test.each([false, true])('with seal: %s, two lines of text come with it', async (seal) => {
    for (let lines = 15; lines <= 22; lines++) {
      const { pages } = await render(
        plain(
          { kind: 'paragraph', content: '示'.repeat(28 * lines), align: 'flush' },
          { kind: 'signature', names: ['示例指导小组办公室'], date: '2026-11-20', seal },
        ),
      )
      const name = lineWith(pages, '示例指导小组办公室')
      expect(lineWith(pages, '2026年11月20日').page).toBe(name.page)
      const textBefore = textLines(pages[name.page - 1]!).filter(({ text }) => /^示{28}$/.test(text))
      expect(textBefore.length, `${lines} lines before`).toBeGreaterThanOrEqual(2)
    }
  })

  test('whatever length the text has, one agency or several, and the block itself is never parted', async () => {
    const agencies = ['四川省科学技术厅', '四川省财政厅', '四川省教育厅']
    const date = '2026-11-20'
    const blocks: Record<'seal' | 'plain' | 'joint', BlockOf<'signature' | 'jointSignature'>> = {
      seal: { kind: 'signature', names: ['示例指导小组办公室'], date, seal: true },
      plain: { kind: 'signature', names: ['示例一', '示例二', '示例三'], date, seal: false },
      joint: { kind: 'jointSignature', agencies, date },
    }
    const run = fc.asyncProperty(
      fc.array(fc.integer({ min: 30, max: 28 * 9 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('seal', 'plain', 'joint'),
      async (lengths, kind) => {
        const { pages } = await render(
          plain(
            ...lengths.map((length) => ({ kind: 'paragraph' as const, content: '示'.repeat(length) })),
            blocks[kind],
          ),
        )
        const end = lineWith(pages, '2026年11月20日').page
        const lines = textLines(pages[end - 1]!).map(({ text }) => text)
        expect(end).toBe(pages.length)
        expect(lines.filter((text) => /^示+$/.test(text)).length).toBeGreaterThanOrEqual(2)
        const block = blocks[kind]
        const names = block.kind === 'jointSignature' ? block.agencies : block.names
        for (const name of names) expect(lines.join('')).toContain(name)
      },
    )
    await fc.assert(run, { numRuns: 25 })
  })

  test('without seal the date begins two characters right of the name, two characters from the edge at most', async () => {
    const { pages } = await render(opinion)
    const date = lineWith(pages.slice(-1), '2026年11月20日')
    near(date.left - lineWith(pages.slice(-1), '专家组').left, 2 * character, 22)
    expect(date.right).toBeLessThanOrEqual(type.right - 2 * character + 0.3)
  })

  test('with seal the date ends four characters from the edge, the name is centred over it, the seal on both', async () => {
    const { pages, places } = await render(
      plain(
        { kind: 'paragraph', content: longParagraph },
        { kind: 'signature', names: ['四川省科学技术厅'], date: '2026-11-20', seal: true },
      ),
    )
    const date = lineWith(pages, '2026年11月20日')
    const name = lineWith(pages, '四川省科学技术厅')
    near(date.right, type.right - 4 * character)
    near((name.left + name.right) / 2, (date.left + date.right) / 2)
    const [seal] = places
    near(em(seal!.rect.x) + 21, (date.left + date.right) / 2)
    const textEnd = textLines(pages[0]!).findLast(({ baseline }) => baseline < name.baseline - 1)!
    expect(em(seal!.rect.y) - textEnd.baseline).toBeLessThan(line)
  })
})

describe('tables', () => {
  test('signature cells report their places inside the type area, one per person, with handwriting drawn in its cell', async () => {
    const { places, pages } = await render(opinion)
    const cells = places.filter((place) => place.kind === 'signature')
    expect(cells.map(({ field }) => field)).toEqual(['1', '2', '3', '4', '5', '6', '7'].map((n) => `expert-${n}`))
    for (const cell of cells) {
      expect(em(cell.rect.height)).toBeGreaterThan(12)
      expect(em(cell.rect.x + cell.rect.width)).toBeLessThan(type.right)
      expect(em(cell.rect.y + cell.rect.height)).toBeLessThan(type.bottom)
    }
    const signed = cells[1]!
    const inside = pages[signed.page - 1]!.rules.filter(
      (rule) =>
        rule.left > em(signed.rect.x) &&
        rule.top > em(signed.rect.y) &&
        rule.bottom < em(signed.rect.y + signed.rect.height),
    )
    expect(inside).toHaveLength(2)
  })

  test('a cell longer than a page loses nothing', async () => {
    const dissent = Array.from({ length: 120 }, (_, index) => `第${index + 1}点理由如下示例文字，`).join('')
    const { pages } = await render(
      plain({
        kind: 'table',
        columns: [
          { header: '姓名', width: 1 },
          { header: '意见', width: 3 },
        ],
        rows: [['孙示例', dissent]],
      }),
    )
    const drawn = pages.flatMap((page) => page.characters.map((found) => found.character)).join('')
    const text = drawn.replaceAll(/— \d+ —|姓名意见/g, '')
    for (let index = 1; index <= 120; index++) expect(text).toContain(`第${index}点`)
  })
})
