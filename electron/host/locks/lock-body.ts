import { z } from 'zod'
import { lockIdSchema } from '@shared/domain/dossier-lock'
import { dossierIdSchema, sha256Schema } from '@shared/domain/ids'
import { recordEnvelopeSchema } from '@shared/records/record'

export const lockBodyFormat = 'lianshen-lock/1'

/** What lies in the closed part of a lock that holds the records: canonical JSON. */
export const lockBodySchema = z.strictObject({
  format: z.literal(lockBodyFormat),
  lockId: lockIdSchema,
  dossierId: dossierIdSchema,
  /** As their authors signed them. */
  records: z.array(recordEnvelopeSchema).max(100_000),
  /** Attachments: SHA-256 of the plaintext, and of the closed part that it lies in. */
  files: z.array(z.strictObject({ sha256: sha256Schema, sealed: sha256Schema })).max(20_000),
})
export type LockBody = z.infer<typeof lockBodySchema>

/** Larger ones are refused before they are read, in bytes. */
export const maxLockBody = 64_000_000
