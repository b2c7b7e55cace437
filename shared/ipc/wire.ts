/** Content type of a message on the wire. */
export const wireMediaType = 'application/x-lianshen-wire'

/** The header in which a page says which one it is. */
export const pageHeader = 'x-lianshen-page'

// Every JavaScript runtime has these; the pure folders are compiled without the library that declares them.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean; ignoreBOM: boolean })
  decode(bytes: Uint8Array): string
}

type Path = readonly (string | number)[]
type Part = { readonly path: Path; readonly length: number }

/**
 * A message as bytes: u32 (big-endian) length of a JSON head, the head, then the raw bytes of every part in order. The
 * head is `{ value?, parts: [{ path, length }] }`: each Uint8Array of the value is null there and named by its path, so
 * no text of a user can be taken for a placeholder. `undefined` travels as an absent value.
 */
export function encodeMessage(value: unknown): Uint8Array<ArrayBuffer> {
  const parts: { readonly path: Path; readonly bytes: Uint8Array }[] = []
  const plain = takeBytesOut(value, [], parts)
  const head = new TextEncoder().encode(
    JSON.stringify({ value: plain, parts: parts.map(({ path, bytes }) => ({ path, length: bytes.length })) }),
  )
  const message = new Uint8Array(parts.reduce((size, { bytes }) => size + bytes.length, 4 + head.length))
  new DataView(message.buffer).setUint32(0, head.length)
  message.set(head, 4)
  let offset = 4 + head.length
  for (const { bytes } of parts) {
    message.set(bytes, offset)
    offset += bytes.length
  }
  return message
}

/**
 * Reads what `encodeMessage` wrote. Parts are views into `message`, not copies.
 * @throws RangeError if the bytes are no such message: short, too long, no JSON, a part without a place.
 */
export function decodeMessage(message: Uint8Array): unknown {
  if (message.length < 4) throw new RangeError('wire: no head')
  const headLength = new DataView(message.buffer, message.byteOffset, 4).getUint32(0)
  if (4 + headLength > message.length) throw new RangeError('wire: head is cut off')
  const { value, parts } = readHead(message.subarray(4, 4 + headLength))
  const root = { value }
  let offset = 4 + headLength
  for (const { path, length } of parts) {
    if (offset + length > message.length) throw new RangeError('wire: a part is cut off')
    putBytesBack(root, path, message.subarray(offset, offset + length))
    offset += length
  }
  if (offset !== message.length) throw new RangeError('wire: bytes are left over')
  return root.value
}

function takeBytesOut(value: unknown, path: Path, parts: { path: Path; bytes: Uint8Array }[]): unknown {
  if (value instanceof Uint8Array) {
    parts.push({ path, bytes: value })
    return null
  }
  if (Array.isArray(value)) return value.map((item, index) => takeBytesOut(item, [...path, index], parts))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, takeBytesOut(item, [...path, key], parts)]),
    )
  }
  return value
}

function readHead(bytes: Uint8Array): { value: unknown; parts: readonly Part[] } {
  let head: unknown
  try {
    head = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw new RangeError('wire: head is not JSON')
  }
  if (typeof head !== 'object' || head === null || !('parts' in head) || !Array.isArray(head.parts)) {
    throw new RangeError('wire: head has no parts')
  }
  if (!head.parts.every(isPart)) throw new RangeError('wire: a part is not described')
  return { value: 'value' in head ? head.value : undefined, parts: head.parts }
}

function isPart(part: unknown): part is Part {
  if (typeof part !== 'object' || part === null || !('path' in part) || !('length' in part)) return false
  const isStep = (step: unknown) => typeof step === 'string' || (Number.isSafeInteger(step) && (step as number) >= 0)
  return (
    Array.isArray(part.path) && part.path.every(isStep) && Number.isSafeInteger(part.length) && Number(part.length) >= 0
  )
}

function putBytesBack(root: { value: unknown }, path: Path, bytes: Uint8Array): void {
  const steps = ['value', ...path]
  let holder: unknown = root
  for (const step of steps.slice(0, -1)) holder = ownValue(holder, step)
  const last = steps.at(-1)
  if (last === undefined || ownValue(holder, last) !== null) throw new RangeError('wire: a part has no place')
  Object.defineProperty(holder, last, { value: bytes, writable: true, enumerable: true, configurable: true })
}

function ownValue(holder: unknown, step: string | number): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, step)) {
    throw new RangeError('wire: a part has no place')
  }
  return (holder as Record<string | number, unknown>)[step]
}
