import type { SheetReading, OfficeProblem } from '@shared/ipc/workbook-reading'
import { err, ok, type Result } from '@shared/lib/result'
import { decodeTableText, type DecodeFailure } from '@shared/tables/decode-text'
import { readGrid, type Grid } from '@shared/tables/grid'
import { callHost, done } from '@renderer/platform/bridge'

/** Larger is no table that a person looks through. */
const mostBytes = 8_000_000

/** What a person does not see in a spreadsheet, or sees where it is not. */
export type SheetDoubts = Pick<SheetReading, 'hiddenRows' | 'hiddenColumns' | 'mergedDown' | 'uncomputed'>

export type BroughtSheet = {
  readonly name: string
  readonly isHidden: boolean
  readonly grid: Grid
  readonly doubts: SheetDoubts
}

/** A table's file as it was read: text has one sheet without a name, a workbook those in which something stands. */
export type BroughtTable = {
  readonly encoding: string | null
  /** Those that a person sees come first. */
  readonly sheets: readonly [BroughtSheet, ...BroughtSheet[]]
}

/** Why a file is no table; names the message `table.problem.<code>`. */
export type TableProblem = Exclude<DecodeFailure, 'workbook'> | OfficeProblem | 'large' | 'unreadable' | 'empty'

const noDoubts: SheetDoubts = { hiddenRows: 0, hiddenColumns: 0, mergedDown: 0, uncomputed: 0 }

/** Text as a table; null if nothing stands in it. */
export function tableOfText(text: string, encoding: string | null): BroughtTable | null {
  const grid = readGrid(text)
  if (grid.rows.length === 0) return null
  return { encoding, sheets: [{ name: '', isHidden: false, grid, doubts: noDoubts }] }
}

/** A file as a table: text as Chinese programs write it, or a workbook (xlsx), told apart by its content. */
export async function tableOfFile(file: File): Promise<Result<BroughtTable, TableProblem>> {
  if (file.size > mostBytes) return err('large')
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return err('unreadable')
  }
  const decoded = decodeTableText(bytes)
  if (decoded.ok) {
    const table = tableOfText(decoded.value.text, decoded.value.encoding)
    return table === null ? err('empty') : ok(table)
  }
  return decoded.error === 'workbook' ? tableOfWorkbook(bytes) : err(decoded.error)
}

async function tableOfWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Result<BroughtTable, TableProblem>> {
  const { reading } = done(await callHost('table:read', { bytes }))
  if (reading.problem !== null) return err(reading.problem)
  const [first, ...others] = reading.sheets
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => Number(a.isHidden) - Number(b.isHidden))
    .map(({ name, isHidden, rows, ...doubts }) => ({
      name,
      isHidden,
      grid: { separator: '\t' as const, rows, unclosedQuoteOn: null },
      doubts,
    }))
  return first === undefined ? err('empty') : ok({ encoding: null, sheets: [first, ...others] })
}
