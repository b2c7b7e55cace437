import { randomBytes } from 'node:crypto'
import { fileSource, type ByteSource } from '../bytes/byte-source'
import { pour, type ByteSink } from '../files/pour'
import { borrowBuffer, returnBuffer, withBuffers } from '../files/scratch'
import { decrypt, deriveSubkey, encryptInto, gcmSizes } from './gcm'

/*
 * A file in pieces that are encrypted one by one, so that a range is read without the rest: magic (16 bytes), random
 * salt (16 bytes), then for every 64 KiB of plaintext the ciphertext and its tag. The key is of this file alone (HKDF
 * over the salt), so that the number of the piece can be its nonce. What the file is, the number of the piece and
 * whether it is the last are authenticated: pieces cannot be swapped, cut off or taken from another file.
 */
const magic = Buffer.from('LIANSHEN-FILE-2\n', 'latin1')
const headerSize = 32
const pieceSize = 65_536
const sealedPieceSize = pieceSize + gcmSizes.tag
/** A megabyte of plaintext is sealed before it is handed on. */
const gathered = 16 * sealedPieceSize

/** Under which key and as what a file is sealed. `what` is not secret; another one does not open it. */
export type FileSeal = { readonly key: Uint8Array; readonly what: string }

/** Whether bytes are the beginning of a sealed file. */
export const startsSealed = (start: Uint8Array): boolean => magic.equals(start.subarray(0, magic.length))

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Writes a sealed file of what `pieces` bring, in any sizes. `written` sees every byte of the file. */
export const writeSealed = (
  sink: ByteSink,
  seal: FileSeal,
  pieces: Pieces,
  written: (bytes: Uint8Array) => void = () => undefined,
): Promise<void> => withBuffers((buffers) => pour(sink, sealPieces(seal, pieces, buffers), written))

/**
 * The bytes of a sealed file, about a megabyte at a time in one of two buffers: each stays as it is until the one after
 * the next is asked for.
 */
async function* sealPieces(seal: FileSeal, pieces: Pieces, outs: readonly [Buffer, Buffer]): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltSize)
  const cipher = pieceCipher(seal, salt)
  const held = Buffer.allocUnsafe(pieceSize)
  let heldSize = 0
  let turn: 0 | 1 = 0
  let filled = magic.copy(outs[0]) + salt.copy(outs[0], magic.length)
  let index = 0
  const put = (plain: Uint8Array, isLast: boolean): void => {
    filled += cipher.encryptInto(outs[turn], filled, plain, index, isLast)
    index += 1
  }
  for await (const piece of pieces) {
    const bytes = asBuffer(piece)
    let done = 0
    // The last one is told apart only when nothing follows.
    while (heldSize + bytes.length - done > pieceSize) {
      if (filled >= gathered) {
        yield outs[turn].subarray(0, filled)
        turn = turn === 0 ? 1 : 0
        filled = 0
      }
      const taken = pieceSize - heldSize
      if (heldSize > 0) bytes.copy(held, heldSize, done, done + taken)
      put(heldSize > 0 ? held : bytes.subarray(done, done + pieceSize), false)
      done += taken
      heldSize = 0
    }
    // A copy: whoever streams may use its buffer again.
    heldSize += bytes.copy(held, heldSize, done)
  }
  put(held.subarray(0, heldSize), true)
  yield outs[turn].subarray(0, filled)
}

/** Bytes of plaintext in a sealed file of this size; null if no sealed file has it. */
export function plainSize(fileSize: number): number | null {
  const body = fileSize - headerSize
  const pieces = Math.max(1, Math.ceil(body / sealedPieceSize))
  const plain = body - pieces * gcmSizes.tag
  return plain < (pieces - 1) * pieceSize || plain < 0 ? null : plain
}

/**
 * Opens a sealed file to be read at random: every piece that is read is verified. `broken` makes the error for one that
 * is not what was sealed. @throws what `broken` makes
 */
export const sealedSource = async (path: string, seal: FileSeal, broken: () => Error): Promise<ByteSource> =>
  openSealed(await fileSource(path), seal, broken)

