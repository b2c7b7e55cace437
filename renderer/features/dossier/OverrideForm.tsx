import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import { answerGaps, overrideRule, type OverrideVerdict, type RuleAnswer } from '@shared/acts/rule-words'
import { appendAct } from '@renderer/data/append-act'
import type { DossierCase } from '@renderer/data/cases'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { CheckMark } from '@renderer/ui/VerdictMark'

const choices = ['met', 'not-met', 'not-applicable'] as const satisfies readonly OverrideVerdict[]

/** An automatic result is changed only by a person with a reason, which the opinion prints. */
export function OverrideForm(props: {
  readonly dossier: DossierCase
  readonly ruleId: string
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { dossier, ruleId, onClose } = props
  const dossierId = dossier.file.id
  const today = useToday()
  const { name: by } = usePerson()
  const task = useTask()
  const draft = useDraft<RuleAnswer<OverrideVerdict>>(`override/${dossierId}/${ruleId}`, { verdict: null, reason: '' })
  const { verdict, reason } = draft.value
  const [asked, setAsked] = useState(false)
  return (
    <div className="stack answer">
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <Alert type="warning" showIcon title={t('checks.overrideWarning')} />
      <Radio.Group
        aria-label={t('checks.override')}
        value={verdict}
        onChange={(event) => {
          draft.change((now) => ({ ...now, verdict: event.target.value as OverrideVerdict }))
        }}
      >
        {choices.map((choice) => (
          <Radio.Button key={choice} value={choice}>
            <CheckMark verdict={choice} />
          </Radio.Button>
        ))}
      </Radio.Group>
      <Labelled
        label={t('common.reason')}
        htmlFor={`override-${ruleId}`}
        error={asked && answerGaps(draft.value).length > 0 ? t('checks.needVerdictAndReason') : null}
      >
        <TextArea
          id={`override-${ruleId}`}
          autoSize={{ minRows: 2 }}
          value={reason}
          onChange={(event) => {
            draft.change((now) => ({ ...now, reason: event.target.value }))
          }}
        />
      </Labelled>
      <ErrorNote error={task.error} />
      <div className="panel-foot">
        <Button onClick={onClose}>{t('common.close')}</Button>
        <Button
          danger
          loading={task.busy}
          onClick={() => {
            setAsked(true)
            if (answerGaps(draft.value).length > 0) return
            task.run(async () => {
              await appendAct(overrideRule(dossier, ruleId, draft.value, { by, today }))
              await draft.drop()
              onClose()
            })
          }}
        >
          {t('checks.overrideDo')}
        </Button>
      </div>
    </div>
  )
}
