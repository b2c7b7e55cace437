import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Alert, Button, Segmented, Spin } from 'antd'
import { useState } from 'react'
import { addMonths, yearOf, type CalendarDate } from '@shared/domain/date'
import { loadAgenda } from '@renderer/data/agenda'
import { loadCalendar } from '@renderer/data/calendars'
import { useLiveOf, useToday } from '@renderer/data/use-live'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { AgendaExport } from './AgendaExport'
import { AgendaList } from './AgendaList'
import { MonthGrid } from './MonthGrid'

/** 处室日历: everything due, overdue, provisional, awaited, of all alliances and rounds. */
export function AgendaPage() {
  const { t } = useTranslation()
  const today = useToday()
  const [view, setView] = useState<'list' | 'month'>('list')
  const [month, setMonth] = useState(today.slice(0, 7))
  const entries = useLiveOf(`agenda ${today}`, () =>
    loadAgenda(today, ({ year, kind }) => t('campaigns.name', { year, kind: t(`campaignKind.${kind}`) })),
  )
  const calendar = useLiveOf('calendar', loadCalendar)
  if (entries === undefined || calendar === undefined) return <Spin />
  const overdue = entries.filter((entry) => entry.overdue).length
  const provisional = entries.filter((entry) => entry.provisional).length
  const turn = (by: number) => {
    setMonth(addMonths(`${month}-01` as CalendarDate, by).slice(0, 7))
  }
  return (
    <>
      <PageHead
        title={t('agenda.title')}
        note={t('agenda.counts', { all: entries.length, overdue, provisional })}
        actions={<AgendaExport entries={entries} today={today} />}
      />
      <section className="panel stack">
        <div className="row">
          <Segmented
            aria-label={t('agenda.view')}
            value={view}
            options={[
              { value: 'list', label: t('agenda.list') },
              { value: 'month', label: t('agenda.month') },
            ]}
            onChange={setView}
          />
          {view === 'month' ? (
            <div className="row">
              <Button
                aria-label={t('agenda.before')}
                icon={<LeftOutlined aria-hidden />}
                onClick={() => {
                  turn(-1)
                }}
              />
              <strong className="number">{month}</strong>
              <Button
                aria-label={t('agenda.after')}
                icon={<RightOutlined aria-hidden />}
                onClick={() => {
                  turn(1)
                }}
              />
              <Button
                onClick={() => {
                  setMonth(today.slice(0, 7))
                }}
              >
                {t('agenda.thisMonth')}
              </Button>
            </div>
          ) : null}
        </div>
        {view === 'month' && !calendar.has(yearOf(`${month}-01` as CalendarDate)) ? (
          <Alert type="info" showIcon title={t('agenda.yearUnknown', { year: month.slice(0, 4) })} />
        ) : null}
        {view === 'list' ? (
          <AgendaList entries={entries} today={today} />
        ) : (
          <MonthGrid entries={entries} month={month} today={today} calendar={calendar} />
        )}
      </section>
    </>
  )
}
