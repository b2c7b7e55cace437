import { z } from 'zod'
import type { ClauseRef } from '../clause-ref'
import articlesJson from './articles.json' with { type: 'json' }

const itemSchema = z.strictObject({ number: z.int(), marker: z.string(), label: z.string(), text: z.string() })
const articleSchema = z.strictObject({
  number: z.int(),
  label: z.string(),
  paragraphs: z.array(z.strictObject({ text: z.string(), items: z.array(itemSchema) })).min(1),
})
const regulationTextSchema = z.strictObject({
  id: z.string(),
  annexMark: z.string(),
  title: z.string(),
  preamble: z.string(),
  chapters: z.array(
    z.strictObject({ number: z.int(), label: z.string(), title: z.string(), articles: z.array(articleSchema) }),
  ),
})
export type RegulationText = Readonly<z.infer<typeof regulationTextSchema>>
export type Article = RegulationText['chapters'][number]['articles'][number]

/** The measure word for word, by chapter (章), article (条), paragraph (款) and item (项); white space aside. */
export const regulationText2010: RegulationText = regulationTextSchema.parse(articlesJson)

/** A place in the text with its heading: 第九条第四项 and what stands there. */
export type Clause = {
  readonly ref: ClauseRef
  readonly chapter: { readonly number: number; readonly label: string; readonly title: string }
  readonly articleNumber: number
  readonly itemNumber: number | null
  /** As it is cited in Chinese: 第九条第四项. */
  readonly label: string
  /** The item's words, or the whole article with its items on lines of their own. */
  readonly text: string
}

/**
 * Looks a clause up: '9' is Art. 9 whole, '9.4' its fourth item.
 * @throws Error if the regulation has no such clause.
 */
export function clauseOf(ref: ClauseRef): Clause {
  const [articleNumber = 0, itemNumber = null] = ref.split('.').map(Number)
  for (const chapter of regulationText2010.chapters) {
    const article = chapter.articles.find((candidate) => candidate.number === articleNumber)
    if (article === undefined) continue
    const place = {
      ref,
      chapter: { number: chapter.number, label: chapter.label, title: chapter.title },
      articleNumber,
      itemNumber,
    }
    if (itemNumber === null) return { ...place, label: article.label, text: wholeText(article) }
    const item = article.paragraphs.flatMap((paragraph) => paragraph.items).find(({ number }) => number === itemNumber)
    if (item !== undefined) return { ...place, label: `${article.label}${item.label}`, text: item.text }
  }
  throw new Error(`the regulation has no clause ${ref}`)
}

/** The words of a clause, without its number. @throws Error if the regulation has no such clause. */
export const articleText = (ref: ClauseRef): string => clauseOf(ref).text

const wholeText = ({ paragraphs }: Article): string =>
  paragraphs.flatMap(({ text, items }) => [text, ...items.map((item) => `${item.marker}${item.text}`)]).join('\n')
