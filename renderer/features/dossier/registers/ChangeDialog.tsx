import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import {
  asChangeKind,
  changeGaps,
  changeParts,
  draftOfChange,
  emptyChange,
  type ChangeDraft,
} from '@shared/acts/change-gaps'
import { changeKinds, isChangeOfStatute, type Change } from '@shared/domain/change'
import { currentMembers } from '@shared/domain/dossier'
import type { DossierCase } from '@renderer/data/cases'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { gapWords, wordsAt } from '@renderer/platform/gap-words'
import { newLocalId } from '@renderer/platform/ids'
import { DayInput } from '@renderer/ui/DayInput'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { saveChange } from './change-actions'
import { ComingUnits } from './ComingUnits'

/** One change: its kind, what it does, when it was done and known, and once it is filed the day and the paper. */
export function ChangeDialog(props: {
  readonly dossier: DossierCase
  readonly change: Change | null
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { dossier, change, onClose } = props
  const today = useToday()
  const { name: by } = usePerson()
  const task = useTask()
  const [asked, setAsked] = useState(false)
  const [id] = useState(() => change?.id ?? newLocalId('c'))
  const draft = useDraft<ChangeDraft>(
    `change/${dossier.file.id}/${change?.id ?? 'new'}`,
    change === null ? { ...emptyChange, knownOn: today } : draftOfChange(change),
  )
  const { value } = draft
  const kind = asChangeKind(value.kind)
  const parts = kind === null ? [] : changeParts[kind]
  const gaps = changeGaps(dossier, value, today)
  const shown = asked ? gaps : gaps.filter(({ code }) => code !== 'needed' && code !== 'need-date')
  const errorOf = (field: string) => wordsAt(shown, field, t)
  const set = (said: Partial<ChangeDraft>) => {
    draft.change((now) => ({ ...now, ...said }))
  }
  const members = currentMembers(dossier.file.content).map(({ unitId, fullName }) => ({
    value: unitId,
    label: fullName,
  }))
  const text = (key: 'newName' | 'person' | 'paper', label: string) => (
    <Labelled label={label} htmlFor={`change-${key}`} error={errorOf(key)}>
      <Input
        id={`change-${key}`}
        value={value[key]}
        onChange={(event) => {
          set({ [key]: event.target.value })
        }}
      />
    </Labelled>
  )
  const dayField = (key: 'completedOn' | 'knownOn' | 'filedOn', label: string) => (
    <Labelled label={label} htmlFor={`change-${key}`} error={errorOf(key)}>
      <DayInput
        id={`change-${key}`}
        value={value[key]}
        onChange={(on) => {
          set({ [key]: on })
        }}
      />
    </Labelled>
  )
  const unit = (key: 'unitId' | 'toUnitId', label: string) => (
    <Labelled label={label} htmlFor={`change-${key}`} error={errorOf(key)}>
      <Select
        id={`change-${key}`}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('common.notSet')}
        value={value[key]}
        options={members}
        onChange={(next: string | undefined) => {
          set({ [key]: next ?? null })
        }}
      />
    </Labelled>
  )
  return (
    <Modal
      open
      width="44rem"
      title={change === null ? t('changes.add') : t('changes.edit')}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={value.filedOn === null ? t('action.note-change') : t('action.file-change')}
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (gaps.length > 0) return
            task.run(async () => {
              await saveChange(dossier, value, { by, today, id })
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <div className="stack">
        <Labelled
          label={t('act.changeKind')}
          htmlFor="change-kind"
          error={errorOf('kind')}
          hint={kind === null || kind === 'other' || isChangeOfStatute(kind) ? undefined : t('changes.notInText')}
        >
          <Select
            id="change-kind"
            placeholder={t('common.notSet')}
            value={value.kind}
            options={changeKinds.map((one) => ({ value: one, label: t(`changeKind.${one}`) }))}
            onChange={(next: string) => {
              set({ kind: next })
            }}
          />
        </Labelled>
        {parts.includes('unitId') ? unit('unitId', t('common.unit')) : null}
        {parts.includes('unitIds') ? (
          <Labelled label={t('changes.mergeUnits')} htmlFor="change-unitIds" error={errorOf('unitIds')}>
            <Select
              id="change-unitIds"
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              value={[...value.unitIds]}
              options={members}
              onChange={(unitIds: string[]) => {
                set({ unitIds })
              }}
            />
          </Labelled>
        ) : null}
        {parts.includes('newName') ? text('newName', t('field.newName')) : null}
        {parts.includes('toUnitId')
          ? unit('toUnitId', t(kind === 'members-merged' ? 'changes.mergeInto' : 'changes.toUnit'))
          : null}
        {parts.includes('person')
          ? text('person', t(kind === 'chair-changed' ? 'changes.person.chair' : 'changes.person.secretariat'))
          : null}
        {parts.includes('units') && !(kind === 'members-merged' && value.toUnitId !== null) ? (
          <ComingUnits
            units={value.units}
            error={errorOf('units')}
            onChange={(units) => {
              set({ units })
            }}
          />
        ) : null}
        {dayField('completedOn', t('act.completedOn'))}
        {dayField('knownOn', t('day.change-known'))}
        {dayField('filedOn', t('changes.filedOn'))}
        {text('paper', t('changes.paper'))}
        <Labelled label={t('act.description')} htmlFor="change-description" error={errorOf('description')}>
          <TextArea
            id="change-description"
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={value.description}
            onChange={(event) => {
              set({ description: event.target.value })
            }}
          />
        </Labelled>
        {shown
          .filter(({ field }) => field === null)
          .map((gap) => (
            <p key={gap.code} role="alert" className="field-error">
              {gapWords(gap, t)}
            </p>
          ))}
        <ErrorNote error={task.error} />
      </div>
    </Modal>
  )
}
