import { Modal } from 'antd'
import { useState } from 'react'
import type { EndingLine } from '@shared/acts/ended-register'
import { visibleText } from '@shared/lib/visible-text'
import { useDraft } from '@renderer/data/use-draft'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { ReasonField } from '@renderer/ui/ReasonField'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { strike } from './endings-actions'

/** Striking a line off the register, with a reason: it stays readable and counts for nothing. */
export function StrikeDialog({ line, onClose }: { readonly line: EndingLine; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const draft = useDraft(`strike-ending/${line.id}`, '')
  const [asked, setAsked] = useState(false)
  const task = useTask()
  const isMissing = draft.value.trim() === ''
  return (
    <Modal
      open
      title={t('endings.strikeTitle', { name: visibleText(line.revocation.allianceName) })}
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
              await strike(line, draft.value)
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <p className="quiet">{t('endings.strikeHint')}</p>
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
