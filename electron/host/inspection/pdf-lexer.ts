import { inspectionLimits } from './limits'
import { isDigit, isNumberStart, lexNumber, numberGoesOn } from './pdf-number'

/** A value of a PDF (ISO 32000-1 7.3), as far as an inspection needs it. */
export type PdfValue =
  | number
  | boolean
  | null
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly bytes: Buffer }
  | { readonly kind: 'ref'; readonly number: number }
  /** What is no value: a word, or a bracket that closes something else. Readers differ about what then holds. */
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[]; readonly isBent: boolean }
  | PdfDict

/**
 * `entries`: the last of each key. `loose`: everything that lies in it, one after another, if its entries leave a
 * doubt: a key twice, a word, a value that is missing.
 */
export type PdfDict = {
  readonly kind: 'dict'
  readonly entries: ReadonlyMap<string, PdfValue>
  readonly loose: readonly PdfValue[] | null
}

/** Nested deeper than any honest file is. */
export class TooDeepError extends Error {
  override readonly name = 'TooDeepError'
}

/**
 * `dangles`: a dictionary in it closes where a value should stand; some readers take the bracket for that value and go
 * on.
 */
export type Lexed = { readonly value: PdfValue; readonly end: number; readonly dangles: boolean }

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

type Open = { readonly kind: 'array' | 'dict'; readonly items: PdfValue[]; hasWords: boolean }

/** Bytes that may still be read behind the word at which an open value should have ended. */
export type Slack = { left: number }

/** Words inside which no value goes on, says the standard; some readers let it go on all the same. */
const endings = new Set(['endobj', 'endstream', 'stream', 'obj', 'xref', 'trailer'])

/** Every way in which readers take the value that begins at `at`; the last one is that of most. @throws TooDeepError */
export function lexReadings(bytes: Buffer, at: number, slack?: Slack): Lexed[] {
  const strict = lexValue(bytes, at, slack)
  if (strict === null) return []
  const lenient = strict.dangles ? lexValue(bytes, at, slack, 'goes on') : null
  return lenient === null ? [strict] : [strict, lenient]
}

/**
 * The value that begins at `at`; null if none does. Lenient as readers are: what makes no sense is kept as a word, a
 * value that never closes ends with the bytes or where `slack` does; `end` is then where it should have ended.
 * @param dangling what happens where a dictionary dangles @throws TooDeepError
 */
export function lexValue(
  bytes: Buffer,
  at: number,
  slack: Slack = { left: 0 },
  dangling: 'closes' | 'goes on' = 'closes',
): Lexed | null {
  const open: Open[] = []
  let dangles = false
  let place = at
  let overrunFrom: number | null = null
  const unclosed = (): Lexed | null => {
    slack.left -= overrunFrom === null ? 0 : place - overrunFrom
    return open.length === 0 ? null : { value: closeAll(open), end: overrunFrom ?? place, dangles }
  }
  for (;;) {
    place = skipWhite(bytes, place)
    const byte = bytes[place]
    if (byte === undefined || (overrunFrom !== null && place - overrunFrom > slack.left)) return unclosed()
    const top = open.at(-1)
    let value: PdfValue
    const opens = byte === 0x5b ? 'array' : byte === 0x3c && bytes[place + 1] === 0x3c ? 'dict' : null
    const closes = byte === 0x5d ? 'array' : byte === 0x3e && bytes[place + 1] === 0x3e ? 'dict' : null
    if (opens !== null) {
      if (open.length >= inspectionLimits.depth) {
        if (overrunFrom !== null) return unclosed()
        throw new TooDeepError()
      }
      open.push({ kind: opens, items: [], hasWords: false })
      place += opens === 'array' ? 1 : 2
      continue
    }
    if (closes !== null) {
      place += closes === 'array' ? 1 : 2
      if (top === undefined) return null
      if (closes !== top.kind) {
        keepWord(top, closes === 'array' ? ']' : '>>')
        continue
      }
      if (closes === 'dict' && lacksValue(top.items)) {
        dangles = true
        if (dangling === 'goes on') {
          keepWord(top, '>>')
          continue
        }
      }
      open.pop()
      value = closed(top)
    } else {
      const token = lexToken(bytes, place)
      if (token.word === undefined) {
        place = token.end
        value = token.value
      } else {
        if (top === undefined) return null
        if (endings.has(token.word)) {
          overrunFrom ??= place
          if (slack.left <= 0) return unclosed()
        }
        place = token.end
        if (token.word === 'R' && closeReference(top.items)) continue
        keepWord(top, token.word)
        continue
      }
    }
    const parent = open.at(-1)
    if (parent !== undefined) parent.items.push(value)
    else if (overrunFrom !== null) {
      slack.left -= place - overrunFrom
      return { value, end: overrunFrom, dangles }
    } else return isCount(value) ? soleReference(bytes, value, place) : { value, end: place, dangles }
  }
}

