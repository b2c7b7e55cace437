import { z } from 'zod'
import { calendarDateSchema } from './date'
import { dossierIdSchema, localIdSchema, nameSchema, sha256Schema, textSchema } from './ids'

const day = calendarDateSchema

/** A file that lies with the attachments. */
export const keptFileSchema = z.strictObject({
  fileName: z.string().min(1).max(255),
  sha256: sha256Schema,
  size: z.int().min(0),
})
export type KeptFile = Readonly<z.infer<typeof keptFileSchema>>

/** 公示 of what was settled, before the notice of Art. 14: a work rule of offices that have one. */
export const displaySchema = z.strictObject({
  from: day,
  to: day,
  /** How the days were counted. */
  days: z.int().min(1).max(60),
  counting: z.enum(['work', 'calendar']),
  /** Where objections go. */
  contact: textSchema.min(1),
  /** The second one: whoever watches over the first. */
  supervisor: textSchema.min(1),
  /** Where it was shown. */
  place: z.string().max(300).default(''),
  /** What was shown. */
  dossierIds: z.array(dossierIdSchema).min(1),
})
export type Display = Readonly<z.infer<typeof displaySchema>>

export const objectionOutcomes = ['upheld', 'not-upheld', 'not-admitted'] as const

/** An objection to what is displayed. */
export const objectionSchema = z.strictObject({
  id: localIdSchema,
  /** The alliance that it is about; null: the list as a whole. */
  dossierId: dossierIdSchema.nullable().default(null),
  receivedOn: day,
  /** Real name, or the name of the unit. */
  name: nameSchema,
  isUnit: z.boolean().default(false),
  contact: z.string().max(300).default(''),
  reason: textSchema.min(1),
  files: z.array(keptFileSchema).default([]),
  answer: z
    .strictObject({ on: day, words: textSchema.min(1), outcome: z.enum(objectionOutcomes), by: nameSchema })
    .nullable()
    .default(null),
})
export type Objection = Readonly<z.infer<typeof objectionSchema>>
