import { Button, Input, Select } from 'antd'
import type { Division } from '@shared/domain/office'
import { newLocalId } from '@renderer/platform/ids'
import { DayInput } from '@renderer/ui/DayInput'
import { useTranslation } from '@renderer/ui/translation'

const roles = ['business', 'policy-law', 'other'] as const

/** 处室: only the role is fixed, names change. */
export function DivisionList(props: {
  readonly divisions: readonly Division[]
  readonly onChange: (divisions: readonly Division[]) => void
}) {
  const { t } = useTranslation()
  const { divisions, onChange } = props
  return (
    <div className="stack">
      <h3>{t('settings.divisions')}</h3>
      <p className="quiet">{t('settings.divisionsHint')}</p>
      {divisions.map((division, index) => (
        <div key={division.id} className="row">
          <Input
            className="grow"
            aria-label={t('settings.divisionName', { number: index + 1 })}
            value={division.name}
            onChange={(event) => {
              onChange(divisions.with(index, { ...division, name: event.target.value }))
            }}
          />
          <Select
            className="cell-select"
            aria-label={t('settings.divisionRole', { number: index + 1 })}
            value={division.role}
            options={roles.map((role) => ({ value: role, label: t(`divisionRole.${role}`) }))}
            onChange={(role) => {
              onChange(divisions.with(index, { ...division, role }))
            }}
          />
          <DayInput
            label={t('settings.divisionUntil', { number: index + 1 })}
            value={division.validTo}
            onChange={(validTo) => {
              onChange(divisions.with(index, { ...division, validTo: validTo as Division['validTo'] }))
            }}
          />
          <Button
            onClick={() => {
              onChange(divisions.toSpliced(index, 1))
            }}
          >
            {t('common.remove')}
          </Button>
        </div>
      ))}
      <Button
        onClick={() => {
          onChange([
            ...divisions,
            { id: newLocalId('division'), name: '', role: 'business', validFrom: null, validTo: null },
          ])
        }}
      >
        {t('settings.addDivision')}
      </Button>
    </div>
  )
}
