import { bundleMediaType, mimetypeEntry, readEntryName, signatureEntry } from '@shared/bundle/entry-names'
import type { ByteSource } from '../bytes/byte-source'
import { shownName } from '../bytes/archive-names'
import { zip } from './zip-format'

/** What a ZIP that is no bundle holds, as far as its directory can be read. */
export type ForeignZip = {
  readonly names: readonly string[]
  /** What it says itself, in an entry `mimetype`; empty if nothing. */
  readonly mediaType: string
}

/** Entries that are looked at: enough to tell what a file is. */
const mostEntries = 2000
const mostDirectory = 1 << 20

/**
 * Reads a ZIP as its author meant it, leniently, to say what it is; null if it has the parts of a bundle, however
 * damaged. Nothing is unpacked. @throws RangeError if the source is shorter than it says
 */
export async function readForeignZip(source: ByteSource): Promise<ForeignZip | null> {
  const first = await readFirst(source)
  if (first === 'nothing') return { names: [], mediaType: '' }
  if (first === 'cut' || claimsBundle(first)) return null
  const directory = await readNames(source)
  const names = directory.length > 0 ? directory : [first.name]
  return names.some(isOurs) ? null : { names, mediaType: first.mediaType }
}

/** Says so in its first entry, as far as that is there. */
const claimsBundle = ({ name, mediaType }: First): boolean =>
  name === mimetypeEntry && (mediaType.startsWith('application/vnd.lianshen') || bundleMediaType.startsWith(mediaType))

/** Parts that no other format has. */
const isOurs = (name: string): boolean =>
  name === signatureEntry || ['key', 'records', 'blob'].includes(readEntryName(name)?.kind ?? '')

/** `mediaType` is not looked at where it is packed. */
type First = { readonly name: string; readonly mediaType: string }

async function readFirst(source: ByteSource): Promise<First | 'nothing' | 'cut'> {
  const head = await source.read(0, Math.min(source.size, 66_000))
  if (head.length < 4 || head.readUInt32LE(0) !== zip.localSignature) return 'nothing'
  if (head.length < zip.localSize) return 'cut'
  const nameEnd = zip.localSize + head.readUInt16LE(26)
  const start = nameEnd + head.readUInt16LE(28)
  if (start > head.length) return 'cut'
  const bytes = head.subarray(zip.localSize, nameEnd)
  const name = shownName({ bytes, flags: head.readUInt16LE(6), madeBy: 0, extra: head.subarray(nameEnd, start) })
  const isStored = head.readUInt16LE(8) === 0
  const length = Math.min(head.readUInt32LE(22), 200)
  return { name, mediaType: isStored ? head.toString('latin1', start, start + length) : 'packed' }
}

/** Names of the directory; empty where none is found. */
async function readNames(source: ByteSource): Promise<readonly string[]> {
  const start = await directoryStart(source)
  if (start === null) return []
  const bytes = await source.read(start, Math.min(mostDirectory, source.size - start))
  const names: string[] = []
  for (let at = 0; at + zip.centralSize <= bytes.length && names.length < mostEntries;) {
    if (bytes.readUInt32LE(at) !== zip.centralSignature) break
    const nameEnd = at + zip.centralSize + bytes.readUInt16LE(at + 28)
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
    const name = bytes.subarray(at + zip.centralSize, nameEnd)
    const [flags, madeBy] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 4)]
    names.push(shownName({ bytes: name, flags, madeBy, extra: bytes.subarray(nameEnd, extraEnd) }))
    at = extraEnd + bytes.readUInt16LE(at + 32)
  }
  return names
}

/** Where the directory begins, by the end record or the one of zip64 (APPNOTE 4.3.14). */
async function directoryStart(source: ByteSource): Promise<number | null> {
  const length = Math.min(source.size, 65_557)
  const tail = await source.read(source.size - length, length)
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + zip.endSize > tail.length) return null
  const stated = (await readZip64End(source, source.size - length + end))?.offset ?? tail.readUInt32LE(end + 16)
  return stated + zip.centralSize <= source.size ? stated : null
}

/** The end record of zip64 that belongs to the end record at `end`; null if there is none. */
export async function readZip64End(
  source: ByteSource,
  end: number,
): Promise<{ readonly count: number; readonly offset: number } | null> {
  if (end < 20) return null
  const locator = await source.read(end - 20, 20)
  if (locator.readUInt32LE(0) !== 0x07064b50) return null
  const at = Number(locator.readBigUInt64LE(8))
  if (at + 56 > source.size) return null
  const record = await source.read(at, 56)
  if (record.readUInt32LE(0) !== 0x06064b50) return null
  return { count: Number(record.readBigUInt64LE(32)), offset: Number(record.readBigUInt64LE(48)) }
}
