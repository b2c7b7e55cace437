import { inspectionLimits } from './limits'

/**
 * The filters of PDF that Node does not know (ISO 32000-1 7.4.2 to 7.4.5), lenient, up to the limit of what is read.
 */

const most = inspectionLimits.readBytes + 1

export function unpackAsciiHex(bytes: Buffer): Buffer {
  const digits = bytes.toString('latin1').replace(/>[^]*$|[^0-9a-f]/giu, '')
  return Buffer.from(digits + '0'.repeat(digits.length % 2), 'hex')
}

export function unpackAscii85(bytes: Buffer): Buffer {
  const plain = Buffer.alloc(Math.min(most, bytes.length * 4))
  let size = 0
  let group = 0
  let count = 0
  const put = (length: number): void => {
    for (let at = 0; at < length && size < plain.length; at += 1) {
      plain[size] = (group >>> (24 - 8 * at)) & 0xff
      size += 1
    }
    group = 0
    count = 0
  }
  for (const byte of bytes) {
    if (byte === 0x7e) break
    if (byte === 0x7a && count === 0) put(4)
    if (byte < 0x21 || byte > 0x75) continue
    group = (Math.imul(group, 85) + byte - 0x21) >>> 0
    count += 1
    if (count === 5) put(4)
  }
  const left = count
  if (left > 1) {
    for (let at = left; at < 5; at += 1) group = (Math.imul(group, 85) + 84) >>> 0
    put(left - 1)
  }
  return plain.subarray(0, size)
}

export function unpackRunLength(bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  let size = 0
  for (let at = 0; at < bytes.length && size < most;) {
    const length = bytes[at] ?? 128
    if (length === 128) break
    const piece =
      length < 128 ? bytes.subarray(at + 1, at + 2 + length) : Buffer.alloc(257 - length, bytes[at + 1] ?? 0)
    at += length < 128 ? length + 2 : 2
    pieces.push(piece)
    size += piece.length
  }
  return Buffer.concat(pieces)
}

/** LZW with codes of 9 to 12 bits, the highest bit first. `earlyChange`: 1 if a code grows one step early. */
export function unpackLzw(bytes: Buffer, earlyChange: number): Buffer {
  // A string of the table is the one before it and a byte; it is written from its end.
  const before = new Uint16Array(4096)
  const lastByte = new Uint8Array(4096)
  const lengths = new Uint16Array(4096)
  for (let code = 0; code < 256; code += 1) {
    lastByte[code] = code
    lengths[code] = 1
  }
  let plain = Buffer.alloc(Math.min(most, Math.max(1024, bytes.length * 4)))
  let size = 0
  let next = 258
  let width = 9
  let previous = -1
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xff_ffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >> bits) & ((1 << width) - 1)
    if (code === 257) break
    if (code === 256) {
      next = 258
      width = 9
      previous = -1
      continue
    }
    if (code > next || (code === next && previous < 0)) break
    const isNew = code === next
    const length = isNew ? (lengths[previous] ?? 0) + 1 : (lengths[code] ?? 0)
    if (length === 0 || size + length > most) break
    if (size + length > plain.length) plain = Buffer.concat([plain], Math.min(most, (size + length) * 2))
    let from = isNew ? previous : code
    for (let at = size + (isNew ? length - 2 : length - 1); at >= size; at -= 1) {
      plain[at] = lastByte[from] ?? 0
      from = before[from] ?? 0
    }
    const first = plain[size] ?? 0
    if (isNew) plain[size + length - 1] = first
    if (previous >= 0 && next < 4096) {
      before[next] = previous
      lastByte[next] = first
      lengths[next] = (lengths[previous] ?? 0) + 1
      next += 1
    }
    size += length
    previous = code
    const reached = next + earlyChange
    if (reached >= 512 && (reached & (reached - 1)) === 0) width = Math.min(12, 32 - Math.clz32(reached))
  }
  return plain.subarray(0, size)
}
