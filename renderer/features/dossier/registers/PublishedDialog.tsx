import { Input, Modal } from 'antd'
import { useState } from 'react'
import { markPublished } from '@shared/acts/change'
import type { Change } from '@shared/domain/change'
import type { DossierCase } from '@renderer/data/cases'
import { wordsAt } from '@renderer/platform/gap-words'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { notePublished } from './change-actions'

/** The number of the notice that published a renaming (work rule). */
export function PublishedDialog(props: {
  readonly dossier: DossierCase
  readonly change: Change
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { dossier, change, onClose } = props
  const task = useTask()
  const [no, setNo] = useState('')
  const [asked, setAsked] = useState(false)
  const decided = markPublished(dossier.file, change.id, no)
  return (
    <Modal
      open
      title={t('changes.publishTitle')}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('changes.publish')}
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (!decided.ok) return
            task.run(async () => {
              await notePublished(dossier, change.id, no)
              onClose()
            })
          }}
        />
      }
    >
      <div className="stack">
        <p className="quiet">{t('changes.publishHint')}</p>
        <Labelled
          label={t('act.noticeNo')}
          htmlFor="published-no"
          error={wordsAt(decided.ok || !asked ? [] : decided.error, 'noticeNo', t)}
        >
          <Input
            id="published-no"
            value={no}
            onChange={(event) => {
              setNo(event.target.value)
            }}
          />
        </Labelled>
        <ErrorNote error={task.error} />
      </div>
    </Modal>
  )
}
