/** Bytes of a piece that files are read and written in. */
export const pieceSize = 1 << 20

/** A megabyte, and room for what encryption adds to it and for ranges that start and end in the middle of a part. */
const scratchSize = pieceSize + (1 << 18)
const spare: Buffer[] = []
const spareAtMost = 10

/**
 * A buffer of at least `size` bytes to be given back: files one after another would otherwise leave hundreds of
 * megabytes to be collected, and the system would clear every page of each new one.
 */
export const borrowBuffer = (size: number = scratchSize): Buffer =>
  size > scratchSize ? Buffer.allocUnsafeSlow(size) : (spare.pop() ?? Buffer.allocUnsafeSlow(scratchSize))

/** Gives back what nobody reads or writes any more. */
export function returnBuffer(buffer: Buffer): void {
  if (buffer.length === scratchSize && spare.length < spareAtMost) spare.push(buffer)
}

/** Two buffers for as long as `use` runs: one is filled while the other is written. */
export async function withBuffers<T>(use: (buffers: readonly [Buffer, Buffer]) => Promise<T>): Promise<T> {
  const buffers = [borrowBuffer(), borrowBuffer()] as const
  try {
    return await use(buffers)
  } finally {
    for (const buffer of buffers) returnBuffer(buffer)
  }
}
