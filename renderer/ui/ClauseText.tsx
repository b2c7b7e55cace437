import { clauseOf } from '@shared/regulation/2010/articles'
import type { ClauseRef } from '@shared/regulation/clause-ref'

/** Words of the regulation, in serif, with the place they stand at. Never anybody else's words. */
export function ClauseText({ clause }: { readonly clause: ClauseRef }) {
  const { label, text } = clauseOf(clause)
  return (
    <blockquote className="statute clause">
      <cite>{label}</cite>
      {text.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
    </blockquote>
  )
}
