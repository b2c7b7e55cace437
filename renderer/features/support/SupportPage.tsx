import { Button, Select, Spin } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { supportTotals, type TotalRow } from '@shared/acts/support-totals'
import { paperNames } from '@shared/documents/vocabulary/papers'
import { yearOf } from '@shared/domain/date'
import { formatYuan } from '@shared/lib/yuan'
import { loadSupport, loadSupported } from '@renderer/data/support'
import { useToday } from '@renderer/data/use-live'
import { SupportDialog } from '@renderer/parts/support/SupportDialog'
import { SupportList } from '@renderer/parts/support/SupportList'
import { TableButton } from '@renderer/parts/tables/TableButton'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { Labelled } from '@renderer/ui/Labelled'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { supportTable } from './support-table'

/** 支持措施台账 (Art. 20-27): who was given what, and the totals per year, field and kind. */
export function SupportPage() {
  const { t } = useTranslation()
  const today = useToday()
  const lines = useLiveQuery(loadSupport)
  const supported = useLiveQuery(loadSupported)
  const [year, setYear] = useState<number | null>(null)
  const [isOpen, setOpen] = useState(false)
  if (lines === undefined || supported === undefined) return <Spin />
  const totals = supportTotals(lines, year)
  const shown = lines.filter(({ support }) => year === null || yearOf(support.on) === year)
  const years = [...new Set([yearOf(today), ...totals.byYear.map(({ key }) => Number(key))])].toSorted((a, b) => b - a)
  return (
    <>
      <PageHead
        title={t('support.title')}
        note={t('support.note')}
        actions={
          <>
            <TableButton
              label={t('support.export')}
              kind="support-register"
              about={{}}
              baseName={`${paperNames['support-register']}${year === null ? '' : `-${year}`}-${today}`}
              disabled={shown.length === 0}
              table={() => Promise.resolve(supportTable(shown, year, t))}
            />
            <Button
              type="primary"
              disabled={supported.length === 0}
              onClick={() => {
                setOpen(true)
              }}
            >
              {t('support.add')}
            </Button>
          </>
        }
      />
      {supported.length === 0 && lines.length === 0 ? (
        <section className="panel">
          <EmptyScreen words={t('support.noPilots')} />
        </section>
      ) : (
        <>
          <section className="panel stack" aria-label={t('support.totals')}>
            <div className="row">
              <Labelled label={t('field.year')} htmlFor="support-year">
                <Select<number | 'all'>
                  id="support-year"
                  value={year ?? 'all'}
                  options={[
                    { value: 'all' as const, label: t('support.allYears') },
                    ...years.map((value) => ({ value, label: String(value) })),
                  ]}
                  onChange={(value) => {
                    setYear(value === 'all' ? null : value)
                  }}
                />
              </Labelled>
              <p className="strong">
                {t('support.sum', { count: totals.all.count, amount: formatYuan(totals.all.amountFen) })}
              </p>
            </div>
            <div className="support-totals">
              <Totals title={t('field.year')} rows={totals.byYear} nameOf={(key) => key} />
              <Totals
                title={t('field.technicalField')}
                rows={totals.byField}
                nameOf={(key) => (key === '' ? t('common.notSet') : key)}
              />
              <Totals
                title={t('support.kind')}
                rows={totals.byKind}
                nameOf={(key) => t(`supportKind.${key as (typeof totals.byKind)[number]['key']}`)}
              />
            </div>
          </section>
          <section className="panel">
            <SupportList lines={shown} supported={supported} />
          </section>
        </>
      )}
      {isOpen ? (
        <SupportDialog
          supported={supported}
          onClose={() => {
            setOpen(false)
          }}
        />
      ) : null}
    </>
  )
}

function Totals(props: {
  readonly title: string
  readonly rows: readonly TotalRow[]
  readonly nameOf: (key: string) => string
}) {
  const { t } = useTranslation()
  const { title, rows, nameOf } = props
  return (
    <table className="support-total">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('support.count')}</th>
          <th scope="col">{t('support.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, total }) => (
          <tr key={key}>
            <th scope="row">{nameOf(key)}</th>
            <td className="number">{total.count}</td>
            <td className="number">{formatYuan(total.amountFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