const isCount = (value: PdfValue | undefined): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function keepWord(open: Open, word: string): void {
  open.items.push({ kind: 'word', word })
  open.hasWords = true
}

/** Makes `5 0`, behind which an `R` stands, a reference. */
function closeReference(items: PdfValue[]): boolean {
  const number = items.at(-2)
  if (!isCount(number) || !isCount(items.at(-1))) return false
  items.splice(-2, 2, { kind: 'ref', number })
  return true
}

/** A reference that stands alone (`5 0 R`), or the number alone. */
function soleReference(bytes: Buffer, number: number, end: number): Lexed {
  const second = tokenAt(bytes, end)
  const third = second === null || !isCount(second.value) ? null : tokenAt(bytes, second.end)
  return third?.word === 'R'
    ? { value: { kind: 'ref', number }, end: third.end, dangles: false }
    : { value: number, end, dangles: false }
}

/** Whether the last thing among keys and values is a key. */
function lacksValue(items: readonly PdfValue[]): boolean {
  const isName = (item: PdfValue | undefined): boolean => typeof item === 'object' && item?.kind === 'name'
  if (!isName(items.at(-1))) return false
  for (let at = 0; at < items.length; at += isName(items[at]) ? 2 : 1) {
    if (at === items.length - 1) return true
  }
  return false
}

/** What was never closed, each in the one around it. */
function closeAll(open: readonly Open[]): PdfValue {
  const inner = open.map(({ kind, items, hasWords }) => ({ kind, items: [...items], hasWords }))
  for (let last = inner.pop(); last !== undefined; last = inner.pop()) {
    const value = closed(last)
    const parent = inner.at(-1)
    if (parent === undefined) return value
    parent.items.push(value)
  }
  return null
}

function closed({ kind, items, hasWords }: Open): PdfValue {
  if (kind === 'array') return { kind, items, isBent: hasWords }
  const entries = new Map<string, PdfValue>()
  let isBent = hasWords
  for (let at = 0; at < items.length; at += 1) {
    const key = items[at]
    const value = items[at + 1]
    if (typeof key !== 'object' || key?.kind !== 'name' || value === undefined) {
      isBent = true
      continue
    }
    if (entries.has(key.name)) isBent = true
    entries.set(key.name, value)
    at += 1
  }
  return { kind, entries, loose: isBent ? items : null }
}

type Token = { readonly end: number } & (
  { readonly value: PdfValue; readonly word?: undefined } | { readonly word: string; readonly value?: undefined }
)

/** The token behind white space and comments; null at the end of the bytes. Brackets are words here. */
export function tokenAt(bytes: Buffer, at: number): Token | null {
  const place = skipWhite(bytes, at)
  return place >= bytes.length ? null : lexToken(bytes, place)
}

function lexToken(bytes: Buffer, at: number): Token {
  const byte = bytes[at]
  if (byte === 0x2f) return lexName(bytes, at)
  if (byte === 0x28) return lexLiteral(bytes, at)
  if (byte === 0x3c) return lexHex(bytes, at)
  let end = at
  let count = 0
  while (isDigit(bytes[end])) {
    count = count * 10 + (bytes[end] ?? 0) - 0x30
    end += 1
  }
  // A number ends where its digits do: `0R` is two tokens to many readers.
  if (end > at && !numberGoesOn(bytes[end])) return { value: count, end }
  const lexed = isNumberStart(byte) ? lexNumber(bytes, at) : null
  if (lexed !== null) return lexed
  end = at
  while (isRegular(bytes[end])) end += 1
  // A bracket that closes nothing.
  if (end === at) return { word: String.fromCharCode(byte ?? 0), end: at + 1 }
  const word = bytes.toString('latin1', at, Math.min(end, at + 64))
  if (word === 'true' || word === 'false') return { value: word === 'true', end }
  if (word === 'null') return { value: null, end }
  const number = /^[+-]*(?:\d+\.?\d*|\.\d+)/u.exec(word)?.[0]
  if (number === undefined) return { word, end }
  return { value: Number.parseFloat(number.replace(/^[+-]*(?=[+-])/u, '')), end: at + number.length }
}

/** `#` and two hexadecimal digits stand for a byte: `/J#61vaScript` is `/JavaScript`. */
function lexName(bytes: Buffer, at: number): Token {
  let end = at + 1
  while (isRegular(bytes[end])) end += 1
  const raw = bytes.toString('latin1', at + 1, Math.min(end, at + 400))
  const name = raw.includes('#')
    ? raw.replace(/#([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : raw
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
