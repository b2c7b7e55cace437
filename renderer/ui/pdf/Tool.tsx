import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'

type Props = {
  readonly label: string
  readonly icon: ReactNode
  readonly onClick: () => void
  readonly pressed?: boolean
  readonly disabled?: boolean
}

/** A tool in a line of tools: its picture, and its name for who points at it or hears it. */
export function Tool({ label, icon, onClick, pressed, disabled = false }: Props) {
  return (
    <Tooltip title={label}>
      <Button
        className="tool"
        type={pressed === true ? 'default' : 'text'}
        size="small"
        icon={icon}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      />
    </Tooltip>
  )
}
