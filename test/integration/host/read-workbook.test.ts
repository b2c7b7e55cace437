import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { dayOfSerial, formatOf, numberWords } from '@host/inspection/cell-format'
import { readWorkbook } from '@host/inspection/read-workbook'
import { workbookOf } from '@host/documents/workbook'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

type Parts = Readonly<Record<string, string>>

const relations = (rows: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const sheetOf = (inside: string): string => `<worksheet xmlns="${main}">${inside}</worksheet>`

/** The least workbook that there is, with the parts given in place of its own. */
async function bookOf(parts: Parts): Promise<Buffer> {
  const zip = new JSZip()
  const all: Parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['r', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="成员" sheetId="1" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['a', 'worksheet', 'worksheets/sheet1.xml'],
      ['b', 'sharedStrings', '/xl/sharedStrings.xml'],
      ['c', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${main}"/>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"/>`,
    'xl/worksheets/sheet1.xml': sheetOf('<sheetData/>'),
    ...parts,
  }
  for (const [name, text] of Object.entries(all)) if (text !== '') zip.file(name, text)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

const rowsOf = async (inside: string, parts: Parts = {}) => {
  const reading = await readWorkbook(await bookOf({ 'xl/worksheets/sheet1.xml': sheetOf(inside), ...parts }))
  return reading.problem === null ? reading.sheets[0] : reading.problem
}

describe('a workbook that a person brings', () => {
  it('is read as a person sees it: texts, days, shares, codes, error values', async () => {
    const sheet = await rowsOf(
      `<sheetData><row r="2">
        <c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>46082</v></c><c r="C2" s="2"><v>0.25</v></c>
        <c r="D2"><v>9.1510100700000001E+17</v></c><c r="F2" t="e"><v>#N/A</v></c><c r="G2" t="b"><v>1</v></c>
      </row><row r="4"><c r="A4" t="inlineStr"><is><t>乙_x000D_</t><rPh sb="0" eb="1"><t>yi</t></rPh></is></c>
        <c r="B4" s="3"><v>46082.5</v></c><c r="C4" s="4"><v>42</v></c><c r="D4"><v>0.30000000000000004</v></c></row></sheetData>`,
      {
        'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><r><t>示例</t></r><r><t>甲 &amp; 公司</t></r><rPh sb="0" eb="1"><t>shi</t></rPh></si></sst>`,
        'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="000000"/></numFmts>
          <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
          <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
      },
    )
    expect(sheet).toMatchObject({
      name: '成员',
      rows: [
        { line: 2, cells: ['示例甲 & 公司', '2026-03-01', '25%', '9.1510100700000001E+17', '', '#N/A', 'TRUE'] },
        { line: 4, cells: ['乙\r', '2026-03-01 12:00', '000042', '0.3', '', '', ''] },
      ],
    })
  })

  it('tells what one does not see: hidden rows, columns and sheets, cells merged down, formulas without a result', async () => {
    const reading = await readWorkbook(
      await bookOf({
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="成员" r:id="a" state="veryHidden"/></sheets></workbook>`,
        'xl/worksheets/sheet1.xml': sheetOf(
          `<cols><col min="2" max="3" hidden="1"/></cols><sheetData>
            <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>1/0</f></c></row>
            <row r="2" hidden="1"><c r="A2"><v>2</v></c><c r="D2" t="str"><f>""</f><v></v></c></row>
            <row r="3" hidden="1"/></sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A9:F9"/></mergeCells>`,
        ),
      }),
    )
    expect(reading).toMatchObject({
      problem: null,
      sheets: [{ isHidden: true, hiddenRows: 1, hiddenColumns: 1, mergedDown: 1, uncomputed: 1 }],
    })
  })

  it.each([
    ['foreign', async () => Buffer.from('名称,代码')],
    ['foreign', () => bookOf({ '_rels/.rels': relations([['r', 'thumbnail', 'x.png']]) })],
    ['damaged', () => bookOf({ 'xl/worksheets/sheet1.xml': '' })],
    ['damaged', () => bookOf({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' })],
    ['damaged', () => bookOf({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' })],
    ['damaged', async () => (await bookOf({})).subarray(0, 400)],
    ['old-format', async () => oldWorkbook()],
  ])('is refused as %s', async (problem, bytes) => {
    expect(await readWorkbook(await bytes())).toEqual({ problem })
  })

  it('says nothing of cells that stand twice, or before those in front of them', async () => {
    const cells = (...places: string[]) => places.map((at) => `<c r="${at}"><v>1</v></c>`).join('')
    expect(await rowsOf(`<sheetData><row r="1">${cells('B1', 'A1')}</row></sheetData>`)).toBe('damaged')
    expect(await rowsOf(`<sheetData><row r="1">${cells('A1', 'A1')}</row></sheetData>`)).toBe('damaged')
    expect(await rowsOf(`<sheetData><row r="2">${cells('A2')}</row><row r="1"/></sheetData>`)).toBe('damaged')
  })

  it('follows no relation out of the file, and spans no more cells than a person looks through', async () => {
    const outside = relations([]).replace(
      '</Relationships>',
      `<Relationship Id="a" Type="${office}/worksheet" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`,
    )
    expect(await readWorkbook(await bookOf({ 'xl/_rels/workbook.xml.rels': outside }))).toEqual({
      problem: null,
      sheets: [],
    })
    const wide = Array.from({ length: 200 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`)
    expect(await rowsOf(`<sheetData>${wide.join('')}</sheetData>`)).toBe('too-much')
  })

  it('gives back every text, number and day that this program writes', async () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 12 })
      .map((words) => words.replace(/[^\p{L}\p{N} ，。“”（）]/gu, '').trim())
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, fc.integer({ min: -1e9, max: 1e9 })), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const bytes = await workbookOf([
            {
              name: '台账',
              title: '标题',
              columns: ['甲', '乙', '丙'].map((header) => ({ header, width: 10 })),
              rows: rows.map(([words, number]) => [
                words === '' ? { kind: 'empty' as const } : { kind: 'text' as const, text: words },
                { kind: 'number' as const, digits: String(number) },
                { kind: 'day' as const, day: '2026-12-12' as never },
              ]),
            },
          ])
          const reading = await readWorkbook(Buffer.from(bytes))
          const read = reading.problem === null ? reading.sheets[0]?.rows.slice(2).map(({ cells }) => cells) : reading
          const given = (words: string) => (words in {} ? `'${words}` : words)
          expect(read).toEqual(rows.map(([words, number]) => [given(words), String(number), '2026-12-12']))
        },
      ),
      { numRuns: 15 },
    )
  })
})

/** [MS-CFB]: a header, a table of sectors and a directory with the one stream that makes it a workbook. */
function oldWorkbook(): Buffer {
  const bytes = Buffer.alloc(512 * 3)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(1, 44)
  bytes.writeUInt32LE(1, 48)
  bytes.writeUInt32LE(4096, 56)
  bytes.fill(0xff, 60, 64)
  bytes.fill(0xff, 68, 72)
  bytes.fill(0xff, 76, 512)
  bytes.writeUInt32LE(0, 76)
  bytes.fill(0xff, 512, 1024)
  bytes.writeUInt32LE(0xfffffffd, 512)
  bytes.writeUInt32LE(0xfffffffe, 516)
  for (const [index, name] of ['Root Entry', 'Workbook'].entries()) {
    const at = 1024 + index * 128
    bytes.write(name, at, 'utf16le')
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64)
    bytes[at + 66] = index === 0 ? 5 : 2
    bytes.fill(0xff, at + 68, at + 80)
  }
  return bytes
}

describe('what a number in a cell stands for', () => {
  it.each([
    [0, undefined, 'plain'],
    [14, undefined, 'day'],
    [31, undefined, 'day'],
    [10, undefined, 'percent'],
    [164, 'yyyy"年"m"月"d"日"', 'day'],
    [164, '[$-804]yyyy/m/d;@', 'day'],
    [164, '#,##0.00"元"', 'plain'],
    [164, '0.00E+00', 'plain'],
    [164, '[Red]0%', 'percent'],
    [164, 'General"天"', 'plain'],
    [164, '00000', 'padded'],
    [164, 'hh:mm:ss.000', 'day'],
  ] as const)('format %i %s is %s', (id, code, kind) => {
    expect(formatOf(id, code).kind).toBe(kind)
  })

  it('counts days from 1900 with the leap day that never was, or from 1904', () => {
    expect(dayOfSerial(1, false)).toBe('1900-01-01')
    expect(dayOfSerial(61, false)).toBe('1900-03-01')
    expect(dayOfSerial(44_620, true)).toBe('2026-03-01')
    expect(dayOfSerial(0.5, false)).toBe('12:00')
    expect(dayOfSerial(-1, false)).toBeNull()
    expect(numberWords('1e-7', { kind: 'plain' }, false)).toBe('0.0000001')
    expect(numberWords('abc', { kind: 'plain' }, false)).toBe('abc')
  })
})
