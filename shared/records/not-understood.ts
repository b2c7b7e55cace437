import { z } from 'zod'

/** Why a record is not understood, although its signature holds. */
export const notUnderstoodReasons = ['unknown-type', 'newer-version', 'unknown-fields', 'bad-payload'] as const
export type NotUnderstoodReason = (typeof notUnderstoodReasons)[number]

/**
 * What of a bundle this version does not understand, in lists that a person can read: at most so many lines of each.
 */
export const notUnderstoodSchema = z.strictObject({
  /** The newer format that the bundle is written in; null if it claims the format of this version. */
  format: z.string().nullable(),
  /** Members of the list of contents and of key files. */
  fields: z.array(z.string()),
  /** Entries; hashed, never opened. */
  entries: z.array(z.string()),
  /** Records that are alike, together. */
  records: z.array(
    z.strictObject({
      type: z.string(),
      reason: z.enum(notUnderstoodReasons),
      /** Of the record's envelope. */
      v: z.int(),
      count: z.int().min(1),
      /** Who wrote them, by name. */
      author: z.string(),
      /** Name of the dossier, its id where no name is known, or null. */
      dossier: z.string().nullable(),
      /** Members of the payload, for `unknown-fields`. */
      fields: z.array(z.string()),
    }),
  ),
  recordCount: z.int(),
  /** Lines that are not listed. */
  leftOut: z.int(),
})
export type NotUnderstood = z.infer<typeof notUnderstoodSchema>
