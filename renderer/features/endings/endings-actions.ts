import {
  emptyEnding,
  registerEnding,
  strikeEnding,
  type EndingDraft,
  type EndingLine,
} from '@shared/acts/ended-register'
import type { CalendarDate } from '@shared/domain/date'
import { isSameName } from '@shared/lib/names'
import type { EndingRow } from '@shared/tables/ending-table'
import { appendAct } from '@renderer/data/append-act'
import { loadEndings } from '@renderer/data/endings'

/** A row of a pasted table as a line that a person goes on with. */
export const draftOfRow = (row: Partial<EndingRow>): EndingDraft => ({ ...emptyEnding, ...row })

/** Whether a line tells of that alliance and day already. */
export const isListed = (
  { allianceName, decidedOn }: Pick<Partial<EndingRow>, 'allianceName' | 'decidedOn'>,
  lines: readonly EndingLine[],
): boolean =>
  lines.some(
    ({ revocation }) =>
      revocation.struck === undefined &&
      revocation.decidedOn === decidedOn &&
      isSameName(revocation.allianceName, allianceName ?? ''),
  )

/** Registers one line, or corrects the one of that id. @throws ActRefused with what is in the way */
export async function register(draft: EndingDraft, today: CalendarDate, id: string | null): Promise<void> {
  const { lines } = await loadEndings()
  await appendAct(registerEnding(draft, lines, { today, id }))
}

/** Strikes a line off the register. @throws ActRefused without a reason */
export async function strike(line: EndingLine, reason: string): Promise<void> {
  await appendAct(strikeEnding(line, reason))
}
