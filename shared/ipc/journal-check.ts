import { z } from 'zod'
import { hostErrorSchema } from './parts'

/** When the journal was last looked over, and what is under way. */
export const journalCheckSchema = z.strictObject({
  /** When every byte of it was last found to be one that was verified; null: not known. */
  comparedAt: z.iso.datetime().nullable(),
  /** When every record was last read and verified anew, with its signature; null: not known. */
  verifiedAt: z.iso.datetime().nullable(),
  /** Records that there were then. */
  verifiedCount: z.int().min(0),
  running: z.strictObject({ checked: z.int().min(0), total: z.int().min(0) }).nullable(),
  /** What was found wrong since the desk was opened. */
  fault: hostErrorSchema.nullable(),
})
export type JournalCheck = Readonly<z.infer<typeof journalCheckSchema>>
