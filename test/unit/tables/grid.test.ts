import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeTableText } from '@shared/tables/decode-text'
import { readGrid, separatorOf, type Separator } from '@shared/tables/grid'

/** Writes as spreadsheets do: quotation marks only around what needs them. */
const written = (rows: readonly (readonly string[])[], separator: Separator, end: string): string =>
  rows
    .map((cells) =>
      cells.map((cell) => (/["\t,;\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator),
    )
    .join(end)

const cell = fc.oneof(
  fc.constantFrom(
    '示例大学',
    '甲，乙',
    '四川示例钒业\n有限公司',
    '"某"公司',
    'a\tb',
    'c,d;e',
    '1,200.5',
    '\r\n尾',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const visible = (rows: readonly (readonly string[])[]) => rows.filter((cells) => cells.some((one) => one.trim() !== ''))

describe('a table as text', () => {
  it('is read back cell by cell, whatever stands in a cell, by every separator and line end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
        fc.constantFrom<Separator>('\t', ',', ';'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, separator, end) => {
          const grid = readGrid(`\uFEFF${written(rows, separator, end)}`, separator)
          expect(grid.rows.map(({ cells }) => cells)).toEqual(visible(rows))
          expect(grid.unclosedQuoteOn).toBeNull()
        },
      ),
    )
  })

  it('says on which line a row begins, lines inside cells counted', () => {
    const grid = readGrid('头\t甲\n"一\n二"\t乙\n三\t丙')
    expect(grid.rows.map(({ line }) => line)).toEqual([1, 2, 4])
  })

  it('lets a mark that nothing closes swallow no row', () => {
    const grid = readGrid('甲\t"乙\n丙\t丁\n戊\t己')
    expect(grid.rows).toHaveLength(3)
    expect(grid.unclosedQuoteOn).toBe(1)
  })

  it('takes marks inside a cell for what they are', () => {
    expect(readGrid('"示例"公司\t企业\n"乙"公司\t企业').rows.map(({ cells }) => cells[0])).toEqual([
      '"示例"公司',
      '"乙"公司',
    ])
  })

  it('finds out what separates the cells', () => {
    expect(separatorOf('甲,乙\t丙')).toBe('\t')
    expect(separatorOf('甲;乙\n丙;丁,戊')).toBe(';')
    expect(separatorOf('甲,乙\n丙,丁')).toBe(',')
  })
})

/** Codes of all two-byte characters, asked of a reader: the machine has no writer of GB18030. */
const gbCodes = new Map<string, readonly number[]>()
for (let lead = 0xb0; lead <= 0xf7; lead += 1) {
  for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
    const text = new TextDecoder('gb18030').decode(new Uint8Array([lead, trail]))
    if (/^\p{Script=Han}$/u.test(text)) gbCodes.set(text, [lead, trail])
  }
}
const gbBytes = (text: string): Uint8Array =>
  new Uint8Array(Array.from(text).flatMap((letter) => gbCodes.get(letter) ?? [letter.charCodeAt(0)]))

describe('the bytes of a table', () => {
  const letters = fc.oneof(fc.constantFrom(...gbCodes.keys()), fc.constantFrom(...Array.from('abc0123,"\n')))
  const text = fc.array(letters, { minLength: 1, maxLength: 40 }).map((list) => list.join(''))

  it('are told apart as UTF-8 and GB18030, with a mark or without', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (words, isMarked) => {
        const utf8 = new TextEncoder().encode(`${isMarked ? '\uFEFF' : ''}${words}`)
        expect(decodeTableText(utf8)).toEqual({ ok: true, value: { text: words, encoding: 'utf-8' } })
        // Three characters of GB18030 may be two of UTF-8: what is Chinese either way nobody can tell apart.
        const bytes = gbBytes(words)
        fc.pre(!/\p{Script=Han}/u.test(new TextDecoder('utf-8').decode(bytes)))
        const gb = decodeTableText(bytes)
        expect(gb.ok && gb.value.text).toBe(words)
      }),
      { numRuns: 500 },
    )
  })

  it('are UTF-16 where their mark says so', () => {
    const bytes = new Uint8Array(Buffer.from('\uFEFF单位\t类别', 'utf16le'))
    expect(decodeTableText(bytes)).toEqual({ ok: true, value: { text: '单位\t类别', encoding: 'utf-16' } })
  })

  it('of a workbook or a picture are no table', () => {
    expect(decodeTableText(new Uint8Array([0x50, 0x4b, 3, 4, 0]))).toEqual({ ok: false, error: 'workbook' })
    expect(decodeTableText(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toEqual({ ok: false, error: 'workbook' })
    expect(decodeTableText(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]))).toEqual({ ok: false, error: 'no-text' })
  })
})
