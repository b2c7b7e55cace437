import { z } from 'zod'
import { sha256Schema } from '../domain/ids'
import { bytes } from './parts'

/** Which attachments are looked into. */
export const inspectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bytes'), bytes }),
  z.strictObject({ kind: z.literal('stored'), sha256s: z.array(sha256Schema).max(500) }),
  z.strictObject({
    kind: z.literal('staged'),
    stageId: z.uuid(),
    from: z.int().min(0),
    count: z.int().min(1).max(100),
  }),
])
