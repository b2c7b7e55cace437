import type { SheetReading, WorkbookProblem, WorkbookReading } from '@shared/ipc/workbook-reading'
import { formatOf, plainFormat, type CellFormat } from './cell-format'
import { inspectFile } from './inspect-file'
import { inspectionLimits } from './limits'
import { readParts } from './package-zip'
import { readSheet, type Book } from './read-sheet'
import { scanXml } from './xml-scan'
import { xmlText } from './xml-text'

/** Told as the problem that it is; everything else is a defect of ours. */
class WorkbookRefused extends Error {
  constructor(readonly problem: WorkbookProblem) {
    super(problem)
  }
}

const refuse = (problem: WorkbookProblem): never => {
  throw new WorkbookRefused(problem)
}

/**
 * The cells of a workbook (ISO/IEC 29500-1, 18: SpreadsheetML) as the text that a person sees; nothing in it is
 * computed, followed or run. Libraries for this drop an error value and a formula without a result without a word, and
 * make a number of a code: here each is told. Bad bytes are a problem, never an exception.
 */
export async function readWorkbook(bytes: Buffer): Promise<WorkbookReading> {
  try {
    return { problem: null, sheets: await sheetsOf(bytes) }
  } catch (error) {
    if (error instanceof WorkbookRefused) return { problem: error.problem }
    throw error
  }
}

async function sheetsOf(bytes: Buffer): Promise<SheetReading[]> {
  const { format, findings } = await inspectFile(bytes)
  const has = (kind: (typeof findings)[number]['kind']) => findings.some((finding) => finding.kind === kind)
  if (has('encrypted')) return refuse('locked')
  if (has('old-office') || has('wps-file')) return refuse('old-workbook')
  if (has('bomb')) return refuse('too-much')
  if (format !== 'package') return refuse('no-workbook')
  const part = await partsOf(bytes)
  const main = [...(await relationsOf(part, '')).values()].find(({ type }) => type.endsWith('/officeDocument'))
  if (main === undefined) return refuse('no-workbook')
  const related = await relationsOf(part, main.target)
  const ofType = (type: string) => [...related.values()].find((relation) => relation.type.endsWith(type))?.target
  const texts = ofType('/sharedStrings')
  const styles = ofType('/styles')
  const { sheets, isFrom1904 } = tableOfContents((await part(main.target)) ?? refuse('no-workbook'))
  const book: Book = {
    isFrom1904,
    texts: texts === undefined ? [] : sharedTexts((await part(texts)) ?? refuse('damaged')),
    formats: styles === undefined ? [] : cellFormats((await part(styles)) ?? ''),
  }
  if (sheets.length === 0) return refuse('no-workbook')
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

type ReadPart = (name: string) => Promise<string | undefined>

async function partsOf(bytes: Buffer): Promise<ReadPart> {
  const parts = await readParts(bytes)
  if (parts === 'encrypted') return refuse('locked')
  if (parts === 'bad') return refuse('damaged')
  const byName = new Map(parts.map((part) => [part.name.toLowerCase(), part]))
  return async (name) => {
    const content = await byName.get(name.toLowerCase())?.unpack()
    if (content === undefined) return undefined
    if (content === null) return refuse('damaged')
    if (content === 'bomb' || content.length > inspectionLimits.readBytes) return refuse('too-much')
    return xmlText(content)
  }
}

type Relation = { readonly type: string; readonly target: string }

/** ISO/IEC 29500-2, 6.5: what a part refers to, by the names that it gives them. */
async function relationsOf(part: ReadPart, source: string): Promise<ReadonlyMap<string, Relation>> {
  const at = source.lastIndexOf('/') + 1
  const xml = await part(`${source.slice(0, at)}_rels/${source.slice(at)}.rels`)
  const found = new Map<string, Relation>()
  if (xml === undefined) return found
  eachElement(xml, (name, attributes) => {
    const given = attributes()
    if (name !== 'Relationship' || given.get('TargetMode') === 'External') return
    const target = new URL(given.get('Target') ?? '', `package:/${source}`).pathname.replace(/^\//u, '')
    found.set(given.get('Id') ?? '', { type: given.get('Type') ?? '', target: decodeURIComponent(target) })
  })
  return found
}

function eachElement(xml: string, onElement: Parameters<typeof scanXml>[1]['onElement']): void {
  if (scanXml(xml, { onElement, onText: () => undefined, wantsText: () => false }) !== null) refuse('damaged')
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
