import { Table } from 'antd'
import { Link } from 'react-router'
import { daysBetween, type CalendarDate } from '@shared/domain/date'
import { visibleText } from '@shared/lib/visible-text'
import type { AgendaEntry } from '@shared/workflow/agenda'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { useTranslation } from '@renderer/ui/translation'
import { matterWords, stateWords } from '@renderer/ui/agenda-words'

/** Every day in order, what is overdue first. */
export function AgendaList({
  entries,
  today,
}: {
  readonly entries: readonly AgendaEntry[]
  readonly today: CalendarDate
}) {
  const { t } = useTranslation()
  if (entries.length === 0) return <EmptyScreen words={t('agenda.empty')} />
  return (
    <Table<AgendaEntry>
      rowKey="id"
      size="small"
      pagination={entries.length > 100 ? { pageSize: 100 } : false}
      dataSource={[...entries]}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('agenda.day'),
          key: 'day',
          render: (_, { day, overdue }) => <span className={overdue ? 'number danger' : 'number'}>{day}</span>,
        },
        {
          title: t('agenda.left'),
          key: 'left',
          align: 'right',
          render: (_, { day }) => <span className="number">{daysBetween(today, day)}</span>,
        },
        { title: t('agenda.matter'), key: 'matter', render: (_, entry) => matterWords(entry, t) },
        {
          title: t('agenda.about'),
          key: 'name',
          render: (_, { name, place }) => (
            <Link className="agenda-name" to={place}>
              {visibleText(name)}
            </Link>
          ),
        },
        {
          title: t('common.state'),
          key: 'state',
          render: (_, entry) => <span className={entry.overdue ? 'danger' : 'quiet'}>{stateWords(entry, t)}</span>,
        },
      ]}
    />
  )
}
