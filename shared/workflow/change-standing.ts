import { workDayDeadline, type WorkCalendar } from '../calendar/work-calendar'
import { isChangeOfStatute, type Change } from '../domain/change'
import type { CalendarDate } from '../domain/date'
import { presentMeasure, type Measure } from '../domain/measure'
import { changesOfPilot } from '../domain/pilot-dates'
import type { PilotProceedings } from '../domain/proceedings'

/** Where the filing of a change stands: counted by Art. 18, or by a work rule of the office like it. */
export type ChangeStanding = {
  readonly isStatute: boolean
  readonly lastDay: CalendarDate
  /** 暂定: the calendar of a year on the way is not there, and the day moves when it is imported. */
  readonly provisional: boolean
  readonly state: 'in-time' | 'late' | 'running' | 'overdue'
}

/** The last of the 30 working days of a change, and whether it was kept; null where nothing has to be filed. Pure. */
export function changeStanding(
  change: Change,
  { proceedings, calendar, today, measure = presentMeasure }: Context,
): ChangeStanding | null {
  if (!changesOfPilot(proceedings).some(({ id }) => id === change.id)) return null
  const { lastDay, provisional } = workDayDeadline(change.completedOn, measure.changeWorkDays, calendar)
  const inTime = (change.filedOn ?? today) <= lastDay
  const state = change.filedOn === null ? (inTime ? 'running' : 'overdue') : inTime ? 'in-time' : 'late'
  return { isStatute: isChangeOfStatute(change.kind), lastDay, provisional, state }
}

type Context = {
  readonly proceedings: PilotProceedings
  readonly calendar: WorkCalendar
  readonly today: CalendarDate
  /** The one that the dossier goes by. */
  readonly measure?: Measure
}
