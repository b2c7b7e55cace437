import type { Arrival } from '@shared/acts/campaign'
import type { CampaignOfDossier } from '@shared/domain/campaign'
import { calendarDateSchema, type CalendarDate } from '@shared/domain/date'
import type { ReportRecipient } from '@shared/domain/handed-in'
import type { BoardLine } from '@renderer/data/campaigns'
import type { TakenRow } from './take-files'

/** The days that were typed for the places of a campaign. */
export type TypedDays = Partial<Readonly<Record<ReportRecipient, string | null>>>

/** Days that are days; what is half typed counts for nothing. */
export function daysOf({ recipients }: Pick<CampaignOfDossier, 'recipients'>, typed: TypedDays): Arrival['on'] {
  const days: Partial<Record<ReportRecipient, CalendarDate>> = {}
  for (const recipient of recipients) {
    const day = calendarDateSchema.safeParse(typed[recipient])
    if (day.success) days[recipient] = day.data
  }
  return days
}

/** What came of each alliance: its rows together. */
export function arrivalsOf(
  rows: readonly TakenRow[],
  lines: readonly BoardLine[],
  typed: TypedDays,
): readonly { readonly arrival: Arrival; readonly before: BoardLine }[] {
  return lines.flatMap((before) => {
    const { dossierId, name } = before.candidate
    const own = rows.filter((row) => row.dossierId === dossierId)
    if (own.length === 0) return []
    const parts = [...new Set(own.flatMap((row) => row.parts))]
    const files = own.flatMap(({ file, parts: said }) => (file === null ? [] : said.map((part) => ({ ...file, part }))))
    return [{ before, arrival: { dossierId, name, parts, files, on: daysOf(before.campaign, typed), lacking: null } }]
  })
}
