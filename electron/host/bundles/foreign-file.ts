import { constants, gunzipSync } from 'node:zlib'
import { refuse } from '../lib/failure'
import type { ByteSource } from '../bytes/byte-source'
import { readForeignZip, type ForeignZip } from './foreign-zip'

/** What a file is that was given as a bundle and is none. `format` is what it is called in every language. */
export type ForeignFile =
  | { readonly kind: 'zip'; readonly name: string; readonly count: number }
  | { readonly kind: 'archive' | 'document'; readonly format: string }

/** Codes under which a foreign file is refused; it says nothing about who sent it. */
export const foreignCodes = ['bundle.is-zip', 'bundle.is-archive', 'bundle.is-document'] as const

type Mark = readonly [offset: number, bytes: string, kind: 'archive' | 'document', format: string]

/** By what a format begins. */
const marks: readonly Mark[] = [
  [0, '7z\xbc\xaf\x27\x1c', 'archive', '7z'],
  [0, 'Rar!\x1a\x07', 'archive', 'RAR'],
  [0, 'BZh', 'archive', 'bzip2'],
  [0, '\xfd7zXZ\0', 'archive', 'xz'],
  [0, '\x28\xb5\x2f\xfd', 'archive', 'zstd'],
  [0, '\x1f\x9d', 'archive', 'Z'],
  [0, 'MSCF', 'archive', 'CAB'],
  [2, '-lh', 'archive', 'LHA'],
  [257, 'ustar', 'archive', 'tar'],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'document', 'Word/Excel/WPS 97-2003'],
  [0, '\x89PNG', 'document', 'PNG'],
  [0, '\xff\xd8\xff', 'document', 'JPEG'],
  [0, 'GIF8', 'document', 'GIF'],
  [0, 'II*\0', 'document', 'TIFF'],
  [0, 'MM\0*', 'document', 'TIFF'],
  [0, '{\\rtf', 'document', 'RTF'],
  [0, 'MZ', 'document', 'EXE'],
]

const partsOfFormats: readonly (readonly [part: RegExp, kind: 'archive' | 'document', format: string])[] = [
  [/^word\//u, 'document', 'Word (.docx)'],
  [/^xl\//u, 'document', 'Excel (.xlsx)'],
  [/^ppt\//u, 'document', 'PowerPoint (.pptx)'],
  [/^OFD\.xml$/u, 'document', 'OFD'],
  [/^AndroidManifest\.xml$/u, 'archive', 'APK'],
  [/^META-INF\/MANIFEST\.MF$/u, 'archive', 'JAR'],
]

/** Looks at what a file is by its bytes; null if it may be a bundle, or is nothing that is known here. */
export async function recogniseForeign(source: ByteSource): Promise<ForeignFile | null> {
  const start = await source.read(0, Math.min(4096, source.size))
  const text = start.toString('latin1')
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06'].some((mark) => text.startsWith(mark))) {
    const found = await readForeignZip(source)
    return found === null ? null : formatOfZip(found)
  }
  if (text.startsWith('\x1f\x8b')) return { kind: 'archive', format: isTarWithin(start) ? 'tar.gz' : 'gzip' }
  const mark = marks.find(([offset, bytes]) => text.startsWith(bytes, offset))
  if (mark !== undefined) return { kind: mark[2], format: mark[3] }
  return text.slice(0, 1024).includes('%PDF-') ? { kind: 'document', format: 'PDF' } : null
}

/**
 * Says of a file that is no bundle what it is, instead of what a bundle would have to be.
 * @throws HostFailure `bundle.is-zip`, `bundle.is-archive` or `bundle.is-document`, if it is one of these
 */
export async function refuseForeign(source: ByteSource): Promise<void> {
  const found = await recogniseForeign(source)
  if (found === null) return
  if (found.kind === 'zip') refuse('bundle.is-zip', { name: found.name, count: found.count })
  refuse(`bundle.is-${found.kind}`, { format: found.format })
}

function formatOfZip({ names, mediaType }: ForeignZip): ForeignFile {
  if (mediaType.startsWith('application/epub')) return { kind: 'document', format: 'EPUB' }
  if (mediaType.startsWith('application/vnd.oasis.opendocument')) return { kind: 'document', format: 'OpenDocument' }
  for (const [part, kind, format] of partsOfFormats) if (names.some((name) => part.test(name))) return { kind, format }
  const files = names.filter((name) => !name.endsWith('/'))
  // What the person looks for, if it lies inside.
  const name = files.find((file) => /\.lsb(?:\.age)?$/iu.test(file)) ?? files[0] ?? names[0]
  return name === undefined
    ? { kind: 'archive', format: 'ZIP' }
    : { kind: 'zip', name, count: Math.max(1, files.length) }
}

/** Whether the first bytes of a gzip file unfold to the first bytes of a tar archive. */
function isTarWithin(start: Buffer): boolean {
  try {
    const plain = gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 23 })
    return plain.toString('latin1', 257, 262) === 'ustar'
  } catch {
    return false
  }
}
