import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { answerObjection, type AnswerDraft } from '@shared/acts/public-display'
import type { Batch } from '@shared/domain/pilot'
import { objectionOutcomes, type Objection } from '@shared/domain/public-display'
import { visibleText } from '@shared/lib/visible-text'
import { keepAnswer } from '@renderer/data/publication'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { wordsAt } from '@renderer/platform/gap-words'
import { DayInput } from '@renderer/ui/DayInput'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { TextArea } from '@renderer/ui/TextArea'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'

const empty: AnswerDraft = { on: null, words: '', outcome: null }

/** What came of an objection, on which day. An answer is given once. */
export function AnswerDialog(props: {
  readonly batch: Batch
  readonly objection: Objection
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { batch, objection, onClose } = props
  const today = useToday()
  const { name: by } = usePerson()
  const draft = useDraft<AnswerDraft>(`answer/${batch.id}/${objection.id}`, empty)
  const [asked, setAsked] = useState(false)
  const task = useTask()
  const { value } = draft
  const decided = answerObjection(batch, objection, value, { by, today })
  const gaps = decided.ok || !asked ? [] : decided.error
  const set = (part: Partial<AnswerDraft>) => {
    draft.change((now) => ({ ...now, ...part }))
  }
  return (
    <Modal
      open
      title={t('objection.answerOf', { name: visibleText(objection.name) })}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('objection.keepAnswer')}
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (!decided.ok) return
            task.run(async () => {
              await keepAnswer(batch, objection, value, { by, today })
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <div className="stack">
        <p>{visibleText(objection.reason)}</p>
        <Labelled label={t('field.outcome')} error={wordsAt(gaps, 'outcome', t)}>
          <Radio.Group
            aria-label={t('field.outcome')}
            value={value.outcome}
            onChange={(event) => {
              set({ outcome: event.target.value as string })
            }}
          >
            {objectionOutcomes.map((outcome) => (
              <Radio key={outcome} value={outcome}>
                {t(`objectionOutcome.${outcome}`)}
              </Radio>
            ))}
          </Radio.Group>
        </Labelled>
        <p className="quiet">{t('objection.upheldHint')}</p>
        <Labelled label={t('objection.answeredOn')} htmlFor="answer-on" error={wordsAt(gaps, 'on', t)}>
          <DayInput
            id="answer-on"
            value={value.on}
            onChange={(on) => {
              set({ on })
            }}
          />
        </Labelled>
        <Labelled label={t('field.words')} htmlFor="answer-words" error={wordsAt(gaps, 'words', t)}>
          <TextArea
            id="answer-words"
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={value.words}
            onChange={(event) => {
              set({ words: event.target.value })
            }}
          />
        </Labelled>
        <ErrorNote error={task.error} />
      </div>
    </Modal>
  )
}
