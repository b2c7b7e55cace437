import { memo } from 'react'
import { clauseOf } from '@shared/regulation/2010/articles'
import type { ClauseRef } from '@shared/regulation/clause-ref'
import { clauseName } from './clause-name'
import { useTranslation } from './translation'

/** Words of the regulation, in serif, with the place they stand at. Never anybody else's words. */
export const ClauseText = memo(({ clause }: { readonly clause: ClauseRef }) => {
  const { locale } = useTranslation()
  const { text } = clauseOf(clause)
  return (
    <blockquote className="statute clause">
      <cite>{clauseName(clause, locale)}</cite>
      {text.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
    </blockquote>
  )
})
ClauseText.displayName = 'ClauseText'
