import { Button, Input, Select } from 'antd'
import { memo } from 'react'
import { everything, type AuditFilter } from '@shared/audit/filter'
import type { AuditSummary } from '@shared/ipc/audit'
import { DayInput } from '@renderer/ui/DayInput'
import { useTranslation } from '@renderer/ui/translation'

/**
 * Which records are listed: dossier, author, kind, days, and any text that is shown of them. Drawn again only when one
 * of them changes, not while the list scrolls.
 */
export const AuditFilters = memo(function AuditFilters(props: {
  readonly summary: AuditSummary
  readonly filter: AuditFilter
  readonly onChange: (filter: AuditFilter) => void
}) {
  const { t } = useTranslation()
  const { summary, filter, onChange } = props
  const choose = (
    key: 'dossier' | 'person' | 'kind',
    field: 'dossierId' | 'author' | 'type',
    of: AuditSummary['kinds'],
  ) => (
    <Select
      className="audit-select"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t(`audit.filter.${key}`)}
      placeholder={t(`audit.filter.${key}`)}
      value={filter[field]}
      onChange={(value: string | null | undefined) => {
        onChange({ ...filter, [field]: value ?? null })
      }}
      options={of.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
  return (
    <div className="row filters" role="search">
      {choose('dossier', 'dossierId', summary.dossiers)}
      {choose('person', 'author', summary.people)}
      {choose('kind', 'type', summary.kinds)}
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className="row tight">
          <span aria-hidden>{t(`audit.filter.${end}`)}</span>
          <div className="audit-day">
            <DayInput
              label={t(`audit.filter.${end}`)}
              value={filter[end]}
              onChange={(day) => {
                onChange({ ...filter, [end]: day })
              }}
            />
          </div>
        </div>
      ))}
      <Input
        className="audit-text"
        allowClear
        aria-label={t('audit.filter.text')}
        placeholder={t('audit.filter.text')}
        maxLength={200}
        value={filter.text}
        onChange={(event) => {
          onChange({ ...filter, text: event.target.value })
        }}
      />
      <Button
        disabled={JSON.stringify(filter) === JSON.stringify(everything)}
        onClick={() => {
          onChange(everything)
        }}
      >
        {t('audit.filter.clear')}
      </Button>
    </div>
  )
})
