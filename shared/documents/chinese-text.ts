/**
 * How sentences of our documents are put together. What people typed is never reworded, only closed with a full stop.
 */
import type { EvidencePin } from '@shared/domain/judgement'
import type { PanelRules } from '@shared/domain/panel'
import { chineseNumeral } from '@shared/lib/chinese-numeral'
import type { ClauseRef } from '@shared/regulation/clause-ref'
import type { BlockOf } from './blocks'
import { printedForm } from './printed-form'

const closing = /[。！？；：…](?:[”’」』）)》]*)$/u

/** A person's words as a sentence: unchanged but for white space at the ends and a full stop where the end is open. */
export function sentence(text: string): string {
  const words = oneParagraph(text)
  if (words === '' || closing.test(words)) return words
  return `${words.replace(/[，、,;；]$/u, '')}。`
}

/** A person's text, one paragraph block per line, blank lines left out. */
export const verbatimParagraphs = (text: string): BlockOf<'paragraph'>[] =>
  verbatimLines(text).map((content) => ({ kind: 'paragraph', content }))

/** A person's text line by line, blank lines left out. */
export const verbatimLines = (text: string): string[] =>
  printedForm(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The same text run together, for a table cell or the middle of a paragraph. */
export const oneParagraph = (text: string): string =>
  printedForm(text)
    .replace(/\s*\n\s*/gu, '')
    .trim()

/** 第九条第四项, 第十二条. */
export function clauseName(clause: ClauseRef): string {
  const [article = '', item] = clause.split('.')
  return `第${chineseNumeral(Number(article))}条${item === undefined ? '' : `第${chineseNumeral(Number(item))}项`}`
}

/** 甲、乙、丙; names as they are. */
export const listNames = (names: readonly string[]): string => names.join('、')

/** 三分之二: the share of the work rules, in words. */
export const majorityNames: Readonly<Record<PanelRules['majority'], string>> = {
  '1/2': '二分之一',
  '2/3': '三分之二',
  '3/4': '四分之三',
}

/** （协议书第7页、经费管理办法第2页）; '' without evidence. */
export function evidenceNote(pins: readonly EvidencePin[]): string {
  const pages = new Map<string, number[]>()
  for (const { materialTitle, page } of pins) {
    const known = pages.get(materialTitle) ?? []
    if (!known.includes(page)) pages.set(materialTitle, [...known, page])
  }
  if (pages.size === 0) return ''
  const places = [...pages].map(([title, numbers]) => `${title}第${numbers.toSorted((a, b) => a - b).join('、')}页`)
  return `（${places.join('；')}）`
}

/** The sentence with its evidence before the full stop: 分工明确（协议书第7页）。 */
export function withEvidence(text: string, pins: readonly EvidencePin[]): string {
  const note = evidenceNote(pins)
  const words = sentence(text)
  if (note === '') return words
  return words.endsWith('。') ? `${words.slice(0, -1)}${note}。` : `${words}${note}。`
}

/**
 * The pieces of a title that names an alliance: the name breaks, if it must, before what kind of alliance it is.
 * `before` stays with the name's beginning, for 关于 ends no line.
 */
export function nameWords(name: string, before = ''): string[] {
  const at = name.search(/产业技术创新(?:战略)?联盟/u)
  return at <= 0 ? [before + name] : [before + name.slice(0, at), name.slice(at)]
}
