import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { expertSpecialties, type Expert } from '@shared/domain/panel'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { saveExpert } from './panels-actions'

/** One person of the roster. Other units serve the hints on recusal. */
export function ExpertDialog({ expert, onClose }: { readonly expert: Expert; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [value, setValue] = useState(expert)
  const [asked, setAsked] = useState(false)
  const task = useTask()
  const lacks = (text: string) => (asked && text.trim() === '' ? t('act.needed') : null)
  return (
    <Modal
      open
      width="40rem"
      title={t('roster.edit')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button
          key="save"
          type="primary"
          loading={task.busy}
          onClick={() => {
            setAsked(true)
            if (value.name.trim() === '' || value.unitName.trim() === '') return
            task.run(async () => {
              await saveExpert(value)
              onClose()
            })
          }}
        >
          {t('common.save')}
        </Button>,
      ]}
    >
      <div className="stack">
        <Labelled label={t('common.name')} htmlFor="expert-name" error={lacks(value.name)}>
          <Input
            id="expert-name"
            value={value.name}
            onChange={(event) => {
              setValue({ ...value, name: event.target.value })
            }}
          />
        </Labelled>
        <Labelled label={t('common.unit')} htmlFor="expert-unit" error={lacks(value.unitName)}>
          <Input
            id="expert-unit"
            value={value.unitName}
            onChange={(event) => {
              setValue({ ...value, unitName: event.target.value })
            }}
          />
        </Labelled>
        <Labelled label={t('roster.jobTitle')} htmlFor="expert-title">
          <Input
            id="expert-title"
            value={value.title}
            onChange={(event) => {
              setValue({ ...value, title: event.target.value })
            }}
          />
        </Labelled>
        <Labelled label={t('roster.specialty')} htmlFor="expert-specialty">
          <Select
            id="expert-specialty"
            value={value.specialty}
            options={expertSpecialties.map((specialty) => ({ value: specialty, label: t(`specialty.${specialty}`) }))}
            onChange={(specialty) => {
              setValue({ ...value, specialty })
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
              setValue({ ...value, otherUnits })
            }}
          />
        </Labelled>
      </div>
      <ErrorNote error={task.error} />
    </Modal>
  )
}
