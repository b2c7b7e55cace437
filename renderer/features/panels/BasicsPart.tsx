import { Checkbox, Input, Select } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import type { Panel } from '@shared/domain/panel'
import { traitsOf } from '@shared/workflow/status-table'
import { listDossiers } from '@renderer/data/dossier-list'
import { useToday } from '@renderer/data/use-live'
import { DayInput } from '@renderer/ui/DayInput'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import type { PanelGaps } from './panels-actions'

/** When, where, and over which dossiers. */
export function BasicsPart(props: {
  readonly panel: Panel
  readonly gaps: PanelGaps
  readonly onChange: (part: Partial<Panel>) => void
}) {
  const { t } = useTranslation()
  const { panel, gaps, onChange } = props
  const today = useToday()
  const lines = useLiveQuery(() => listDossiers(today), [today], [])
  const gap = (key: string) => gaps.get(key) ?? null
  const { dossierIds } = panel
  const options = useMemo(
    () =>
      lines
        .filter((line) => traitsOf(line.status).meetsPanel || dossierIds.includes(line.id))
        .map((line) => ({ value: line.id, label: `${line.name}（${wordsOf(t, `status.${line.status}`)}）` })),
    [lines, dossierIds, t],
  )
  return (
    <section className="panel">
      <div className="fields">
        <Labelled label={t('panels.name')} htmlFor="panel-title" error={gap('title')} wide>
          <Input
            id="panel-title"
            value={panel.title}
            placeholder={t('panels.namePlaceholder')}
            onChange={(event) => {
              onChange({ title: event.target.value })
            }}
          />
        </Labelled>
        <Labelled label={t('panels.dossiers')} htmlFor="panel-dossiers" error={gap('dossierIds')} wide>
          <Select
            id="panel-dossiers"
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('panels.dossiersHint')}
            value={[...panel.dossierIds]}
            options={options}
            onChange={(chosen) => {
              onChange({ dossierIds: chosen })
            }}
          />
        </Labelled>
        <Labelled label={t('panels.heldOn')} htmlFor="panel-on" error={gap('heldOn')}>
          <DayInput
            id="panel-on"
            value={panel.heldOn}
            onChange={(day) => {
              onChange({ heldOn: (day ?? '') as Panel['heldOn'] })
            }}
          />
        </Labelled>
        <Labelled label={t('panels.place')} htmlFor="panel-place">
          <Input
            id="panel-place"
            value={panel.place}
            onChange={(event) => {
              onChange({ place: event.target.value })
            }}
          />
        </Labelled>
        <Checkbox
          checked={panel.hearing}
          onChange={(event) => {
            onChange({ hearing: event.target.checked })
          }}
        >
          {t('panels.hearing')}
        </Checkbox>
      </div>
    </section>
  )
}
