/** Writing ASN.1 by hand, well and badly: what a forger's tool would do. It shares nothing with the reader it tries. */

const lengthOf = (size: number): Buffer => {
  if (size < 0x80) return Buffer.from([size])
  const hex = size.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

export const tlv = (id: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([id]), lengthOf(content.length), content])
}
export const seq = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts)
export const set = (...parts: readonly Uint8Array[]): Buffer => tlv(0x31, ...parts)
export const octets = (bytes: Uint8Array): Buffer => tlv(4, bytes)
export const nothing = tlv(5)
export const utf8 = (text: string): Buffer => tlv(12, Buffer.from(text))
export const time = (text: string): Buffer => tlv(text.length > 13 ? 24 : 23, Buffer.from(text))
export const bits = (bytes: Uint8Array, unused = 0): Buffer => tlv(3, Buffer.from([unused]), bytes)

/** A whole number that is not negative, from a number or hexadecimal digits. */
export function integer(value: number | string): Buffer {
  const hex = typeof value === 'number' ? value.toString(16) : value
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  const start = bytes.findIndex((byte) => byte !== 0)
  const short = start < 0 ? Buffer.alloc(1) : bytes.subarray(start)
  return tlv(2, (short[0] ?? 0) >= 0x80 ? Buffer.alloc(1) : Buffer.alloc(0), short)
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const arcs = [first * 40 + second, ...rest].map((arc) => {
    const octetsOfArc = [arc & 0x7f]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      octetsOfArc.unshift((left & 0x7f) | 0x80)
    }
    return Buffer.from(octetsOfArc)
  })
  return tlv(6, ...arcs)
}

export const sorted = (parts: readonly Buffer[]): Buffer[] => [...parts].sort((a, b) => Buffer.compare(a, b))

/** One value taken apart. */
export interface Node {
  readonly id: number
  readonly content: Buffer
  readonly whole: Buffer
  readonly children: readonly Node[]
}

/** Takes well-formed DER apart. */
export function parse(bytes: Buffer): Node {
  const [node] = parseAll(bytes)
  if (node === undefined) throw new TypeError('nothing to read')
  return node
}

function parseAll(bytes: Buffer): Node[] {
  const nodes: Node[] = []
  let at = 0
  while (at < bytes.length) {
    const id = bytes[at]!
    const first = bytes[at + 1]!
    const count = first < 0x80 ? 0 : first & 0x7f
    const size = count === 0 ? first : bytes.readUIntBE(at + 2, count)
    const start = at + 2 + count
    const content = bytes.subarray(start, start + size)
    const whole = bytes.subarray(at, start + size)
    nodes.push({ id, content, whole, children: (id & 0x20) === 0 ? [] : parseAll(content) })
    at = start + size
  }
  return nodes
}

/** Where a value stands: the number of the child at each level. */
export type Path = readonly number[]

export function at(bytes: Buffer, path: Path): Node {
  return path.reduce((node, index) => node.children[index]!, parse(bytes))
}

/**
 * The same file with one value written otherwise (or left out, or several in its place); all lengths around it follow.
 */
export function rewrite(bytes: Buffer, path: Path, change: (node: Node) => Buffer): Buffer {
  const go = (node: Node, [index, ...rest]: Path): Buffer => {
    if (index === undefined) return change(node)
    return tlv(node.id, ...node.children.map((child, position) => (position === index ? go(child, rest) : child.whole)))
  }
  return go(parse(bytes), path)
}

/** Every place in a file, outermost first. */
export function pathsOf(bytes: Buffer): Path[] {
  const paths: Path[] = []
  const walk = (node: Node, path: Path): void => {
    paths.push(path)
    node.children.forEach((child, index) => {
      walk(child, [...path, index])
    })
  }
  walk(parse(bytes), [])
  return paths
}

/** Ways to write a value that BER allows and DER forbids. */
export const ber = {
  /** The length left open, with an end marker. */
  open: ({ id, content }: Node): Buffer => Buffer.concat([Buffer.from([id, 0x80]), content, Buffer.alloc(2)]),
  /** The length with more octets than it takes. */
  long: ({ id, content }: Node): Buffer => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(content.length)
    return Buffer.concat([Buffer.from([id, 0x84]), size, content])
  },
  /** A string cut into two pieces. */
  pieces: ({ id, content }: Node): Buffer => {
    const half = content.length >> 1
    return tlv(id | 0x20, tlv(id, content.subarray(0, half)), tlv(id, content.subarray(half)))
  },
} as const
