import { Button, Table } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { Expert } from '@shared/domain/panel'
import { listExperts } from '@renderer/data/panels'
import { newExpertId } from '@renderer/platform/ids'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { ExpertDialog } from './ExpertDialog'
import { takeSampleExperts } from './panels-actions'

const emptyExpert = (): Expert => ({
  id: newExpertId(),
  name: '',
  unitName: '',
  otherUnits: [],
  title: '',
  specialty: 'technology',
  contact: '',
})

/** 专家名册. No identity numbers, no private telephones. */
export function Roster() {
  const { t } = useTranslation()
  const experts = useLiveQuery(listExperts)
  const [edited, setEdited] = useState<Expert | null>(null)
  const task = useTask()
  return (
    <section className="panel">
      <div className="row spread">
        <h2>{t('roster.title')}</h2>
        <span className="row">
          <Button
            onClick={() => {
              setEdited(emptyExpert())
            }}
          >
            {t('roster.add')}
          </Button>
          <Button
            loading={task.busy}
            onClick={() => {
              task.run(async () => {
                await takeSampleExperts()
              })
            }}
          >
            {t('roster.samples')} <span className="tag sample">{t('common.sample')}</span>
          </Button>
        </span>
      </div>
      <ErrorNote error={task.error} />
      <Table<Expert>
        rowKey="id"
        size="small"
        pagination={false}
        dataSource={experts ?? []}
        locale={{ emptyText: t('roster.empty') }}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('common.name'), dataIndex: 'name' },
          { title: t('common.unit'), dataIndex: 'unitName' },
          { title: t('roster.jobTitle'), dataIndex: 'title' },
          {
            title: t('roster.specialty'),
            key: 'specialty',
            render: (_, expert) => t(`specialty.${expert.specialty}`),
          },
          { title: t('roster.otherUnits'), key: 'other', render: (_, expert) => expert.otherUnits.join('、') },
          {
            title: '',
            key: 'edit',
            render: (_, expert) => (
              <Button
                size="small"
                onClick={() => {
                  setEdited(expert)
                }}
              >
                {t('common.edit')}
              </Button>
            ),
          },
        ]}
      />
      {edited === null ? null : (
        <ExpertDialog
          key={edited.id}
          expert={edited}
          roster={experts ?? []}
          isNew={(experts ?? []).every(({ id }) => id !== edited.id)}
          onClose={() => {
            setEdited(null)
          }}
        />
      )}
    </section>
  )
}
