import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { protectionKinds } from '@shared/bundle/protection'
import type { OfficeSettings } from '@shared/domain/office'
import { isSameValue } from '@shared/lib/same-value'
import { useDraft } from '@renderer/data/use-draft'
import { dayAndTime } from '@renderer/platform/clock'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { PanelRulesFields } from '@renderer/ui/PanelRulesFields'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { AgencyList } from './AgencyList'
import { DivisionList } from './DivisionList'
import { FigureList } from './FigureList'
import { InterpretationFields } from './InterpretationFields'
import { checkSettings, saveSettings } from './settings-actions'

/** Everything an office may set. None of it is the regulation. */
export function OfficeForm({ saved }: { readonly saved: OfficeSettings }) {
  const { t } = useTranslation()
  const draft = useDraft<OfficeSettings>('settings', saved)
  const [problems, setProblems] = useState<string | null>(null)
  const [done, setDone] = useState(false)
  const task = useTask()
  // A draft of an older version lacks what came since.
  const office = { ...saved, ...draft.value }
  const dirty = !isSameValue(saved, office)
  const set = (part: Partial<OfficeSettings>) => {
    draft.change((now) => ({ ...now, ...part }))
    setProblems(null)
    setDone(false)
  }
  const save = () => {
    const checked = checkSettings(office, t)
    if (!checked.ok) {
      setProblems(checked.error)
      return
    }
    task.run(async () => {
      await saveSettings(checked.value)
      await draft.drop()
      setDone(true)
    })
  }
  return (
    <>
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <section className="panel stack">
        <h2>{t('settings.office')}</h2>
        <div className="fields">
          <Labelled label={t('settings.department')} htmlFor="office-department">
            <Input
              id="office-department"
              value={office.departmentName}
              onChange={(event) => {
                set({ departmentName: event.target.value })
              }}
            />
          </Labelled>
          <Labelled label={t('settings.policyDivision')} htmlFor="office-policy">
            <Select
              id="office-policy"
              value={office.policyDivisionId}
              options={office.divisions.map((division) => ({ value: division.id, label: division.name }))}
              onChange={(policyDivisionId) => {
                set({ policyDivisionId })
              }}
            />
          </Labelled>
        </div>
        <Labelled label={t('protection.default')} htmlFor="office-protection" hint={t('protection.defaultHint')}>
          <Select
            id="office-protection"
            value={office.bundleProtection}
            options={protectionKinds.map((kind) => ({ value: kind, label: t(`protection.kind.${kind}`) }))}
            onChange={(bundleProtection) => {
              set({ bundleProtection })
            }}
          />
        </Labelled>
        <DivisionList
          divisions={office.divisions}
          onChange={(divisions) => {
            set({ divisions: [...divisions] })
          }}
        />
        <AgencyList
          agencies={office.agencies}
          onChange={(agencies) => {
            set({ agencies: [...agencies] })
          }}
        />
      </section>
      <section className="panel">
        <h2>
          {t('panels.rules')} <span className="tag work-rule">{t('common.workRule')}</span>
        </h2>
        <p className="quiet">{t('settings.rulesHint')}</p>
        <PanelRulesFields
          rules={office.panelRules}
          onChange={(panelRules) => {
            set({ panelRules })
          }}
        />
      </section>
      <section className="panel" aria-label={t('figures.title')}>
        <h2>
          {t('figures.title')} <span className="tag work-rule">{t('common.workRule')}</span>
        </h2>
        <FigureList
          figures={office.annualFigures}
          onChange={(annualFigures) => {
            set({ annualFigures: [...annualFigures] })
          }}
        />
      </section>
      <InterpretationFields
        interpretation={office.interpretation}
        onChange={(interpretation) => {
          set({ interpretation })
        }}
      />
      <section className="panel">
        {dirty ? <Alert type="info" showIcon title={t('settings.unsaved')} /> : null}
        {done ? <Alert type="success" showIcon title={t('settings.saved')} /> : null}
        {problems === null ? null : (
          <Alert type="error" showIcon role="alert" title={t('settings.problems', { places: problems })} />
        )}
        <ErrorNote error={task.error} />
        <div className="panel-foot">
          <Button type="primary" disabled={!dirty} loading={task.busy} onClick={save}>
            {t('settings.save')}
          </Button>
        </div>
      </section>
    </>
  )
}
