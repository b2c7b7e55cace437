import { calendarDateSchema, type CalendarDate } from '../domain/date'
import { isSameEnding } from '../domain/ended-alliance'
import { priorRevocationSchema, type PriorRevocation } from '../domain/pilot'
import { contentHash } from '../lib/sha256'
import { err, ok } from '../lib/result'
import type { Payload } from '../records/payloads'
import { dayFaults } from '../workflow/day-order'
import { gapAt, gapOfFault, type Decided, type Gap } from './act'
import { numberGaps } from './typed-numbers'

/**
 * A line of the register of revocations and endings while it is typed; several names stand one a line, or between 、 and
 * ；.
 */
export type EndingDraft = {
  readonly allianceName: string
  readonly formerNames: string
  readonly leadUnitName: string
  readonly memberNames: string
  readonly decidedOn: string | null
  /** A ground of revocation, or `ended` without one. */
  readonly ground: string | null
  readonly source: string
}

export const emptyEnding: EndingDraft = {
  ...{ allianceName: '', formerNames: '', leadUnitName: '', memberNames: '' },
  ...{ decidedOn: null, ground: null, source: '' },
}

/** A line of the register as it lies on the desk. */
export type EndingLine = Payload<'revocation.registered'>

/** Names as people list them. */
export const namesIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[、，；;\r\n\u2028\u2029]+/u)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]

/** A line as a form shows it. */
export const draftOf = ({ ground, ...said }: PriorRevocation): EndingDraft => ({
  allianceName: said.allianceName,
  formerNames: (said.formerNames ?? []).join('\n'),
  leadUnitName: said.leadUnitName,
  memberNames: said.memberNames.join('\n'),
  decidedOn: said.decidedOn,
  ground: ground ?? 'ended',
  source: said.source ?? '',
})

const mostOfName = 300

/**
 * Everything that keeps a line out of the register, by field: what is missing or too long, a day to come, a source of
 * another year, and an ending that a line tells already (`id`: the line that is corrected). Pure.
 */
export function endingGaps(
  draft: EndingDraft,
  lines: readonly EndingLine[],
  today: CalendarDate,
  id: string | null = null,
): readonly Gap[] {
  const needed = (['allianceName', 'ground'] as const).filter((field) => (draft[field] ?? '').trim() === '')
  const day = calendarDateSchema.safeParse(draft.decidedOn).data ?? null
  const names = {
    allianceName: [draft.allianceName.trim()],
    formerNames: namesIn(draft.formerNames),
    leadUnitName: [draft.leadUnitName.trim()],
    memberNames: namesIn(draft.memberNames),
    source: [draft.source.trim()],
  }
  const tooLong = Object.entries(names).filter(([, all]) => all.some((name) => name.length > mostOfName))
  const line = lineOf(draft)
  const twin = line === null ? undefined : lines.find((one) => one.id !== id && isSameEnding(one.revocation, line))
  return [
    ...needed.map((field) => gapAt(field, 'needed')),
    ...(day === null ? [gapAt('decidedOn', 'need-date')] : []),
    ...dayFaults({ revoked: day }, {}, today).map((fault) => gapOfFault(fault, 'decidedOn')),
    ...tooLong.map(([field]) => gapAt(field, 'too-long', { most: mostOfName })),
    ...numberGaps('source', draft.source, day),
    ...(twin === undefined ? [] : [gapAt('allianceName', 'ending-listed', { name: twin.revocation.allianceName })]),
  ]
}

/** Puts a line into the register, or corrects the one of that id. Gaps: `endingGaps`. Pure. */
export function registerEnding(
  draft: EndingDraft,
  lines: readonly EndingLine[],
  { today, id = null }: { readonly today: CalendarDate; readonly id?: string | null },
): Decided {
  const gaps = endingGaps(draft, lines, today, id)
  const revocation = lineOf(draft)
  if (gaps.length > 0 || revocation === null) return err(gaps)
  return ok([{ type: 'revocation.registered', payload: { id: id ?? contentHash(revocation), revocation } }])
}

/** Strikes a line off: it stays readable with the reason and counts for nothing. Pure. */
export const strikeEnding = ({ id, revocation }: EndingLine, reason: string): Decided =>
  reason.trim() === ''
    ? err([gapAt('reason', 'needed')])
    : ok([{ type: 'revocation.registered', payload: { id, revocation: { ...revocation, struck: reason.trim() } } }])

function lineOf(draft: EndingDraft): PriorRevocation | null {
  const formerNames = namesIn(draft.formerNames)
  const source = draft.source.trim()
  const read = priorRevocationSchema.safeParse({
    allianceName: draft.allianceName,
    leadUnitName: draft.leadUnitName.trim(),
    memberNames: [...namesIn(draft.memberNames)],
    ground: draft.ground === 'ended' ? null : draft.ground,
    decidedOn: draft.decidedOn,
    ...(formerNames.length > 0 && { formerNames: [...formerNames] }),
    ...(source !== '' && { source }),
  })
  return read.success && draft.ground !== null ? read.data : null
}
