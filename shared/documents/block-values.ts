/** The plain values that blocks are made of. */
import { z } from 'zod'

const forbiddenControl = /[^\P{Cc}\n]/u

/**
 * Text that is really there: not blank, no control characters, well-formed Unicode. `undefined`, `NaN` or `{{` in it
 * are a person's own words: that no composer leaves a place open is proved by tests, not by looking for words.
 */
export const text = z.string().superRefine((value, context) => {
  const refuse = (problem: TextProblem) => {
    context.addIssue({ code: 'custom', message: problem, params: { problem } })
  }
  if (value.trim() === '') refuse('empty')
  else if (forbiddenControl.test(value)) refuse('control-character')
  else if (/\p{Cs}/u.test(value)) refuse('broken-character')
})
/** Why a text may not be printed. */
export type TextProblem = 'empty' | 'control-character' | 'broken-character'

/** 'YYYY-MM-DD'. Printed as `2026年12月5日` (GB/T 9704-2012 7.3.5.4: Arabic, full year, no leading zero). */
export const calendarDate = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
/** An instant in UTC, e.g. '2026-11-20T08:00:00Z'. */
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)

/** Whether the month has that day. */
export function isRealDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
