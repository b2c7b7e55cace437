import { CalendarOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { use, useId, useRef, useState } from 'react'
import { calendarDateSchema } from '@shared/domain/date'
import { afterPress } from '@renderer/platform/after-press'
import { ErrorTold } from './error-told'
import { useTranslation } from './translation'
import { typedDay } from './typed-day'

/** A day, typed in any usual way or picked; empty is `null`. */
export function DayInput(props: {
  readonly id?: string
  readonly label?: string
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  readonly invalid?: boolean
}) {
  const { t } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const errorId = useId()
  const isTold = use(ErrorTold)
  // Somebody who is still typing is told nothing.
  const [isTyping, setTyping] = useState(false)
  // An empty field is none that is wrong: a form that needs the day asks for it when its act is pressed.
  const isFilled = (props.value ?? '').trim() !== ''
  const isWrong = !isTyping && !isTold && isFilled && !calendarDateSchema.safeParse(props.value).success
  const set = (text: string) => {
    props.onChange(text === '' ? null : text)
  }
  return (
    <span className="day-input">
      <Input
        {...(props.id === undefined ? {} : { id: props.id })}
        {...(props.label === undefined ? {} : { 'aria-label': props.label })}
        {...(props.invalid === true || isWrong ? { status: 'error' as const } : {})}
        {...(isWrong ? { 'aria-invalid': true, 'aria-describedby': errorId } : {})}
        placeholder={t('common.dayShape')}
        autoComplete="off"
        value={props.value ?? ''}
        onChange={(event) => {
          setTyping(true)
          set(event.target.value)
        }}
        onBlur={(event) => {
          afterPress(() => {
            setTyping(false)
          })
          const day = typedDay(event.target.value)
          if (day !== (props.value ?? '')) set(day)
        }}
        suffix={
          <button
            type="button"
            className="bare"
            aria-label={t('common.pickDay')}
            onClick={() => {
              picker.current?.showPicker()
            }}
          >
            <CalendarOutlined aria-hidden />
          </button>
        }
      />
      <input
        ref={picker}
        type="date"
        className="day-picker"
        tabIndex={-1}
        aria-hidden
        value={/^\d{4}-\d{2}-\d{2}$/u.test(props.value ?? '') ? (props.value ?? '') : ''}
        onChange={(event) => {
          set(event.target.value)
        }}
      />
      {isWrong ? (
        <span className="field-error" id={errorId} role="alert">
          {t('common.needDate')}
        </span>
      ) : null}
    </span>
  )
}
