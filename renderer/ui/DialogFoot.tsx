import { Button } from 'antd'

/** The foot of a dialog: the way out, and the one act that it is for. */
export function DialogFoot(props: {
  readonly leave: string
  readonly onLeave: () => void
  readonly act: string
  readonly onAct: () => void
  readonly busy?: boolean
  readonly disabled?: boolean
  /** The act takes something away. */
  readonly danger?: boolean
}) {
  const { leave, onLeave, act, onAct, busy = false, disabled = false, danger = false } = props
  return (
    <>
      <Button onClick={onLeave}>{leave}</Button>
      <Button type="primary" danger={danger} disabled={disabled} loading={busy} onClick={onAct}>
        {act}
      </Button>
    </>
  )
}
