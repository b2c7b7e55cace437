import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answerObjection,
  displayBatch,
  displayGaps,
  emptyObjection,
  lastDayOfDisplay,
  nothingShown,
  recordObjection,
  type Shown,
} from '@shared/acts/public-display'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { addDays, weekday, type CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import { batchSchema } from '@shared/domain/pilot'
import { displaySchema, objectionSchema } from '@shared/domain/public-display'
import { defaultOfficeSettings } from '@shared/regulation/default-office'

const id = '20000000-0000-4000-8000-000000000001' as DossierId
const other = '20000000-0000-4000-8000-000000000002' as DossierId
const day = (text: string) => text as CalendarDate
const office = defaultOfficeSettings()
const settings = { ...office, interpretation: { ...office.interpretation, publicDisplay: true } }
const batch = batchSchema.parse({
  id: '40000000-0000-4000-8000-000000000001',
  year: 2026,
  seq: 1,
  dossierIds: [id],
  notice: { writtenOn: '2026-11-20' },
})
const display = displaySchema.parse({
  ...{ from: '2026-11-09', to: '2026-11-13', days: 5, counting: 'work' },
  ...{ contact: '示例处', supervisor: '示例监督处', dossierIds: [id] },
})
const objection = objectionSchema.parse({
  id: 'o1',
  dossierId: id,
  receivedOn: '2026-11-10',
  name: '王示例',
  reason: '示例',
})
const answered = (outcome: string) =>
  objectionSchema.parse({ ...objection, answer: { on: '2026-11-12', words: '示例', outcome, by: '示例' } })
const gapsOf = (shown: Shown, today = '2026-11-20', part: object = {}, rules = settings) =>
  displayGaps({ ...batch, ...part }, [], shown, { settings: rules, today: day(today) }).map(({ code }) => code)

describe('the last day of a display', () => {
  const rules = (displayDays: number, displayCounting: 'work' | 'calendar') => ({ displayDays, displayCounting })

  it('counts its first day, by working days or by all days as the office chose', () => {
    expect(lastDayOfDisplay(day('2026-11-09'), rules(5, 'work'), vendoredCalendar)).toEqual({
      lastDay: '2026-11-13',
      provisional: false,
    })
    expect(lastDayOfDisplay(day('2026-11-12'), rules(5, 'work'), vendoredCalendar).lastDay).toBe('2026-11-18')
    expect(lastDayOfDisplay(day('2026-11-12'), rules(7, 'calendar'), vendoredCalendar).lastDay).toBe('2026-11-18')
    expect(lastDayOfDisplay(day('2026-11-12'), rules(1, 'calendar'), vendoredCalendar).lastDay).toBe('2026-11-12')
    // Over the holiday of October 2026, and into a year whose calendar is not known.
    expect(lastDayOfDisplay(day('2026-09-30'), rules(3, 'work'), vendoredCalendar).lastDay > '2026-10-08').toBe(true)
    expect(lastDayOfDisplay(day('2027-12-30'), rules(5, 'work'), vendoredCalendar).provisional).toBe(true)
  })

  it('of working days is never earlier than of all days, and never a Saturday or Sunday without a notice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const from = addDays(day('2012-01-01'), offset)
        const { lastDay } = lastDayOfDisplay(from, rules(days, 'work'), vendoredCalendar)
        expect(lastDay >= lastDayOfDisplay(from, rules(days, 'calendar'), vendoredCalendar).lastDay).toBe(true)
        const year = vendoredCalendar.get(Number(lastDay.slice(0, 4)))!
        if ([0, 6].includes(weekday(lastDay))) expect(year.makeUpWorkdays.has(lastDay)).toBe(true)
        expect(year.holidays.has(lastDay)).toBe(false)
      }),
    )
  })
})

