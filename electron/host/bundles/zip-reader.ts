import { readEntryName } from '@shared/bundle/entry-names'
import { armouredStart, isArmoured } from '../envelopes/armour'
import { HostFailure, refuse } from '../lib/failure'
import { shownName } from '../bytes/archive-names'
import type { ByteSource } from '../bytes/byte-source'
import { refuseForeign } from './foreign-file'
import { readZip64End } from './foreign-zip'
import { centralHeader, endRecord, localHeader, zip, type ZipEntry } from './zip-format'

/**
 * Reads the directory of a bundle under the strict profile. Every header must be, byte for byte,
 * the one this program would have written for that entry; so a descriptor, an extra field, another method, a lying
 * size, a comment or an attribute cannot even be expressed, and nothing is ever inflated.
 * @throws HostFailure with what is wrong: not a ZIP, cut off, bytes around it, an unknown or double name, a gap; or
 * with what it is, if it is a file of another kind
 */
export async function readZipDirectory(source: ByteSource): Promise<ZipEntry[]> {
  try {
    return await readStrictly(source)
  } catch (error) {
    if (error instanceof HostFailure && !['bundle.empty', 'bundle.encrypted'].includes(error.error.code)) {
      await refuseForeign(source)
    }
    throw error
  }
}

async function readStrictly(source: ByteSource): Promise<ZipEntry[]> {
  const { count, directoryOffset, directorySize } = await readEnd(source)
  const directory = await source.read(directoryOffset, directorySize)
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let position = 0
  let expectedStart = 0
  for (let index = 0; index < count; index += 1) {
    const { entry, length } = readCentral(directory.subarray(position), expectedStart)
    if (names.has(entry.name)) refuse('bundle.double-name', { name: entry.name })
    if (entry.offset + entry.size > directoryOffset) refuse('bundle.structure', { detail: `size of ${entry.name}` })
    const local = await source.read(expectedStart, zip.localSize + entry.name.length)
    if (!local.equals(localHeader(entry))) refuse('bundle.structure', { detail: `local header of ${entry.name}` })
    names.add(entry.name)
    entries.push(entry)
    position += length
    expectedStart = entry.offset + entry.size
  }
  if (position !== directorySize || expectedStart !== directoryOffset) {
    refuse('bundle.structure', { detail: 'bytes between entries' })
  }
  return entries
}

async function readEnd(source: ByteSource): Promise<{ count: number; directoryOffset: number; directorySize: number }> {
  if (source.size === 0) refuse('bundle.empty')
  await recogniseStart(source)
  if (source.size < zip.endSize) refuse('bundle.truncated')
  if (source.size > zip.maxSize) refuse('bundle.too-large')
  const end = await source.read(source.size - zip.endSize, zip.endSize)
  if (end.readUInt32LE(0) !== zip.endSignature) {
    return refuse((await hasEndRecord(source)) ? 'bundle.trailing-bytes' : 'bundle.truncated')
  }
  const count = end.readUInt16LE(10)
  const directorySize = end.readUInt32LE(12)
  const directoryOffset = end.readUInt32LE(16)
  if (count === 0xffff || directorySize === 0xffffffff || directoryOffset === 0xffffffff) {
    // The true numbers stand in another record, which no bundle has: its size is not what is wrong with it.
    const stated = await readZip64End(source, source.size - zip.endSize)
    if ((stated?.count ?? 0) > zip.maxEntries) refuse('bundle.too-large')
    refuse('bundle.structure', { detail: 'zip64' })
  }
  if (!end.equals(endRecord(count, directorySize, directoryOffset))) {
    refuse('bundle.structure', { detail: 'end record' })
  }
  if (count > zip.maxEntries) refuse('bundle.too-large')
  if (directoryOffset + directorySize + zip.endSize !== source.size) {
    refuse('bundle.structure', { detail: 'place of the directory' })
  }
  return { count, directoryOffset, directorySize }
}

/** Tells files apart that are no bundle of this kind at all. */
async function recogniseStart(source: ByteSource): Promise<void> {
  const start = await source.read(0, Math.min(armouredStart, source.size))
  if (start.subarray(0, 21).toString('latin1') === 'age-encryption.org/v1' || isArmoured(start)) {
    refuse('bundle.encrypted')
  }
  if (start.length < 4 || start.readUInt32LE(0) !== zip.localSignature) refuse('bundle.not-a-bundle')
}

/** Whether a whole end record stands before the last 22 bytes: then something was put behind it. */
async function hasEndRecord(source: ByteSource): Promise<boolean> {
  const length = Math.min(source.size, 1 << 20)
  const tail = await source.read(source.size - length, length)
  const signature = Buffer.alloc(4)
  signature.writeUInt32LE(zip.endSignature)
  const at = tail.lastIndexOf(signature)
  return at >= 0 && tail.length - at > zip.endSize
}

function readCentral(rest: Buffer, expectedStart: number): { entry: ZipEntry; length: number } {
  if (rest.length < zip.centralSize || rest.readUInt32LE(0) !== zip.centralSignature) {
    return refuse('bundle.structure', { detail: 'directory' })
  }
  const nameLength = rest.readUInt16LE(28)
  const length = zip.centralSize + nameLength
  if (nameLength > zip.maxNameLength || rest.length < length) return refuse('bundle.structure', { detail: 'directory' })
  const name = rest.toString('latin1', zip.centralSize, length)
  if (readEntryName(name) === null) return refuse('bundle.foreign-entry', { name: nameToShow(rest, nameLength) })
  if (rest.readUInt16LE(10) !== 0) return refuse('bundle.compressed', { name })
  const entry: ZipEntry = {
    name,
    size: rest.readUInt32LE(24),
    crc32: rest.readUInt32LE(16),
    offset: rest.readUInt32LE(42) + zip.localSize + nameLength,
  }
  const isPlain = centralHeader(entry).equals(rest.subarray(0, length))
  if (!isPlain || entry.offset !== expectedStart + zip.localSize + nameLength) {
    return refuse('bundle.structure', { detail: `directory entry ${name}` })
  }
  return { entry, length }
}

/** A name that no bundle has, as it may be shown. */
function nameToShow(header: Buffer, nameLength: number): string {
  const end = zip.centralSize + nameLength
  return shownName({
    bytes: header.subarray(zip.centralSize, end),
    flags: header.readUInt16LE(8),
    madeBy: header.readUInt16LE(4),
    extra: header.subarray(end, end + header.readUInt16LE(30)),
  })
}
