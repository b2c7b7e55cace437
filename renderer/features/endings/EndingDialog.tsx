import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { emptyEnding, endingGaps, type EndingDraft, type EndingLine } from '@shared/acts/ended-register'
import { revocationGrounds } from '@shared/domain/pilot'
import { useDraft } from '@renderer/data/use-draft'
import { useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { wordsAt } from '@renderer/platform/gap-words'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { DayInput } from '@renderer/ui/DayInput'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { TextArea } from '@renderer/ui/TextArea'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { register } from './endings-actions'

/** One line of the register: who ended, when, why, and which document says so. */
export function EndingDialog(props: {
  /** The draft is kept under this name. */
  readonly of: string
  /** What the form begins with. */
  readonly begin?: EndingDraft
  /** The line that is corrected. */
  readonly id?: string
  readonly lines: readonly EndingLine[]
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const { of, begin = emptyEnding, id = null, lines, onClose, onDone } = props
  const today = useToday()
  const draft = useDraft<EndingDraft>(`ending/${of}`, begin, (stored) => ({
    ...emptyEnding,
    ...(stored as EndingDraft),
  }))
  const [asked, setAsked] = useState(false)
  const task = useTask()
  const { value } = draft
  const gaps = endingGaps(value, lines, today, id)
  // What is still empty is named when one goes on; what is wrong at once.
  const shown = asked
    ? gaps
    : gaps.filter(({ code, field }) => code !== 'needed' && (field !== 'decidedOn' || value.decidedOn !== null))
  const errorOf = (field: string) => wordsAt(shown, field, t)
  const set = (part: Partial<EndingDraft>) => {
    draft.change((now) => ({ ...now, ...part }))
  }
  const line = (field: 'allianceName' | 'leadUnitName' | 'source') => (
    <Labelled label={t(`ending.${field}`)} htmlFor={`ending-${field}`} error={errorOf(field)}>
      <Input
        id={`ending-${field}`}
        value={value[field]}
        onChange={(event) => {
          set({ [field]: event.target.value })
        }}
      />
    </Labelled>
  )
  const list = (field: 'formerNames' | 'memberNames') => (
    <Labelled
      label={t(`ending.${field}`)}
      htmlFor={`ending-${field}`}
      hint={t('ending.onePerLine')}
      error={errorOf(field)}
    >
      <TextArea
        id={`ending-${field}`}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={value[field]}
        onChange={(event) => {
          set({ [field]: event.target.value })
        }}
      />
    </Labelled>
  )
  return (
    <Modal
      open
      width="40rem"
      title={t(id === null ? 'endings.add' : 'endings.correct')}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('endings.register')}
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (gaps.length > 0) return
            task.run(async () => {
              await register(value, today, id)
              await draft.drop()
              onDone()
            })
          }}
        />
      }
    >
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <div className="stack">
        {line('allianceName')}
        {list('formerNames')}
        {line('leadUnitName')}
        {list('memberNames')}
        <Labelled label={t('ending.decidedOn')} htmlFor="ending-decidedOn" error={errorOf('decidedOn')}>
          <DayInput
            id="ending-decidedOn"
            value={value.decidedOn}
            onChange={(decidedOn) => {
              set({ decidedOn })
            }}
          />
        </Labelled>
        <Labelled
          label={t('ending.ground')}
          htmlFor="ending-ground"
          hint={t('ending.groundHint')}
          error={errorOf('ground')}
        >
          <Select
            id="ending-ground"
            placeholder={t('common.notSet')}
            value={value.ground}
            options={[...revocationGrounds, 'ended'].map((ground) => ({
              value: ground,
              label: wordsOf(t, `revocationGround.${ground}`),
            }))}
            onChange={(ground) => {
              set({ ground })
            }}
          />
        </Labelled>
        {line('source')}
      </div>
      <ErrorNote error={task.error} />
    </Modal>
  )
}
