/** The editable copy, reopened as XML. */
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { DocumentIncompleteError } from '@shared/documents/blocks-complete'
import { renderDocx } from '@shared/publishing/docx/render-docx'
import { notice, opinion } from '../../helpers/publishing-samples'
import { tracesOfThisComputer } from '../../helpers/this-computer'

async function parts(model: unknown): Promise<Record<string, string>> {
  const zip = await JSZip.loadAsync(await renderDocx(model))
  const names = Object.keys(zip.files).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'))
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await zip.file(name)!.async('string')] as const)),
  )
}

/** Text of each paragraph in order. */
const paragraphs = (xml: string): string[] =>
  (xml.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs) ?? []).map((paragraph) =>
    (paragraph.match(/<w:t[ >][^<]*|<w:t>[^<]*/g) ?? []).map((text) => text.replace(/^<w:t[^>]*>/, '')).join(''),
  )

describe('GB/T 9704-2012 in the XML', () => {
  test('margins 37, 35, 28, 26 mm on A4, and lines of exactly 579 twips', async () => {
    const xml = (await parts(opinion))['word/document.xml']!
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(xml).toContain('w:line="579" w:lineRule="exact"')
    expect(xml).not.toContain('linesAndChars')
    expect(xml).toContain('<w:spacing w:val="-5"/>')
    expect(xml).toContain('w:firstLineChars="200"')
  })

  test('all four fonts are named in every run, and nothing snaps to a grid', async () => {
    const files = await parts(opinion)
    const fonts = files['word/document.xml']!.match(/<w:rFonts [^>]*>/g)!
    expect(fonts.length).toBeGreaterThan(50)
    for (const font of fonts) {
      for (const slot of ['w:ascii=', 'w:hAnsi=', 'w:eastAsia=', 'w:cs=', 'w:hint="eastAsia"']) {
        expect(font).toContain(slot)
      }
      expect(font).not.toContain('Theme')
    }
    // Digits are half as wide as a hanzi on any computer; page numbers are in 宋体 throughout (7.5).
    expect(fonts.some((font) => font.includes('w:ascii="Times New Roman"') && font.includes('仿宋_GB2312'))).toBe(true)
    expect(files['word/footer1.xml']).toContain('w:ascii="宋体"')
    expect(files['word/styles.xml']).toContain('<w:kinsoku/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>')
    expect(files['word/styles.xml']).toContain('<w:widowControl w:val="0"/>')
    expect(files['word/styles.xml']).toContain('<w:snapToGrid w:val="0"/>')
  })

  test('odd and even footers hold — page — right and left', async () => {
    const files = await parts(notice)
    expect(files['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
    const footers = Object.entries(files).filter(([name]) => /word\/footer\d\.xml/.test(name))
    expect(footers).toHaveLength(2)
    expect(footers.map(([, xml]) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).toSorted()).toEqual(['left', 'right'])
    for (const [, xml] of footers) expect(xml).toMatch(/— .*PAGE.* —/s)
  })

  test('the joint head: names distributed, 文件 across all rows, number in 〔〕, a red rule below', async () => {
    const xml = (await parts(notice))['word/document.xml']!
    const [head] = xml.match(/<w:tbl>.*?<\/w:tbl>/s)!
    expect(head.match(/w:val="distribute"/g)).toHaveLength(6)
    expect(head).toContain('<w:vMerge w:val="restart"/>')
    expect(head.match(/<w:vMerge w:val="continue"\/>|<w:vMerge\/>/g)).toHaveLength(5)
    const number = paragraphs(xml).find((text) => text.includes('川科高'))
    expect(number).toBe('川科高〔2026〕27号')
    expect(xml).toMatch(/<w:bottom w:val="single" w:color="FF3333" w:sz="16" w:space="4"\/>/)
  })

  test('tables: widths in the grid and in the cells, heading rows repeat, rows stay whole', async () => {
    const xml = (await parts(notice))['word/document.xml']!
    const table = xml.match(/<w:tbl>.*?<\/w:tbl>/gs)!.at(-1)!
    const grid = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(grid).toHaveLength(4)
    const cells = [...table.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"|<w:tcW w:w="(\d+)" w:type="dxa"/g)]
    expect(cells.slice(0, 4).map(([, a, b]) => Number(a ?? b))).toEqual(grid)
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(41)
  })

  test('the 版记 is a text box on the bottom margin, with its words', async () => {
    const xml = (await parts(notice))['word/document.xml']!
    expect(xml).toContain('relativeFrom="bottomMargin"')
    expect(xml).toContain('抄送：')
    expect(xml).toContain('2026年12月6日印发')
  })
})

describe('the words', () => {
  test('each paragraph of the model stands in the file, in order, headings numbered', async () => {
    const text = paragraphs((await parts(opinion))['word/document.xml']!)
    const expected = ['一、联盟协议', '二、存在问题', '三、结论', '表决统计', '专家签名表']
    expect(text.filter((line) => expected.includes(line))).toEqual(expected)
    expect(text.some((line) => line.startsWith('（一）签署情况。'))).toBe(true)
    expect(text.some((line) => line.includes('王堃、李喆、赵䶮、钱𣲗'))).toBe(true)
  })

  test('handwriting is a picture in its cell', async () => {
    const zip = await JSZip.loadAsync(await renderDocx(opinion))
    const [picture] = Object.keys(zip.files).filter((name) => name.startsWith('word/media/') && name.endsWith('.png'))
    const png = await zip.file(picture!)!.async('uint8array')
    expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG')
  })

  test('the file has the dates given and names no person', async () => {
    const core = (await parts(opinion))['docProps/core.xml']!
    expect(core.match(/2026-11-20T08:00:00Z/g)).toHaveLength(2)
    expect(core).toContain('<dc:creator>联审 Lianshen</dc:creator>')
    expect(core).not.toContain('Un-named')
  })

  test('equal input gives equal bytes, pictures, boxes and watermarks too', async () => {
    const verification = { code: '0123ABCD', payload: 'LIANSHEN:0123ABCD' }
    for (const model of [opinion, { ...notice, draft: '征求意见稿' }, { ...opinion, verification }]) {
      const first = await renderDocx(model)
      expect(Buffer.compare(first, await renderDocx(structuredClone(model)))).toBe(0)
    }
  })

  test('its properties say what the document says, and no author, computer, user or folder', async () => {
    const files = await parts({ ...notice, draft: '征求意见稿' })
    const said = (xml: string) => [...xml.matchAll(/>([^<]+)</g)].map(([, text]) => text)
    expect(said(files['docProps/core.xml']!.replace(/^<\?.*?\?>/, ''))).toEqual([
      notice.title,
      notice.subject,
      '联审 Lianshen',
      '联审 Lianshen',
      '1',
      notice.createdAt,
      notice.createdAt,
    ])
    expect(said(files['docProps/app.xml']!)).toEqual([])
    expect(said(files['docProps/custom.xml']!)).toEqual([])
    for (const [name, xml] of Object.entries(files)) {
      for (const trace of tracesOfThisComputer) expect(xml.includes(trace), `${trace} in ${name}`).toBe(false)
      expect(xml, name).not.toMatch(/w:rsid|w:author|w:initials|file:\/\//)
    }
  })

  test('a draft says so in its header and across the page, and labels the places of seals', async () => {
    const files = await parts({ ...notice, draft: '征求意见稿' })
    const header = Object.entries(files).find(([name]) => /word\/header\d\.xml/.test(name))?.[1]
    expect(header).toContain('征求意见稿')
    expect(files['word/document.xml']).toContain('〔印章〕')
    expect((await parts(notice))['word/document.xml']).not.toContain('〔印章〕')
  })

  test('a missing value stops it, as it stops the PDF', async () => {
    await expect(renderDocx({ ...opinion, blocks: [{ kind: 'paragraph', content: '' }] })).rejects.toThrow(
      DocumentIncompleteError,
    )
  })
})
