import { Modal } from 'antd'
import { useState } from 'react'
import { grantExtension } from '@shared/acts/campaign'
import type { Campaign } from '@shared/domain/campaign'
import type { BoardLine } from '@renderer/data/campaigns'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { wordsAt } from '@renderer/platform/gap-words'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { DayInput } from '@renderer/ui/DayInput'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { extend } from './campaign-actions'

/** 延期 of one alliance, with its reason (work rule: the measure knows neither a lateness nor an extension). */
export function ExtensionDialog(props: {
  readonly campaign: Campaign
  readonly line: BoardLine
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { campaign, line, onClose } = props
  const { dossierId, name } = line.candidate
  const today = useToday()
  const { name: by } = usePerson()
  const task = useTask()
  const [asked, setAsked] = useState(false)
  const draft = useDraft<{ readonly to: string | null; readonly reason: string }>(
    `campaign-extension/${campaign.id}/${dossierId}`,
    { to: null, reason: '' },
  )
  const decided = grantExtension(campaign, { dossierId, ...draft.value }, { by, today })
  const gaps = decided.ok || !asked ? [] : decided.error
  return (
    <Modal
      open
      width="36rem"
      title={t('campaign.extendOf', { name })}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('campaign.extend')}
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (!decided.ok) return
            task.run(async () => {
              await extend(campaign, { dossierId, ...draft.value }, { by, today })
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <div className="stack">
        <p className="quiet">{t('campaign.extendMeaning', { to: campaign.to })}</p>
        <Labelled label={t('day.extended-to')} htmlFor="extension-to" error={wordsAt(gaps, 'to', t)}>
          <DayInput
            id="extension-to"
            value={draft.value.to}
            onChange={(to) => {
              draft.change((now) => ({ ...now, to }))
            }}
          />
        </Labelled>
        <Labelled label={t('campaign.extensionReason')} htmlFor="extension-reason" error={wordsAt(gaps, 'reason', t)}>
          <TextArea
            id="extension-reason"
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={draft.value.reason}
            onChange={(event) => {
              draft.change((now) => ({ ...now, reason: event.target.value }))
            }}
          />
        </Labelled>
        <ErrorNote error={task.error} />
      </div>
    </Modal>
  )
}
