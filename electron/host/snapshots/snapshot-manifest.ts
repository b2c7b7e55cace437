import { z } from 'zod'
import { keyIdSchema, sha256Schema } from '@shared/domain/ids'
import { snapshotReasons } from '@shared/ipc/snapshot'

/** What a snapshot copies, by name in the profile folder and in its own. */
export const snapshotFiles = ['journal.lsj', 'drafts.lsj', 'keys.json', 'profile.json', 'settings.json'] as const
export type SnapshotFile = (typeof snapshotFiles)[number]

const size = z.int().min(0)

/** `manifest.json` of a snapshot: what was copied, and what state of the desk it was. */
export const snapshotManifestSchema = z.strictObject({
  /**
   * Version 1, from before everything was encrypted, is only read to be converted. In version 3 the journal lies in
   * pieces that snapshots share.
   */
  format: z.enum(['lianshen-snapshot/1', 'lianshen-snapshot/2', 'lianshen-snapshot/3']),
  /** One more than that of the snapshot before: snapshots are ordered by it, never by the clock. */
  number: z.int().min(1),
  takenAt: z.iso.datetime(),
  reason: z.enum(snapshotReasons),
  deskKeyId: keyIdSchema,
  files: z.array(z.strictObject({ name: z.enum(snapshotFiles), size, sha256: sha256Schema })),
  /** Of version 3: the journal, which is not among the files then. All pieces but the last are of the same size. */
  journal: z
    .strictObject({ size, pieceSize: z.int().min(1), pieces: z.array(sha256Schema).min(1) })
    .refine((journal) => Math.ceil(journal.size / journal.pieceSize) === journal.pieces.length)
    .optional(),
  records: z.strictObject({
    count: size,
    /** The last record of every author. */
    heads: z.array(z.strictObject({ author: keyIdSchema, seq: z.int().min(1), id: sha256Schema })),
  }),
  /**
   * Attachments it needs: they lie by content in the profile and are never deleted, so they are named as they are on
   * the disk, not copied. Version 1 named their own hashes.
   */
  attachments: z.array(
    z.union([z.strictObject({ name: sha256Schema, size }), z.strictObject({ sha256: sha256Schema, size })]),
  ),
})
export type SnapshotManifest = Readonly<z.infer<typeof snapshotManifestSchema>>

/** A snapshot on the disk whose manifest is whole; its files are verified when they are needed. */
export type Snapshot = {
  /** Name of its folder: `<UTC stamp>-<record count>`. */
  readonly name: string
  readonly path: string
  readonly manifest: SnapshotManifest
}

/** Bytes of the files of a snapshot, whether it shares some of them with others or not. */
export const bytesOf = ({ files, journal }: SnapshotManifest): number =>
  files.reduce((total, file) => total + file.size, journal?.size ?? 0)

/** Bytes of the journal in a snapshot; null if it has none. */
export const journalSizeOf = ({ files, journal }: SnapshotManifest): number | null =>
  journal?.size ?? files.find(({ name }) => name === 'journal.lsj')?.size ?? null
