import { Button } from 'antd'
import { useState } from 'react'
import { answerGaps, judgeRule, type RuleAnswer } from '@shared/acts/rule-words'
import type { JudgementVerdict } from '@shared/domain/judgement'
import { appendAct } from '@renderer/data/append-act'
import type { DossierCase } from '@renderer/data/cases'
import { usePerson, useToday } from '@renderer/data/use-live'
import { useDraft } from '@renderer/data/use-draft'
import { dayAndTime } from '@renderer/platform/clock'
import { gapWords } from '@renderer/platform/gap-words'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { VerdictChoice } from '@renderer/ui/VerdictChoice'
import { wordsOf } from '@renderer/ui/words'

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
  const draft = useDraft<RuleAnswer<JudgementVerdict>>(`judge/${dossierId}/${ruleId}`, { verdict: null, reason: '' })
  const [asked, setAsked] = useState(false)
  const { verdict, reason } = draft.value
  // One at a time: the verdict first.
  const [gap] = asked ? answerGaps(draft.value) : []
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
        error={gap === undefined ? null : gapWords(gap, t)}
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
            if (answerGaps(draft.value).length > 0) return
            task.run(async () => {
              await appendAct(judgeRule(dossier, ruleId, draft.value, { by, today }))
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
