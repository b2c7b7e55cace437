import { createHash } from 'node:crypto'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { plainSource } from '../envelopes/plain-source'
import { envelopeMark } from '../envelopes/envelope-mark'
import type { EnvelopeKeys } from '../envelopes/file-key'
import { fail, refuse } from '../lib/failure'
import { named } from '../files/named-failure'
import { modeOf } from '../files/private-files'
import { freeBytesOf } from '../files/space'
import { inParallel } from '../lib/in-parallel'
import { writeSealed, type FileSeal } from '../vault/sealed-file'
import { fileSource, memorySource, readPieces, type ByteSource } from '../bytes/byte-source'
import { refuseForeign } from './foreign-file'
import { findLargeBlobs } from './large-blobs'
import type { RangeApart, SealedCopy } from '../vault/sealed-copy'
import { zip } from './zip-format'

export type BundleInput =
  | { readonly kind: 'bytes'; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly kind: 'path'; readonly path: string }

/** Where a bundle is copied to and how it is sealed there. */
export type StagingPlace = {
  /** A folder of this bundle alone; it is made. */
  readonly folder: string
  readonly seal: FileSeal
  /** How the attachment store seals an attachment. */
  readonly sealOf: (sha256: string) => FileSeal
}

/**
 * Copies a bundle into the staging area, out of its envelope if it is in one: it is never plain on the disk. Large
 * attachments are sealed as the store keeps them, so that taking the bundle in only moves them; all else under the key
 * of this run. Answers by which mark its envelope is known again. @throws HostFailure `bundle.no-file`,
 * `bundle.is-folder`, `bundle.special-file`, `bundle.part-file`, `bundle.too-large`, `bundle.is-…` (large files of
 * another kind), `space.read-only`, `envelope.*`
 */
export async function copyIn(
  input: BundleInput,
  place: StagingPlace,
  { fileName, keys }: { readonly fileName: string; readonly keys: EnvelopeKeys },
): Promise<{ readonly copy: SealedCopy; readonly envelopeMark: string | null }> {
  const source = await openInput(input, fileName)
  try {
    await requireSpace(place.folder, source.size)
    const plain = await plainSource(source, keys)
    await mkdir(place.folder, modeOf(place.folder, 'folder'))
    const copy = await sealCopy(plain, place)
    return { copy, envelopeMark: plain === source ? null : await envelopeMark(source) }
  } finally {
    await source.close()
  }
}

async function sealCopy(plain: ByteSource, { folder, seal, sealOf }: StagingPlace): Promise<SealedCopy> {
  const ranges: RangeApart[] = []
  const blobs = (await findLargeBlobs(plain)).map((blob, index) => ({ ...blob, path: join(folder, String(index)) }))
  await inParallel(2, blobs, async ({ path, ...blob }) => {
    const range = { ...blob, path, seal: sealOf(blob.sha256) }
    if (await sealBlob(plain, range)) ranges.push(range)
  })
  const apart = ranges.sort((a, b) => a.offset - b.offset)
  const path = join(folder, 'bundle')
  await writeFileSealed(path, seal, readBeside(plain, apart))
  return { path, seal, apart }
}

/**
 * Seals an attachment in a file of its own; false, and no file, if it is not what its name says. The last piece is
 * sealed only once the plaintext was hashed: other bytes never become a whole file under that seal.
 */
async function sealBlob(plain: ByteSource, { sha256, offset, size, path, seal }: RangeApart): Promise<boolean> {
  try {
    await writeFileSealed(path, seal, onlyIf(sha256, readPieces(plain, offset, size)))
    return true
  } catch (error) {
    if (!(error instanceof OtherBytes)) throw error
    await rm(path, { force: true })
    return false
  }
}

class OtherBytes extends Error {}

async function* onlyIf(sha256: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== sha256) throw new OtherBytes(sha256)
}

/** Every byte that does not lie apart. */
async function* readBeside(plain: ByteSource, apart: readonly RangeApart[]): AsyncGenerator<Uint8Array> {
  let position = 0
  for (const { offset, size } of apart) {
    yield* readPieces(plain, position, offset - position)
    position = offset + size
  }
  yield* readPieces(plain, position, plain.size - position)
}

async function writeFileSealed(path: string, seal: FileSeal, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, 'w', modeOf(path, 'file'))
  try {
    await writeSealed(handle, seal, pieces)
  } catch (error) {
    throw named(error, path)
  } finally {
    await handle.close()
  }
}

async function openInput(input: BundleInput, fileName: string): Promise<ByteSource> {
  if (input.kind === 'bytes') return memorySource(input.bytes)
  const found = await stat(input.path).catch(() => null)
  if (found === null) return fail('bundle.no-file', { path: input.path })
  if (found.isDirectory()) refuse('bundle.is-folder')
  // A pipe would keep the desk waiting, a device has no end.
  if (!found.isFile()) refuse('bundle.special-file')
  if (fileName.endsWith('.part')) refuse('bundle.part-file')
  if (fileName.startsWith('._')) refuse('bundle.mac-companion')
  // Gigabytes that no bundle may have, in its envelope or not, are not copied to be refused then.
  const source = await fileSource(input.path)
  if (found.size > zip.maxSize * 1.001) {
    await refuseForeign(source).finally(() => source.close())
    refuse('bundle.too-large')
  }
  return source
}

async function requireSpace(target: string, size: number): Promise<void> {
  const freeBytes = await freeBytesOf(dirname(target))
  if (freeBytes < size * 2 + 300_000_000) fail('space.read-only', { freeMB: Math.floor(freeBytes / 1_000_000) })
}
