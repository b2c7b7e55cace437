import { withHost } from '@shared/domain/issuers'
import { Button, Input, Radio } from 'antd'
import type { Agency } from '@shared/domain/office'
import { newLocalId } from '@renderer/platform/ids'
import { useTranslation } from '@renderer/ui/translation'

const renumbered = (agencies: readonly Agency[]): readonly Agency[] =>
  agencies.map((agency, index) => ({ ...agency, order: index + 1 }))

/** 指导小组成员单位: which they are is the office's data, the host first. */
export function AgencyList(props: {
  readonly agencies: readonly Agency[]
  readonly onChange: (agencies: readonly Agency[]) => void
}) {
  const { t } = useTranslation()
  const { agencies, onChange } = props
  return (
    <div className="stack">
      <h3>{t('settings.agencies')}</h3>
      <p className="quiet">{t('settings.agenciesHint')}</p>
      {agencies.map((agency, index) => (
        <div key={agency.id} className="row">
          <Input
            className="grow"
            aria-label={t('settings.agencyName', { number: index + 1 })}
            value={agency.name}
            onChange={(event) => {
              onChange(agencies.with(index, { ...agency, name: event.target.value }))
            }}
          />
          <Radio
            checked={agency.isHost}
            onChange={() => {
              onChange(renumbered(withHost(agencies, index)))
            }}
          >
            {t('batch.host')}
          </Radio>
          <Button
            disabled={index === 0}
            onClick={() => {
              onChange(renumbered(agencies.toSpliced(index, 1).toSpliced(index - 1, 0, agency)))
            }}
          >
            {t('batch.up')}
          </Button>
          <Button
            onClick={() => {
              onChange(renumbered(agencies.toSpliced(index, 1)))
            }}
          >
            {t('common.remove')}
          </Button>
        </div>
      ))}
      <Button
        onClick={() => {
          onChange(renumbered([...agencies, { id: newLocalId('agency'), name: '', isHost: false, order: 0 }]))
        }}
      >
        {t('settings.addAgency')}
      </Button>
    </div>
  )
}
