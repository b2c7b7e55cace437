import { z } from 'zod'
import { leastPassphrase } from '../bundle/protection'
import { dossierIdSchema, expertIdSchema, keyIdSchema, panelIdSchema, sha256Schema } from '../domain/ids'
import { bundleKinds } from '../records/payloads'
import { bytes, fileName, passphrase, place } from './parts'

/** For whom an exported bundle is encrypted. */
const protectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('desks'), keyIds: z.array(keyIdSchema).min(1) }),
  z.strictObject({ kind: z.literal('passphrase'), passphrase: z.string().min(leastPassphrase).max(1000) }),
])

/** A dossier to be locked: the records that speak of it alone, and its attachments. */
const lockedExportSchema = z.strictObject({
  panelId: panelIdSchema,
  dossierId: dossierIdSchema,
  expertId: expertIdSchema,
  keyId: keyIdSchema.nullable(),
  recordIds: z.array(sha256Schema).min(1),
  attachments: z.array(sha256Schema),
})

/** A bundle to be written. */
export const exportBundleSchema = z.strictObject({
  kind: z.enum(bundleKinds),
  to: z.string().min(1).max(300),
  recordIds: z.array(sha256Schema).min(1),
  attachments: z.array(sha256Schema),
  fileName,
  /** The exchange folder if absent. */
  folder: place.optional(),
  /**
   * In an age envelope for desks or by passphrase (the file's name then ends with `.age`), or in the open: always said.
   */
  protect: protectionSchema,
  /** Dossiers that go along closed until their expert has declared; `keyId`: the desk that the key is for, if known. */
  locks: z.array(lockedExportSchema).max(1000).optional(),
})

/** A bundle to be read: handed over as bytes, or a file that the host gave a handle of. */
export const stageBundleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bytes'), fileName, bytes, passphrase: passphrase.optional() }),
  z.strictObject({ kind: z.literal('place'), place, passphrase: passphrase.optional() }),
])
