import { inflateRawSync } from 'node:zlib'
import { readArchiveName } from '../bytes/archive-names'
import { inspectionLimits } from './limits'

/** An entry of a ZIP, as its directory tells. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly size: number
  readonly packedSize: number
  readonly offset: number
  readonly isEncrypted: boolean
}

/** The directory of a ZIP; null if it contradicts itself or is larger than a document has. */
export function readDirectory(bytes: Buffer): ZipEntry[] | null {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) return null
  const count = bytes.readUInt16LE(end + 10)
  if (count > inspectionLimits.packageParts) return null
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = partName(bytes, at, nameLength)
    // Two parts of one name: readers differ about which one is meant.
    const folded = name.normalize('NFC').toLowerCase()
    if (names.has(folded)) return null
    names.add(folded)
    entries.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * Office programs know parts by the bytes of their names, which are ASCII (ISO/IEC 29500-2 6.2.2): what a Unicode path field
 * calls such a part otherwise leads nobody but an inspector astray.
 */
function partName(bytes: Buffer, at: number, length: number): string {
  const end = at + 46 + length
  const name = bytes.subarray(at + 46, end)
  if (name.every((byte) => byte < 0x80)) return name.toString('latin1')
  const extra = bytes.subarray(end, end + bytes.readUInt16LE(at + 30))
  return readArchiveName({ bytes: name, flags: bytes.readUInt16LE(at + 8), madeBy: bytes.readUInt16LE(at + 4), extra })
}

/** The content of a part, as long as it says; null if it is damaged. */
export function unpack(bytes: Buffer, { offset, packedSize, size, method }: ZipEntry): Buffer | 'bomb' | null {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) return null
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + packedSize > bytes.length) return null
  const packed = bytes.subarray(start, start + packedSize)
  if (method === 0) return packedSize === size ? packed : null
  if (method !== 8) return null
  if (size > inspectionLimits.unpackedBytes / 4) return 'bomb'
  try {
    const content = inflateRawSync(packed, { maxOutputLength: size + 1 })
    return content.length === size ? content : null
  } catch (error) {
    // It unfolds to more than it says.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : null
  }
}
