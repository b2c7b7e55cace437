import { addDays, addYears, calendarDateSchema, yearOf, type CalendarDate } from './date'
import { presentMeasure, type Measure } from './measure'
import type { OfficeSettings } from './office'
import { isChangeOfStatute, type Change } from './change'
import type { AnnualReport, Notice, Revocation } from './pilot'
import { termsOf } from './pilot-terms'
import type { PilotProceedings } from './proceedings'

/* What is computed of no dossier goes by the measure in force; what was decided under another names it. */

export type DaySpan = { readonly from: CalendarDate; readonly to: CalendarDate }

/** Art. 14 三年: the last day has the same date three years on; after 29 February it is the 28th (note 19). */
export const termFrom = (from: CalendarDate, { termYears }: Measure = presentMeasure): DaySpan => ({
  from,
  to: addYears(from, termYears),
})

/** Art. 14: the pilot term that a notice opens, or `null` while the date that counts (setting, note 19) is missing. */
export function pilotTerm(
  notice: Notice,
  { interpretation }: OfficeSettings,
  measure: Measure = presentMeasure,
): DaySpan | null {
  const from = interpretation.termStart === 'written' ? notice.writtenOn : notice.printedOn
  return from === null ? null : termFrom(from, measure)
}

/**
 * Art. 17: the term after re-registration, from the day after the old one or from the new notice (setting, note 20).
 */
export const reRegisteredTerm = (
  old: DaySpan,
  noticeOn: CalendarDate,
  { interpretation }: OfficeSettings,
  measure: Measure = presentMeasure,
): DaySpan => termFrom(interpretation.reRegistrationStart === 'notice' ? noticeOn : addDays(old.to, 1), measure)

export type AnnualReportWindow = DaySpan & { readonly remindFrom: CalendarDate }

/** Art. 16 每年12月中旬: 11 to 20 December unless the office or a yearly notice says otherwise (note 22). */
export function annualReportWindow(
  year: number,
  { interpretation }: OfficeSettings,
  override: AnnualReport['override'] = null,
): AnnualReportWindow {
  const onDay = (monthDay: string) => calendarDateSchema.parse(`${year}-${monthDay}`)
  const from = override?.from ?? onDay(interpretation.annualReportFrom)
  const reminder = onDay(interpretation.annualReportReminder)
  return {
    from,
    to: override?.to ?? onDay(interpretation.annualReportTo),
    remindFrom: reminder < from ? reminder : from,
  }
}

/**
 * Art. 16: the years whose report a pilot owes by all its terms, the oldest first: it was a pilot in that year before
 * the reminder, and is one at the end of the window (note 22). Which term it was then does not matter: where one term
 * ends and the next begins between the two, the alliance owes the report all the same.
 */
export function annualReportYearsOf(terms: readonly DaySpan[], settings: OfficeSettings): readonly number[] {
  const years = terms.flatMap(({ from, to }) => {
    const first = yearOf(from)
    return Array.from({ length: yearOf(to) - first + 1 }, (_, index) => first + index)
  })
  return [...new Set(years)].sort().filter((year) => {
    const { remindFrom, to } = annualReportWindow(year, settings)
    const wasPilot = terms.some((term) => term.from < remindFrom && yearOf(term.to) >= year)
    return wasPilot && terms.some((term) => term.from <= to && to <= term.to)
  })
}

export type RevocationBar = {
  readonly barredUntil: CalendarDate
  /** The first day on which an application is admissible again. */
  readonly admissibleFrom: CalendarDate
}

/** Art. 19 三年内不得重新申请: the last barred day and the day after; Art. 17 bars only by setting (note 26, 27). */
export function revocationBar(
  { ground, decidedOn }: Pick<Revocation, 'ground' | 'decidedOn'>,
  { interpretation }: OfficeSettings,
  { barYears }: Measure = presentMeasure,
): RevocationBar | null {
  if (ground === '17' && !interpretation.barAfterFailedEvaluation) return null
  const barredUntil = addYears(decidedOn, barYears)
  return { barredUntil, admissibleFrom: addDays(barredUntil, 1) }
}

/** Art. 29 有效期5年: the span of the measure, or `null` while its date of issue is unknown (note 31). */
export function regulationSpan(
  { interpretation }: OfficeSettings,
  { yearsInForce }: Measure = presentMeasure,
): DaySpan | null {
  const from = interpretation.regulationIssuedOn
  return from === null ? null : { from, to: addYears(from, yearsInForce) }
}

/**
 * Art. 18: changes that are to be filed, completed while the alliance is a pilot (note 24). None of them is of a kind
 * that it does not speak of.
 */
export const changesToFile = (proceedings: PilotProceedings): readonly Change[] =>
  changesOfPilot(proceedings).filter(({ kind }) => isChangeOfStatute(kind))

/** The same with the kinds that an office has filed by a work rule. `other` is none of either. */
export function changesOfPilot(proceedings: PilotProceedings): readonly Change[] {
  const terms = termsOf(proceedings)
  return proceedings.changes.filter(
    ({ kind, completedOn }) =>
      kind !== 'other' && terms.some(({ from, to }) => from <= completedOn && completedOn <= to),
  )
}
