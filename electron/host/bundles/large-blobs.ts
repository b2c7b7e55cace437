import { readEntryName } from '@shared/bundle/entry-names'
import type { ByteSource } from '../bytes/byte-source'
import { zip } from './zip-format'

/** An attachment as a file that may be a bundle claims to carry it. Nothing of it is verified. */
export type ClaimedBlob = { readonly sha256: string; readonly offset: number; readonly size: number }

/** A file of its own costs more than writing fewer bytes twice. */
const largeFrom = 256 * 1024

/**
 * Attachments from 256 KiB on, found by walking the local headers. Of a file that is no bundle, or that lies, it finds
 * fewer or other ranges, in order and without overlap: it decides where bytes are put, never what is believed of them.
 */
export async function findLargeBlobs(source: ByteSource): Promise<readonly ClaimedBlob[]> {
  const blobs: ClaimedBlob[] = []
  let position = 0
  for (let count = 0; count < zip.maxEntries; count += 1) {
    const header = await source.read(position, Math.min(zip.localSize + zip.maxNameLength, source.size - position))
    if (header.length < zip.localSize || header.readUInt32LE(0) !== zip.localSignature) break
    const size = header.readUInt32LE(22)
    const offset = position + zip.localSize + header.readUInt16LE(26)
    if (offset + size > source.size) break
    const entry = readEntryName(header.toString('latin1', zip.localSize, offset - position))
    if (entry?.kind === 'blob' && size >= largeFrom) blobs.push({ sha256: entry.sha256, offset, size })
    position = offset + size
  }
  return blobs
}
