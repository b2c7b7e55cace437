import { z } from 'zod'

/**
 * What a snapshot was taken for: by the hour, when the desk was closed or locked, before a bundle was taken in, before
 * a restore, for a drill.
 */
export const snapshotReasons = ['hourly', 'close', 'import', 'restore', 'drill'] as const

/** A snapshot as a person chooses it. */
export const snapshotLineSchema = z.strictObject({
  name: z.string(),
  takenAt: z.iso.datetime(),
  reason: z.enum(snapshotReasons),
  /** Records in it. */
  count: z.int().min(0),
  bytes: z.int().min(0),
  /** Whether every file of it was just read and is as it was written. */
  isGood: z.boolean(),
  /** Records that restoring it would bring back; null if it is not good. */
  brings: z.int().min(0).nullable(),
})
export type SnapshotLine = Readonly<z.infer<typeof snapshotLineSchema>>

/** Megabytes that snapshots may take together; the newest and the fullest are kept even beyond it. */
export const snapshotBudgetSchema = z.int().min(50).max(100_000)
export const defaultSnapshotBudgetMB = 500

/** What restoring a snapshot would bring back: records, the newest first and at most 500 of them, and lost drafts. */
export const snapshotPreviewSchema = z.strictObject({
  total: z.int().min(0),
  records: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      at: z.iso.datetime({ offset: true }),
      by: z.string(),
      /** The name of what it is about, where it carries one. */
      subject: z.string(),
    }),
  ),
  drafts: z.array(z.strictObject({ key: z.string(), savedAt: z.string() })),
})
export type SnapshotPreview = Readonly<z.infer<typeof snapshotPreviewSchema>>

/** What a drill can find wrong with the restored copy. */
export const drillFaults = ['snapshot', 'journal', 'count', 'record', 'signature', 'draft', 'attachment'] as const
export type DrillFault = (typeof drillFaults)[number]

/** 恢复演练: when the last one ended, and how. */
export const drillResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('passed'),
    at: z.iso.datetime(),
    records: z.int().min(0),
    drafts: z.int().min(0),
    attachments: z.int().min(0),
  }),
  z.strictObject({
    kind: z.literal('failed'),
    at: z.iso.datetime(),
    fault: z.enum(drillFaults),
    /** Id, key or hash of what is wrong. */
    subject: z.string(),
  }),
])
export type DrillResult = Readonly<z.infer<typeof drillResultSchema>>
