import { Button } from 'antd'
import { useState } from 'react'
import type { DossierCase } from '@renderer/data/cases'
import type { JudgementVerdict } from '@shared/domain/judgement'
import { usePerson, useToday } from '@renderer/data/use-live'
import { useDraft } from '@renderer/data/use-draft'
import { dayAndTime } from '@renderer/platform/clock'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { VerdictChoice } from '@renderer/ui/VerdictChoice'
import { wordsOf } from '@renderer/ui/words'
import { judgeRule } from './dossier-actions'

type Answer = { readonly verdict: JudgementVerdict | null; readonly reason: string }

/** A person's answer where no machine has one: four verdicts, none preselected, and a reason. */
export function JudgeForm(props: {
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
  const draft = useDraft<Answer>(`judge/${dossierId}/${ruleId}`, { verdict: null, reason: '' })
  const [asked, setAsked] = useState(false)
  const { verdict, reason } = draft.value
  return (
    <div className="stack answer">
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <VerdictChoice
        label={wordsOf(t, `rule.${ruleId}.title`)}
        value={verdict}
        onChange={(next) => {
          draft.change((now) => ({ ...now, verdict: next }))
        }}
      />
      <Labelled
        label={t('common.reason')}
        htmlFor={`reason-${ruleId}`}
        error={
          asked && verdict === null
            ? t('checks.needVerdict')
            : asked && reason.trim() === ''
              ? t('checks.needReason')
              : null
        }
      >
        <TextArea
          id={`reason-${ruleId}`}
          className="reading"
          autoSize={{ minRows: 2, maxRows: 10 }}
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
          type="primary"
          loading={task.busy}
          onClick={() => {
            setAsked(true)
            if (verdict === null || reason.trim() === '') return
            task.run(async () => {
              await judgeRule(dossier, ruleId, { verdict, reason: reason.trim() }, { by, today })
              await draft.drop()
              onClose()
            })
          }}
        >
          {t('checks.record')}
        </Button>
      </div>
    </div>
  )
}
