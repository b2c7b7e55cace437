import { addMonths, type CalendarDate } from '../domain/date'

/** Days of a procedure, by what happened on them; names the message `day.<name>`. */
export const dayNames = [
  'agreement-signed',
  'filing-submitted',
  'received',
  'filed',
  'filing-refused',
  'applied',
  'application-accepted',
  'act',
  'business-opinion',
  'organisation-opinion',
  'panel-held',
  'expert-opinion',
  'panel-opinion',
  'panel-result',
  'consultation',
  'notice-written',
  'notice-printed',
  'term-began',
  'evaluation-opened',
  'evaluation-step',
  'evaluation-decided',
  're-registered',
  'heard',
  'revoked',
  'change-completed',
  'change-filed',
  'change-known',
  'report-recorded',
  'report-to-business',
  'report-to-policy',
  'campaign-issued',
  'window-from',
  'window-to',
  'extended-to',
  'today',
  'three-months-on',
] as const
export type DayName = (typeof dayNames)[number]
export type Days = { readonly [N in DayName]?: CalendarDate | null }

/**
 * 日期先后表: what cannot have happened before what, each with the day of the procedure that it follows. Screens, command
 * line and host ask this table and no other; what follows from two lines (a notice before its panel) is not written
 * out. Nothing is said between the panel and the organisational opinion, for either may come first (note 12).
 */
const follows: readonly (readonly [earlier: DayName, later: DayName])[] = [
  // Art. 5-7.
  ['agreement-signed', 'filing-submitted'],
  ['filing-submitted', 'received'],
  ['received', 'filed'],
  ['received', 'filing-refused'],
  ['received', 'act'],
  // Art. 8.
  ['filed', 'applied'],
  ['applied', 'application-accepted'],
  ['application-accepted', 'act'],
  // Art. 10-12.
  ['application-accepted', 'business-opinion'],
  ['application-accepted', 'organisation-opinion'],
  ['business-opinion', 'panel-held'],
  ['business-opinion', 'expert-opinion'],
  ['panel-held', 'panel-opinion'],
  ['expert-opinion', 'panel-opinion'],
  ['panel-opinion', 'panel-result'],
  // Art. 13, 14.
  ['panel-opinion', 'consultation'],
  ['organisation-opinion', 'consultation'],
  ['consultation', 'notice-written'],
  ['notice-written', 'notice-printed'],
  // Art. 16-19.
  ['notice-written', 'evaluation-opened'],
  ['term-began', 'evaluation-opened'],
  ['evaluation-opened', 'evaluation-step'],
  ['evaluation-opened', 'evaluation-decided'],
  ['evaluation-decided', 're-registered'],
  ['notice-written', 'heard'],
  ['term-began', 'heard'],
  ['heard', 'revoked'],
  ['change-completed', 'change-filed'],
  ['notice-written', 'report-to-business'],
  ['term-began', 'report-to-business'],
  ['notice-written', 'report-to-policy'],
  ['term-began', 'report-to-policy'],
  ['report-to-business', 'report-recorded'],
  ['report-to-policy', 'report-recorded'],
  ['campaign-issued', 'window-to'],
  ['window-from', 'window-to'],
  ['window-to', 'extended-to'],
]

/** What is put on record has happened; what is planned is planned for soon, else its year is wrong. */
const planned: ReadonlySet<DayName> = new Set<DayName>([
  'panel-held',
  'notice-written',
  'notice-printed',
  'term-began',
  'campaign-issued',
])
/** Days of a round that a notice sets, as far ahead as it likes. */
const ofNotice: ReadonlySet<DayName> = new Set<DayName>(['window-from', 'window-to', 'extended-to'])
const limitsOf = (name: DayName): readonly DayName[] =>
  ofNotice.has(name) ? [] : planned.has(name) ? ['three-months-on'] : ['today']

/** Days that a day may not come before: those of the table and those that follow from it. */
const allBefore = (name: DayName): readonly DayName[] => {
  const found = new Set<DayName>()
  const walk = (at: DayName): void => {
    for (const next of before(at)) {
      if (found.has(next)) continue
      found.add(next)
      walk(next)
    }
  }
  walk(name)
  return [...found]
}
const before = (name: DayName) => follows.flatMap(([earlier, later]) => (later === name ? [earlier] : []))
const earlierThan = new Map(dayNames.map((name) => [name, allBefore(name)]))

/** One day that cannot be, and the day that it contradicts. */
export type DayFault = {
  readonly kind: 'early' | 'late'
  readonly day: DayName
  readonly on: CalendarDate
  readonly than: DayName
  readonly thanOn: CalendarDate
}

/**
 * What contradicts the procedure among the days that are typed now, in the order of the table; for each day the one
 * that stands nearest. Days on file are not held against one another, nor against a day that is typed: what went before
 * may have gone wrong, and a later round begins anew. Without `today` nothing is said of days to come. Pure.
 */
export function dayFaults(typed: Days, onFile: Days, today: CalendarDate | null): readonly DayFault[] {
  const known: Days = { ...onFile, ...given(typed), ...limits(today) }
  return dayNames.flatMap((day): DayFault[] => {
    const on = typed[day] ?? null
    if (on === null) return []
    const contradicted = (names: readonly DayName[], isWrong: (other: CalendarDate) => boolean) =>
      names.flatMap((than) => {
        const thanOn = known[than] ?? null
        return thanOn !== null && isWrong(thanOn) ? [{ than, thanOn }] : []
      })
    const early = contradicted(earlierThan.get(day) ?? [], (other) => on < other)
    const [nearest] = early.toSorted((a, b) => (a.thanOn < b.thanOn ? 1 : a.thanOn > b.thanOn ? -1 : 0))
    if (nearest !== undefined) return [{ kind: 'early', day, on, ...nearest }]
    const [late] = contradicted(limitsOf(day), (other) => on > other)
    return late === undefined ? [] : [{ kind: 'late', day, on, ...late }]
  })
}

const given = (days: Days): Days => Object.fromEntries(Object.entries(days).filter(([, on]) => on !== null))

/** A notice or a meeting that is planned later than this has a wrong year. */
const limits = (today: CalendarDate | null): Days =>
  today === null ? {} : { today, 'three-months-on': addMonths(today, 3) }
