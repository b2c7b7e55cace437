import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { refuse } from '../lib/failure'
import { decodeBase64, encodeBase64 } from './base64'

/** First line of every age file. */
export const ageVersionLine = 'age-encryption.org/v1'

/** A header longer than this is refused: one recipient takes about 100 bytes. */
export const maxHeaderLength = 65_536

/** One way to the file key: `-> type argument…` and a body. */
export type Stanza = { readonly args: readonly string[]; readonly body: Buffer }

export type EnvelopeHeader = {
  readonly stanzas: readonly Stanza[]
  readonly mac: Buffer
  /** What the MAC covers: from the version line to `---`. */
  readonly covered: Buffer
  /** Bytes of the whole header; the payload begins here. */
  readonly length: number
}

const bodyColumns = 64

/** The header of the given stanzas, closed with the MAC of the file key. */
export function writeHeader(stanzas: readonly Stanza[], fileKey: Uint8Array): Buffer {
  const lines = stanzas.map(({ args, body }) => `-> ${args.join(' ')}\n${wrapBody(body)}`)
  const covered = Buffer.from(`${ageVersionLine}\n${lines.join('')}---`)
  return Buffer.concat([covered, Buffer.from(` ${encodeBase64(headerMac(covered, fileKey))}\n`)])
}

/** Whether the file key is the one this header was closed with. */
export const isHeaderWhole = ({ covered, mac }: EnvelopeHeader, fileKey: Uint8Array): boolean =>
  timingSafeEqual(headerMac(covered, fileKey), mac)

function headerMac(covered: Uint8Array, fileKey: Uint8Array): Buffer {
  const key = Buffer.from(hkdfSync('sha256', fileKey, Buffer.alloc(0), 'header', 32))
  return createHmac('sha256', key).update(covered).digest()
}

/** Lines of 64 columns; the last is shorter, empty if need be. */
function wrapBody(body: Uint8Array): string {
  const text = encodeBase64(body)
  const full = Math.floor(text.length / bodyColumns)
  const lines = Array.from({ length: full + 1 }, (_, index) =>
    text.slice(index * bodyColumns, (index + 1) * bodyColumns),
  )
  return lines.map((line) => `${line}\n`).join('')
}

/**
 * Reads the header at the start of `bytes`, strictly as the format is written down (C2SP age v1).
 * @throws HostFailure `envelope.malformed` naming the line; `envelope.truncated` if the bytes end inside it
 */
export function readHeader(bytes: Buffer): EnvelopeHeader {
  let position = 0
  let line = 0
  const next = (): string => {
    const end = bytes.indexOf(0x0a, position)
    if (end < 0) return refuse(bytes.length < maxHeaderLength ? 'envelope.truncated' : 'envelope.malformed', { line })
    const text = bytes.toString('latin1', position, end)
    position = end + 1
    line += 1
    return text
  }
  const malformed = (): never => refuse('envelope.malformed', { line })

  if (next() !== ageVersionLine) malformed()
  const stanzas: Stanza[] = []
  for (;;) {
    const start = position
    const text = next()
    if (text.startsWith('-> ')) {
      const args = text.slice(3).split(' ')
      if (!args.every((arg) => /^[\x21-\x7e]+$/u.test(arg))) malformed()
      stanzas.push({ args, body: readBody(next) ?? malformed() })
    } else {
      const mac = text.startsWith('--- ') ? decodeBase64(text.slice(4)) : null
      if (mac?.length !== 32 || stanzas.length === 0) return malformed()
      return { stanzas, mac, covered: bytes.subarray(0, start + 3), length: position }
    }
  }
}

function readBody(next: () => string): Buffer | null {
  const pieces: Buffer[] = []
  for (;;) {
    const text = next()
    const piece = text.length > bodyColumns ? null : decodeBase64(text)
    if (piece === null) return null
    pieces.push(piece)
    if (text.length < bodyColumns) return Buffer.concat(pieces)
  }
}
