import { inspectionLimits } from './limits'

/** A value of a PDF (ISO 32000-1 7.3), as far as an inspection needs it. */
export type PdfValue =
  | number
  | boolean
  | null
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly bytes: Buffer }
  | { readonly kind: 'ref'; readonly number: number }
  | { readonly kind: 'array'; readonly items: PdfValue[] }
  | { readonly kind: 'dict'; readonly entries: Map<string, PdfValue> }
export type PdfDict = Extract<PdfValue, { kind: 'dict' }>

/** Nested deeper than any honest file is. */
export class TooDeepError extends Error {
  override readonly name = 'TooDeepError'
}

export type Lexed = { readonly value: PdfValue; readonly end: number }

/** 1: white space, 2: delimiter, 0: regular (ISO 32000-1 7.2.2). */
const classes = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) classes[byte] = 1
for (const character of '()<>[]{}/%') classes[character.charCodeAt(0)] = 2
const isRegular = (byte: number | undefined): boolean => byte !== undefined && classes[byte] === 0

/** The first place from `at` that is neither white space nor a comment. */
export function skipWhite(bytes: Buffer, at: number): number {
  let place = at
  for (;;) {
    const byte = bytes[place]
    if (byte === undefined) return place
    if (classes[byte] === 1) place += 1
    else if (byte === 0x25) while (place < bytes.length && bytes[place] !== 10 && bytes[place] !== 13) place += 1
    else return place
  }
}

type Open = { readonly kind: 'array' | 'dict'; readonly items: PdfValue[] }

/**
 * The value that begins at `at`; null if none does. Lenient as readers are: what makes no sense is passed over, a value that
 * never closes ends with the bytes. @throws TooDeepError
 */
export function lexValue(bytes: Buffer, at: number): Lexed | null {
  const open: Open[] = []
  let place = at
  let first = true
  for (;;) {
    place = skipWhite(bytes, place)
    const byte = bytes[place]
    const top = open.at(-1)
    if (byte === undefined) return open[0] === undefined ? null : { value: closed(open[0]), end: place }
    let value: PdfValue | undefined
    if (byte === 0x5b || (byte === 0x3c && bytes[place + 1] === 0x3c)) {
      if (open.length >= inspectionLimits.depth) throw new TooDeepError()
      open.push({ kind: byte === 0x5b ? 'array' : 'dict', items: [] })
      place += byte === 0x5b ? 1 : 2
      first = false
      continue
    } else if (byte === 0x5d || (byte === 0x3e && bytes[place + 1] === 0x3e)) {
      place += byte === 0x5d ? 1 : 2
      if (top === undefined) return null
      open.pop()
      value = closed(top)
    } else {
      const token = lexToken(bytes, place)
      place = token.end
      if (token.word !== undefined) {
        const parent = top?.items
        const [number, generation] = parent?.slice(-2) ?? []
        if (token.word === 'R' && parent !== undefined && isCount(number) && isCount(generation)) {
          parent.splice(-2, 2, { kind: 'ref', number })
          continue
        }
        // `endobj` or `stream` inside a value: it was never closed.
        if (/^(?:endobj|endstream|stream|obj|xref|trailer)$/u.test(token.word)) {
          return open[0] === undefined ? null : { value: closed(open[0]), end: place - token.word.length }
        }
        if (top === undefined) return null
        continue
      }
      value = token.value
    }
    const parent = open.at(-1)
    if (parent === undefined) {
      // A reference that stands alone: `5 0 R`.
      if (first && isCount(value)) return { value: soleReference(bytes, value, place), end: place }
      return { value, end: place }
    }
    parent.items.push(value)
  }
}

const isCount = (value: PdfValue | undefined): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function soleReference(bytes: Buffer, number: number, at: number): PdfValue {
  return /^\s+\d+\s+R(?![\w])/u.test(bytes.toString('latin1', at, at + 24)) ? { kind: 'ref', number } : number
}

function closed({ kind, items }: Open): PdfValue {
  if (kind === 'array') return { kind, items }
  const entries = new Map<string, PdfValue>()
  for (let at = 0; at < items.length; at += 1) {
    const key = items[at]
    if (typeof key !== 'object' || key?.kind !== 'name') continue
    const value = items[at + 1]
    if (value !== undefined) entries.set(key.name, value)
    at += 1
  }
  return { kind, entries }
}

type Token = { readonly end: number } & (
  { readonly value: PdfValue; readonly word?: undefined } | { readonly word: string }
)

function lexToken(bytes: Buffer, at: number): Token {
  const byte = bytes[at]
  if (byte === 0x2f) return lexName(bytes, at)
  if (byte === 0x28) return lexLiteral(bytes, at)
  if (byte === 0x3c) return lexHex(bytes, at)
  let end = at
  while (isRegular(bytes[end])) end += 1
  // A bracket that closes nothing.
  if (end === at) return { word: '', end: at + 1 }
  const word = bytes.toString('latin1', at, Math.min(end, at + 64))
  if (word === 'true' || word === 'false') return { value: word === 'true', end }
  if (word === 'null') return { value: null, end }
  return /^[+-]*\d*\.?\d+\.?$/u.test(word) ? { value: Number.parseFloat(word), end } : { word, end }
}

/** `#` and two hexadecimal digits stand for a byte: `/J#61vaScript` is `/JavaScript`. */
function lexName(bytes: Buffer, at: number): Token {
  let end = at + 1
  while (isRegular(bytes[end])) end += 1
  const raw = bytes.toString('latin1', at + 1, Math.min(end, at + 400))
  const name = raw.replace(/#([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { value: { kind: 'name', name }, end }
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function lexLiteral(bytes: Buffer, at: number): Token {
  const found: number[] = []
  let depth = 1
  let place = at + 1
  for (; place < bytes.length; place += 1) {
    let byte = bytes[place] ?? 0
    if (byte === 0x5c) {
      place += 1
      const next = String.fromCharCode(bytes[place] ?? 0)
      const octal = /^[0-7]{1,3}/u.exec(bytes.toString('latin1', place, place + 3))?.[0]
      if (octal !== undefined) place += octal.length - 1
      byte = octal !== undefined ? Number.parseInt(octal, 8) & 0xff : (escapes[next] ?? bytes[place] ?? 0)
      if (next === '\r' || next === '\n') continue
    } else if (byte === 0x28) depth += 1
    else if (byte === 0x29) {
      depth -= 1
      if (depth === 0) break
    }
    // Only short ones are of interest: keys and identifiers.
    if (found.length < 256) found.push(byte)
  }
  return { value: { kind: 'string', bytes: Buffer.from(found) }, end: place + 1 }
}

function lexHex(bytes: Buffer, at: number): Token {
  const close = bytes.indexOf('>', at)
  const end = close < 0 ? bytes.length : close
  const digits = bytes.toString('latin1', at + 1, Math.min(end, at + 1 + 512)).replace(/[^0-9a-f]/giu, '')
  return { value: { kind: 'string', bytes: Buffer.from(digits + '0'.repeat(digits.length % 2), 'hex') }, end: end + 1 }
}
