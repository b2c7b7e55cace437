import { z } from 'zod'
import { instantSchema } from '../domain/date'
import { lockIdSchema } from '../domain/dossier-lock'
import { keyIdSchema, nameSchema, sha256Schema } from '../domain/ids'
import { contentHash } from '../lib/sha256'
import { readTolerantly } from '../lib/unknown-fields'
import { bundleKinds, deskRoles, headSchema } from '../records/payloads'
import type { RecordEnvelope } from '../records/record'

/**
 * What this app writes. A newer minor (`lianshen/1.N`) may add, never change: it is verified whole and shown, but
 * nothing of it is taken in (docs/adr/0014). A newer major is refused.
 */
export const bundleFormat = 'lianshen/1'
/** ECDSA P-256 with SHA-256, nothing encrypted. A later suite may wrap blobs or the whole file (age). */
export const bundleSuite = 'p256-sha256/1'
/** What this reader understands: 1, bundles without locks; 2, with them. A bundle asks for no more than it needs. */
export const bundleReader = 2
export const leastReader = ({ locks }: { readonly locks?: readonly BundleLock[] | undefined }): number =>
  locks === undefined ? 1 : 2

/** One entry of the bundle but the manifest and its signature. */
const manifestFileSchema = z.strictObject({
  path: z.string().min(1).max(200),
  size: z.int().min(0),
  sha256: sha256Schema,
  mediaType: z.string().min(1).max(120),
})
export type ManifestFile = Readonly<z.infer<typeof manifestFileSchema>>

/**
 * Key to a locked dossier (docs/adr/0009), 32 bytes in base64: in an age file for the expert's desk, or as it is where
 * the division does not know that desk's key, closed by the envelope of the bundle alone.
 */
export const bundleLockKeySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('desk'), envelope: z.base64().max(4000) }),
  z.strictObject({ kind: z.literal('bundle'), key: z.base64().length(44) }),
])
const bundleLockSchema = z.strictObject({ lockId: lockIdSchema, key: bundleLockKeySchema })
export type BundleLock = Readonly<z.infer<typeof bundleLockSchema>>

/** The most numbers of a chain that a trail covers: 200,000 are 4 MB of the manifest. */
export const trailLength = 200_000

const manifestShape = {
  format: z.string().regex(/^lianshen\/\d{1,4}(\.\d{1,4})?$/u),
  suite: z.string().min(1).max(60),
  bundleId: z.uuid(),
  kind: z.enum(bundleKinds),
  createdAt: instantSchema,
  from: z.strictObject({ keyId: keyIdSchema, name: nameSchema, unit: nameSchema, role: z.enum(deskRoles) }),
  /** Free words: for whom the sender meant it. */
  to: z.string().min(1).max(300),
  /** A reader below this number must refuse. */
  minReader: z.int().min(1),
  files: z.array(manifestFileSchema).max(20_000),
  records: z.strictObject({
    count: z.int().min(0),
    /** Last record of every author in the bundle. */
    heads: z.array(headSchema),
    /** SHA-256 of the canonical JSON list of all record ids, in order of (author, seq). */
    root: sha256Schema,
  }),
  /** Last record of every chain that the sender knows: a signed receipt that the receiver compares with its own. */
  checkpoints: z.array(headSchema).max(20_000).optional(),
  /** First 16 digits of the ids of the sender's own records from number `from` on; '-' for one that it lost. */
  trail: z
    .strictObject({ from: z.int().min(1), ids: z.array(z.string().regex(/^([0-9a-f]{16}|-)$/u)).max(trailLength) })
    .optional(),
  /**
   * Keys to the dossiers that are locked; each has its record (`dossier.locked`) by the sender, and its parts are here.
   */
  locks: z.array(bundleLockSchema).min(1).max(1000).optional(),
}

/** manifest.json: canonical JSON (RFC 8785), signed by the sender over its SHA-256. */
export const manifestSchema = z.strictObject(manifestShape)
export type Manifest = Readonly<z.infer<typeof manifestSchema>>

export type ManifestReading =
  | { readonly kind: 'known'; readonly manifest: Manifest }
  /**
   * A newer minor: everything known is there, without the members that are not, whose paths are `unknown`. To be looked
   * at only.
   */
  | { readonly kind: 'newer-minor'; readonly manifest: Manifest; readonly unknown: readonly string[] }
  | { readonly kind: 'newer-format'; readonly format: string }
  | { readonly kind: 'unknown-suite'; readonly suite: string }
  | { readonly kind: 'invalid'; readonly detail: string }

const headOnlySchema = z.looseObject({
  format: manifestShape.format,
  suite: manifestShape.suite,
  minReader: manifestShape.minReader,
})

/** Reads a parsed manifest.json by the rules of versions. */
export function readManifest(value: unknown): ManifestReading {
  const head = headOnlySchema.safeParse(value)
  if (!head.success) return { kind: 'invalid', detail: detailOf(head.error) }
  const { format, suite, minReader } = head.data
  const [major, minor = '0'] = format.slice('lianshen/'.length).split('.')
  if (major !== '1' || minReader > bundleReader) return { kind: 'newer-format', format }
  if (suite !== bundleSuite) return { kind: 'unknown-suite', suite }
  if (Number(minor) > 0) {
    const reading = readTolerantly(manifestSchema, value)
    return 'error' in reading
      ? { kind: 'invalid', detail: detailOf(reading.error) }
      : { kind: 'newer-minor', manifest: reading.data, unknown: reading.unknown }
  }
  const parsed = manifestSchema.safeParse(value)
  return parsed.success ? { kind: 'known', manifest: parsed.data } : { kind: 'invalid', detail: detailOf(parsed.error) }
}

/** Where the first thing is wrong, shortly. */
function detailOf(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) return ''
  const keys = issue.code === 'unrecognized_keys' ? `: ${issue.keys.join(', ')}` : ''
  return `${issue.path.join('.')} ${issue.code}${keys}`.trim()
}

/** Records in the order in which a bundle holds them: by author, then number. */
export const inBundleOrder = <R extends Pick<RecordEnvelope, 'author' | 'seq'>>(records: readonly R[]): R[] =>
  [...records].sort((a, b) => (a.author < b.author ? -1 : a.author > b.author ? 1 : a.seq - b.seq))

/** The part of a manifest that commits to the records. `records` in bundle order. */
export function summariseRecords(records: readonly RecordEnvelope[]): Manifest['records'] {
  const heads = new Map<string, Manifest['records']['heads'][number]>()
  for (const { author, seq, id } of records) heads.set(author, { author, seq, id })
  return { count: records.length, heads: [...heads.values()], root: contentHash(records.map((record) => record.id)) }
}
