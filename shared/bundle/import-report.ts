import { z } from 'zod'
import { keyIdSchema, sha256Schema } from '../domain/ids'
import { dossierStatusSchema } from '../domain/status'
import { notUnderstoodSchema } from '../records/not-understood'
import { bundleKinds, deskRoles } from '../records/payloads'

export const importOutcomes = [
  'new',
  'changed',
  'conflicting',
  'superseded',
  'identical',
  'quarantined',
  'not-for-you',
  'rejected',
  'read-only',
] as const
export type ImportOutcome = (typeof importOutcomes)[number]

/** What would become of one record of a bundle. */
export const importItemSchema = z.strictObject({
  recordId: sha256Schema,
  type: z.string(),
  author: keyIdSchema,
  dossierId: z.string().nullable(),
  /**
   * new: unknown here and shows in a row that was empty; changed: shows in place of another statement; conflicting: a
   * person will have to choose between it and others; superseded: does not show, for newer is here or comes along;
   * identical: here already; quarantined: another story under a number already taken; not-for-you: meant for another
   * desk; rejected: not taken, see reason; read-only: comes in a bundle of which nothing is taken, for a newer version
   * wrote it.
   */
  outcome: z.enum(importOutcomes),
  /** `import.<reason>` in messages; null unless it is not taken, or here but hidden by an undone import. */
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
  /** new: to be put in place; healed: here, but damaged, and replaced by the good copy that came. */
  attachments: z.strictObject({ total: z.int(), new: z.int(), healed: z.int(), bytes: z.int() }),
  dossiers: z.array(
    z.strictObject({
      dossierId: z.string(),
      name: z.string(),
      version: z.int(),
      /** It opens after the declaration on recusal; till then names are all there is. */
      locked: z.boolean(),
      new: z.int(),
      changed: z.int(),
      conflicting: z.int(),
      identical: z.int(),
      notForYou: z.int(),
      rejected: z.int(),
      readOnly: z.int(),
    }),
  ),
  /** Moves among what would be taken that the status table does not have: they are merged, and named. */
  unknownMoves: z.array(
    z.strictObject({
      recordId: sha256Schema,
      dossierId: z.string(),
      /** Of the alliance, if known. */
      name: z.string(),
      action: z.string(),
      from: dossierStatusSchema,
      to: dossierStatusSchema,
      on: z.string(),
      /** The person, as the record says. */
      by: z.string(),
      author: keyIdSchema,
      /** Name and unit of the desk that recorded it, if known. */
      desk: z.string(),
    }),
  ),
  /** Experts of one name who are several people, each group as its members are told apart. */
  namesakes: z.array(z.array(z.string())),
  /**
   * Versions that come after the opinion of this desk's panel: the dossier has to be reviewed again once they are
   * taken.
   */
  laterVersions: z.array(
    z.strictObject({
      dossierId: z.string(),
      /** Of the alliance, if known. */
      name: z.string(),
      version: z.int(),
      /** The version that the panel judged. */
      opinionVersion: z.int(),
    }),
  ),
  /** Chains that the bundle shows otherwise than this desk holds them. Nothing of such a history is merged. */
  doubts: z.array(
    z.strictObject({
      kind: z.enum(['rewritten', 'shortened', 'went-back']),
      author: keyIdSchema,
      /** Of the desk, if known. */
      name: z.string(),
      held: z.strictObject({ seq: z.int(), id: z.string().nullable() }),
      shown: z.strictObject({ seq: z.int(), id: z.string() }),
    }),
  ),
  /** Set if the bundle may be looked at only, for a newer version wrote it: what is not understood. */
  notUnderstood: notUnderstoodSchema.nullable(),
  /** This import stands undone; it is done again from the list of imports. */
  isUndone: z.boolean(),
  /** False if committing would change nothing or is refused. */
  canCommit: z.boolean(),
})
export type ImportReport = z.infer<typeof importReportSchema>
