/** Notices and letters: their words apart from their facts, so that an office may change the words and nothing else. */
import { chineseNumeral } from '@shared/lib/chinese-numeral'
import { ok, type Result } from '@shared/lib/result'
import type { BlockOf, DocumentModel, FlowBlock } from './blocks'
import type { MissingValues } from './missing-values'
import { letterNames } from './vocabulary/papers'

/** Kinds of documents whose wording is the office's. */
export type LetterKind = keyof typeof letterNames
export const letterKinds = Object.keys(letterNames) as readonly LetterKind[]

/** What is filled in for tags: text, or rows of the same. Never blank. */
export interface LetterValues {
  readonly [tag: string]: string | readonly LetterValues[]
}

/** The tags of a letter; without a required one a template is refused. */
export type LetterTags = Readonly<Record<string, LetterTag>>
type LetterTag = { readonly required: boolean; readonly rows?: LetterTags }

/** How wording says its facts: with their values, or with the tags that stand for them. */
export type Say = {
  (tag: string): string
  /** Words within a paragraph, once for each row; none if there is no row. */
  readonly part: (tag: string, words: (row: Say) => string) => string
  /** Paragraphs, once for each row. */
  readonly each: (tag: string, paragraphs: (row: Say) => readonly string[]) => readonly string[]
}

/** Title and paragraphs in order. A title in several pieces breaks between them. */
export type LetterText = { readonly title: readonly string[]; readonly body: readonly string[] }

export type LetterWording = {
  readonly kind: LetterKind
  /** Tags without which the letter would not say what it is for; `rows.tag` inside rows. */
  readonly required: readonly string[]
  readonly title: (say: Say) => readonly string[]
  readonly body: (say: Say) => readonly string[]
}

/** A letter whose facts are complete: only its words may still be exchanged. */
export type Letter = {
  readonly wording: LetterWording
  readonly values: LetterValues
  readonly set: (text: LetterText) => DocumentModel
}

/** The built-in words with these facts. */
export const builtInText = ({ wording, values }: Pick<Letter, 'wording' | 'values'>): LetterText =>
  worded(wording, sayValues(values))

/** The letter in its built-in words, or what it lacks. */
export const composeLetter = (letter: Result<Letter, MissingValues>): Result<DocumentModel, MissingValues> =>
  letter.ok ? ok(letter.value.set(builtInText(letter.value))) : letter

/** The built-in words with `{{tag}}` and `{{#rows}} … {{/rows}}` in place of facts: what a template starts from. */
export const startingText = (wording: LetterWording): LetterText =>
  worded(
    wording,
    sayTags(() => undefined, ''),
  )

/** The tags that a letter offers: those of its built-in words. */
export function tagsOf(wording: LetterWording): LetterTags {
  const used = new Set<string>()
  worded(
    wording,
    sayTags((path) => used.add(path), ''),
  )
  const below = (path: string): LetterTags =>
    Object.fromEntries(
      [...used]
        .filter((tag) => tag.startsWith(path) && !tag.slice(path.length).includes('.'))
        .map((tag) => {
          const rows = below(`${tag}.`)
          const required = wording.required.some((wanted) => wanted === tag || wanted.startsWith(`${tag}.`))
          return [tag.slice(path.length), { required, ...(Object.keys(rows).length === 0 ? {} : { rows }) }]
        }),
    )
  return below('')
}

const worded = (wording: LetterWording, say: Say): LetterText => ({
  title: wording.title(say).filter((piece) => piece !== ''),
  body: wording.body(say),
})

function sayValues(values: LetterValues): Say {
  const rowsOf = (tag: string): readonly Say[] => {
    const rows = values[tag]
    return typeof rows === 'object' ? rows.map(sayValues) : []
  }
  const text = (tag: string): string => {
    const value = values[tag]
    if (typeof value !== 'string') throw new TypeError(`the letter has no text for ${tag}`)
    return value
  }
  return Object.assign(text, {
    part: (tag: string, words: (row: Say) => string) => rowsOf(tag).map(words).join(''),
    each: (tag: string, paragraphs: (row: Say) => readonly string[]) => rowsOf(tag).flatMap(paragraphs),
  })
}

function sayTags(onTag: (path: string) => unknown, path: string): Say {
  const rowOf = (tag: string): Say => {
    onTag(path + tag)
    return sayTags(onTag, `${path}${tag}.`)
  }
  const text = (tag: string): string => {
    onTag(path + tag)
    return `{{${tag}}}`
  }
  return Object.assign(text, {
    part: (tag: string, words: (row: Say) => string) => `{{#${tag}}}${words(rowOf(tag))}{{/${tag}}}`,
    each: (tag: string, paragraphs: (row: Say) => readonly string[]) => [
      `{{#${tag}}}`,
      ...paragraphs(rowOf(tag)),
      `{{/${tag}}}`,
    ],
  })
}

/**
 * Paragraphs as blocks: `一、` and `（一）` that end openly, and `1.`, are headings of GB/T 9704; the words stay the same.
 */
export const letterBlocks = (body: readonly string[]): FlowBlock[] =>
  body.map((text) => headingIn(text) ?? { kind: 'paragraph', content: text })

/** A longer line is a sentence that happens to begin with a number. */
const longestHeading = 40

function headingIn(text: string): BlockOf<'heading'> | undefined {
  const [, first, ofFirst] = /^([一二三四五六七八九十]{1,3})、([^\n]+)$/u.exec(text) ?? []
  const [, second, ofSecond] = /^（([一二三四五六七八九十]{1,3})）([^\n]+)$/u.exec(text) ?? []
  const [, third, ofThird] = /^([1-9]\d?)\.(?=\D|(?:19|20)\d\d年)([^\n]+)$/u.exec(text) ?? []
  if (first !== undefined && ofFirst !== undefined) return openHeading(1, first, ofFirst)
  if (second !== undefined && ofSecond !== undefined) return openHeading(2, second, ofSecond)
  if (third === undefined || ofThird === undefined) return undefined
  return { kind: 'heading', level: 3, number: Number(third), text: ofThird }
}

function openHeading(level: 1 | 2, numeral: string, text: string): BlockOf<'heading'> | undefined {
  if (text.length > longestHeading || /[。；]$/u.test(text)) return undefined
  const number = Array.from({ length: 99 }, (_, index) => index + 1).find((value) => chineseNumeral(value) === numeral)
  return number === undefined ? undefined : { kind: 'heading', level, number, text }
}
