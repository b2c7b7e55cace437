import { isBlank, tidyCell } from './cells'
import { foldHead } from './fold-head'
import type { Grid, GridRow } from './grid'
import { moneyUnitIn, type MoneyUnit } from './money-unit'
import { columnOf } from './table-shape'
import type { Assigned, Column, TableNote, TableReading, TableRow, TableShape } from './table-shape'

/** A head stands among the first lines, or there is none. */
const headWithin = 20

const serialHeads = new Set(['序号', '编号', '序', 'no', 'no.', '#', '行号'])

const headMoney = /[/:]?(?:单位)?[:]?(?:百万|千|万|亿)?元$/u

/**
 * Reads a grid as a table of a shape. The head is the line among the first that names most columns, the key among them;
 * what stands before it are titles. Every filled cell becomes part of a row or is told in a note: nothing is shifted
 * and nothing dropped.
 * @param assigned what a person said each column means, in place of what its head says.
 */
export function readTable<T>(grid: Grid, shape: TableShape<T>, assigned?: readonly Assigned<T>[]): TableReading<T> {
  const notes: TableNote[] = []
  if (grid.unclosedQuoteOn !== null) notes.push({ kind: 'unclosed-quote', line: grid.unclosedQuoteOn })
  const headAt = headIndex(grid.rows, shape)
  const head = headAt === -1 ? undefined : grid.rows[headAt]
  const titles = grid.rows.slice(0, Math.max(headAt, 0))
  for (const row of titles) notes.push({ kind: 'title-row', line: row.line, text: wordsOf(row) })
  const data = grid.rows.slice(headAt + 1)
  const width = head?.cells.length ?? Math.max(0, ...data.map(({ cells }) => cells.length))
  const heads = Array.from({ length: width }, (_, index) => tidyCell(head?.cells[index] ?? ''))
  if (head === undefined) notes.push({ kind: 'no-head' })
  const guessed = head === undefined ? withoutHead(data, width, shape) : columnsOf(heads, titles, shape)
  const columns = assigned ?? guessed
  const isFilled = (index: number) => data.some(({ cells }) => !isBlank(cells[index] ?? ''))
  for (const [index, column] of columns.entries()) {
    const text = heads[index] ?? ''
    if (column === null && (text !== '' || isFilled(index))) {
      const isTwice = head !== undefined && hasOther(columns, keyOfHead(text, shape))
      notes.push({ kind: isTwice ? 'repeated-head' : 'unknown-head', column: index + 1, text })
    }
    const isMoney = column !== null && column !== 'serial' && columnOf(shape, column.key).isMoney === true
    if (isMoney && assigned === undefined && unitOf(text, titles) === null) {
      notes.push({ kind: 'unit-assumed', column: index + 1, text })
    }
  }
  const isPadded = data.some(({ cells }) => cells.length === width)
  const rows = data.flatMap((row) => {
    const lost = whyLost(row, { columns, width, isPadded, head, key: shape.key })
    if (lost !== null) {
      notes.push({ kind: lost, line: row.line, text: wordsOf(row) })
      return []
    }
    return readRow(row, columns, shape, notes)
  })
  return { heads, columns, rows, notes }
}

const wordsOf = ({ cells }: GridRow): string =>
  cells
    .map(tidyCell)
    .filter((cell) => cell !== '')
    .join(' | ')

function headIndex<T>(rows: readonly GridRow[], shape: TableShape<T>): number {
  let best = { at: -1, found: 0 }
  for (const [at, { cells }] of rows.slice(0, headWithin).entries()) {
    const keys = new Set(cells.map((cell) => keyOfHead(cell, shape)).filter((key) => key !== null))
    if (keys.has(shape.key) && keys.size > best.found) best = { at, found: keys.size }
  }
  return best.at
}

const hasOther = <T>(columns: readonly Assigned<T>[], key: string | null): boolean =>
  columns.some((column) => column !== null && column !== 'serial' && column.key === key)

type Heads = readonly (readonly [string, Column<unknown>])[]

/** Which column a head names, and how surely (0 is the first of its heads). */
function matchOf<T>(
  cell: string,
  shape: TableShape<T>,
): { readonly key: keyof T & string; readonly rank: number } | null {
  const full = foldHead(cell)
  const bare = full.replace(headMoney, '')
  for (const [key, { heads, isMoney }] of Object.entries(shape.columns) as unknown as Heads) {
    const rank = heads.indexOf(isMoney === true ? bare : full)
    if (rank !== -1) return { key: key as keyof T & string, rank }
  }
  return null
}

