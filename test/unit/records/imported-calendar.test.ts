import { describe, expect, it } from 'vitest'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { workDayDeadline } from '@shared/calendar/work-calendar'
import type { CalendarDate } from '@shared/domain/date'
import { foldRecords } from '@shared/records/desk-state'
import { calendarOf } from '@shared/records/imported-calendar'
import type { JournalRecord } from '@shared/records/record'
import { calendar2027 } from '../../helpers/calendars'

const record = (lamport: number, payload: object) =>
  ({
    id: String(lamport),
    author: 'a',
    seq: lamport,
    lamport,
    at: '',
    type: 'calendar.saved',
    refs: [],
    payload,
  }) as unknown as JournalRecord

const calendarAfter = (...records: JournalRecord[]) => calendarOf([...foldRecords(records).calendars.values()])
const from = '2026-11-25' as CalendarDate

describe('the working days of a desk', () => {
  it('are the vendored ones until a year is imported, and firm from then on (Art. 18)', () => {
    expect(calendarAfter()).toEqual(vendoredCalendar)
    expect(workDayDeadline(from, 30, calendarAfter()).provisional).toBe(true)
    expect(workDayDeadline(from, 30, calendarAfter(record(1, calendar2027))).provisional).toBe(false)
  })

  it('follow the last file of a year, in whatever order the records come', () => {
    const corrected = { ...calendar2027, holidays: [...calendar2027.holidays, '2027-01-04'] }
    const first = record(1, calendar2027)
    const second = record(2, corrected)
    const days = [calendarAfter(first, second), calendarAfter(second, first)]
    for (const calendar of days) expect(calendar.get(2027)?.holidays.has('2027-01-04' as CalendarDate)).toBe(true)
  })
})
