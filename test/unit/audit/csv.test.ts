import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf, neutralised } from '@shared/audit/csv'

/** Reads RFC 4180: what a spreadsheet makes of the file. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gu)) {
    const [, cell = '', end] = match
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

const dangerous = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '"', ','), fc.string())
  .map(([start, rest]) => start + rest)
const cell = fc.oneof(dangerous, fc.string({ unit: 'grapheme' }), fc.constantFrom('示例', '', '=1+1', '"=1"'))

describe('the table of an audit', () => {
  it('begins with a byte order mark, ends each line with CRLF, and reads back cell by cell', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = csvOf(rows)
        expect(text.startsWith('\ufeff')).toBe(true)
        expect(text.endsWith('\r\n')).toBe(true)
        expect(readCsv(text.slice(1))).toEqual(rows.map((row) => row.map(neutralised)))
      }),
    )
  })

  it('holds no cell that a spreadsheet takes for a formula, full-width signs included', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const [[read = ''] = []] = readCsv(csvOf([[text]]).slice(1))
        expect(read).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/u)
        expect([text, `'${text}`]).toContain(read)
      }),
    )
    expect(neutralised('＝cmd|示例')).toBe("'＝cmd|示例")
    expect(neutralised('示例=1')).toBe('示例=1')
  })
})
