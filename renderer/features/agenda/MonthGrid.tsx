import { useState } from 'react'
import { Link } from 'react-router'
import { dayKind, type WorkCalendar } from '@shared/calendar/work-calendar'
import type { CalendarDate } from '@shared/domain/date'
import { visibleText } from '@shared/lib/visible-text'
import { weeksOf, type AgendaEntry } from '@shared/workflow/agenda'
import { useTranslation } from '@renderer/ui/translation'
import { matterWords, stateWords } from '@renderer/ui/agenda-words'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** Shown in a day's cell; the others are counted, and all of them stand below when the day is chosen. */
const mostInCell = 3

/** A month, its days off and worked weekends by the calendars of the desk, and what each day is for. */
export function MonthGrid(props: {
  readonly entries: readonly AgendaEntry[]
  readonly month: string
  readonly today: CalendarDate
  readonly calendar: WorkCalendar
}) {
  const { t } = useTranslation()
  const { entries, month, today, calendar } = props
  const [chosen, setChosen] = useState<string | null>(null)
  const of = (day: string) => entries.filter((entry) => entry.day === day)
  const shown = chosen?.startsWith(month) === true ? of(chosen) : []
  return (
    <>
      <div className="scroll-x">
        <table className="month">
          <thead>
            <tr>
              {weekdays.map((weekday) => (
                <th key={weekday} scope="col">
                  {t(`agenda.weekday.${weekday}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week, index) => (
              <tr key={index}>
                {week.map((day, at) =>
                  day === null ? (
                    <td key={`none-${at}`} />
                  ) : (
                    <td key={day} className={day === today ? 'today' : undefined}>
                      <DayHead day={day as CalendarDate} calendar={calendar} isToday={day === today} />
                      <DayMatters
                        day={day}
                        entries={of(day)}
                        onChoose={() => {
                          setChosen(day)
                        }}
                      />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 ? null : (
        <section aria-label={t('agenda.ofDay', { day: chosen ?? '' })}>
          <h3>{t('agenda.ofDay', { day: chosen ?? '' })}</h3>
          <ul className="plain">
            {shown.map((entry) => (
              <li key={entry.id} className="row">
                {matterWords(entry, t)} <Link to={entry.place}>{visibleText(entry.name)}</Link>
                <span className={entry.overdue ? 'danger' : 'quiet'}>{stateWords(entry, t)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function DayHead(props: { readonly day: CalendarDate; readonly calendar: WorkCalendar; readonly isToday: boolean }) {
  const { t } = useTranslation()
  const { day, calendar, isToday } = props
  const kind = dayKind(day, calendar)
  return (
    <div className={kind === 'holiday' || kind === 'weekend' ? 'day-head off' : 'day-head'}>
      <span className="number">{Number(day.slice(8))}</span>
      {kind === 'holiday' || kind === 'make-up' ? <span className="quiet"> {t(`agenda.dayKind.${kind}`)}</span> : null}
      {isToday ? <span className="tag">{t('day.today')}</span> : null}
    </div>
  )
}

function DayMatters(props: {
  readonly day: string
  readonly entries: readonly AgendaEntry[]
  readonly onChoose: () => void
}) {
  const { t } = useTranslation()
  const { day, entries, onChoose } = props
  if (entries.length === 0) return null
  const kinds = [...new Set(entries.map(({ kind }) => kind))]
  const lines = kinds.slice(0, mostInCell).map((kind) => {
    const own = entries.filter((entry) => entry.kind === kind)
    return { kind, words: matterWords({ kind }, t), count: own.length, overdue: own.some(({ overdue }) => overdue) }
  })
  return (
    <button
      type="button"
      className="bare day-matters"
      aria-label={t('agenda.showDay', { day, count: entries.length })}
      onClick={onChoose}
    >
      {lines.map(({ kind, words, count, overdue }) => (
        <span key={kind} className={overdue ? 'danger' : undefined}>
          {words}
          {count > 1 ? ` ×${count}` : ''}
        </span>
      ))}
      {kinds.length > mostInCell ? (
        <span className="quiet">{t('agenda.more', { count: kinds.length - mostInCell })}</span>
      ) : null}
    </button>
  )
}
