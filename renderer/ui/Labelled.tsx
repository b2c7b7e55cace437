import { ErrorTold } from './error-told'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'

const controls = 'input:not([type="date"]):not([type="hidden"]), textarea, [role="combobox"]'

/** A control, its label above, and what is wrong with it, in words, below; the control says itself that it is wrong. */
export function Labelled(props: {
  readonly label: ReactNode
  readonly htmlFor?: string
  readonly error?: string | null
  readonly hint?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  const errorId = useId()
  const box = useRef<HTMLDivElement>(null)
  const { htmlFor, error = null } = props
  const isWrong = error !== null
  useLayoutEffect(() => {
    if (!isWrong) return
    const named = htmlFor === undefined ? null : document.getElementById(htmlFor)
    const control = named ?? box.current?.querySelector(controls) ?? null
    control?.setAttribute('aria-invalid', 'true')
    control?.setAttribute('aria-describedby', errorId)
    return () => {
      control?.removeAttribute('aria-invalid')
      control?.removeAttribute('aria-describedby')
    }
  }, [isWrong, htmlFor, errorId])
  return (
    <div ref={box} className={props.wide === true ? 'labelled wide' : 'labelled'}>
      <label {...(htmlFor === undefined ? {} : { htmlFor })}>{props.label}</label>
      <ErrorTold value={isWrong}>{props.children}</ErrorTold>
      {props.hint === undefined ? null : <div className="quiet">{props.hint}</div>}
      {isWrong ? (
        <div className="field-error" role="alert" id={errorId}>
          {error}
        </div>
      ) : null}
    </div>
  )
}