/** The same out of bytes that lie anywhere. Closes `file` if it does not open. @throws what `broken` makes */
export async function openSealed(file: ByteSource, seal: FileSeal, broken: () => Error): Promise<ByteSource> {
  try {
    const size = plainSize(file.size)
    if (size === null) throw broken()
    const header = await file.read(0, headerSize)
    if (!startsSealed(header)) throw broken()
    const cipher = pieceCipher(seal, header.subarray(magic.length))
    const lastIndex = Math.max(0, Math.ceil(size / pieceSize) - 1)
    return {
      size,
      read: async (offset, length, into) => {
        if (offset + length > size) throw new RangeError('source is shorter')
        const first = Math.floor(offset / pieceSize)
        const last = Math.min(lastIndex, Math.floor((offset + Math.max(0, length - 1)) / pieceSize))
        const place = headerSize + first * sealedPieceSize
        const sealedSize = Math.min((last - first + 1) * sealedPieceSize, file.size - place)
        const borrowed = borrowBuffer(sealedSize)
        try {
          const sealed = await file.read(place, sealedSize, borrowed)
          const plain = into?.subarray(0, length) ?? Buffer.allocUnsafe(length)
          for (let index = first; index <= last; index += 1) {
            const start = (index - first) * sealedPieceSize
            const piece = sealed.subarray(start, Math.min(start + sealedPieceSize, sealedSize))
            const opened = cipher.decrypt(piece, index, index === lastIndex)
            if (opened === null) throw broken()
            const at = index * pieceSize - offset
            opened.copy(plain, Math.max(0, at), Math.max(0, -at))
          }
          return plain
        } finally {
          returnBuffer(borrowed)
        }
      },
      close: file.close,
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

/**
 * The bytes of a sealed file for a plain source, at random and the same at every reading: for a writer that has to
 * measure before it writes. `salt` is of this file alone.
 */
export function sealingSource(plain: ByteSource, seal: FileSeal, salt: Uint8Array): ByteSource {
  const cipher = pieceCipher(seal, salt)
  const header = Buffer.concat([magic, salt])
  const lastIndex = Math.max(0, Math.ceil(plain.size / pieceSize) - 1)
  const size = headerSize + plain.size + (lastIndex + 1) * gcmSizes.tag
  return {
    size,
    read: async (offset, length) => {
      if (offset + length > size) throw new RangeError('source is shorter')
      const out: Buffer[] = [header.subarray(offset, offset + length)]
      const first = Math.max(0, Math.floor((offset - headerSize) / sealedPieceSize))
      for (let index = first; index <= lastIndex; index += 1) {
        const start = headerSize + index * sealedPieceSize
        if (start >= offset + length) break
        const at = index * pieceSize
        const piece = await plain.read(at, Math.min(pieceSize, plain.size - at))
        const sealed = Buffer.allocUnsafe(piece.length + gcmSizes.tag)
        cipher.encryptInto(sealed, 0, piece, index, index === lastIndex)
        out.push(sealed.subarray(Math.max(0, offset - start), Math.max(0, offset + length - start)))
      }
      return Buffer.concat(out)
    },
    close: plain.close,
  }
}

/** Bytes of the salt of a sealed file. */
export const saltSize = headerSize - magic.length

function pieceCipher({ key, what }: FileSeal, salt: Uint8Array) {
  const fileKey = deriveSubkey(key, 'lianshen/file/2', salt)
  const place = (index: number, isLast: boolean) => {
    const nonce = Buffer.alloc(gcmSizes.nonce)
    nonce.writeUInt32BE(index, gcmSizes.nonce - 4)
    return { nonce, aad: Buffer.from(`${what}/${index}/${isLast ? 'last' : 'more'}`) }
  }
  return {
    encryptInto: (target: Buffer, at: number, plain: Uint8Array, index: number, isLast: boolean): number => {
      const { nonce, aad } = place(index, isLast)
      return encryptInto(target, at, fileKey, nonce, plain, aad)
    },
    decrypt: (sealed: Uint8Array, index: number, isLast: boolean): Buffer | null => {
      const { nonce, aad } = place(index, isLast)
      return decrypt(fileKey, nonce, sealed, aad)
    },
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
