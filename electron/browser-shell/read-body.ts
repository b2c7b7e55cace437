import { type IncomingMessage } from 'node:http'

/** The bytes of a request, or null as soon as they are more than `limit`: the rest is not taken into memory. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) return null
    parts.push(part)
  }
  const whole = Buffer.concat(parts, size)
  // Not a Buffer: its `toJSON` would turn bytes of a message into something else further in.
  return new Uint8Array(whole.buffer, whole.byteOffset, size)
}
