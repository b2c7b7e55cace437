import { z } from 'zod'
import { calendarDateSchema } from './date'
import { localIdSchema } from './ids'

const day = calendarDateSchema

/** One division took the part of another in a matter (处室撤并): what the first judged stands as the word of the second. */
export const successionSchema = z.strictObject({ from: localIdSchema, to: localIdSchema, on: day })
export type Succession = Readonly<z.infer<typeof successionSchema>>

/**
 * How the office handles a dossier: divisions, numbers and days that it gives itself. No part of what the applicant
 * handed in, and so of no version and no hash.
 */
export const handlingSchema = z.strictObject({
  filedOn: day.nullable().default(null),
  filingNo: z.string().max(80).default(''),
  /** Of the application for a pilot. */
  no: z.string().max(80).default(''),
  acceptedOn: day.nullable().default(null),
  hostDivisionId: localIdSchema.nullable().default(null),
  coDivisionIds: z.array(localIdSchema).default([]),
  /** The oldest first. */
  successions: z.array(successionSchema).default([]),
})
export type Handling = Readonly<z.infer<typeof handlingSchema>>

/**
 * Divisions whose word counts as that of one division, itself first, then those that it took the part of, the last one
 * first.
 */
export function predecessorsOf(divisionId: string, successions: readonly Succession[] = []): readonly string[] {
  const found = [divisionId]
  for (const id of found) {
    for (const { from, to } of successions.toReversed()) if (to === id && !found.includes(from)) found.push(from)
  }
  return found
}

/** The day since which a division has the part of another, if it took it over. */
export const tookOverOn = (divisionId: string, successions: readonly Succession[] = []): Succession['on'] | null =>
  successions.findLast(({ to }) => to === divisionId)?.on ?? null
