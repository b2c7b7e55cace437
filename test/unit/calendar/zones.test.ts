import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { localDay } from '@host/lib/local-time'
import { uncoveredYears } from '@shared/calendar/calendar-file'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { workDayDeadline } from '@shared/calendar/work-calendar'
import { isRealDate } from '@shared/documents/block-values'
import { dossierDocuments } from '@shared/documents/catalogue'
import {
  addDays,
  addMonths,
  addYears,
  calendarDateSchema,
  daysBetween,
  elapsed,
  formatChineseDate,
  weekday,
} from '@shared/domain/date'
import { annualReportWindow, annualReportYearsOf, termFrom } from '@shared/domain/pilot-dates'
import { renderDocx } from '@shared/publishing/docx/render-docx'
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import { formatDate } from '@shared/publishing/wording'
import { regulation2010 } from '@shared/regulation/2010/index'
import { checkDossier } from '@shared/regulation/check-dossier'
import { deadlinesOf } from '@shared/workflow/deadline-of'
import { buildFacts, day, officeSettings } from '../../helpers/facts'
import { fontSet } from '../../helpers/fonts'
import { notice } from '../../helpers/publishing-samples'
import { catalogueFacts } from '../documents/catalogue-facts'
import { typedWords, wholeFile } from '../documents/every-document'
import { runs } from '../../helpers/runs'

/**
 * The outermost zones, one with a quarter of an hour, those of both hemispheres that change their clocks (at midnight,
 * by half an hour), one that once left a day out, and China, which had summer time until 1991.
 */
const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Asia/Kathmandu',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
] as const

const before = process.env['TZ']
const moveTo = (zone: string | undefined) => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
}
afterAll(() => {
  moveTo(before)
})

/** What is said in each zone; all of it must be one. */
const saidIn = <T>(say: () => T): T[] =>
  zones.map((zone) => {
    moveTo(zone)
    return say()
  })
const once = (said: readonly unknown[]) => [...new Set(said.map((one) => JSON.stringify(one)))]

/** 1901 to 2190: what is computed of them stays among the days there are. */
const anyDay = fc.integer({ min: 0, max: 105_000 }).map((offset) => addDays(day('1901-01-01'), offset))
/** Days about which some zone changes its clock, or on which a year, a quarter or a February ends. */
const edges = fc.constantFrom(
  ...['1986-05-04', '1991-09-15', '2011-12-30', '2024-02-29', '2026-03-08', '2026-04-05', '2026-04-24', '2026-09-06'],
  ...['2026-10-04', '2026-10-29', '2026-11-01', '2026-12-31', '2027-01-01', '2100-02-28'],
)
const somewhen = fc.oneof(
  anyDay,
  edges.map(day),
  fc.tuple(edges.map(day), fc.integer({ min: -1, max: 1 })).map(([edge, by]) => addDays(edge, by)),
)
const settings = officeSettings()

describe('a day is the same day wherever the computer stands', () => {
  it('in zones that are really set, and differ', () => {
    const noon = new Date('2026-11-20T12:00:00Z')
    expect(saidIn(() => noon.getTimezoneOffset())).toEqual([-480, 300, -840, 720, -345, 180, -660, -120, -780])
    expect(once(saidIn(() => localDay(noon)))).toHaveLength(2)
  })

  it('whatever is computed of it', () => {
    fc.assert(
      fc.property(
        somewhen,
        somewhen,
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: 1, max: 60 }),
        (from, to, count, workDays) => {
          const said = saidIn(() => ({
            taken: calendarDateSchema.parse(from),
            isReal: isRealDate(from),
            words: [formatChineseDate(from), formatDate(from)],
            weekday: weekday(from),
            day: addDays(from, count),
            month: addMonths(from, Math.trunc(count / 30)),
            year: addYears(from, 3),
            between: daysBetween(from, to),
            elapsed: elapsed(from, to),
            deadline: workDayDeadline(from, workDays, vendoredCalendar),
            uncovered: uncoveredYears(from, addDays(from, 700), vendoredCalendar),
            window: annualReportWindow(Number(from.slice(0, 4)), settings),
            reports: annualReportYearsOf([termFrom(from)], settings),
          }))
          expect(once(said)).toHaveLength(1)
        },
      ),
      { numRuns: runs(400) },
    )
  })

  it('for every rule and every deadline of a dossier', () => {
    fc.assert(
      fc.property(somewhen, (today) => {
        const said = saidIn(() => {
          const facts = buildFacts({ today })
          return [checkDossier(regulation2010, facts), deadlinesOf('piloting', facts), deadlinesOf('expired', facts)]
        })
        expect(once(said)).toHaveLength(1)
      }),
      { numRuns: 20 },
    )
  })

  it('in every document of a dossier', () => {
    const file = wholeFile()
    for (const document of dossierDocuments) {
      const subject = document.subjects(file)[0]?.id ?? ''
      expect([
        document.kind,
        once(saidIn(() => document.compose(catalogueFacts(file), typedWords, subject))).length,
      ]).toEqual([document.kind, 1])
    }
  })

  it('in every byte of a paper', async () => {
    const fonts = await fontSet()
    const papers: string[] = []
    for (const zone of zones) {
      moveTo(zone)
      const { bytes } = await renderPdf(notice, fonts)
      const docx = await renderDocx(notice)
      papers.push(Buffer.concat([bytes, docx]).toString('base64'))
    }
    expect(new Set(papers).size).toBe(1)
  })
})
