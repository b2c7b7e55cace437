import type { CohortGroup, CohortQuery } from './campaign'
import type { CalendarDate } from './date'
import type { DossierId } from './ids'

/** An alliance of the desk as a campaign looks at it. */
export type Candidate = {
  readonly dossierId: DossierId
  readonly name: string
  /** Every name it has or had, its short one among them. */
  readonly names: readonly string[]
  readonly chairUnit: string
  /** Null: asked once, and by now neither filed nor a pilot (revoked, withdrawn). */
  readonly group: CohortGroup | null
  /** First day of its first term, or of its filing; null: not known. */
  readonly fixedOn: CalendarDate | null
  readonly isSample: boolean
}

/** Whether the question finds an alliance. One whose day is not known is found: a person looks at it. */
export const isAsked = ({ groups, fixedBefore }: CohortQuery, { group, fixedOn }: Candidate): boolean =>
  group !== null && groups.includes(group) && (fixedBefore === null || fixedOn === null || fixedOn < fixedBefore)

/** Whom the question finds, in the order given. */
export const cohortOf = (query: CohortQuery, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter((candidate) => isAsked(query, candidate))
