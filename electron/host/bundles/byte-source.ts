import { open } from 'node:fs/promises'

/** Bytes to read at random: a file, or memory. */
export type ByteSource = {
  readonly size: number
  /** Exactly `length` bytes. @throws RangeError if the source is shorter */
  readonly read: (offset: number, length: number) => Promise<Buffer>
  readonly close: () => Promise<void>
}

export function memorySource(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    size: buffer.length,
    read: async (offset, length) => {
      if (offset + length > buffer.length) throw new RangeError('source is shorter')
      return buffer.subarray(offset, offset + length)
    },
    close: async () => undefined,
  }
}

export async function fileSource(path: string): Promise<ByteSource> {
  const handle = await open(path, 'r')
  const { size } = await handle.stat()
  return {
    size,
    read: async (offset, length) => {
      const buffer = Buffer.alloc(length)
      const { bytesRead } = await handle.read(buffer, 0, length, offset)
      if (bytesRead !== length) throw new RangeError('source is shorter')
      return buffer
    },
    close: () => handle.close(),
  }
}

const chunkSize = 1 << 20

/** Reads a range in pieces of at most 1 MiB. */
export async function* readPieces(source: ByteSource, offset: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; done += chunkSize) {
    yield await source.read(offset + done, Math.min(chunkSize, length - done))
  }
}
