import { Button } from 'antd'
import { agendaPaper } from '@shared/documents/catalogue-campaign'
import { paperNames } from '@shared/documents/vocabulary/papers'
import type { CalendarDate } from '@shared/domain/date'
import type { AgendaEntry } from '@shared/workflow/agenda'
import { useOffice } from '@renderer/data/use-live'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { TableButton } from '@renderer/parts/tables/TableButton'
import { now } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'
import { matterWords, stateWords } from '@renderer/ui/agenda-words'

/** The calendar as a sheet for the wall, and as a file for other calendars. */
export function AgendaExport({
  entries,
  today,
}: {
  readonly entries: readonly AgendaEntry[]
  readonly today: CalendarDate
}) {
  const { t } = useTranslation()
  const office = useOffice()
  const desk = usePaperDesk()
  return (
    <>
      <Button
        loading={desk.busy}
        onClick={() => {
          desk.open({
            paper: agendaPaper,
            ground: {},
            load: (createdAt) => Promise.resolve({ createdAt, entries, today, office: office.departmentName }),
          })
        }}
      >
        {t('agenda.pdf')}
      </Button>
      <TableButton
        label={t('agenda.ics')}
        kind="agenda"
        about={{}}
        baseName={`${paperNames.agenda}-${today}`}
        disabled={entries.length === 0}
        table={() =>
          Promise.resolve({
            kind: 'calendar' as const,
            name: paperNames.agenda,
            stamp: now(),
            events: entries.map((entry) => ({
              uid: entry.id,
              day: entry.day,
              title: t('agenda.event', { matter: matterWords(entry, t), name: entry.name }),
              note: stateWords(entry, t),
            })),
          })
        }
      />
      {desk.element}
    </>
  )
}
