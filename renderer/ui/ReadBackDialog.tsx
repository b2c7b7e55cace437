import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { ErrorNote } from './ErrorNote'
import { ReadBackLines, type ReadBackLine } from './ReadBackLines'
import { useTranslation } from './translation'
import type { Task } from './use-task'

/**
 * 读回核对: an official act is asked for once, with everything that it will put on record: who, what, which version,
 * which number and day. One button does it, another than the one that asked; while it is done neither can be pressed
 * again.
 */
export function ReadBackDialog(props: {
  readonly title: string
  /** What the act does and that it cannot be taken back, in the act's own words; without them it is said in general. */
  readonly meaning?: string
  readonly lines: readonly ReadBackLine[]
  /** What is read as it is, e.g. a whole opinion. */
  readonly children?: ReactNode
  /** Words of the button that does it. */
  readonly confirm: string
  /** What is asked here and still lacks an answer. */
  readonly isWaiting?: boolean
  readonly task: Task
  readonly onClose: () => void
  readonly onConfirm: () => void
}) {
  const { t } = useTranslation()
  const { title, meaning, lines, children, confirm, isWaiting, task, onClose, onConfirm } = props
  return (
    <Modal
      open
      title={title}
      width="46rem"
      mask={{ closable: false }}
      onCancel={() => {
        if (!task.busy) onClose()
      }}
      footer={[
        <Button key="back" disabled={task.busy} onClick={onClose}>
          {t('act.changeAgain')}
        </Button>,
        <Button key="do" type="primary" disabled={isWaiting === true} loading={task.busy} onClick={onConfirm}>
          {confirm}
        </Button>,
      ]}
    >
      <section className="read-back stack" role="group" aria-label={t('act.readBack')}>
        <p>{meaning ?? t('act.readBackHint')}</p>
        <ReadBackLines lines={lines} />
        {children}
      </section>
      <ErrorNote error={task.error} />
    </Modal>
  )
}
