/** GB/T 9704-2012 7.3.1: a title breaks between words, its lines in a trapezoid. */

/** Words that may not begin a line of a title: they belong to what goes before. */
const clinging = /^[的了和与及暨、，。：；？！）》」』】〕”’]/u
/** Words that may not end one: they belong to what follows. */
const leading = /[（《「『【〔“‘关于第]$/u

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** The pieces of a title that stay whole: brackets with what they hold when short, else dictionary words. */
export function titleWords(text: string): string[] {
  const words: string[] = []
  let depth = 0
  for (const { segment } of segmenter.segment(text)) {
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
 * Groups words into lines no wider than `maxWidth` (in characters), in as few lines as possible, each line a little
 * narrower than the one above it (a trapezoid standing on its short side). A word wider than a line is cut, between the words inside it
 * if it has any.
 */
export function titleLines(words: readonly string[], maxWidth: number, widthOf: (text: string) => number): string[] {
  const pieces = words.flatMap((word) => cut(word, maxWidth, widthOf))
  const total = widthOf(pieces.join(''))
  for (let lineCount = Math.ceil(total / maxWidth - 1e-6); lineCount <= pieces.length; lineCount++) {
    const best = bestBreaks(pieces, lineCount, maxWidth, widthOf)
    if (best !== undefined) return best
  }
  return pieces
}

function cut(word: string, maxWidth: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= maxWidth) return [word]
  const inner = titleWords(word)
  if (inner.length > 1) return inner.flatMap((part) => cut(part, maxWidth, widthOf))
  const parts: string[] = []
  for (const character of word) {
    const last = parts.at(-1)
    if (last !== undefined && widthOf(last + character) <= maxWidth) parts[parts.length - 1] = last + character
    else parts.push(character)
  }
  return parts
}

/** Tries every way to break into so many lines; titles have a handful of words, so this stays small. */
function bestBreaks(
  pieces: readonly string[],
  lineCount: number,
  maxWidth: number,
  widthOf: (text: string) => number,
): string[] | undefined {
  let best: { lines: string[]; cost: number } | undefined
  const target = widthOf(pieces.join('')) / lineCount
  const visit = (start: number, lines: string[], cost: number) => {
    if (best !== undefined && cost >= best.cost) return
    const left = lineCount - lines.length
    if (left === 0) {
      if (start === pieces.length) best = { lines, cost }
      return
    }
    for (let end = start + 1; end <= pieces.length - left + 1; end++) {
      const line = pieces.slice(start, end).join('')
      const width = widthOf(line)
      if (width > maxWidth + 1e-6) break
      // Upper lines two characters wider than lower ones: even lines would make a rectangle.
      const wanted = target + ((lineCount - 1) / 2 - lines.length) * 2
      visit(end, [...lines, line], cost + (width - wanted) ** 2)
    }
  }
  visit(0, [], 0)
  return best?.lines
}
