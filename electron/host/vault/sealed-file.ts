import { randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { ByteSource } from '../bundles/byte-source'
import { decrypt, deriveSubkey, encrypt, gcmSizes } from './gcm'

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

/** Under which key and as what a file is sealed. `what` is not secret; another one does not open it. */
export type FileSeal = { readonly key: Uint8Array; readonly what: string }

/** Whether bytes are the beginning of a sealed file. */
export const startsSealed = (start: Uint8Array): boolean => magic.equals(start.subarray(0, magic.length))

/** The bytes of a sealed file for what `pieces` bring, in any sizes. */
export async function* sealPieces(
  seal: FileSeal,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(headerSize - magic.length)
  const cipher = pieceCipher(seal, salt)
  yield Buffer.concat([magic, salt])
  let held: Buffer = Buffer.alloc(0)
  let index = 0
  for await (const piece of pieces) {
    held = held.length === 0 ? asBuffer(piece) : Buffer.concat([held, piece])
    let done = 0
    // The last one is told apart only when nothing follows.
    for (; held.length - done > pieceSize; done += pieceSize) {
      yield cipher.encrypt(held.subarray(done, done + pieceSize), index, false)
      index += 1
    }
    // A copy: whoever streams may use its buffer again.
    held = Buffer.from(held.subarray(done))
  }
  yield cipher.encrypt(held, index, true)
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
export async function sealedSource(path: string, seal: FileSeal, broken: () => Error): Promise<ByteSource> {
  const handle = await open(path, 'r')
  try {
    const size = plainSize((await handle.stat()).size)
    const header = Buffer.alloc(headerSize)
    await handle.read(header, 0, headerSize, 0)
    if (size === null || !startsSealed(header)) throw broken()
    const cipher = pieceCipher(seal, header.subarray(magic.length))
    const lastIndex = Math.max(0, Math.ceil(size / pieceSize) - 1)
    return {
      size,
      read: async (offset, length) => {
        if (offset + length > size) throw new RangeError('source is shorter')
        const first = Math.floor(offset / pieceSize)
        const last = Math.min(lastIndex, Math.floor((offset + Math.max(0, length - 1)) / pieceSize))
        const sealed = Buffer.allocUnsafe((last - first + 1) * sealedPieceSize)
        const { bytesRead } = await handle.read(sealed, 0, sealed.length, headerSize + first * sealedPieceSize)
        const plain: Buffer[] = []
        for (let index = first; index <= last; index += 1) {
          const start = (index - first) * sealedPieceSize
          const piece = sealed.subarray(start, Math.min(start + sealedPieceSize, bytesRead))
          const opened = cipher.decrypt(piece, index, index === lastIndex)
          if (opened === null) throw broken()
          plain.push(opened)
        }
        const whole = plain.length === 1 && plain[0] !== undefined ? plain[0] : Buffer.concat(plain)
        return whole.subarray(offset - first * pieceSize, offset - first * pieceSize + length)
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

function pieceCipher({ key, what }: FileSeal, salt: Uint8Array) {
  const fileKey = deriveSubkey(key, 'lianshen/file/2', salt)
  const place = (index: number, isLast: boolean) => {
    const nonce = Buffer.alloc(gcmSizes.nonce)
    nonce.writeUInt32BE(index, gcmSizes.nonce - 4)
    return { nonce, aad: Buffer.from(`${what}/${index}/${isLast ? 'last' : 'more'}`) }
  }
  return {
    encrypt: (plain: Uint8Array, index: number, isLast: boolean): Buffer => {
      const { nonce, aad } = place(index, isLast)
      return encrypt(fileKey, nonce, plain, aad)
    },
    decrypt: (sealed: Uint8Array, index: number, isLast: boolean): Buffer | null => {
      const { nonce, aad } = place(index, isLast)
      return decrypt(fileKey, nonce, sealed, aad)
    },
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