describe('a display', () => {
  it('is put on record with its last day, both contacts and whom it shows', () => {
    const draft = { from: '2026-11-09', contact: ' 示例处 ', supervisor: '示例监督处', place: '' }
    expect(displayBatch(batch, draft, { settings, calendar: vendoredCalendar })).toEqual({
      ok: true,
      value: [{ type: 'display.saved', payload: { batchId: batch.id, display } }],
    })
  })

  it('asks for two contacts that are two', () => {
    const draft = { from: null, contact: '示例处', supervisor: '示例处 ', place: '' }
    const decided = displayBatch({ ...batch, dossierIds: [] }, draft, { settings, calendar: vendoredCalendar })
    expect(decided.ok ? [] : decided.error.map(({ field, code }) => [field, code])).toEqual([
      ['dossierIds', 'need-dossier'],
      ['from', 'needed'],
      ['supervisor', 'display-one-contact'],
    ])
  })
})

describe('an objection', () => {
  const said = { today: day('2026-11-20'), id: 'o1' }

  it('is recorded with name and reason, late ones as well, but none before the display or of a day to come', () => {
    const codes = (part: object) => {
      const decided = recordObjection(
        batch,
        { ...emptyObjection, name: '王示例', reason: '示例', ...part },
        display,
        said,
      )
      return decided.ok ? [] : decided.error.map(({ field, code }) => [field, code])
    }
    expect(codes({ receivedOn: '2026-11-14' })).toEqual([])
    expect(codes({ receivedOn: '2026-11-08' })).toEqual([['receivedOn', 'objection-early']])
    expect(codes({ receivedOn: '2026-11-21' })).toEqual([['receivedOn', 'objection-to-come']])
    expect(codes({ receivedOn: null, name: ' ', reason: '' })).toEqual([
      ['receivedOn', 'needed'],
      ['name', 'needed'],
      ['reason', 'needed'],
    ])
  })

  it('is answered once, with words, outcome and a day on which it had come', () => {
    const draft = { on: '2026-11-12', words: '示例', outcome: 'not-upheld' }
    const who = { by: '示例', today: day('2026-11-20') }
    expect(answerObjection(batch, objection, draft, who)).toEqual({
      ok: true,
      value: [{ type: 'objection.saved', payload: { batchId: batch.id, objection: answered('not-upheld') } }],
    })
    expect(answerObjection(batch, answered('upheld'), draft, who)).toMatchObject({ error: [{ code: 'not-offered' }] })
    expect(answerObjection(batch, objection, { on: '2026-11-09', words: '', outcome: 'x' }, who)).toMatchObject({
      error: [{ code: 'objection-early' }, { field: 'words' }, { field: 'outcome' }],
    })
  })
})

describe('publication', () => {
  it('waits for the display where the office has one, for everybody in it, and for its end', () => {
    expect(gapsOf(nothingShown)).toEqual(['display-missing'])
    expect(gapsOf(nothingShown, '2026-11-20', {}, office)).toEqual([])
    expect(gapsOf({ display, objections: [] })).toEqual([])
    expect(gapsOf({ display, objections: [] }, '2026-11-13')).toEqual(['display-running'])
    expect(gapsOf({ display, objections: [] }, '2026-11-20', { dossierIds: [id, other] })).toEqual([
      'display-not-shown',
    ])
    expect(
      gapsOf({ display, objections: [] }, '2026-11-20', { notice: { ...batch.notice, writtenOn: '2026-11-13' } }),
    ).toEqual(['display-after-notice'])
  })

  it('is closed while an objection is open, whatever the office displays, and while one that was upheld is in the list', () => {
    expect(gapsOf({ display, objections: [objection] }, '2026-11-20', {}, office)).toEqual(['objection-open'])
    expect(gapsOf({ display, objections: [answered('not-upheld'), answered('not-admitted')] })).toEqual([])
    expect(gapsOf({ display, objections: [answered('upheld')] })).toEqual(['objection-upheld'])
    expect(gapsOf({ display, objections: [answered('upheld')] }, '2026-11-20', { dossierIds: [] })).toEqual([])
  })
})