const keyOfHead = <T>(cell: string, shape: TableShape<T>): (keyof T & string) | null =>
  matchOf(cell, shape)?.key ?? null

const unitOf = (head: string, titles: readonly GridRow[]): MoneyUnit | 'foreign' | null =>
  moneyUnitIn(head) ?? moneyUnitIn(titles.map(wordsOf).find((title) => /单位\s*[:：]/u.test(title)) ?? '')

function columnsOf<T>(
  heads: readonly string[],
  titles: readonly GridRow[],
  shape: TableShape<T>,
): readonly Assigned<T>[] {
  const matches = heads.map((head) => matchOf(head, shape))
  return matches.map((match, index) => {
    if (match === null) return serialHeads.has(foldHead(heads[index] ?? '')) ? 'serial' : null
    const unit = unitOf(heads[index] ?? '', titles)
    if (columnOf(shape, match.key).isMoney === true && unit === 'foreign') return null
    const isSurest = matches.every(
      (other, at) => other?.key !== match.key || other.rank > match.rank || (other.rank === match.rank && at >= index),
    )
    return isSurest ? { key: match.key, unit: unit === null || unit === 'foreign' ? 'wan' : unit } : null
  })
}

/** Without a head: the usual order, behind a leading column of running numbers. */
function withoutHead<T>(data: readonly GridRow[], width: number, shape: TableShape<T>): readonly Assigned<T>[] {
  const isNumbered = width > 1 && data.every(({ cells }) => /^\d+$/u.test((cells[0] ?? '').trim()))
  const order: Assigned<T>[] = shape.usualOrder.map((key) => ({ key, unit: 'wan' as const }))
  const columns: Assigned<T>[] = isNumbered ? ['serial', ...order] : order
  return Array.from({ length: width }, (_, index) => columns[index] ?? null)
}

type Lost = 'repeated-head-row' | 'total-row' | 'remark-row' | 'ragged-row' | 'serial-no-number' | 'row-without-key'

function whyLost<T>(
  row: GridRow,
  table: {
    readonly columns: readonly Assigned<T>[]
    readonly width: number
    readonly isPadded: boolean
    readonly head: GridRow | undefined
    readonly key: string
  },
): Lost | null {
  const { columns, width } = table
  const cells = row.cells.map(tidyCell)
  if (table.head !== undefined && table.head.cells.every((cell, at) => tidyCell(cell) === (cells[at] ?? ''))) {
    return 'repeated-head-row'
  }
  const filled = cells.filter((cell) => cell !== '')
  const [first = ''] = filled
  if (/^(合计|总计|小计|共计|累计|总额|total|subtotal|sum)([:：(（\d].*)?$/iu.test(first.replace(/\s/gu, ''))) {
    return 'total-row'
  }
  if (/^(注|备注|说明|填表人|填报人|填表单位|制表人?|制表日期|填表日期|审核人?|联系人|联系电话)\d*[:：]/u.test(first)) {
    return 'remark-row'
  }
  if (cells.findLastIndex((cell) => cell !== '') >= width || (table.isPadded && cells.length < width)) {
    return 'ragged-row'
  }
  const serial = columns.indexOf('serial')
  if (serial !== -1 && !/^[\d()（）.、]*$/u.test(cells[serial] ?? '')) return 'serial-no-number'
  const keyAt = columns.findIndex((column) => column !== null && column !== 'serial' && column.key === table.key)
  return isBlank(cells[keyAt] ?? '') ? 'row-without-key' : null
}

function readRow<T>(
  row: GridRow,
  columns: readonly Assigned<T>[],
  shape: TableShape<T>,
  notes: TableNote[],
): readonly TableRow<T>[] {
  const values: Record<string, unknown> = {}
  let isLost = false
  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index] ?? ''
    if (column === null || column === 'serial' || isBlank(cell)) continue
    const read = columnOf(shape, column.key).read(cell, column.unit)
    if ('value' in read) values[column.key] = read.value
    else {
      const isRowLost = column.key === shape.key
      isLost ||= isRowLost
      const at = { line: row.line, column: index + 1, text: tidyCell(cell) }
      notes.push({ kind: 'unread-cell', ...at, why: read.unread, isRowLost })
    }
  }
  return isLost ? [] : [{ line: row.line, values: values as Partial<T> }]
}
