import type { SheetReading, WorkbookReading } from '@shared/ipc/workbook-reading'
import { formatOf, plainFormat, type CellFormat } from './cell-format'
import { inspectionLimits } from './limits'
import { eachElement, openOfficePackage, OfficeRefused, refuse } from './office-package'
import { readSheet, type Book } from './read-sheet'
import { scanXml } from './xml-scan'

/**
 * The cells of a workbook (ISO/IEC 29500-1, 18: SpreadsheetML) as the text that a person sees; nothing in it is
 * computed, followed or run. Libraries for this drop an error value and a formula without a result without a word, and
 * make a number of a code: here each is told. Bad bytes are a problem, never an exception.
 */
export async function readWorkbook(bytes: Buffer): Promise<WorkbookReading> {
  try {
    return { problem: null, sheets: await sheetsOf(bytes) }
  } catch (error) {
    if (error instanceof OfficeRefused) return { problem: error.problem }
    throw error
  }
}

async function sheetsOf(bytes: Buffer): Promise<SheetReading[]> {
  const { main, related, part } = await openOfficePackage(bytes)
  const ofType = (type: string) => [...related.values()].find((relation) => relation.type.endsWith(type))?.target
  const texts = ofType('/sharedStrings')
  const styles = ofType('/styles')
  const { sheets, isFrom1904 } = tableOfContents((await part(main)) ?? refuse('foreign'))
  const book: Book = {
    isFrom1904,
    texts: texts === undefined ? [] : sharedTexts((await part(texts)) ?? refuse('damaged')),
    formats: styles === undefined ? [] : cellFormats((await part(styles)) ?? ''),
  }
  if (sheets.length === 0) return refuse('foreign')
  const read: SheetReading[] = []
  let cells = 0
  for (const { name, isHidden, relation } of sheets) {
    const target = related.get(relation)
    // A sheet of a chart has no cells.
    if (target === undefined || !target.type.endsWith('/worksheet')) continue
    const sheet = readSheet((await part(target.target)) ?? refuse('damaged'), book)
    if (typeof sheet === 'string') return refuse(sheet)
    cells += sheet.rows.length * (sheet.rows[0]?.cells.length ?? 0)
    if (cells > inspectionLimits.sheetCells) return refuse('too-much')
    read.push({ name, isHidden, ...sheet })
  }
  return read
}

/** 18.2: the sheets in their order, and from which day days are counted. */
function tableOfContents(xml: string) {
  const sheets: { readonly name: string; readonly isHidden: boolean; readonly relation: string }[] = []
  let isFrom1904 = false
  eachElement(xml, (name, attributes) => {
    if (name === 'workbookPr') isFrom1904 = /^(1|true)$/u.test(attributes().get('date1904') ?? '')
    if (name !== 'sheet') return
    const given = attributes()
    const isHidden = (given.get('state') ?? 'visible') !== 'visible'
    sheets.push({ name: given.get('name') ?? '', isHidden, relation: given.get('id') ?? '' })
  })
  return { sheets, isFrom1904 }
}

/** 18.4.9: texts that cells refer to. Readings of characters (rPh) are no part of them. */
function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = []
  let isReading = false
  const fault = scanXml(xml, {
    onElement: (name) => {
      if (name === 'si') texts.push('')
      if (name === 'si' || name === 'rPh') isReading = name === 'rPh'
    },
    wantsText: (name) => name === 't' && !isReading,
    onText: (_, text) => {
      texts.push((texts.pop() ?? '') + text)
    },
  })
  return fault === null ? texts : refuse('damaged')
}

/** 18.8.10: how the numbers of cells are shown, by the style of a cell. */
function cellFormats(xml: string): readonly CellFormat[] {
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let isOfCells = false
  eachElement(xml, (name, attributes) => {
    if (name === 'numFmt') codes.set(Number(attributes().get('numFmtId')), attributes().get('formatCode') ?? '')
    if (/Xfs$|^cellStyles$|^dxfs$/u.test(name)) isOfCells = name === 'cellXfs'
    if (name !== 'xf' || !isOfCells) return
    const id = Number(attributes().get('numFmtId') ?? 0)
    formats.push(Number.isNaN(id) ? plainFormat : formatOf(id, codes.get(id)))
  })
  return formats
}
