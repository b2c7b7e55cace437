import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFileSchema } from '@shared/calendar/calendar-file'
import { calendarWith, vendoredCalendar } from '@shared/calendar/vendored'
import { workDayDeadline } from '@shared/calendar/work-calendar'
import { addDays } from '@shared/domain/date'
import { concernsOf, day, linesOf, verdictOf, type FactsChange } from '../../helpers/facts'

type Draft = Parameters<NonNullable<FactsChange['proceedings']>>[0]
const proceedings = (change: (draft: Draft) => void): FactsChange => ({ proceedings: change })

describe('Art. 18: a change is filed within 30 working days', () => {
  const change = (completedOn: string, filedOn: string | null, more: object = {}) => ({
    id: 'c1',
    kind: 'member-left' as const,
    unitId: 'u3',
    description: '',
    completedOn: day(completedOn),
    filedOn: filedOn === null ? null : day(filedOn),
    ...more,
  })
  const changed = (
    completedOn: string,
    filedOn: string | null,
    today = '2012-06-01',
    more: object = {},
  ): FactsChange => ({
    ...proceedings((draft) => void draft.changes.push(change(completedOn, filedOn, more))),
    today,
  })

  it.each([
    ['2012-02-16', 'met'],
    ['2012-02-17', 'not-met'],
  ])('completed on 2011-12-30, filed on %s: %s', (filedOn, verdict) => {
    expect(verdictOf('R18-1', changed('2011-12-30', filedOn))).toBe(verdict)
  })

  it.each([
    ['2012-02-16', 'met', 'hint changeFiled false'],
    ['2012-02-17', 'not-met', 'contrary changeFiled false'],
  ])('not filed by %s: %s', (today, verdict, line) => {
    expect(verdictOf('R18-1', changed('2011-12-30', null, today))).toBe(verdict)
    expect(linesOf('R18-1', changed('2011-12-30', null, today))).toContain(line)
  })

  const pilotOf2026 = (completedOn: string, filedOn: string | null, today: string): FactsChange => ({
    ...proceedings((draft) => {
      draft.pilotTerm = { ...draft.pilotTerm!, from: day('2026-01-01'), to: day('2029-01-01') }
      draft.changes.push(change(completedOn, filedOn))
    }),
    today,
  })

  it.each([
    ['2026-12-31', 'met'],
    ['2027-01-04', 'provisional'],
    ['2027-03-31', 'provisional'],
  ])(
    'a count that touches a year without a calendar is provisional unless filed before it: filed on %s',
    (filedOn, verdict) => {
      expect(verdictOf('R18-1', pilotOf2026('2026-11-25', filedOn, '2027-04-01'))).toBe(verdict)
      expect(concernsOf('R18-1', pilotOf2026('2026-11-25', filedOn, '2027-04-01'))).toContain(
        'hint calendarLacking 2027',
      )
    },
  )

  it('becomes firm when the calendar is imported', () => {
    const calendar = calendarWith([
      calendarFileSchema.parse({
        format: 'lianshen-calendar/1',
        year: 2027,
        holidays: ['2027-01-01', '2027-01-02', '2027-01-03'],
        makeUpWorkdays: [],
        sourceNotice: '示例',
      }),
    ])
    expect(verdictOf('R18-1', { ...pilotOf2026('2026-11-25', '2027-01-07', '2027-04-01'), calendar })).toBe('met')
    expect(verdictOf('R18-1', { ...pilotOf2026('2026-11-25', '2027-01-08', '2027-04-01'), calendar })).toBe('not-met')
  })

  it.each([
    ['2011-09-19', 'not-applicable'],
    ['2011-09-20', 'not-met'],
    ['2014-09-20', 'not-met'],
    ['2014-09-21', 'not-applicable'],
  ])('only pilots file: completed on %s, term 2011-09-20 to 2014-09-20', (completedOn, verdict) => {
    expect(verdictOf('R18-1', changed(completedOn, null, '2015-06-01'))).toBe(verdict)
    expect(verdictOf('R18-2', changed(completedOn, null, '2015-06-01'))).toBe(verdict)
  })

  it('a change of which Art. 18 does not speak is not asked for', () => {
    expect(verdictOf('R18-1', changed('2012-01-04', null, '2012-06-01', { kind: 'other' }))).toBe('not-applicable')
  })

  it('one late change among many is not met', () => {
    const many = proceedings((draft) => {
      draft.changes.push(change('2011-12-30', '2012-01-04'), change('2011-12-30', '2012-02-17', { id: 'c2' }))
    })
    expect(verdictOf('R18-1', many)).toBe('not-met')
  })

  it('must be filed, whenever it is', () => {
    expect(verdictOf('R18-2', changed('2011-12-30', null, '2012-01-01'))).toBe('not-met')
    expect(concernsOf('R18-2', changed('2011-12-30', null))).toEqual(['missing missing change.filedOn'])
    expect(verdictOf('R18-2', changed('2011-12-30', '2012-05-01'))).toBe('met')
    expect(verdictOf('R18-2')).toBe('not-applicable')
  })

  it('for any day of completion: the last day is in time, the next is late', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (offset) => {
        const completedOn = addDays(day('2011-09-20'), offset)
        const { lastDay } = workDayDeadline(completedOn, 30, vendoredCalendar)
        expect(verdictOf('R18-1', changed(completedOn, lastDay, '2016-01-01'))).toBe('met')
        expect(verdictOf('R18-1', changed(completedOn, addDays(lastDay, 1), '2016-01-01'))).toBe('not-met')
      }),
      { numRuns: 15 },
    )
  })
})
