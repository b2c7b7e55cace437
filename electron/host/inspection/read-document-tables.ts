import type { DocumentTables } from '@shared/ipc/workbook-reading'
import { inspectionLimits } from './limits'
import { openOfficePackage, OfficeRefused, refuse } from './office-package'
import { scanXml } from './xml-scan'

/**
 * The tables of a text document (ISO/IEC 29500-1, 17.4), as their cells read: what was struck out by a reviewer is not
 * there, what was put in is. A table inside of a cell is part of that cell's words. Bad bytes are a problem, never an
 * exception.
 */
export async function readDocumentTables(bytes: Buffer): Promise<DocumentTables> {
  try {
    const { main, part } = await openOfficePackage(bytes)
    return { problem: null, tables: tablesOf((await part(main)) ?? refuse('damaged')) }
  } catch (error) {
    if (error instanceof OfficeRefused) return { problem: error.problem }
    throw error
  }
}

type Row = { readonly line: number; readonly cells: string[] }

function tablesOf(xml: string): Row[][] {
  const tables: Row[][] = []
  let depth = 0
  let cells: string[] | null = null
  const root = { isDocument: false }
  let count = 0
  /** What goes on from the cell above (17.4.84) says nothing of its own. */
  let isContinued = false
  const write = (words: string) => {
    if (cells !== null && cells.length > 0) cells.push((cells.pop() ?? '') + words)
  }
  const fault = scanXml(xml, {
    onElement: (name, attributes) => {
      if (name === 'document') root.isDocument = true
      if (name === 'tbl') {
        depth += 1
        if (depth === 1) tables.push([])
      }
      if (depth === 0) return
      if (name === 'tr' && depth === 1) {
        cells = []
        tables.at(-1)?.push({ line: (tables.at(-1)?.length ?? 0) + 1, cells })
      }
      if (name === 'tc' && depth === 1) {
        cells?.push('')
        isContinued = false
        count += 1
      }
      if (name === 'vMerge' && depth === 1) isContinued = attributes().get('val') !== 'restart'
      if (name === 'br' || name === 'cr') write('\n')
      if (name === 'tab') write('\t')
    },
    onEnd: (name) => {
      if (name === 'tbl') depth -= 1
      if (depth === 0) cells = null
      // A paragraph ends a line.
      if (name === 'p') write('\n')
      if (name === 'tc' && depth === 1 && cells !== null) {
        const words = cells.pop() ?? ''
        // Places to write on are kept open by signs that nobody sees.
        cells.push(isContinued ? '' : words.replaceAll('\u200b', '').trim())
      }
    },
    wantsText: (name) => name === 't' && cells !== null,
    onText: (_, text) => {
      write(text)
    },
  })
  if (fault !== null) return refuse('damaged')
  if (!root.isDocument) return refuse('foreign')
  return count > inspectionLimits.sheetRows ? refuse('too-much') : tables
}
