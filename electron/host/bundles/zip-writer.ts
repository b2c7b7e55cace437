import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { fail } from '../lib/failure'
import { Gatherer, type ByteSink } from '../files/pour'
import { readPieces, type ByteSource } from '../bytes/byte-source'
import { centralHeader, endRecord, localHeader, zip, type ZipEntry } from './zip-format'

/** Something to store: bytes, or what streams them and is verified on the way. */
export type StoredContent =
  | { readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly name: string
      readonly size: number
      readonly sha256: string
      readonly open: () => Promise<ByteSource>
    }

export const sizeOf = (content: StoredContent): number => ('bytes' in content ? content.bytes.length : content.size)

/** Size of the file that `writeZip` makes. */
export const zipSize = (contents: readonly StoredContent[]): number =>
  contents.reduce<number>(
    (size, content) => size + zip.localSize + zip.centralSize + 2 * content.name.length + sizeOf(content),
    zip.endSize,
  )

/** What is larger can be read by nobody. @throws HostFailure `bundle.export-too-large` */
export function checkZipSize(contents: readonly StoredContent[]): void {
  if (zipSize(contents) > zip.maxSize || contents.length > zip.maxEntries) fail('bundle.export-too-large')
}

/** Larger ones are read twice: once for the checksum that stands before them, once to be written. */
const heldWhole = 8 << 20

/**
 * Writes a ZIP that has one possible spelling: stored, fixed times, no extra fields, no descriptors, entries in the
 * order given. yazl writes such files too, but adds fields and times of its own.
 * @throws HostFailure `bundle.export-too-large`, `attachment.changed`
 */
export async function writeZip(sink: ByteSink, contents: readonly StoredContent[]): Promise<void> {
  checkZipSize(contents)
  const out = new Gatherer(sink)
  const whole = Buffer.allocUnsafeSlow(
    Math.max(0, ...contents.filter((one) => !('bytes' in one)).map((one) => Math.min(heldWhole, sizeOf(one)))),
  )
  let position = 0
  const put = async (bytes: Uint8Array): Promise<void> => {
    await out.put(bytes)
    position += bytes.length
  }
  const entries: ZipEntry[] = []
  const begin = async (name: string, size: number, crc: number): Promise<void> => {
    const head = { name, size, crc32: crc }
    await put(localHeader(head))
    entries.push({ ...head, offset: position })
  }
  try {
    for (const content of contents) {
      const { name } = content
      if ('bytes' in content) {
        await begin(name, content.bytes.length, crc32(content.bytes))
        await put(content.bytes)
        continue
      }
      await withSource(content, async (source) => {
        const held = source.size <= heldWhole ? whole : null
        await begin(name, source.size, await measure(content, source, held))
        if (held !== null) await put(held.subarray(0, source.size))
        else for await (const piece of readPieces(source, 0, source.size)) await put(piece)
      })
    }
    const directoryOffset = position
    for (const entry of entries) await put(centralHeader(entry))
    await put(endRecord(entries.length, position - directoryOffset, directoryOffset))
    await out.end()
  } finally {
    await out.close()
  }
}

type Streamed = Extract<StoredContent, { open: unknown }>

async function withSource(content: Streamed, use: (source: ByteSource) => Promise<void>): Promise<void> {
  const source = await content.open()
  try {
    if (source.size !== content.size) fail('attachment.changed', { sha256: content.sha256 })
    await use(source)
  } finally {
    await source.close()
  }
}

/**
 * The CRC of a content that is what its hash says; a copy goes into `copy`.
 * @throws HostFailure `attachment.changed`
 */
async function measure({ sha256 }: Streamed, source: ByteSource, copy: Buffer | null): Promise<number> {
  const hash = createHash('sha256')
  let crc = 0
  let done = 0
  for await (const piece of readPieces(source, 0, source.size)) {
    if (copy !== null) piece.copy(copy, done)
    hash.update(piece)
    crc = crc32(piece, crc)
    done += piece.length
  }
  return hash.digest('hex') === sha256 ? crc : fail('attachment.changed', { sha256 })
}
