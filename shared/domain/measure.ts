import { z } from 'zod'

/** Numbers that a version of the measure fixes; what it leaves open is the office's interpretation. */
export type Measure = {
  /** Art. 29: years from its issue in which it is in force. */
  readonly yearsInForce: number
  /** Art. 14: years of a pilot term. */
  readonly termYears: number
  /** Art. 19: years after a revocation in which an application is not admissible. */
  readonly barYears: number
  /** Art. 18: working days in which a change is to be filed. */
  readonly changeWorkDays: number
}

/**
 * Every version that a dossier may be handled under, by the id that is inside of hashed and signed records. The first
 * is called 2010 although it seems to have been issued in 2011: an id is no date.
 */
export const measures = {
  '2010': { yearsInForce: 5, termYears: 3, barYears: 3, changeWorkDays: 30 },
} as const satisfies Readonly<Record<string, Measure>>

export type MeasureId = keyof typeof measures

/** A record of a version that only a newer program knows is told as not understood, never counted by another. */
export const measureIdSchema = z.enum(Object.keys(measures) as [MeasureId, ...MeasureId[]])

/** The version that new dossiers are handled under. */
export const presentMeasureId: MeasureId = '2010'

/** Its numbers: for what belongs to no dossier, or falls due today whatever a dossier was decided under. */
export const presentMeasure: Measure = measures[presentMeasureId]

/** The numbers of the version under which something was decided: decisions keep theirs (Art. 29). */
export const measureOf = ({ regulationVersionId }: { readonly regulationVersionId: MeasureId }): Measure =>
  measures[regulationVersionId]
