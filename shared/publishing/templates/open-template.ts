/** A Word file opened for its tags. Tags are names only: nothing in a template is run. */
import Docxtemplater, { type DXT } from 'docxtemplater'
import PizZip from 'pizzip'
import { type PackagePart } from './package-dangers'

/** A letter with a letterhead has less; a packed file that claims more is refused before it is unpacked. */
export const mostBytes = { packed: 5_000_000, unpacked: 30_000_000 } as const

/** Throws when the bytes are no ZIP archive. */
export const openArchive = (bytes: Uint8Array): PizZip => new PizZip(bytes)

/** The sum of the sizes that the archive declares for its parts. */
export function unpackedSize(archive: PizZip): number {
  const sizes = Object.values(archive.files).map((file) => {
    // The library keeps what the directory of the archive says, but does not type it.
    const { _data: data } = file as { _data?: { uncompressedSize?: number } }
    return data?.uncompressedSize ?? 0
  })
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** The parts of an archive, each unpacked when it is asked for. */
export const partsOf = (archive: PizZip): PackagePart[] =>
  Object.values(archive.files)
    .filter(({ dir }) => !dir)
    .map(({ name }) => ({ name, text: () => unpacked(archive, name) }))

function unpacked(archive: PizZip, name: string): string | undefined {
  try {
    return archive.file(name)?.asText()
  } catch {
    return undefined
  }
}

/** Throws the library's own errors for brackets and rows that do not close. */
export function openTemplate(archive: PizZip, options: DXT.ConstructorOptions = {}): Docxtemplater<PizZip> {
  return new Docxtemplater(archive, {
    delimiters: { start: '{{', end: '}}' },
    syntax: { changeDelimiterPrefix: null },
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    parser: ownValue,
    ...options,
  })
}

/** A tag is the name of a value and nothing more: no paths, no expressions, nothing inherited; rows are no text. */
function ownValue(tag: string): DXT.Parser {
  return {
    get: (scope: unknown, { meta }: DXT.ParserContext): unknown => {
      if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, tag)) return undefined
      const value = (scope as Record<string, unknown>)[tag]
      return Array.isArray(value) === (meta.part.module === 'loop') ? value : undefined
    },
  }
}
