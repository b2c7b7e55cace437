/** WOFF 1.0 (W3C 2012) back to the TrueType file it packs: tables are zlib streams, nothing else changes. */
import { inflateSync } from 'node:zlib'

const headerLength = 44
const entryLength = 20

/**
 * Returns an sfnt file. Throws when `woff` is no WOFF 1.0 file. Holds one unpacked table at a time besides the file.
 */
export function unpackWoff(woff: Buffer): Uint8Array {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('not a WOFF 1.0 font')
  const tableCount = woff.readUInt16BE(12)
  const entries = Array.from({ length: tableCount }, (_, index) => {
    const at = headerLength + index * entryLength
    const offset = woff.readUInt32BE(at + 4)
    return {
      tag: woff.subarray(at, at + 4),
      packed: woff.subarray(offset, offset + woff.readUInt32BE(at + 8)),
      length: woff.readUInt32BE(at + 12),
      checksum: woff.readUInt32BE(at + 16),
    }
  })
  const directoryLength = 12 + 16 * tableCount
  const sfnt = Buffer.alloc(entries.reduce((sum, { length }) => sum + padded(length), directoryLength))
  sfnt.writeUInt32BE(woff.readUInt32BE(4), 0)
  sfnt.writeUInt16BE(tableCount, 4)
  const power = Math.floor(Math.log2(tableCount))
  sfnt.writeUInt16BE(16 * 2 ** power, 6)
  sfnt.writeUInt16BE(power, 8)
  sfnt.writeUInt16BE(16 * tableCount - 16 * 2 ** power, 10)
  let offset = directoryLength
  for (const [index, { tag, packed, length, checksum }] of entries.entries()) {
    const data = packed.length < length ? inflateSync(packed, { chunkSize: Math.max(length, 64) }) : packed
    if (data.length !== length) throw new TypeError('a table of the WOFF font has the wrong length')
    const at = 12 + index * 16
    tag.copy(sfnt, at)
    sfnt.writeUInt32BE(checksum, at + 4)
    sfnt.writeUInt32BE(offset, at + 8)
    sfnt.writeUInt32BE(length, at + 12)
    data.copy(sfnt, offset)
    offset += padded(length)
  }
  return sfnt
}

/** Tables begin at multiples of four. */
const padded = (length: number): number => Math.ceil(length / 4) * 4
