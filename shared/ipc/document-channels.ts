import { z } from 'zod'
import { sha256Schema } from '../domain/ids'
import { artifactSchema, markSchema, renderSchema, signSchema, signingCellSchema } from './document'
import { bytes, done, fileName, place, writtenSchema } from './parts'
import { tableSchema } from './table'
import { documentTablesSchema, workbookReadingSchema } from './workbook-reading'

/** How a paper is made, signed, written and kept. */
export const documentChannels = {
  /** Publishes a composed document to bytes; signs the PDF and adds a detached signature of the DOCX if asked. */
  'document:render': {
    input: renderSchema,
    output: done({ artifacts: z.array(artifactSchema).min(1), places: z.array(signingCellSchema) }),
  },
  /**
   * Adds this desk's own signature to a PDF as an incremental update, so that those on it stay valid. Refuses a file
   * whose earlier signatures do not hold.
   */
  'document:sign': {
    input: signSchema,
    output: done({ artifact: artifactSchema }),
  },
  /** A copy of an attachment with marks drawn into its pages; the attachment stays as it is. */
  'document:mark': { input: markSchema, output: done({ artifact: artifactSchema }) },
  /**
   * A table as a workbook, or days as an iCalendar file, to be written as documents are. Nothing in it is a formula.
   */
  'document:table': { input: tableSchema, output: done({ artifact: artifactSchema }) },
  /** The cells of a workbook that a person brings, as text; nothing is stored, computed or followed. */
  'table:read': { input: z.strictObject({ bytes }), output: done({ reading: workbookReadingSchema }) },
  /** The tables of a text document that a person brings; nothing is stored or followed. */
  'table:read-document': { input: z.strictObject({ bytes }), output: done({ reading: documentTablesSchema }) },
  'document:read': { input: z.strictObject({ artifactId: z.uuid() }), output: done({ bytes }) },
  'document:drop': { input: z.strictObject({ artifactIds: z.array(z.uuid()) }), output: z.void() },
  /**
   * Writes artifacts into a folder, all or nothing, each read back and hashed. With `newFolder`: into a folder of that
   * name made below it, which has its name only when everything is in it; if there is one already, "name (2)". With
   * `keep` the very bytes lie with the attachments first, so that what was issued is shown and written again as it was
   * issued.
   */
  'document:write': {
    input: z.strictObject({
      keep: z.boolean().optional(),
      items: z.array(z.strictObject({ artifactId: z.uuid(), fileName })).min(1),
      folder: place.optional(),
      newFolder: fileName.optional(),
    }),
    output: done({ files: z.array(writtenSchema) }),
  },

  /** Papers that were kept when they were written, byte for byte; written again as any artifact. */
  'document:kept': {
    input: z.strictObject({
      files: z.array(z.strictObject({ sha256: sha256Schema, format: artifactSchema.shape.format })).min(1),
    }),
    output: done({ artifacts: z.array(artifactSchema).min(1) }),
  },
} as const
