import { centralHeader, endRecord, localHeader, zip, type ZipEntry } from '@host/bundles/zip-format'

/** Where the parts of a stored ZIP of ours lie: for a hand that bends single fields. */
export type ZipLayout = {
  readonly entries: readonly {
    readonly name: string
    readonly local: number
    readonly content: number
    readonly end: number
    readonly central: number
  }[]
  readonly directory: number
  readonly end: number
}

export function layoutOf(file: Buffer): ZipLayout {
  const end = file.length - zip.endSize
  const directory = file.readUInt32LE(end + 16)
  const entries: ZipLayout['entries'][number][] = []
  for (let central = directory; central < end;) {
    const nameLength = file.readUInt16LE(central + 28)
    const local = file.readUInt32LE(central + 42)
    const content = local + zip.localSize + nameLength
    const name = file.toString('latin1', central + zip.centralSize, central + zip.centralSize + nameLength)
    entries.push({ name, local, content, end: content + file.readUInt32LE(central + 24), central })
    central += zip.centralSize + nameLength
  }
  return { entries, directory, end }
}

export const entryOf = (layout: ZipLayout, name: string): ZipLayout['entries'][number] => {
  const found = layout.entries.find((entry) => entry.name.startsWith(name))
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

type Part = {
  readonly entry: ZipEntry
  readonly content: Uint8Array
  /** Local header and directory header as they shall stand; as they should be unless given. */
  readonly local?: Buffer
  readonly central?: Buffer
}

/** A ZIP of parts, with whatever was bent in them, and the bytes between contents and directory. */
export function assemble(parts: readonly Part[], between: Uint8Array = Buffer.alloc(0)): Buffer {
  const locals = parts.map((part) => Buffer.concat([part.local ?? localHeader(part.entry), part.content]))
  const centrals = parts.map((part) => part.central ?? centralHeader(part.entry))
  const body = Buffer.concat([...locals, between])
  const directory = Buffer.concat(centrals)
  return Buffer.concat([body, directory, endRecord(parts.length, directory.length, body.length)])
}

/** The good file taken apart. */
export function partsOf(file: Buffer): Part[] {
  return layoutOf(file).entries.map(({ name, local, content, end }) => ({
    entry: { name, size: end - content, crc32: file.readUInt32LE(local + 14), offset: content },
    content: file.subarray(content, end),
  }))
}

/** Offsets put right after parts were moved, added or made longer. */
export function relocated(parts: readonly Part[]): Part[] {
  let position = 0
  return parts.map((part) => {
    const offset = position + (part.local?.length ?? zip.localSize + part.entry.name.length)
    position = offset + part.content.length
    return { ...part, entry: { ...part.entry, offset } }
  })
}
