import { Button, Checkbox, Select } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { ImportReport } from '@shared/bundle/import-report'
import { isSameName } from '@shared/lib/names'
import { confirmKey } from '@renderer/data/imports'
import { listExperts } from '@renderer/data/panels'
import { useToday } from '@renderer/data/use-live'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'

/** Compares the digits with the person once, on the telephone or in the room, and pins the key to an expert. */
export function ConfirmKey(props: { readonly from: ImportReport['from']; readonly onConfirmed: () => void }) {
  const { t } = useTranslation()
  const { from, onConfirmed } = props
  const today = useToday()
  const experts = useLiveQuery(listExperts, [], [])
  const [chosen, setChosen] = useState<string | null>(null)
  const [compared, setCompared] = useState(false)
  const task = useTask()
  const expertId = experts.find((expert) => expert.id === chosen)?.id ?? null
  return (
    <section className="check stack">
      <strong>{t('confirmKey.title')}</strong>
      <p>{t('confirmKey.how', { name: from.name })}</p>
      <p className="fingerprint">{from.fingerprint}</p>
      <Labelled label={t('confirmKey.expert')} htmlFor="confirm-expert">
        <Select
          id="confirm-expert"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('common.notSet')}
          value={chosen}
          options={experts.map((expert) => ({
            value: expert.id,
            label: `${expert.name}（${expert.unitName}）${isSameName(expert.name, from.name) ? ` · ${t('confirmKey.sameName')}` : ''}`,
          }))}
          onChange={(value: string | undefined) => {
            setChosen(value ?? null)
          }}
        />
      </Labelled>
      <Checkbox
        checked={compared}
        onChange={(event) => {
          setCompared(event.target.checked)
        }}
      >
        {t('confirmKey.compared')}
      </Checkbox>
      <ErrorNote error={task.error} />
      <div className="row">
        <Button
          disabled={!compared || (from.role === 'expert' && expertId === null)}
          loading={task.busy}
          onClick={() => {
            task.run(async () => {
              await confirmKey(from.keyId, expertId, today, from.name)
              onConfirmed()
            })
          }}
        >
          {t('confirmKey.do')}
        </Button>
        <span className="quiet">{t('confirmKey.later')}</span>
      </div>
    </section>
  )
}
