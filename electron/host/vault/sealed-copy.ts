import { Serial } from '../lib/serial'
import { sealedSource, type FileSeal } from './sealed-file'
import { windowed, type ByteSource } from '../bytes/byte-source'

/** A range of the copied file that is sealed in a file of its own, hashed before its last piece was sealed. */
export type RangeApart = {
  readonly sha256: string
  readonly offset: number
  readonly size: number
  readonly path: string
  readonly seal: FileSeal
}

/**
 * A file that must not lie in the open, sealed: in one file, but for the ranges that lie apart, in the order of the
 * original and without overlap.
 */
export type SealedCopy = { readonly path: string; readonly seal: FileSeal; readonly apart: readonly RangeApart[] }

const changed = () => new RangeError('the copy changed on the disk')

/** The bytes that were copied, to read at random. @throws RangeError if the copy is not what was put there */
export async function openSealedCopy({ path, seal, apart }: SealedCopy): Promise<ByteSource> {
  // What lies between attachments is small and lies together here: no file apart is opened for it.
  const main = windowed(await sealedSource(path, seal, changed))
  if (apart.length === 0) return main
  const files = oneOpenFile()
  const pieces = piecesOf(main.size, apart)
  const size = main.size + apart.reduce((total, range) => total + range.size, 0)
  const readPiece = ({ place, start }: Piece, offset: number, length: number, into?: Buffer): Promise<Buffer> =>
    typeof place === 'number'
      ? main.read(place + offset - start, length, into)
      : files.read(place, offset - start, length, into)
  return {
    size,
    read: async (offset, length, into) => {
      if (offset + length > size) throw changed()
      const first = pieceAt(pieces, offset)
      const piece = pieces[first]
      if (piece === undefined) return Buffer.alloc(0)
      if (offset + length <= piece.end) return readPiece(piece, offset, length, into)
      const whole = into?.subarray(0, length) ?? Buffer.allocUnsafe(length)
      for (let index = first, done = 0; done < length; index += 1) {
        const next = pieces[index] ?? piece
        const taken = Math.min(length - done, next.end - offset - done)
        const read = await readPiece(next, offset + done, taken)
        read.copy(whole, done)
        done += taken
      }
      return whole
    },
    close: async () => {
      await files.close()
      await main.close()
    },
    hasWindow: true,
    // Whatever is read from a sealed file is authenticated: it is what was hashed, or an error.
    knownSha256: (offset, length) => {
      const { start, place } = pieces[pieceAt(pieces, offset)] ?? {}
      const isWhole = typeof place === 'object' && start === offset && place.size === length
      return isWhole ? place.sha256 : null
    },
  }
}

/**
 * The one sealed file in which a range of the original lies, and where: for whoever reads no more than this range.
 * @throws RangeError if it lies in no single file
 */
export function fileOfRange(
  { path, seal, apart }: SealedCopy,
  offset: number,
  size: number,
): { readonly copy: SealedCopy; readonly offset: number } {
  let before = 0
  for (const range of apart) {
    if (offset + size <= range.offset) break
    if (offset >= range.offset && offset + size <= range.offset + range.size) {
      return { copy: { path: range.path, seal: range.seal, apart: [] }, offset: offset - range.offset }
    }
    if (offset < range.offset + range.size) throw new RangeError('a range in two files')
    before += range.size
  }
  return { copy: { path, seal, apart: [] }, offset: offset - before }
}

/** Bytes from `start` to `end` of the original, and where they lie: from a place in the main file on, or apart. */
type Piece = { readonly start: number; readonly end: number; readonly place: number | RangeApart }

function piecesOf(mainSize: number, apart: readonly RangeApart[]): readonly Piece[] {
  const pieces: Piece[] = []
  let position = 0
  let inMain = 0
  for (const range of apart) {
    if (range.offset > position) pieces.push({ start: position, end: range.offset, place: inMain })
    inMain += range.offset - position
    position = range.offset + range.size
    pieces.push({ start: range.offset, end: position, place: range })
  }
  if (mainSize > inMain) pieces.push({ start: position, end: position + mainSize - inMain, place: inMain })
  return pieces
}

/** Which piece holds this byte; the last one for the end of the file. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (offset < (pieces[middle]?.end ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}

/** Thousands of files must not be open at once: the one that is read stays open until another is asked for. */
function oneOpenFile() {
  const serial = new Serial()
  let current: { readonly range: RangeApart; readonly source: ByteSource } | null = null
  const close = async (): Promise<void> => {
    const { source } = current ?? {}
    current = null
    await source?.close()
  }
  return {
    read: (range: RangeApart, offset: number, length: number, into?: Buffer): Promise<Buffer> =>
      serial.run(async () => {
        if (current?.range !== range) {
          await close()
          current = { range, source: await sealedSource(range.path, range.seal, changed) }
        }
        return current.source.read(offset, length, into)
      }),
    close: () => serial.run(close),
  }
}
