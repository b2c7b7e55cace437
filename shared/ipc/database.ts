import { z } from 'zod'

/** What the page found of its database: as it was written; hurt; or gone, where there should have been one. */
export const databaseVerdictSchema = z.enum(['sound', 'damaged', 'gone'])
export type DatabaseVerdict = z.infer<typeof databaseVerdictSchema>

/** A damaged database as it lies aside. */
export const keptDatabaseSchema = z.strictObject({
  path: z.string(),
  at: z.iso.datetime({ offset: true }),
  bytes: z.int().min(0),
})
export type KeptDatabase = z.infer<typeof keptDatabaseSchema>
