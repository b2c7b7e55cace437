import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { expertLabel } from '@shared/domain/expert-label'
import { isSameName } from '@shared/lib/names'
import { expertSpecialties, type Expert } from '@shared/domain/panel'
import { useDraft } from '@renderer/data/use-draft'
import { dayAndTime } from '@renderer/platform/clock'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { NamesakeNote } from '@renderer/ui/NamesakeNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { saveExpert } from './panels-actions'

/** One person of the roster. Other units serve the hints on recusal. */
export function ExpertDialog(props: {
  readonly expert: Expert
  readonly isNew: boolean
  /** Everybody on the roster. */
  readonly roster: readonly Expert[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { expert, isNew, roster, onClose } = props
  // Somebody who is not on the roster yet has no name to be found by.
  const draft = useDraft<Expert>(isNew ? 'expert/new' : `expert/${expert.id}`, expert)
  const value = draft.value
  const [asked, setAsked] = useState(false)
  const task = useTask()
  const same =
    value.name.trim() === '' ? [] : roster.filter((one) => one.id !== expert.id && isSameName(one.name, value.name))
  const group = [...same, value]
  const namesakes = same.length === 0 ? [] : [group.map((one) => expertLabel(one, group))]
  const lacks = (text: string) => (asked && text.trim() === '' ? t('act.needed') : null)
  return (
    <Modal
      open
      width="40rem"
      title={t('roster.edit')}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('common.save')}
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (value.name.trim() === '' || value.unitName.trim() === '') return
            task.run(async () => {
              await saveExpert(value)
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <div className="stack">
        <Labelled label={t('common.name')} htmlFor="expert-name" error={lacks(value.name)}>
          <Input
            id="expert-name"
            value={value.name}
            onChange={(event) => {
              draft.change((now) => ({ ...now, name: event.target.value }))
            }}
          />
        </Labelled>
        <Labelled label={t('common.unit')} htmlFor="expert-unit" error={lacks(value.unitName)}>
          <Input
            id="expert-unit"
            value={value.unitName}
            onChange={(event) => {
              draft.change((now) => ({ ...now, unitName: event.target.value }))
            }}
          />
        </Labelled>
        <Labelled label={t('roster.jobTitle')} htmlFor="expert-title">
          <Input
            id="expert-title"
            value={value.title}
            onChange={(event) => {
              draft.change((now) => ({ ...now, title: event.target.value }))
            }}
          />
        </Labelled>
        <Labelled label={t('roster.specialty')} htmlFor="expert-specialty">
          <Select
            id="expert-specialty"
            value={value.specialty}
            options={expertSpecialties.map((specialty) => ({ value: specialty, label: t(`specialty.${specialty}`) }))}
            onChange={(specialty) => {
              draft.change((now) => ({ ...now, specialty }))
            }}
          />
        </Labelled>
        <Labelled label={t('roster.otherUnits')} htmlFor="expert-other" hint={t('roster.otherUnitsHint')}>
          <Select
            id="expert-other"
            mode="tags"
            open={false}
            value={[...value.otherUnits]}
            onChange={(otherUnits: string[]) => {
              draft.change((now) => ({ ...now, otherUnits }))
            }}
          />
        </Labelled>
      </div>
      <NamesakeNote namesakes={namesakes} />
      <ErrorNote error={task.error} />
    </Modal>
  )
}
