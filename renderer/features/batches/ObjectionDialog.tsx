import { Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { emptyObjection, recordObjection, type ObjectionDraft } from '@shared/acts/public-display'
import type { Batch } from '@shared/domain/pilot'
import type { Display } from '@shared/domain/public-display'
import type { DossierCase } from '@renderer/data/cases'
import { keepObjection } from '@renderer/data/publication'
import { useDraft } from '@renderer/data/use-draft'
import { useToday } from '@renderer/data/use-live'
import { KeptFileList } from '@renderer/parts/kept/KeptFileList'
import { TakeFiles } from '@renderer/parts/kept/TakeFiles'
import { dayAndTime } from '@renderer/platform/clock'
import { wordsAt } from '@renderer/platform/gap-words'
import { newLocalId } from '@renderer/platform/ids'
import { DayInput } from '@renderer/ui/DayInput'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { TextArea } from '@renderer/ui/TextArea'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'

/** An objection as it came: real name, reason, evidence. */
export function ObjectionDialog(props: {
  readonly batch: Batch
  readonly members: readonly DossierCase[]
  readonly display: Display
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { batch, members, display, onClose } = props
  const today = useToday()
  const draft = useDraft<ObjectionDraft>(`objection/${batch.id}`, emptyObjection, (stored) => ({
    ...emptyObjection,
    ...(stored as ObjectionDraft),
  }))
  const [asked, setAsked] = useState(false)
  const [id] = useState(() => newLocalId('o'))
  const task = useTask()
  const { value } = draft
  const decided = recordObjection(batch, value, display, { today, id })
  const gaps = decided.ok || !asked ? [] : decided.error
  const set = (part: Partial<ObjectionDraft>) => {
    draft.change((now) => ({ ...now, ...part }))
  }
  const text = (key: 'name' | 'contact') => (
    <Labelled label={t(`objection.${key}`)} htmlFor={`objection-${key}`} error={wordsAt(gaps, key, t)}>
      <Input
        id={`objection-${key}`}
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
      title={t('objection.add')}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('objection.keep')}
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (!decided.ok) return
            task.run(async () => {
              await keepObjection(batch, value, display, { today, id })
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <div className="fields">
        <Labelled label={t('objection.dossier')} htmlFor="objection-dossier" wide>
          <Select
            id="objection-dossier"
            value={value.dossierId ?? ''}
            options={[
              { value: '', label: t('objection.whole') },
              ...members.map(({ file }) => ({ value: file.id, label: file.content.alliance.name })),
            ]}
            onChange={(chosen) => {
              set({ dossierId: chosen === '' ? null : chosen })
            }}
          />
        </Labelled>
        {text('name')}
        {text('contact')}
        <Labelled label={t('field.receivedOn')} htmlFor="objection-on" error={wordsAt(gaps, 'receivedOn', t)}>
          <DayInput
            id="objection-on"
            value={value.receivedOn}
            onChange={(receivedOn) => {
              set({ receivedOn })
            }}
          />
        </Labelled>
        <Labelled label={t('field.reason')} htmlFor="objection-reason" error={wordsAt(gaps, 'reason', t)} wide>
          <TextArea
            id="objection-reason"
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={value.reason}
            onChange={(event) => {
              set({ reason: event.target.value })
            }}
          />
        </Labelled>
      </div>
      <Checkbox
        checked={value.isUnit}
        onChange={(event) => {
          set({ isUnit: event.target.checked })
        }}
      >
        {t('field.isUnit')}
      </Checkbox>
      <TakeFiles
        hint={t('objection.files')}
        files={value.files}
        onTaken={(files) => {
          draft.change((now) => ({ ...now, files: [...now.files, ...files] }))
        }}
      />
      <KeptFileList
        files={value.files}
        onRemove={(file) => {
          set({ files: value.files.filter(({ sha256 }) => sha256 !== file.sha256) })
        }}
      />
      <ErrorNote error={task.error} />
    </Modal>
  )
}
