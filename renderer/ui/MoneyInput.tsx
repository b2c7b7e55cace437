import { Input } from 'antd'
import { useState } from 'react'
import { formatWanYuan, parseWanYuan } from '@shared/lib/money'
import { useTranslation } from './translation'

const words = (fen: number | null): string => (fen === null ? '' : formatWanYuan(fen))

/** Money in 万元 as typed, kept as integer fen; `null` if empty. What is no amount stays on screen, marked. */
export function MoneyInput(props: {
  readonly id?: string
  readonly label?: string
  readonly fen: number | null
  readonly onChange: (fen: number | null) => void
  /** What was typed is no amount: a form that is saved now must not keep the amount before it. */
  readonly onWrong?: () => void
  readonly invalid?: boolean
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const invalid = typed !== null && typed.trim() !== '' && parseWanYuan(typed) === null
  return (
    <Input
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(invalid || props.invalid === true ? { status: 'error' as const, title: t('common.needAmount') } : {})}
      className="money-input"
      suffix={t('common.wan')}
      autoComplete="off"
      value={typed ?? words(props.fen)}
      onChange={(event) => {
        const text = event.target.value
        setTyped(text)
        const fen = parseWanYuan(text)
        if (text.trim() === '') props.onChange(null)
        else if (fen === null) props.onWrong?.()
        else props.onChange(fen)
      }}
      onBlur={() => {
        if (!invalid) setTyped(null)
      }}
    />
  )
}
