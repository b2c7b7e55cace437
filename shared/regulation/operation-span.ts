import { addYears, elapsed, type CalendarDate } from '../domain/date'
import type { DossierContent } from '../domain/dossier'
import type { OfficeSettings } from '../domain/office'
import type { Proceedings } from '../domain/proceedings'

export type OperationSpan = {
  /** The later of the first money and the start of operation: both are wanted (note 9). */
  readonly from: CalendarDate
  /** The day to which the year is counted. */
  readonly to: CalendarDate
  /** Which day `to` is: acceptance of the pilot application, the panel's sitting, or today while neither has come. */
  readonly reference: 'accepted' | 'panel' | 'today'
  readonly years: number
  readonly months: number
  readonly days: number
  /** 1年以上 includes exactly one year (Civil Code Art. 1259). */
  readonly isFullYear: boolean
}

/** First day on which money came in (Art. 9(4)), or `null`. An injection of nothing is none. */
export function firstMoneyOn({ funds }: DossierContent): CalendarDate | null {
  const [first] = funds.injections
    .filter((item) => item.amountFen > 0)
    .map((item) => item.receivedOn)
    .toSorted()
  return first ?? null
}

/** The day to which Art. 9(4) counts (setting, note 9), or `null` while it has not come. */
export function operationReferenceDay(
  content: DossierContent,
  { interpretation }: OfficeSettings,
  proceedings: Proceedings,
): CalendarDate | null {
  return interpretation.operationReferenceDay === 'panel'
    ? (proceedings.panel?.heldOn ?? null)
    : content.application.acceptedOn
}

/**
 * Art. 9(4) 已投入资金开始运行1年以上: how long the alliance has run with money in.
 * `null` while the first money, the start of operation or, without `today`, the reference day is not known.
 */
export function operationSpan(
  content: DossierContent,
  settings: OfficeSettings,
  proceedings: Proceedings,
  today: CalendarDate | null = null,
): OperationSpan | null {
  const money = firstMoneyOn(content)
  const operation = content.funds.operationStartedOn
  const fixed = operationReferenceDay(content, settings, proceedings)
  const to = fixed ?? today
  if (money === null || operation === null || to === null) return null
  const from = money > operation ? money : operation
  const reference = fixed === null ? 'today' : settings.interpretation.operationReferenceDay
  return { from, to, reference, ...elapsed(from, to), isFullYear: addYears(from, 1) <= to }
}
