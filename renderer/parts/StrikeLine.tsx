import { Modal } from 'antd'
import { useState } from 'react'
import { useDraft } from '../data/use-draft'
import { DialogFoot } from '../ui/DialogFoot'
import { ErrorNote } from '../ui/ErrorNote'
import { ReasonField } from '../ui/ReasonField'
import { useTranslation } from '../ui/translation'
import { useTask } from '../ui/use-task'

/** Striking a line off a register, with a reason: it stays readable and counts for nothing. */
export function StrikeLine(props: {
  readonly title: string
  readonly hint: string
  /** Under which the reason is kept while it is typed. */
  readonly draftKey: string
  readonly onStrike: (reason: string) => Promise<unknown>
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { title, hint, draftKey, onStrike, onClose } = props
  const draft = useDraft(draftKey, '')
  const [asked, setAsked] = useState(false)
  const task = useTask()
  const isMissing = draft.value.trim() === ''
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('endings.strike')}
          danger
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (isMissing) return
            task.run(async () => {
              await onStrike(draft.value)
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <p className="quiet">{hint}</p>
      <ReasonField
        id="strike-reason"
        label={t('common.reason')}
        error={asked && isMissing ? t('act.needed') : null}
        value={draft.value}
        onChange={(reason) => {
          draft.change(reason)
        }}
      />
      <ErrorNote error={task.error} />
    </Modal>
  )
}
