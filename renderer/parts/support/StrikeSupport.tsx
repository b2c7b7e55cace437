import { Modal } from 'antd'
import { useState } from 'react'
import { strikeLine, type SupportLine } from '../../data/support'
import { useDraft } from '../../data/use-draft'
import { DialogFoot } from '../../ui/DialogFoot'
import { ErrorNote } from '../../ui/ErrorNote'
import { ReasonField } from '../../ui/ReasonField'
import { useTranslation } from '../../ui/translation'
import { useTask } from '../../ui/use-task'

/** Striking a line off the register of support, with a reason: it stays readable and counts for nothing. */
export function StrikeSupport({ line, onClose }: { readonly line: SupportLine; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const draft = useDraft(`strike-support/${line.support.id}`, '')
  const [asked, setAsked] = useState(false)
  const task = useTask()
  const isMissing = draft.value.trim() === ''
  return (
    <Modal
      open
      title={t('support.strikeTitle', { kind: t(`supportKind.${line.support.kind}`) })}
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
              await strikeLine(line, draft.value)
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <p className="quiet">{t('support.strikeHint')}</p>
      <ReasonField
        id="strike-support"
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
