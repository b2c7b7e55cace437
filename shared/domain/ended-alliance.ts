import { z } from 'zod'
import { calendarDateSchema } from './date'
import { foldName } from '../lib/names'
import { nameSchema } from './ids'
import { revocationGrounds, type PriorRevocation } from './pilot'

/**
 * One line of the register of revocations and endings: an alliance as a new application is compared with it (Art. 19,
 * note 26), whatever its source.
 */
export const endedAllianceSchema = z.strictObject({
  /** All names that it ever had, the last one first. */
  names: z.array(nameSchema).min(1),
  /** Chair and lead unit under all their names. */
  leadNames: z.array(nameSchema).default([]),
  /** Each former member under all its names. */
  members: z.array(z.array(nameSchema)).default([]),
  /** `null`: it ended without a revocation, and nothing is barred. */
  ground: z.enum(revocationGrounds).nullable(),
  decidedOn: calendarDateSchema,
})
export type EndedAlliance = Readonly<z.infer<typeof endedAllianceSchema>>

/**
 * Whether two lines of the register are about one ending: a name in common, the same day and ground. A struck line is
 * none.
 */
export function isSameEnding(a: PriorRevocation, b: PriorRevocation): boolean {
  if (a.struck !== undefined || b.struck !== undefined) return false
  if (a.decidedOn !== b.decidedOn || a.ground !== b.ground) return false
  const names = new Set([a.allianceName, ...(a.formerNames ?? [])].map(foldName))
  return [b.allianceName, ...(b.formerNames ?? [])].some((name) => names.has(foldName(name)))
}

/** What the office typed, or what came with a dossier file; nothing of what was struck off the list. */
export const endedByList = (listed: readonly PriorRevocation[]): readonly EndedAlliance[] =>
  listed
    .filter(({ struck }) => struck === undefined)
    .map((prior) => ({
      names: [prior.allianceName, ...(prior.formerNames ?? [])],
      leadNames: prior.leadUnitName === '' ? [] : [prior.leadUnitName],
      members: prior.memberNames.map((name) => [name]),
      ground: prior.ground,
      decidedOn: prior.decidedOn,
    }))
