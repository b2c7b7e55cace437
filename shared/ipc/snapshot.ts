import { z } from 'zod'

/** What a snapshot was taken for: by the hour, when the desk was closed or locked, before a bundle was taken in, before a restore. */
export const snapshotReasons = ['hourly', 'close', 'import', 'restore'] as const

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
