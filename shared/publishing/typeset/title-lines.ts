/** GB/T 9704-2012 7.3.1: a title breaks between words, its lines in a trapezoid. */

/** Words that may not begin a line of a title: they belong to what goes before. */
const clinging = /^[的了和与及暨、，。：；？！）》」』】〕”’]/u
/** Words that may not end one: they belong to what follows. */
const leading = /[（《「『【〔“‘关于第]$/u

/** Terms of the procedure and of agencies' names that the platform's dictionary takes apart. */
const terms =
  /(产业技术创新战略联盟|协调指导小组|综合审核|专家组|试点名单|会议记录|重新登记|变更备案|年度报告|科学技术|发展改革|发展和改革|经济和信息化|国有资产|监督管理)/u

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

const dictionaryWords = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/**
 * The pieces of a title that stay whole: terms of the procedure, brackets with what they hold when short, else
 * dictionary words.
 */
export function titleWords(text: string): string[] {
  const words: string[] = []
  let depth = 0
  const segments = text.split(terms).flatMap((part) => (terms.test(part) ? [part] : dictionaryWords(part)))
  for (const segment of segments) {
    const last = words.at(-1)
    const joins = last !== undefined && (clinging.test(segment) || leading.test(last) || depth > 0)
    if (joins && Array.from(last + segment).length <= 16) words[words.length - 1] = last + segment
    else words.push(segment)
    depth += count(segment, /[（《〔]/gu) - count(segment, /[）》〕]/gu)
  }
  return words
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/**
 * Groups words into lines no wider than `maxWidth` (in characters), in as few lines as possible, each line two
 * characters narrower than the one above it (a trapezoid standing on its short side; even lines would make a
 * rectangle). A word wider than a line is cut, between the words inside it if it has any.
 */
export function titleLines(words: readonly string[], maxWidth: number, widthOf: (text: string) => number): string[] {
  return wordLines(words, maxWidth, widthOf, 2)
}

/**
 * The name of an agency broken between words into lines about equally long: two lines within `comfortable`, else as few
 * as `most` allows.
 */
export function nameLines(
  name: string,
  { comfortable, most }: { comfortable: number; most: number },
  widthOf: (text: string) => number,
): string[] {
  const words = titleWords(name)
  const lines = wordLines(words, comfortable, widthOf, 0)
  return lines.length <= 2 ? lines : wordLines(words, most, widthOf, 0)
}

/** `taper`: how many characters wider a line shall be than the next one. */
function wordLines(
  words: readonly string[],
  maxWidth: number,
  widthOf: (text: string) => number,
  taper: number,
): string[] {
  const pieces = words.flatMap((word) => cut(word, maxWidth, widthOf))
  const total = widthOf(pieces.join(''))
  for (let lineCount = Math.ceil(total / maxWidth - 1e-6); lineCount <= pieces.length; lineCount++) {
    const best = bestBreaks(pieces, { lineCount, maxWidth, taper }, widthOf)
    if (best !== undefined) return best
  }
  return pieces
}

function cut(word: string, maxWidth: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= maxWidth) return [word]
  const inner = [titleWords(word), dictionaryWords(word)].find(({ length }) => length > 1)
  if (inner !== undefined) return inner.flatMap((part) => cut(part, maxWidth, widthOf))
  const parts: string[] = []
  for (const character of word) {
    const last = parts.at(-1)
    if (last !== undefined && widthOf(last + character) <= maxWidth) parts[parts.length - 1] = last + character
    else parts.push(character)
  }
  return parts
}

/**
 * The way to break into so many lines whose widths come closest to the wanted ones; of equal ways the one that breaks
 * first.
 */
function bestBreaks(
  pieces: readonly string[],
  { lineCount, maxWidth, taper }: { lineCount: number; maxWidth: number; taper: number },
  widthOf: (text: string) => number,
): string[] | undefined {
  const target = widthOf(pieces.join('')) / lineCount
  const widths = pieces.map((_, start) => widthsFrom(pieces, start, maxWidth, widthOf))
  const known = new Map<number, Breaks | undefined>()
  const best = (start: number, line: number): Breaks | undefined => {
    if (line === lineCount) return start === pieces.length ? { cost: 0, ends: [] } : undefined
    const key = start * lineCount + line
    if (known.has(key)) return known.get(key)
    const wanted = target + ((lineCount - 1) / 2 - line) * taper
    let found: Breaks | undefined
    for (const [index, width] of (widths[start] ?? []).entries()) {
      const end = start + index + 1
      const rest = best(end, line + 1)
      if (rest === undefined) continue
      const cost = rest.cost + (width - wanted) ** 2
      if (found === undefined || cost < found.cost - 1e-9) found = { cost, ends: [end, ...rest.ends] }
    }
    known.set(key, found)
    return found
  }
  const ends = best(0, 0)?.ends
  return ends?.map((end, line) => pieces.slice(ends[line - 1] ?? 0, end).join(''))
}

interface Breaks {
  cost: number
  /** Where each line ends, in pieces. */
  ends: number[]
}

/** Widths of one piece, of two and so on from `start`, as far as they fit a line. */
function widthsFrom(
  pieces: readonly string[],
  start: number,
  maxWidth: number,
  widthOf: (text: string) => number,
): number[] {
  const widths: number[] = []
  for (let end = start + 1; end <= pieces.length; end++) {
    const width = widthOf(pieces.slice(start, end).join(''))
    if (width > maxWidth + 1e-6) break
    widths.push(width)
  }
  return widths
}
