import JSZip from 'jszip'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { neutralised } from '@shared/audit/csv'
import type { Cell, Sheet } from '@shared/ipc/table'

type WrittenCell = NonNullable<SheetData[number][number]>

/** Rows that stay and are printed on every page: title and head. */
const headRows = 2

/**
 * A workbook (xlsx) of tables: a title, a head that stays and is printed on every page, numbers and days as what they
 * are, columns as wide as asked for, the whole width on one page across. A text that a spreadsheet would take for a
 * formula is neutralised; there are no formulas, links or macros in it.
 */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const plain = await writeXlsxFile(
    sheets.map(({ name, title, columns, rows }) => ({
      sheet: name,
      data: [
        [
          { value: title, type: String, fontWeight: 'bold', columnSpan: columns.length },
          ...columns.slice(1).map(() => null),
        ],
        columns.map(({ header }) => ({
          value: header,
          type: String,
          fontWeight: 'bold',
          wrap: true,
          alignVertical: 'center',
        })),
        ...rows.map((row) => row.map(cellOf)),
      ] as SheetData,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: headRows,
      orientation: 'landscape' as const,
    })),
  ).toBuffer()
  return withPrintArea(plain, sheets)
}

/** The writer keeps texts as keys of an object and loses those that each has (`constructor`): marked as well. */
const writable = (text: string): string => (text in {} ? `'${text}` : text)

function cellOf(cell: Cell): WrittenCell | null {
  switch (cell.kind) {
    case 'text':
      return { value: writable(neutralised(cell.text)), type: String, wrap: true, alignVertical: 'top' }
    case 'number': {
      const places = cell.digits.split('.')[1]?.length ?? 0
      const format = places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`
      return { value: Number(cell.digits), type: Number, format, alignVertical: 'top' }
    }
    case 'day':
      return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' }
    case 'empty':
      return null
  }
}

/**
 * ISO/IEC 29500-1, 18.2.5: print area and rows repeated on every page are names of the workbook; 18.3.1.65: one page
 * wide.
 */
async function withPrintArea(plain: Uint8Array, sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = await JSZip.loadAsync(plain)
  const names = sheets.flatMap(({ name, columns, rows }, index) => {
    const place = `'${name.replaceAll("'", "''")}'`
    const area = `${place}!$A$1:$${columnName(columns.length)}$${rows.length + headRows}`
    return [
      `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${escaped(area)}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(`${place}!$1:$${headRows}`)}</definedName>`,
    ]
  })
  await change(zip, 'xl/workbook.xml', (xml) =>
    xml.replace('</sheets>', `</sheets><definedNames>${names.join('')}</definedNames>`),
  )
  for (const [index] of sheets.entries()) {
    await change(zip, `xl/worksheets/sheet${index + 1}.xml`, onePageWide)
  }
  return new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' }))
}

async function change(zip: JSZip, path: string, put: (xml: string) => string): Promise<void> {
  const before = await zip.file(path)?.async('string')
  if (before === undefined) throw new Error(`the workbook has no ${path}`)
  const after = put(before)
  if (after === before) throw new Error(`${path} is not as expected`)
  zip.file(path, after)
}

/** `sheetPr` comes first in a sheet; how many pages follows from `fitToHeight="0"`: as many as there are. */
function onePageWide(xml: string): string {
  const fits = xml.replace(/<worksheet([^>]*)>/u, '<worksheet$1><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
  return fits.replace(/<pageSetup\b([^>]*?)\/>/u, '<pageSetup$1 fitToWidth="1" fitToHeight="0"/>')
}

/** A, B, … Z, AA. */
function columnName(number: number): string {
  const rest = (number - 1) % 26
  const before = Math.floor((number - 1) / 26)
  return `${before === 0 ? '' : columnName(before)}${String.fromCharCode(65 + rest)}`
}

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
