import { yearOf } from '../domain/date'
import { supportKinds, type Support, type SupportKind } from '../domain/support'

/** What was given: how many measures, and how much money where it is known. */
export type SupportTotal = { readonly count: number; readonly amountFen: number }

type Line = { readonly field: string; readonly support: Support }

/** Totals of one year by one heading. */
export type TotalRow = { readonly key: string; readonly total: SupportTotal }

export type SupportTotals = {
  readonly all: SupportTotal
  readonly byYear: readonly TotalRow[]
  readonly byField: readonly TotalRow[]
  readonly byKind: readonly (TotalRow & { readonly key: SupportKind })[]
}

const nothing: SupportTotal = { count: 0, amountFen: 0 }
const plus = ({ count, amountFen }: SupportTotal, { support }: Line): SupportTotal => ({
  count: count + 1,
  amountFen: amountFen + (support.amountFen ?? 0),
})

/**
 * How much was given, by year, by field and by kind; `year`: of that one alone by field and kind. What was struck off
 * counts for nothing. Pure.
 */
export function supportTotals(lines: readonly Line[], year: number | null): SupportTotals {
  const counted = lines.filter(({ support }) => support.struck === undefined)
  const inYear = counted.filter(({ support }) => year === null || yearOf(support.on) === year)
  const by = <Key extends string>(those: readonly Line[], keyOf: (line: Line) => Key) => {
    const totals = new Map<Key, SupportTotal>()
    for (const line of those) totals.set(keyOf(line), plus(totals.get(keyOf(line)) ?? nothing, line))
    return totals
  }
  const rows = <Key extends string>(totals: ReadonlyMap<Key, SupportTotal>) =>
    [...totals].map(([key, total]) => ({ key, total })).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const kinds = by(inYear, ({ support }) => support.kind)
  return {
    all: inYear.reduce(plus, nothing),
    byYear: rows(by(counted, ({ support }) => String(yearOf(support.on)))).toReversed(),
    byField: rows(by(inYear, ({ field }) => field)),
    byKind: supportKinds.flatMap((key) => {
      const total = kinds.get(key)
      return total === undefined ? [] : [{ key, total }]
    }),
  }
}
