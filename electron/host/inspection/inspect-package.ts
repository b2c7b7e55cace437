import { inflateRawSync } from 'node:zlib'
import type { Finding, FindingKind } from '@shared/inspection/finding'
import { packageDangers, type PackagePart } from '@shared/publishing/templates/package-dangers'
import type { PackageDanger } from '@shared/publishing/templates/template-problem'
import { readArchiveName } from '../bundles/archive-names'
import { inspectionLimits } from './limits'

const one = (kind: FindingKind, detail = ''): Finding => ({ kind, count: 1, detail: detail.slice(0, 200) })

const kindOf: Readonly<Record<Exclude<PackageDanger['kind'], 'unreadable'>, FindingKind>> = {
  macro: 'macro',
  'external-relationship': 'external-part',
  'embedded-object': 'embedded-object',
  'alt-chunk': 'foreign-text',
  'active-field': 'active-field',
}

/**
 * Looks into a packed document (DOCX and its like, ISO/IEC 29500, or another ZIP) without running or fetching anything. Parts
 * are unpacked in memory, each and all together up to a limit, whatever sizes they state.
 */
export function inspectPackage(bytes: Buffer): Finding[] {
  const entries = readDirectory(bytes)
  if (entries === null) return [one('bad-package')]
  const parts: PackagePart[] = []
  let unpacked = 0
  for (const entry of entries) {
    if (isOutside(entry.name)) return [one('bad-package', entry.name)]
    if (entry.isEncrypted) return [one('encrypted')]
    if (entry.name.endsWith('/')) continue
    const content = unpack(bytes, entry)
    if (content === 'bomb') return [one('bomb', entry.name)]
    if (content === null) return [one('broken', entry.name)]
    unpacked += content.length
    if (unpacked > inspectionLimits.unpackedBytes) return [one('bomb', entry.name)]
    const isText = /\.(?:xml|rels)$/iu.test(entry.name)
    if (isText && content.length > inspectionLimits.readBytes) return [one('bomb', entry.name)]
    if (isText && declaresEntities(content)) return [one('entities', entry.name)]
    if (isText && isTooDeep(content)) return [one('too-deep', entry.name)]
    // What is no XML is told by its name alone.
    parts.push({ name: entry.name, text: isText ? () => content.toString('utf8') : () => '' })
  }
  if (!parts.some(({ name }) => name === '[Content_Types].xml')) return [one('no-document')]
  return packageDangers(parts).map((danger) =>
    danger.kind === 'unreadable' ? one('broken', danger.part) : one(kindOf[danger.kind], detailOf(danger)),
  )
}

const detailOf = (danger: PackageDanger): string =>
  danger.kind === 'external-relationship' ? danger.target : danger.kind === 'active-field' ? danger.field : danger.part

/** A document type of its own, in UTF-8 or UTF-16: entities that unfold or read other files. */
const declaresEntities = (content: Buffer): boolean =>
  /<!(?:DOCTYPE|ENTITY)/iu.test(content.toString('latin1').replaceAll('\0', ''))

/** More levels of elements than a document has; reading them takes the square of their number. */
function isTooDeep(content: Buffer): boolean {
  let depth = 0
  for (const [tag] of content.toString('latin1').matchAll(/<[a-z_\x80-\xff/][^>]*>/giu)) {
    if (!tag.endsWith('/>')) depth += tag.startsWith('</') ? -1 : 1
    if (depth > inspectionLimits.elementDepth) return true
  }
  return false
}

/** A name that leads out of the package, or means another thing elsewhere. */
const isOutside = (name: string): boolean =>
  /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|[\0]/iu.test(name) || name.length > 1000

type Entry = {
  readonly name: string
  readonly method: number
  readonly size: number
  readonly packedSize: number
  readonly offset: number
  readonly isEncrypted: boolean
}

/** The directory of a ZIP; null if it contradicts itself or is larger than a document has. */
function readDirectory(bytes: Buffer): Entry[] | null {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) return null
  const count = bytes.readUInt16LE(end + 10)
  if (count > inspectionLimits.packageParts) return null
  const entries: Entry[] = []
  const names = new Set<string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    const nameEnd = at + 46 + nameLength
    const name = readArchiveName({
      bytes: bytes.subarray(at + 46, nameEnd),
      flags: bytes.readUInt16LE(at + 8),
      madeBy: bytes.readUInt16LE(at + 4),
      extra: bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(at + 30)),
    })
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

/** The content of a part, as long as it says; null if it is damaged. */
function unpack(bytes: Buffer, { offset, packedSize, size, method }: Entry): Buffer | 'bomb' | null {
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
