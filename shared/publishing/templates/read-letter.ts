/**
 * The words of a letter out of a Word file, and what in the file would be lost with them. ISO/IEC 29500,
 * WordprocessingML.
 */
import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import type PizZip from 'pizzip'
import { openArchive } from './open-template'
import { type NotCarried, type TemplateProblem } from './template-problem'

export interface LetterWords {
  /** The first paragraph. */
  title: string
  /** The others that have words, in order; `\n` where a line was forced. */
  body: string[]
}

const mainPart = 'word/document.xml'

/** Reads a file that `checkLetter` has passed, filled or not. Formatting is left behind: the writers set it anew. */
export function readLetter(bytes: Uint8Array): LetterWords {
  const [title = '', ...body] = paragraphsOf(openArchive(bytes))
  return { title, body }
}

/**
 * What stands in the file and would not come into the letter, each once; a title that is none. Empty when nothing is
 * lost.
 */
export function lostInLetter(bytes: Uint8Array): TemplateProblem[] {
  const archive = openArchive(bytes)
  const [title = '', ...body] = paragraphsOf(archive)
  const isTitle = title !== '' && title.length <= 120 && !/[。；：:]$|\n|\{\{[#/]/u.test(title)
  return [
    ...notCarriedIn(archive).map(({ part, what }): TemplateProblem => ({ kind: 'not-carried', part, what })),
    ...[title, ...body].flatMap(strayBrackets),
    ...(isTitle && body.length > 0 ? [] : [{ kind: 'no-title' as const }]),
  ]
}

/** Brackets that are no tag, full-width ones among them: they would be printed. */
function strayBrackets(text: string): TemplateProblem[] {
  const stray = /.{0,10}[{}｛｝].{0,10}/u.exec(text.replace(/\{\{[^{}]*\}\}/gu, ''))
  return stray === null ? [] : [{ kind: 'broken-tag', tag: stray[0] }]
}

function documentOf(archive: PizZip, part: string): Document | undefined {
  const xml = archive.file(part)?.asText()
  return xml === undefined ? undefined : new DOMParser().parseFromString(xml, 'text/xml')
}

const elementsOf = (document: Document | undefined): Element[] =>
  document === undefined ? [] : Array.from(document.getElementsByTagNameNS('*', '*'))

function paragraphsOf(archive: PizZip): string[] {
  return elementsOf(documentOf(archive, mainPart))
    .filter(({ localName }) => localName === 'p')
    .map((paragraph) => textOf(paragraph).trim())
    .filter((text) => text !== '')
}

const spoken: Readonly<Record<string, string>> = { br: '\n', cr: '\n', tab: ' ', noBreakHyphen: '-' }

function textOf(paragraph: Element): string {
  return Array.from(paragraph.getElementsByTagNameNS('*', '*'))
    .map((element) => {
      const { localName, parentNode } = element
      // A tab stop of the paragraph's format bears the same name as a tab in its text.
      if (localName === null || parentNode?.localName !== 'r') return ''
      if (localName === 't') return element.textContent ?? ''
      return localName === 'br' && attribute(element, 'type') !== 'textWrapping' && attribute(element, 'type') !== ''
        ? ''
        : (spoken[localName] ?? '')
    })
    .join('')
}

const attribute = (element: Element, name: string): string =>
  Array.from(element.attributes).find(({ localName }) => localName === name)?.value ?? ''

const isOn = (element: Element): boolean => !['0', 'false', 'off', 'none'].includes(attribute(element, 'val'))

const lost: Readonly<Record<string, NotCarried>> = {
  tbl: 'table',
  drawing: 'picture',
  pict: 'picture',
  txbxContent: 'text-box',
  ins: 'tracked-change',
  del: 'tracked-change',
  moveFrom: 'tracked-change',
  moveTo: 'tracked-change',
  footnoteReference: 'note',
  endnoteReference: 'note',
  fldSimple: 'field',
  instrText: 'field',
  vanish: 'hidden-text',
  strike: 'struck-text',
  dstrike: 'struck-text',
  sym: 'symbol',
  oMath: 'formula',
  ruby: 'ruby',
}

function notCarriedIn(archive: PizZip): { part: string; what: NotCarried }[] {
  const found = new Map<string, { part: string; what: NotCarried }>()
  const add = (part: string, what: NotCarried) => found.set(`${part} ${what}`, { part, what })
  const numbered = numberedStyles(archive)
  for (const element of elementsOf(documentOf(archive, mainPart))) {
    const { localName } = element
    const what = localName === null ? undefined : lost[localName]
    if (what !== undefined && isOn(element)) add(mainPart, what)
    if (localName === 'numPr' && numberOf(element) !== '0') add(mainPart, 'numbering')
    if (localName === 'pStyle' && numbered.has(attribute(element, 'val'))) add(mainPart, 'numbering')
  }
  for (const name of Object.keys(archive.files).filter((part) => /^word\/(?:header|footer)\d*\.xml$/u.test(part))) {
    const words = elementsOf(documentOf(archive, name))
      .filter(({ localName }) => localName === 't')
      .map(({ textContent }) => textContent ?? '')
      .join('')
    // Page numbers are the writers' own.
    if (/[^\s\d\-–—第共页/]/u.test(words)) add(name, 'header')
  }
  return [...found.values()]
}

const numberOf = (numPr: Element): string => {
  const [id] = Array.from(numPr.getElementsByTagNameNS('*', 'numId'))
  return id === undefined ? '0' : attribute(id, 'val')
}

/** Styles that number their paragraphs, by themselves or through the style they are based on. */
function numberedStyles(archive: PizZip): ReadonlySet<string> {
  const styles = elementsOf(documentOf(archive, 'word/styles.xml')).filter(({ localName }) => localName === 'style')
  const child = (style: Element, name: string) => Array.from(style.getElementsByTagNameNS('*', name))[0]
  const numbered = new Set<string>()
  for (const style of styles) {
    const numPr = child(style, 'numPr')
    if (numPr !== undefined && numberOf(numPr) !== '0') numbered.add(attribute(style, 'styleId'))
  }
  let grown = -1
  while (grown !== numbered.size) {
    grown = numbered.size
    for (const style of styles) {
      const base = child(style, 'basedOn')
      const own = child(style, 'numPr')
      if (base !== undefined && own === undefined && numbered.has(attribute(base, 'val'))) {
        numbered.add(attribute(style, 'styleId'))
      }
    }
  }
  return numbered
}
