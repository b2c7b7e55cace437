import { inflateRawSync } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { readArchiveName } from '../bytes/archive-names'
import { inspectionLimits } from './limits'

/** A part of a package, as its directory tells. */
type Part = {
  readonly name: string
  readonly isEncrypted: boolean
  /** The content, as long as it says: unpacked in memory, never further than a part may be. Null if it is damaged. */
  readonly unpack: () => Promise<Buffer | 'bomb' | null>
}

/**
 * The parts of a ZIP, in the order of its directory. 'bad': the directory contradicts itself, names a part twice or is
 * larger than a document has. 'encrypted': it says that not even it is in the open.
 */
export async function readParts(bytes: Buffer): Promise<readonly Part[] | 'bad' | 'encrypted'> {
  try {
    const whole = withoutTail(bytes)
    const zip = await fromBufferPromise(whole, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false })
    if (zip.entryCount > inspectionLimits.packageParts) return 'bad'
    const parts: Part[] = []
    const names = new Set<string>()
    for await (const entry of zip.eachEntry()) {
      const name = partName(entry)
      // Two parts of one name: readers differ about which one is meant.
      const folded = name.normalize('NFC').toLowerCase()
      if (names.has(folded)) return 'bad'
      names.add(folded)
      parts.push({ name, isEncrypted: entry.isEncrypted(), unpack: () => unpack(whole, zip, entry) })
    }
    return parts
  } catch (error) {
    return error instanceof Error && error.message.startsWith('strong encryption') ? 'encrypted' : 'bad'
  }
}

const endSize = 22

/** Bytes behind a ZIP's end are no part of it: other readers pass over them. */
function withoutTail(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + endSize > bytes.length) return bytes
  return bytes.subarray(0, end + endSize + bytes.readUInt16LE(end + endSize - 2))
}

/**
 * Office programs know parts by the bytes of their names, which are ASCII (ISO/IEC 29500-2 6.2.2): what a Unicode path
 * field calls such a part otherwise leads nobody but an inspector astray.
 */
function partName({ fileNameRaw, extraFieldRaw, generalPurposeBitFlag, versionMadeBy }: Entry): string {
  if (fileNameRaw.every((byte) => byte < 0x80)) return fileNameRaw.toString('latin1')
  return readArchiveName({
    bytes: fileNameRaw,
    flags: generalPurposeBitFlag,
    madeBy: versionMadeBy,
    extra: extraFieldRaw,
  })
}

async function unpack(bytes: Buffer, zip: ZipFile, entry: Entry): Promise<Buffer | 'bomb' | null> {
  const { compressionMethod: method, compressedSize: packedSize, uncompressedSize: size } = entry
  const place = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(() => null)
  if (place === null) return null
  const packed = bytes.subarray(place.fileDataStart, place.fileDataStart + packedSize)
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
