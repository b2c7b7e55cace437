/** What single values of DER say. Each returns null (or nothing) for a value of another kind. */
import { decodeUtf8, latin1, tags, type DerNode } from './der'

export const isSameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

export const toHex = (bytes: ArrayBuffer | Uint8Array): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

export const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, index) => parseInt(hex.slice(index * 2, index * 2 + 2), 16))

/** An object identifier with dots; an empty text for anything else. */
export function oidOf(node: DerNode | undefined): string {
  if (node?.id !== tags.oid) return ''
  const arcs: bigint[] = []
  let arc = 0n
  for (const octet of node.content) {
    arc = (arc << 7n) | BigInt(octet & 0x7f)
    if (octet >= 0x80) continue
    if (arcs.length === 0) {
      const top = arc < 80n ? arc / 40n : 2n
      arcs.push(top, arc - top * 40n)
    } else arcs.push(arc)
    arc = 0n
  }
  return arcs.join('.')
}

/** A whole number that is not negative and no longer than 64 bits; -1 for anything else. */
export function smallIntegerOf(node: DerNode | undefined): number {
  if (node?.id !== tags.integer || node.content.length === 0 || node.content.length > 8) return -1
  if ((node.content[0] ?? 0) >= 0x80) return -1
  return node.content.reduce((value, byte) => value * 256 + byte, 0)
}

/** The octets of an octet string; those of its pieces, if it was cut into pieces, which DER forbids. */
export function octetsOf(node: DerNode | undefined): Uint8Array<ArrayBuffer> | null {
  if (node === undefined) return null
  if (node.id === tags.octetString) return node.content
  if (node.id !== (tags.octetString | 0x20)) return null
  const pieces = node.children.map(octetsOf)
  return Uint8Array.from(pieces.flatMap((piece) => (piece === null ? [] : [...piece])))
}

/**
 * An instant, ISO in UTC. RFC 5280 4.1.2.5.1: two digits are 1950 to 2049. Null for a day or hour that does not exist.
 */
export function timeOf(node: DerNode | undefined): string | null {
  if (node === undefined) return null
  const text = latin1(node.content)
  const short = node.id === tags.utcTime ? /^(\d\d)(\d{8})(\d\d)?Z$/u.exec(text) : null
  const digits =
    short !== null
      ? `${Number(short[1]) < 50 ? '20' : '19'}${short[1] ?? ''}${short[2] ?? ''}${short[3] ?? '00'}`
      : node.id === tags.generalizedTime
        ? (/^(\d{14})Z$/u.exec(text)?.[1] ?? '')
        : ''
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/u.exec(digits)
  if (parts === null) return null
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = parts
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const at = Date.parse(iso)
  return Number.isNaN(at) || new Date(at).toISOString() !== iso ? null : iso
}

/** A text in one of the alphabets that names are written in; empty for anything else. */
export function textOf(node: DerNode | undefined): string {
  switch (node?.id) {
    case tags.utf8:
      return decodeUtf8(node.content) ?? ''
    case tags.printable:
    case tags.ia5:
    case tags.t61:
      return latin1(node.content)
    case tags.bmp:
      return new TextDecoder('utf-16be').decode(node.content)
    default:
      return ''
  }
}
