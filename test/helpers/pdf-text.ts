/** Reads a PDF back with a parser that is not ours: every character and rule with its place on the page. */
import './newer-javascript'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PlacedCharacter {
  character: string
  /** Left edge and baseline in millimetres from the top left of the page. */
  x: number
  baseline: number
  /** Type size in points. */
  size: number
  /** Width in millimetres. */
  width: number
}

export interface PlacedRule {
  left: number
  right: number
  top: number
  bottom: number
  colour: string
  /** In points. */
  thickness: number
}

export interface PageContent {
  characters: PlacedCharacter[]
  rules: PlacedRule[]
}

interface ShownGlyph {
  unicode: string
  width: number
}

const toMm = (points: number): number => (points * 25.4) / 72

/** All pages in order. */
export async function readPages(bytes: Uint8Array): Promise<PageContent[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages: PageContent[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const height = page.view[3]!
    const { fnArray, argsArray } = await page.getOperatorList()
    pages.push(interpret(fnArray, argsArray as unknown[][], height))
  }
  await document.loadingTask.destroy()
  return pages
}

function interpret(operators: number[], allArguments: unknown[][], height: number): PageContent {
  const content: PageContent = { characters: [], rules: [] }
  let size = 0
  let origin = { x: 0, y: 0 }
  let colour = ''
  let thickness = 1
  operators.forEach((operator, index) => {
    const args = allArguments[index]!
    if (operator === OPS.setFont) size = args[1] as number
    else if (operator === OPS.setLineWidth) thickness = args[0] as number
    else if (operator === OPS.setStrokeRGBColor) colour = String(args[0])
    else if (operator === OPS.setTextMatrix) {
      const matrix = (args.length === 1 ? args[0] : args) as number[]
      origin = { x: matrix[4]!, y: matrix[5]! }
    } else if (operator === OPS.showText) {
      let { x } = origin
      for (const shown of args[0] as (ShownGlyph | number | null)[]) {
        if (typeof shown === 'number') x -= (shown / 1000) * size
        else if (shown !== null) {
          const width = (shown.width / 1000) * size
          const place = { x: toMm(x), baseline: toMm(height - origin.y), width: toMm(width) }
          content.characters.push({ character: shown.unicode, size, ...place })
          x += width
        }
      }
    } else if (operator === OPS.constructPath) {
      const box = args[2] as number[] | null
      if (box === null) return
      const [left, bottom, right, top] = Array.from(box).map(toMm)
      const pageHeight = toMm(height)
      const place = { left: left!, right: right!, top: pageHeight - top!, bottom: pageHeight - bottom! }
      content.rules.push({ ...place, colour, thickness })
    }
  })
  return content
}

/** A line as any writer sets it, by the place of its text alone. */
export interface SetLine {
  text: string
  /** The largest type in the line, in points. */
  size: number
}

/** Lines of each page from the top, page numbers and blank ones left out: works for files of other programs, too. */
export async function readLines(bytes: Uint8Array): Promise<SetLine[][]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages: SetLine[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true })
    const lines = new Map<number, { x: number; text: string; size: number }[]>()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [scale, , , , x, y] = item.transform as [number, number, number, number, number, number]
      const key = [...lines.keys()].find((known) => Math.abs(known - y) < 3) ?? y
      lines.set(key, [...(lines.get(key) ?? []), { x, text: item.str, size: scale }])
    }
    const found = [...lines]
      .toSorted(([a], [b]) => b - a)
      .map(([, parts]) => ({
        text: parts
          .toSorted((a, b) => a.x - b.x)
          .map(({ text }) => text)
          .join('')
          .replaceAll(/\s/g, ''),
        size: Math.max(...parts.map(({ size }) => size)),
      }))
    pages.push(found.filter(({ text }) => !/^—\d+—$/.test(text)))
  }
  await document.loadingTask.destroy()
  return pages
}

export interface TextLine {
  text: string
  /** Left edge of the first, right edge of the last character, baseline; in millimetres. */
  left: number
  right: number
  baseline: number
  size: number
  characters: PlacedCharacter[]
}

/** Characters of one baseline, from the top of the page; parts of a line in different faces join. */
export function textLines(page: PageContent): TextLine[] {
  const byBaseline = new Map<number, PlacedCharacter[]>()
  for (const character of page.characters) {
    const key = [...byBaseline.keys()].find((known) => Math.abs(known - character.baseline) < 0.2) ?? character.baseline
    byBaseline.set(key, [...(byBaseline.get(key) ?? []), character])
  }
  return [...byBaseline]
    .toSorted(([a], [b]) => a - b)
    .map(([baseline, unsorted]) => {
      const characters = unsorted.toSorted((a, b) => a.x - b.x)
      const last = characters.at(-1)!
      return {
        text: characters.map(({ character }) => character).join(''),
        left: characters[0]!.x,
        right: last.x + last.width,
        baseline,
        size: characters[0]!.size,
        characters,
      }
    })
}

/** The first line with this text on any page. Throws when there is none. */
export function lineWith(pages: readonly PageContent[], text: string): TextLine & { page: number } {
  for (const [index, page] of pages.entries()) {
    const line = textLines(page).find((candidate) => candidate.text.includes(text))
    if (line !== undefined) return { ...line, page: index + 1 }
  }
  throw new Error(`no line has ${text}`)
}
