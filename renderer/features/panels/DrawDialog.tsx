import { Button, Input, Modal, Select } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { drawExperts, emptyDraw, type DrawDraft } from '@shared/acts/expert-draw'
import type { Panel } from '@shared/domain/panel'
import { keepDraw } from '@renderer/data/expert-draws'
import { listExperts } from '@renderer/data/panels'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { wordsAt } from '@renderer/platform/gap-words'
import { newBatchId, newLocalId } from '@renderer/platform/ids'
import { DayInput } from '@renderer/ui/DayInput'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { NumberInput } from '@renderer/ui/NumberInput'
import { useTranslation } from '@renderer/ui/translation'

/** 抽取专家: from whom, how many, by which seed. The order is known when it is on record. */
export function DrawDialog({ panel, onClose }: { readonly panel: Panel; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const today = useToday()
  const { name: by } = usePerson()
  const roster = useLiveQuery(listExperts, [], [])
  const draft = useDraft<DrawDraft>(`draw/${panel.id}`, emptyDraw)
  const [asked, setAsked] = useState(false)
  const [id] = useState(() => newLocalId('d'))
  const task = useTask()
  const { value } = draft
  const decided = drawExperts(panel, value, roster, { by, today, id })
  const gaps = decided.ok || !asked ? [] : decided.error
  const set = (part: Partial<DrawDraft>) => {
    draft.change((now) => ({ ...now, ...part }))
  }
  const text = (key: 'place' | 'field' | 'supervisedBy') => (
    <Labelled label={t(`draw.${key}`)} htmlFor={`draw-${key}`} error={wordsAt(gaps, key, t)}>
      <Input
        id={`draw-${key}`}
        value={value[key]}
        onChange={(event) => {
          set({ [key]: event.target.value })
        }}
      />
    </Labelled>
  )
  return (
    <Modal
      open
      width="42rem"
      title={t('draw.do')}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('draw.keep')}
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (!decided.ok) return
            task.run(async () => {
              await keepDraw(panel, value, roster, { by, today, id })
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <div className="stack">
        <DraftNote draft={draft} timeOf={dayAndTime} />
        <p className="quiet">{t('draw.note')}</p>
        <div className="fields">
          <Labelled label={t('field.drawnOn')} htmlFor="draw-on" error={wordsAt(gaps, 'drawnOn', t)}>
            <DayInput
              id="draw-on"
              value={value.drawnOn}
              onChange={(drawnOn) => {
                set({ drawnOn })
              }}
            />
          </Labelled>
          <Labelled label={t('field.wanted')} htmlFor="draw-wanted" error={wordsAt(gaps, 'wanted', t)}>
            <NumberInput
              id="draw-wanted"
              optional
              min={1}
              max={99}
              value={value.wanted}
              onChange={(wanted) => {
                set({ wanted })
              }}
            />
          </Labelled>
          {text('place')}
          {text('field')}
          {text('supervisedBy')}
          <Labelled
            label={t('field.seed')}
            htmlFor="draw-seed"
            error={wordsAt(gaps, 'seed', t)}
            hint={t('draw.seedHint')}
          >
            <span className="row tight">
              <Input
                id="draw-seed"
                value={value.seed}
                onChange={(event) => {
                  set({ seed: event.target.value.trim() })
                }}
              />
              <Button
                size="small"
                onClick={() => {
                  set({ seed: newBatchId() })
                }}
              >
                {t('draw.newSeed')}
              </Button>
            </span>
          </Labelled>
          <Labelled label={t('draw.leftOut', { count: roster.length - value.leftOut.length })} htmlFor="draw-left" wide>
            <Select
              id="draw-left"
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              value={[...value.leftOut]}
              options={roster.map((expert) => ({
                value: expert.id,
                label: `${expert.name} ${expert.unitName}`,
              }))}
              onChange={(leftOut) => {
                set({ leftOut })
              }}
            />
          </Labelled>
        </div>
        <ErrorNote error={task.error} />
      </div>
    </Modal>
  )
}
