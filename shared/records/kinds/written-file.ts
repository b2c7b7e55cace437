import { z } from 'zod'
import { sha256Schema } from '../../domain/ids'

/** A file as it was read back after it was written. */
export const writtenFileSchema = z.strictObject({
  fileName: z.string().min(1),
  path: z.string().min(1),
  sha256: sha256Schema,
  size: z.int().min(0),
})
export type WrittenFile = Readonly<z.infer<typeof writtenFileSchema>>
