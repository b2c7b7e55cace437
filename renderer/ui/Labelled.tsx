import type { ReactNode } from 'react'

/** A control with its label above and what is wrong with it, in words, below. */
export function Labelled(props: {
  readonly label: ReactNode
  readonly htmlFor?: string
  readonly error?: string | null
  readonly hint?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={props.wide === true ? 'labelled wide' : 'labelled'}>
      <label {...(props.htmlFor === undefined ? {} : { htmlFor: props.htmlFor })}>{props.label}</label>
      {props.children}
      {props.hint === undefined ? null : <div className="quiet">{props.hint}</div>}
      {props.error === undefined || props.error === null ? null : (
        <div className="field-error" role="alert">
          {props.error}
        </div>
      )}
    </div>
  )
}
