import { Button, Input, Select } from 'antd'
import type { UnitDraft } from '@shared/acts/change-gaps'
import { unitKinds } from '@shared/domain/unit-kinds'
import { newLocalId } from '@renderer/platform/ids'
import { useTranslation } from '@renderer/ui/translation'

/** Units that become members by a change, each with its full name and kind. */
export function ComingUnits(props: {
  readonly units: readonly UnitDraft[]
  readonly error: string | null
  readonly onChange: (units: readonly UnitDraft[]) => void
}) {
  const { t } = useTranslation()
  const { units, error, onChange } = props
  const set = (index: number, said: Partial<UnitDraft>) => {
    onChange(units.map((unit, at) => (at === index ? { ...unit, ...said } : unit)))
  }
  return (
    <fieldset className="stack coming-units">
      <legend>{t('field.units')}</legend>
      {units.map((unit, index) => {
        const number = index + 1
        return (
          <div key={unit.unitId} className="coming-unit">
            <Input
              aria-label={t('changes.unitName', { number })}
              placeholder={t('changes.unitName', { number })}
              value={unit.fullName}
              onChange={(event) => {
                set(index, { fullName: event.target.value })
              }}
            />
            <Select
              aria-label={t('changes.unitKind', { number })}
              placeholder={t('changes.unitKind', { number })}
              value={unit.kind}
              options={unitKinds.map((kind) => ({ value: kind, label: t(`unitKind.${kind}`) }))}
              onChange={(kind: UnitDraft['kind']) => {
                set(index, { kind })
              }}
            />
            <Input
              aria-label={t('changes.unitCode', { number })}
              placeholder={t('changes.unitCode', { number })}
              maxLength={40}
              value={unit.creditCode}
              onChange={(event) => {
                set(index, { creditCode: event.target.value })
              }}
            />
            <Button
              onClick={() => {
                onChange(units.filter((_, at) => at !== index))
              }}
            >
              {t('changes.dropUnit')}
            </Button>
          </div>
        )
      })}
      <div>
        <Button
          onClick={() => {
            onChange([...units, { unitId: newLocalId('u'), fullName: '', kind: null, creditCode: '' }])
          }}
        >
          {t('changes.addUnit')}
        </Button>
      </div>
      {error === null ? null : (
        <div className="field-error" role="alert">
          {error}
        </div>
      )}
    </fieldset>
  )
}
