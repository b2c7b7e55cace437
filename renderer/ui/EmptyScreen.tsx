import type { ReactNode } from 'react'

/** An empty place says what comes here and offers the first step. */
export function EmptyScreen({ words, children }: { readonly words: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{words}</p>
      {children === undefined ? null : <div className="page-actions">{children}</div>}
    </div>
  )
}
