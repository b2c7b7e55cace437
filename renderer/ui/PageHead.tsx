import type { ReactNode } from 'react'

/** Head of a page: what it is, what it says of itself, and what can be done on it. */
export function PageHead(props: {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <header className="page-head">
      <div>
        <h1>{props.title}</h1>
        {props.note === undefined ? null : <div className="quiet">{props.note}</div>}
      </div>
      {props.actions === undefined ? null : <div className="page-actions">{props.actions}</div>}
    </header>
  )
}
