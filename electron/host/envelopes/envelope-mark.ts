import type { ByteSource } from '../bytes/byte-source'
import { digestOf } from '../files/durable-file'

/** Bytes at the beginning of an envelope that hold its file key, closed, and a nonce: random for every envelope. */
const markedBytes = 160

/** By what an envelope is known again without opening it: SHA-256 of its beginning, hex. */
export async function envelopeMark(source: ByteSource): Promise<string> {
  return digestOf(await source.read(0, Math.min(markedBytes, source.size))).sha256
}
