import { Input } from 'antd'
import { useId, useState } from 'react'
import { typedInteger } from '@shared/lib/typed-integer'
import { useTranslation } from './translation'

/**
 * A whole number between two others, typed in digits of any width. What is none stays on the screen with a sentence
 * beside it, and is told as NaN: a form that is saved now must not keep the number before it. Empty is `null` where
 * that may be (`optional`).
 */
export function NumberInput(props: {
  readonly id?: string
  readonly label?: string
  readonly value: number | null
  readonly min: number
  readonly max: number
  readonly optional?: boolean
  readonly disabled?: boolean
  readonly placeholder?: string
  readonly onChange: (value: number | null) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const errorId = useId()
  const { value, min, max, optional = false } = props
  const read = (text: string) =>
    text.trim() === '' && optional ? null : (typedInteger(text, { min, max }) ?? Number.NaN)
  const known = value === null || Number.isNaN(value) ? '' : String(value)
  // The form was put back or took another number since: that one is shown.
  const shown = typed === null || !Object.is(read(typed), value) ? known : typed
  // Nobody typed here yet: an empty field is none that is wrong.
  const isUntouched = typed === null && value === null
  const isWrong = !isUntouched && Number.isNaN(read(shown))
  return (
    <span className="number-field">
      <Input
        {...(props.id === undefined ? {} : { id: props.id })}
        {...(props.label === undefined ? {} : { 'aria-label': props.label })}
        {...(isWrong ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': errorId } : {})}
        className="number-input"
        inputMode="numeric"
        autoComplete="off"
        disabled={props.disabled === true}
        placeholder={props.placeholder ?? ''}
        value={shown}
        onChange={(event) => {
          const text = event.target.value
          setTyped(text)
          props.onChange(read(text))
        }}
        onBlur={() => {
          if (!isWrong) setTyped(null)
        }}
      />
      {isWrong ? (
        <span className="field-error" id={errorId} role="alert">
          {t('common.needNumber', { min, max })}
        </span>
      ) : null}
    </span>
  )
}
