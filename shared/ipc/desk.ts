import { z } from 'zod'
import { keyIdSchema, nameSchema } from '../domain/ids'
import { deskRoles } from '../records/payloads'
import { hostErrorSchema } from './parts'
import { autoLockMinutesSchema, waysInSchema } from './unlocking'

/** Whose desk this is. */
export const deskSchema = z.strictObject({
  keyId: keyIdSchema,
  name: nameSchema,
  unit: nameSchema,
  role: z.enum(deskRoles),
  /** SHA-256 of the public key in groups of digits, to read out on the telephone. */
  fingerprint: z.string(),
})
export type Desk = z.infer<typeof deskSchema>

/** What a page is told of the desk before and after it is unlocked. */
export const statusSchema = z.strictObject({
  version: z.string(),
  shell: z.enum(['electron', 'browser']),
  profile: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('locked'), desk: deskSchema }),
    z.strictObject({ kind: z.literal('open'), desk: deskSchema }),
  ]),
  /** Local day of this computer, YYYY-MM-DD. */
  today: z.iso.date(),
  exchangeFolder: z.string(),
  /** Whether the shell can show the system's own file dialogs. */
  nativeDialogs: z.boolean(),
  freeBytes: z.number(),
  space: z.enum(['ok', 'low', 'read-only']),
  /** The page measures idleness and locks; 0: never. */
  autoLockMinutes: autoLockMinutesSchema,
  waysIn: waysInSchema,
  /** What start-up repaired or found, as sentences to show (`error.<code>`). */
  notices: z.array(hostErrorSchema),
})
