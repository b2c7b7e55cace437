import { useMemo } from 'react'
import { wordDiff } from '@shared/lib/word-diff'
import { useTranslation } from './translation'

/** Two texts as one: what went is struck through, what came is underlined, and both are told to who does not see it. */
export function WordDiff(props: {
  readonly from: string
  readonly to: string
  /** Letters that are shown on each side of a difference; all of them if it is not given. */
  readonly around?: number
}) {
  const { from, to, around = Infinity } = props
  const { t } = useTranslation()
  const parts = useMemo(() => wordDiff(from, to), [from, to])
  return (
    <p className="reading verbatim word-diff">
      {parts.map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{shortened(text, around, index === 0, index === parts.length - 1)}</span>
        ) : kind === 'removed' ? (
          <del key={index} aria-label={t('writing.removed', { text })}>
            {text}
          </del>
        ) : (
          <ins key={index} aria-label={t('writing.added', { text })}>
            {text}
          </ins>
        ),
      )}
    </p>
  )
}

/** What is the same, without its middle where it is long; at the ends nothing follows the other way. */
function shortened(text: string, around: number, isFirst: boolean, isLast: boolean): string {
  const head = isFirst ? 0 : around
  const tail = isLast ? 0 : around
  const letters = Array.from(text)
  if (letters.length <= head + tail + 1) return text
  return `${letters.slice(0, head).join('')}…${tail === 0 ? '' : letters.slice(-tail).join('')}`
}
