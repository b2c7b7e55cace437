import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import {
  correctNotice,
  emptyCorrection,
  emptyItem,
  type CorrectionDraft,
  type CorrectionItem,
} from '@shared/acts/issued-notice'
import type { Batch } from '@shared/domain/pilot'
import type { DossierCase } from '@renderer/data/cases'
import { keepCorrection } from '@renderer/data/publication'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { wordsAt } from '@renderer/platform/gap-words'
import { newLocalId } from '@renderer/platform/ids'
import { DayInput } from '@renderer/ui/DayInput'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'

/** 更正: what the notice said, and what it is to say, by a document of its own. */
export function CorrectionDialog(props: {
  readonly batch: Batch
  readonly dossiers: readonly DossierCase[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { batch, dossiers, onClose } = props
  const today = useToday()
  const { name: by } = usePerson()
  const draft = useDraft<CorrectionDraft>(`correction/${batch.id}`, emptyCorrection)
  const [asked, setAsked] = useState(false)
  const [id] = useState(() => newLocalId('c'))
  const task = useTask()
  const { value } = draft
  const decided = correctNotice(batch, value, { by, today, id })
  const gaps = decided.ok || !asked ? [] : decided.error
  const set = (part: Partial<CorrectionDraft>) => {
    draft.change((now) => ({ ...now, ...part }))
  }
  const setItem = (index: number, part: Partial<CorrectionItem>) => {
    set({ items: value.items.map((item, at) => (at === index ? { ...item, ...part } : item)) })
  }
  return (
    <Modal
      open
      width="46rem"
      title={t('correction.add')}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('correction.keep')}
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (!decided.ok) return
            task.run(async () => {
              await keepCorrection(batch, value, { by, today, id })
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <div className="stack">
        <DraftNote draft={draft} timeOf={dayAndTime} />
        <div className="fields">
          <Labelled label={t('correction.docNo')} htmlFor="correction-no" error={wordsAt(gaps, 'docNo', t)}>
            <Input
              id="correction-no"
              value={value.docNo}
              onChange={(event) => {
                set({ docNo: event.target.value })
              }}
            />
          </Labelled>
          <Labelled label={t('correction.writtenOn')} htmlFor="correction-on" error={wordsAt(gaps, 'writtenOn', t)}>
            <DayInput
              id="correction-on"
              value={value.writtenOn}
              onChange={(writtenOn) => {
                set({ writtenOn })
              }}
            />
          </Labelled>
          <Labelled label={t('correction.reason')} htmlFor="correction-reason" wide>
            <Input
              id="correction-reason"
              value={value.reason}
              onChange={(event) => {
                set({ reason: event.target.value })
              }}
            />
          </Labelled>
        </div>
        {value.items.map((item, index) => (
          <div key={index} className="check fields">
            <Labelled label={t('objection.dossier')} htmlFor={`correction-dossier-${index}`}>
              <Select
                id={`correction-dossier-${index}`}
                value={item.dossierId ?? ''}
                options={[
                  { value: '', label: t('correction.elsewhere') },
                  ...dossiers.map(({ file }) => ({ value: file.id, label: file.content.alliance.name })),
                ]}
                onChange={(chosen) => {
                  setItem(index, { dossierId: chosen === '' ? null : chosen })
                }}
              />
            </Labelled>
            {(['place', 'from', 'to'] as const).map((key) => (
              <Labelled
                key={key}
                label={t(`correction.${key}`)}
                htmlFor={`correction-${key}-${index}`}
                error={wordsAt(gaps, `${key}/${index}`, t)}
              >
                <Input
                  id={`correction-${key}-${index}`}
                  value={item[key]}
                  onChange={(event) => {
                    setItem(index, { [key]: event.target.value })
                  }}
                />
              </Labelled>
            ))}
            {value.items.length < 2 ? null : (
              <Button
                size="small"
                onClick={() => {
                  set({ items: value.items.toSpliced(index, 1) })
                }}
              >
                {t('common.remove')}
              </Button>
            )}
          </div>
        ))}
        <div>
          <Button
            size="small"
            onClick={() => {
              set({ items: [...value.items, emptyItem] })
            }}
          >
            {t('correction.more')}
          </Button>
        </div>
        <ErrorNote error={task.error} />
      </div>
    </Modal>
  )
}
