export type Separator = '\t' | ',' | ';'

export type GridRow = { readonly line: number; readonly cells: readonly string[] }

/** A table as text: its rows with the line on which each begins, and a quotation mark that nothing closes. */
export type Grid = {
  readonly separator: Separator
  readonly rows: readonly GridRow[]
  readonly unclosedQuoteOn: number | null
}

/**
 * Text of a spreadsheet as a grid (RFC 4180, and Excel's clipboard): cells in quotation marks may hold separators, line
 * breaks and doubled marks. A mark that nothing closes, or behind which the cell goes on, is a character like others:
 * it swallows no row. Rows in which nothing stands are left out.
 */
export function readGrid(text: string, separator: Separator = separatorOf(text)): Grid {
  const source = text.replace(/^\uFEFF/u, '')
  const rows: GridRow[] = []
  let cells: string[] = []
  let line = 1
  let rowLine = 1
  let unclosedQuoteOn: number | null = null
  let at = 0
  const endRow = () => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: rowLine, cells })
    cells = []
  }
  while (at <= source.length) {
    const cell = cellAt(source, at, separator)
    if (cell.isUnclosed) unclosedQuoteOn ??= line
    cells.push(cell.text)
    line += breaksIn(source.slice(at, cell.end))
    at = cell.end
    if (at < source.length && source[at] === separator) {
      at += 1
      continue
    }
    endRow()
    if (at >= source.length) break
    at += source.startsWith('\r\n', at) ? 2 : 1
    line += 1
    rowLine = line
  }
  return { separator, rows, unclosedQuoteOn }
}

/**
 * What separates the cells: a tab wherever there is one, else the one of comma and semicolon that the first lines agree
 * on.
 */
export function separatorOf(text: string): Separator {
  if (text.includes('\t')) return '\t'
  const count = (separator: Separator) => readGrid(text, separator).rows.filter(({ cells }) => cells.length > 1).length
  return count(';') > count(',') ? ';' : ','
}

function cellAt(source: string, at: number, separator: Separator) {
  const quoted = source[at] === '"' ? quotedAt(source, at, separator) : null
  if (quoted !== null && quoted !== 'unclosed') return { ...quoted, isUnclosed: false }
  let end = at
  while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1
  return { text: source.slice(at, end), end, isUnclosed: quoted === 'unclosed' }
}

/** A cell in quotation marks; `null` if the cell goes on behind the closing mark, `unclosed` if there is none. */
function quotedAt(source: string, at: number, separator: Separator) {
  let from = at + 1
  for (;;) {
    const mark = source.indexOf('"', from)
    if (mark === -1) return 'unclosed'
    if (source[mark + 1] === '"') {
      from = mark + 2
      continue
    }
    const next = source[mark + 1]
    if (next !== undefined && next !== separator && next !== '\n' && next !== '\r') return null
    return { text: source.slice(at + 1, mark).replaceAll('""', '"'), end: mark + 1 }
  }
}

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/gu)?.length ?? 0
