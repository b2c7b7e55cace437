import { z } from 'zod'
import { documentModelSchema } from '../documents/blocks'
import { sha256Schema } from '../domain/ids'
import { handwritingSchema } from '../domain/judgement'
import { readingMarkKinds, readingMarkSchema } from '../domain/reading-mark'
import { bytes, fileName } from './parts'

/** A cell of a signature table: its field in the PDF, page from 1, rectangle in points from the top left. */
export const signingCellSchema = z.strictObject({
  field: z.string().min(1).max(100),
  page: z.int().min(1),
  rect: z.strictObject({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() }),
})

/** A published file kept by the host until it is written or dropped: what the preview shows is what is written. */
export const artifactSchema = z.strictObject({
  artifactId: z.uuid(),
  format: z.enum(['pdf', 'docx', 'p7s', 'csv', 'xlsx', 'ics']),
  sha256: sha256Schema,
  size: z.int().min(1),
  /** PDF only. */
  pageCount: z.int().min(1).nullable(),
})
export type Artifact = z.infer<typeof artifactSchema>

/** A document to be published to bytes. */
export const renderSchema = z.strictObject({
  model: documentModelSchema,
  sign: z.boolean(),
  /** JSON embedded in the PDF (the opinion itself). */
  attachments: z.array(z.strictObject({ name: fileName, json: z.unknown() })).default([]),
})

/** A file of a dossier to be copied with marks drawn into its pages. */
export const markSchema = z.strictObject({
  sha256: sha256Schema,
  marks: z.array(readingMarkSchema).min(1).max(5000),
  words: z.strictObject({
    heading: z.string().min(1).max(300),
    kinds: z.record(z.enum(readingMarkKinds), z.string().min(1).max(60)),
  }),
})

/** A PDF to be signed once more. */
export const signSchema = z.strictObject({
  bytes,
  fieldName: signingCellSchema.shape.field,
  /** Where the handwriting is seen; null: the signature is not seen on paper. */
  place: signingCellSchema.omit({ field: true }).nullable(),
  handwriting: handwritingSchema.nullable(),
})
