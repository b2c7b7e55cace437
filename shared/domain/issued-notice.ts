import { z } from 'zod'
import { calendarDateSchema } from './date'
import { dossierIdSchema, localIdSchema, nameSchema, textSchema } from './ids'
import { keptFileSchema } from './public-display'

const day = calendarDateSchema

/** 更正: what a published notice said wrongly, and what it is to say. The notice itself stays as it was issued. */
export const correctionSchema = z.strictObject({
  id: localIdSchema,
  docNo: z.string().max(80).default(''),
  writtenOn: day,
  items: z
    .array(
      z.strictObject({
        /** The alliance in whose row it stands; null: elsewhere in the notice. */
        dossierId: dossierIdSchema.nullable().default(null),
        /** Where: 附件第3行“理事长单位”. */
        place: nameSchema,
        from: textSchema.min(1),
        to: textSchema.min(1),
      }),
    )
    .min(1),
  reason: textSchema.default(''),
  by: nameSchema,
})
export type Correction = Readonly<z.infer<typeof correctionSchema>>

/** The scan of the sealed original of an issued notice: from then on the authoritative copy. */
export const sealedOriginalSchema = z.strictObject({
  file: keptFileSchema,
  /** What bears the seals: the notice itself, a correction, a withdrawal. */
  of: z.enum(['notice', 'correction-notice', 'withdrawal-notice']),
  /** The correction. */
  correctionId: localIdSchema.nullable().default(null),
  attachedOn: day,
  by: nameSchema,
})
export type SealedOriginal = Readonly<z.infer<typeof sealedOriginalSchema>>
