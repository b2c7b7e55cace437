import { z } from 'zod'
import { keyIdSchema, sha256Schema } from '../domain/ids'
import { bundleKinds, deskRoles } from '../records/payloads'

/** What would become of one record of a bundle. */
export const importItemSchema = z.strictObject({
  recordId: sha256Schema,
  type: z.string(),
  author: keyIdSchema,
  dossierId: z.string().nullable(),
  /**
   * new: unknown here and writes a row that was empty; changed: replaces an older row; identical: here already;
   * superseded: older than what is here; quarantined: same author and number as another record; rejected: not taken, see reason.
   */
  outcome: z.enum(['new', 'changed', 'identical', 'superseded', 'quarantined', 'rejected']),
  /** `import.<reason>` in messages; null unless rejected or quarantined. */
  reason: z.string().nullable(),
})
export type ImportItem = z.infer<typeof importItemSchema>

/** The dry run of an import, shown before anything changes. */
export const importReportSchema = z.strictObject({
  bundleId: z.uuid(),
  kind: z.enum(bundleKinds),
  createdAt: z.string(),
  fileName: z.string(),
  sha256: sha256Schema,
  size: z.int(),
  from: z.strictObject({
    keyId: keyIdSchema,
    name: z.string(),
    unit: z.string(),
    role: z.enum(deskRoles),
    fingerprint: z.string(),
    trust: z.enum(['self', 'confirmed', 'known', 'unknown']),
  }),
  to: z.string(),
  /** Set if this very bundle was imported before. */
  importedAt: z.string().nullable(),
  items: z.array(importItemSchema),
  attachments: z.strictObject({ total: z.int(), new: z.int(), bytes: z.int() }),
  dossiers: z.array(
    z.strictObject({
      dossierId: z.string(),
      name: z.string(),
      version: z.int(),
      new: z.int(),
      changed: z.int(),
      identical: z.int(),
      rejected: z.int(),
    }),
  ),
  /** False if committing would change nothing or is refused. */
  canCommit: z.boolean(),
})
export type ImportReport = z.infer<typeof importReportSchema>
