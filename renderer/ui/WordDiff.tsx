import { useMemo } from 'react'
import { wordDiff } from '@shared/lib/word-diff'
import { useTranslation } from './translation'

/** Two texts as one: what went is struck through, what came is underlined, and both are told to who does not see it. */
export function WordDiff({ from, to }: { readonly from: string; readonly to: string }) {
  const { t } = useTranslation()
  const parts = useMemo(() => wordDiff(from, to), [from, to])
  return (
    <p className="reading verbatim word-diff">
      {parts.map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
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
