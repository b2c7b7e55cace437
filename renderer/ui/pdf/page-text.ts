/** Where an occurrence lies: from a character of one text item to a character of another (exclusive) on one page. */
export type TextHit = {
  readonly page: number
  readonly from: { readonly item: number; readonly offset: number }
  readonly to: { readonly item: number; readonly offset: number }
}

type Place = { readonly item: number; readonly offset: number; readonly length: number }

/** The text of a page folded for searching, and for every folded character where it came from. */
export type FoldedPage = { readonly text: string; readonly places: readonly Place[] }

/**
 * Folds the runs of a page: NFKC, lower case, white space gone, since the line breaks of a PDF mean nothing in Chinese.
 * Every UTF-16 unit of `text` has its place in `places`.
 */
export function foldPage(items: readonly string[]): FoldedPage {
  let text = ''
  const places: Place[] = []
  items.forEach((run, item) => {
    let offset = 0
    for (const character of run) {
      const folded = foldQuery(character)
      for (let unit = 0; unit < folded.length; unit += 1) places.push({ item, offset, length: character.length })
      text += folded
      offset += character.length
    }
  })
  return { text, places }
}

/** A query folded as the pages are. */
export const foldQuery = (query: string): string => query.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')

/** Every occurrence of a query on a page, in reading order, without overlaps. */
export function findOnPage(page: number, { text, places }: FoldedPage, query: string): readonly TextHit[] {
  const wanted = foldQuery(query)
  if (wanted === '') return []
  const hits: TextHit[] = []
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    const first = places[at]
    const last = places[at + wanted.length - 1]
    if (first === undefined || last === undefined) break
    hits.push({
      page,
      from: { item: first.item, offset: first.offset },
      to: { item: last.item, offset: last.offset + last.length },
    })
  }
  return hits
}

/** What is kept of a page that was read: little, for a dossier has thousands of pages. */
export type PageText = { readonly items: readonly string[]; readonly folded: string }

export const pageTextOf = (items: readonly string[]): PageText => ({ items, folded: foldPage(items).text })

/** The same as `findOnPage`, of what is kept. */
export const findInText = (page: number, { items, folded }: PageText, query: string): readonly TextHit[] =>
  folded.includes(foldQuery(query)) ? findOnPage(page, foldPage(items), query) : []

/** An occurrence with a few words before and behind it, white space made one. */
export type HitWords = { readonly before: string; readonly hit: string; readonly after: string }

/** @param around letters on each side */
export function wordsAround({ items }: PageText, { from, to }: TextHit, around = 18): HitWords {
  const at = ({ item, offset }: TextHit['from']) =>
    items.slice(0, item).reduce((length, run) => length + run.length, 0) + offset
  const whole = items.join('')
  const [begin, end] = [at(from), at(to)]
  const plain = (text: string) => text.replaceAll(/\s+/gu, ' ')
  // Not through the middle of a character outside of the basic plane.
  return {
    before: plain(whole.slice(Math.max(0, begin - around), begin)).replace(/^[\uDC00-\uDFFF]/u, ''),
    hit: plain(whole.slice(begin, end)),
    after: plain(whole.slice(end, end + around)).replace(/[\uD800-\uDBFF]$/u, ''),
  }
}
