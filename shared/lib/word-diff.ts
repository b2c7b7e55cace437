import { editsBetween } from './edits'

/** A piece of two texts: in both, only in the earlier, or only in the later. */
export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

const words = new Intl.Segmenter('zh', { granularity: 'word' })

const wordsOf = (text: string): readonly string[] => [...words.segment(text)].map(({ segment }) => segment)

/**
 * How a text became another, by words; in Chinese too, where no space parts them. What is same and removed makes the
 * earlier text again, what is same and added the later one. Pure.
 */
export function wordDiff(from: string, to: string): readonly DiffPart[] {
  const [before, after] = [wordsOf(from), wordsOf(to)]
  const parts: { kind: DiffPart['kind']; text: string }[] = []
  for (const edit of editsBetween(before, after)) {
    const text = (edit.kind === 'added' ? after[edit.to] : before[edit.from]) ?? ''
    const last = parts.at(-1)
    if (last?.kind === edit.kind) last.text += text
    else parts.push({ kind: edit.kind, text })
  }
  return parts
}
