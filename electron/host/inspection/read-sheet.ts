import type { SheetReading } from '@shared/ipc/workbook-reading'
import { numberWords, plainFormat, type CellFormat } from './cell-format'
import { inspectionLimits } from './limits'
import { scanXml } from './xml-scan'

/** What the cells of every sheet of a workbook refer to. */
export type Book = {
  readonly isFrom1904: boolean
  readonly texts: readonly string[]
  readonly formats: readonly CellFormat[]
}

/** What a cell without a result shows, as a spreadsheet shows what cannot be computed. */
const noResult = '#VALUE!'

/** The widest sheet that there is (18.3.1.73). */
const mostColumns = 16_384

type Cell = {
  readonly column: number
  readonly type: string
  readonly style: number
  words: string
  isFormula: boolean
}

type Row = Map<number, string>

/**
 * The cells of one sheet (ISO/IEC 29500-1, 18.3.1) as the words that a person sees.
 * @returns 'damaged' if it is no sheet, or says of a cell that it stands where none can; 'too-much' beyond the limits
 */
export function readSheet(xml: string, book: Book): Omit<SheetReading, 'name' | 'isHidden'> | 'damaged' | 'too-much' {
  const rows: { readonly line: number; readonly cells: Row }[] = []
  const hiddenLines = new Set<number>()
  const hidden: (readonly [from: number, to: number])[] = []
  const filled = new Set<number>()
  let line = 0
  let row: Row = new Map()
  let column = -1
  let cell: Cell | null = null
  let isReading = false
  let mergedDown = 0
  let uncomputed = 0
  const told = { isSheet: false, isBroken: false }

  const endCell = () => {
    if (cell === null) return
    const words = cellWords(cell, book)
    if (words === noResult && cell.words === '') uncomputed += 1
    if (words.trim() !== '') {
      row.set(cell.column, words)
      filled.add(cell.column)
    }
    cell = null
  }
  const endRow = () => {
    endCell()
    if (row.size > 0 && rows.length <= inspectionLimits.sheetRows) rows.push({ line, cells: row })
    row = new Map()
    column = -1
  }
  const fault = scanXml(xml, {
    onElement: (name, attributes) => {
      switch (name) {
        case 'worksheet':
          told.isSheet = true
          break
        case 'col': {
          const given = attributes()
          if (isOn(given.get('hidden'))) hidden.push([Number(given.get('min')) - 1, Number(given.get('max')) - 1])
          break
        }
        case 'row': {
          endRow()
          const given = attributes()
          const next = Number(given.get('r') ?? line + 1)
          // Rows that go back would put words of two rows into one.
          if (!Number.isInteger(next) || next <= line) told.isBroken = true
          line = next
          if (isOn(given.get('hidden'))) hiddenLines.add(line)
          break
        }
        case 'c': {
          endCell()
          const given = attributes()
          const next = columnAt(given.get('r')) ?? column + 1
          if (next >= mostColumns || next <= column) told.isBroken = true
          column = next
          cell = {
            column,
            type: given.get('t') ?? 'n',
            style: Number(given.get('s') ?? 0),
            words: '',
            isFormula: false,
          }
          isReading = false
          break
        }
        case 'f':
          if (cell !== null) cell.isFormula = true
          break
        case 'rPh':
          isReading = true
          break
        case 'mergeCell': {
          const [, from, to] = /^\D+(\d+):\D+(\d+)$/u.exec(attributes().get('ref') ?? '') ?? []
          if (from !== to) mergedDown += 1
          break
        }
        default:
          break
      }
    },
    wantsText: (name) => name === 'v' || (name === 't' && !isReading),
    onText: (_, text) => {
      if (cell !== null) cell.words += text
    },
  })
  endRow()
  if (fault !== null || !told.isSheet || told.isBroken) return 'damaged'
  const width = Math.max(-1, ...filled) + 1
  if (rows.length > inspectionLimits.sheetRows || rows.length * width > inspectionLimits.sheetCells) return 'too-much'
  return {
    rows: rows.map(({ line: at, cells }) => ({
      line: at,
      cells: Array.from({ length: width }, (_, index) => cells.get(index) ?? ''),
    })),
    hiddenRows: rows.filter(({ line: at }) => hiddenLines.has(at)).length,
    hiddenColumns: [...filled].filter((at) => hidden.some(([from, to]) => from <= at && at <= to)).length,
    mergedDown,
    uncomputed,
  }
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

/** A is 0; null if no column is named. */
function columnAt(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/u.exec(reference ?? '')?.[1]
  if (letters === undefined) return null
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellWords({ type, style, words, isFormula }: Cell, book: Book): string {
  if (words === '') return isFormula && type === 'n' ? noResult : ''
  switch (type) {
    case 's':
      return unescaped(book.texts[Number(words)] ?? '')
    case 'b':
      return words === '1' || words === 'true' ? 'TRUE' : 'FALSE'
    case 'n':
      return numberWords(words, book.formats[style] ?? plainFormat, book.isFrom1904)
    case 'd':
      return words.replace('T', ' ').replace(/ 00:00(:00(\.0+)?)?Z?$/u, '')
    default:
      // Text of its own, of a formula, or an error value.
      return unescaped(words)
  }
}

/** 22.9.2.19: signs that XML cannot hold stand as _xHHHH_. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
