import { useRef, type KeyboardEvent, type PointerEvent } from 'react'

type Props = {
  readonly label: string
  /** In whatever unit; more is further to the right. */
  readonly value: number
  readonly min: number
  readonly max: number
  /** What an arrow key moves. */
  readonly step: number
  /** The value for a place in the window, in CSS pixels from its left edge. */
  readonly valueAt: (x: number) => number
  readonly onChange: (value: number) => void
  /** Back to how it comes: a double click, or Enter. */
  readonly onReset: () => void
}

/** A line between two parts that is dragged, or moved by arrow keys, Home and End. */
export function Divider({ label, value, min, max, step, valueAt, onChange, onReset }: Props) {
  const isDragged = useRef(false)
  const to = (wanted: number) => onChange(Math.min(Math.max(wanted, min), max))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowLeft') to(value - step)
    else if (event.key === 'ArrowRight') to(value + step)
    else if (event.key === 'Home') to(min)
    else if (event.key === 'End') to(max)
    else if (event.key === 'Enter') onReset()
    else return
    event.preventDefault()
  }
  const onPointerMove = (event: PointerEvent) => {
    if (isDragged.current) to(valueAt(event.clientX))
  }
  const share = max > min ? Math.round((100 * (value - min)) / (max - min)) : 0
  return (
    <div
      className="divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.min(100, Math.max(0, share))}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={onReset}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        isDragged.current = true
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        isDragged.current = false
      }}
      onPointerCancel={() => {
        isDragged.current = false
      }}
    />
  )
}
