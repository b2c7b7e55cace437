import type { Translate } from '../messages/translate'
import type { DescribedEntry } from './describe'

/**
 * What a spreadsheet takes for the beginning of a formula, full-width twins and leading control characters included.
 */
const formulaStart = /^[=+\-@＝＋－＠\t\r\n]/u

/** The cell as text: an apostrophe before what would be a formula. */
export const neutralised = (cell: string): string => (formulaStart.test(cell) ? `'${cell}` : cell)

/** RFC 4180 with CRLF, a byte order mark for spreadsheets before it; every cell neutralised. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\ufeff${csvLines(rows)}`

/** Rows that follow others. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(neutralised(cell))).join(',')}\r\n`).join('')

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const columns = [
  'number',
  'at',
  'lamport',
  'name',
  'unit',
  'role',
  'fingerprint',
  'seq',
  'kind',
  'dossiers',
  'field',
  'from',
  'to',
  'state',
  'recordId',
  'place',
] as const

export const csvHead = (t: Translate): readonly string[] => columns.map((column) => t(`audit.column.${column}`))

/** One row for each change; a record that changed nothing has one row that says so. */
export function csvRows(entry: DescribedEntry, localTime: (instant: string) => string, t: Translate) {
  const same = { field: t(entry.isFirst ? 'audit.nothingSaid' : 'audit.same'), from: '', to: '' }
  const changes = entry.changes.length === 0 ? [same] : entry.changes
  return changes.map((change) => {
    const cells: Readonly<Record<(typeof columns)[number], string>> = {
      ...change,
      number: String(entry.number),
      at: localTime(entry.at),
      lamport: String(entry.lamport),
      name: entry.name,
      unit: entry.unit,
      role: entry.role,
      fingerprint: entry.fingerprint,
      seq: String(entry.seq),
      kind: entry.kind,
      dossiers: entry.dossiers,
      state: t(`auditState.${entry.state}`),
      recordId: entry.recordId,
      place: entry.place,
    }
    return columns.map((column) => cells[column])
  })
}
