import { z } from 'zod'
import { sha256Schema } from '../domain/ids'

export const bytes = z.instanceof(Uint8Array)
export const fileName = z.string().min(1).max(255)
/**
 * A file or folder as the host calls it: a handle that it gave, good until the desk is locked. A page never names one
 * by its path; a path that crosses is there to be read.
 */
export const place = z.string().min(1).max(4096)
export const passphrase = z.string().min(1).max(1000)

export const writtenSchema = z.strictObject({ path: z.string(), fileName, sha256: sha256Schema, size: z.int().min(0) })

/**
 * Expected failures cross as values: a code whose words are in messages (`error.<code>`), with parameters for the
 * sentence.
 */
export const hostErrorSchema = z.strictObject({
  code: z.string().min(1),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type HostError = z.infer<typeof hostErrorSchema>

const failed = z.strictObject({ kind: z.literal('failed'), error: hostErrorSchema })
/** What a call answers that may fail as expected. */
export const done = <S extends z.ZodRawShape>(shape: S) =>
  z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('done'), ...shape }), failed])
