import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { fail } from '../failure'
import { readPieces, type ByteSource } from './byte-source'
import { centralHeader, endRecord, localHeader, zip, type ZipEntry } from './zip-format'

/** Something to store; the CRC and size of a streamed one were measured before. */
export type StoredContent =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly size: number; readonly crc32: number; readonly open: () => Promise<ByteSource> }

export const sizeOf = (content: StoredContent): number => ('bytes' in content ? content.bytes.length : content.size)

/** Size of the file that `writeZip` makes. */
export const zipSize = (contents: readonly StoredContent[]): number =>
  contents.reduce<number>(
    (size, content) => size + zip.localSize + zip.centralSize + 2 * content.name.length + sizeOf(content),
    zip.endSize,
  )

/**
 * Writes a ZIP that has one possible spelling: stored, fixed times, no extra fields, no descriptors, entries in the
 * order given. yazl writes such files too, but adds fields and times of its own.
 * @returns SHA-256 of what was written. @throws HostFailure `bundle.too-large`
 */
export async function writeZip(
  handle: { readonly writeFile: (bytes: Uint8Array) => Promise<void> },
  contents: readonly StoredContent[],
): Promise<string> {
  if (zipSize(contents) > zip.maxSize || contents.length > zip.maxEntries) fail('bundle.too-large')
  const hash = createHash('sha256')
  let position = 0
  const put = async (bytes: Uint8Array) => {
    hash.update(bytes)
    await handle.writeFile(bytes)
    position += bytes.length
  }
  const entries: ZipEntry[] = []
  for (const content of contents) {
    const head = {
      name: content.name,
      size: sizeOf(content),
      crc32: 'bytes' in content ? crc32(content.bytes) : content.crc32,
    }
    await put(localHeader(head))
    entries.push({ ...head, offset: position })
    if ('bytes' in content) await put(content.bytes)
    else await pour(content, put)
  }
  const directoryOffset = position
  for (const entry of entries) await put(centralHeader(entry))
  await put(endRecord(entries.length, position - directoryOffset, directoryOffset))
  return hash.digest('hex')
}

async function pour(
  content: Extract<StoredContent, { open: unknown }>,
  put: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const source = await content.open()
  try {
    if (source.size !== content.size) fail('attachment.changed', { sha256: content.name })
    for await (const piece of readPieces(source, 0, source.size)) await put(piece)
  } finally {
    await source.close()
  }
}
