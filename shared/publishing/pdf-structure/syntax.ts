/** Values of a PDF file (ISO 32000-1 7.3), each with the place where it stands; nothing is mended, nothing guessed. */

/** Where a value begins, and the first byte behind it. */
export interface Span {
  start: number
  end: number
}

export type PdfValue = Span &
  (
    | { kind: 'null' }
    | { kind: 'boolean'; value: boolean }
    | { kind: 'number'; value: number }
    | { kind: 'name'; name: string }
    | { kind: 'string'; isHex: boolean; bytes: Uint8Array }
    | { kind: 'array'; items: PdfValue[] }
    | PdfDict
    | { kind: 'reference'; number: number; generation: number }
  )

export interface PdfDict extends Span {
  kind: 'dict'
  /** In the order of the file; a name that comes twice is twice here. */
  entries: [string, PdfValue][]
}

/** The bytes do not read as a PDF must. */
export class PdfStructureError extends Error {
  constructor(
    readonly at: number,
    detail: string,
  ) {
    super(`${detail} at byte ${at}`)
    this.name = 'PdfStructureError'
  }
}

/** Deeper nesting is nobody's document. */
const mostNested = 64

const whiteSpace = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set(Array.from('()<>[]{}/%', (character) => character.charCodeAt(0)))
const isRegular = (byte: number | undefined): boolean =>
  byte !== undefined && !whiteSpace.has(byte) && !delimiters.has(byte)
const code = (character: string): number => character.charCodeAt(0)
const hexDigit = (byte: number | undefined): number => {
  const digit = byte === undefined ? NaN : parseInt(String.fromCharCode(byte), 16)
  return Number.isNaN(digit) ? -1 : digit
}

/** Reads forward from a place in a file. */
export class Scanner {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    readonly end = bytes.length,
  ) {}

  fail(detail: string): never {
    throw new PdfStructureError(this.at, detail)
  }

  /** Over white space and comments. */
  skipSpace(): void {
    for (;;) {
      const byte = this.#peek()
      if (byte === undefined) return
      if (byte === code('%')) this.skipLine()
      else if (whiteSpace.has(byte)) this.at += 1
      else return
    }
  }

  skipLine(): void {
    while (this.at < this.end && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1
  }

  /** Whether these characters stand here; steps over them if so. */
  take(text: string): boolean {
    if (this.at + text.length > this.end) return false
    for (let index = 0; index < text.length; index++) {
      if (this.bytes[this.at + index] !== text.charCodeAt(index)) return false
    }
    this.at += text.length
    return true
  }

  /** As `take`, for a word that ends here. */
  takeWord(word: string): boolean {
    const from = this.at
    if (this.take(word) && !isRegular(this.#peek())) return true
    this.at = from
    return false
  }

  /** A whole number without sign; throws when there is none. */
  integer(): number {
    const from = this.at
    while (isDigit(this.#peek())) this.at += 1
    if (this.at === from || this.at - from > 15) this.fail('a whole number is missing')
    return Number(latin1(this.bytes, from, this.at))
  }

  value(depth = 0): PdfValue {
    if (depth > mostNested) this.fail('values are nested too deeply')
    this.skipSpace()
    const start = this.at
    const byte = this.#peek()
    if (byte === undefined) this.fail('the file ends within a value')
    if (this.take('<<')) return this.#dict(start, depth)
    if (byte === code('<')) return this.#hexString(start)
    if (byte === code('(')) return this.#literalString(start)
    if (byte === code('/')) return { kind: 'name', name: this.#name(), start, end: this.at }
    if (this.take('[')) return this.#array(start, depth)
    if (byte === code('+') || byte === code('-') || byte === code('.') || isDigit(byte)) return this.#number(start)
    if (this.takeWord('true')) return { kind: 'boolean', value: true, start, end: this.at }
    if (this.takeWord('false')) return { kind: 'boolean', value: false, start, end: this.at }
    if (this.takeWord('null')) return { kind: 'null', start, end: this.at }
    return this.fail('a value is missing')
  }

  #peek(): number | undefined {
    return this.at < this.end ? this.bytes[this.at] : undefined
  }

  #dict(start: number, depth: number): PdfDict {
    const entries: [string, PdfValue][] = []
    for (;;) {
      this.skipSpace()
      if (this.take('>>')) return { kind: 'dict', entries, start, end: this.at }
      if (this.#peek() !== code('/')) this.fail('a dictionary has an entry without name')
      const name = this.#name()
      entries.push([name, this.value(depth + 1)])
    }
  }

  #array(start: number, depth: number): PdfValue {
    const items: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.take(']')) return { kind: 'array', items, start, end: this.at }
      items.push(this.value(depth + 1))
    }
  }

  #number(start: number): PdfValue {
    while (isRegular(this.#peek())) this.at += 1
    const text = latin1(this.bytes, start, this.at)
    // What is no number reads as NaN: some writers put their infinities into boxes that nobody shows.
    return this.#reference(start, text) ?? { kind: 'number', value: Number(text), start, end: this.at }
  }

  /** `12 0 R`, if the number that was read is the first of it. */
  #reference(start: number, text: string): PdfValue | undefined {
    if (!/^\d{1,10}$/.test(text)) return undefined
    const from = this.at
    this.skipSpace()
    if (isDigit(this.#peek())) {
      const generation = this.integer()
      this.skipSpace()
      if (this.takeWord('R')) return { kind: 'reference', number: Number(text), generation, start, end: this.at }
    }
    this.at = from
    return undefined
  }

  #name(): string {
    this.at += 1
    let name = ''
    for (let byte = this.#peek(); isRegular(byte); byte = this.#peek()) {
      const [high, low] = [hexDigit(this.bytes[this.at + 1]), hexDigit(this.bytes[this.at + 2])]
      const isEscape = byte === code('#') && high >= 0 && low >= 0
      name += String.fromCharCode(isEscape ? high * 16 + low : (byte ?? 0))
      this.at += isEscape ? 3 : 1
    }
    return name
  }

  #hexString(start: number): PdfValue {
    this.at += 1
    const digits: number[] = []
    for (;;) {
      const byte = this.#peek()
      this.at += 1
      if (byte === code('>')) break
      if (byte === undefined) this.fail('a string has no end')
      if (whiteSpace.has(byte)) continue
      const digit = hexDigit(byte)
      if (digit < 0) this.fail('a hexadecimal string holds something else')
      digits.push(digit)
    }
    const bytes = new Uint8Array(Math.ceil(digits.length / 2))
    for (let at = 0; at < bytes.length; at++) bytes[at] = (digits[at * 2] ?? 0) * 16 + (digits[at * 2 + 1] ?? 0)
    return { kind: 'string', isHex: true, bytes, start, end: this.at }
  }

  #literalString(start: number): PdfValue {
    this.at += 1
    const bytes: number[] = []
    for (let depth = 1; ;) {
      const byte = this.#peek()
      if (byte === undefined) this.fail('a string has no end')
      this.at += 1
      if (byte === code('\\')) {
        bytes.push(...this.#escape())
        continue
      }
      if (byte === code('(')) depth += 1
      if (byte === code(')')) depth -= 1
      if (depth === 0) break
      bytes.push(byte)
    }
    return { kind: 'string', isHex: false, bytes: Uint8Array.from(bytes), start, end: this.at }
  }

  #escape(): number[] {
    const octal = /^[0-7]{1,3}/.exec(latin1(this.bytes, this.at, this.at + 3))
    if (octal !== null) {
      this.at += octal[0].length
      return [parseInt(octal[0], 8) & 0xff]
    }
    const byte = this.bytes[this.at] ?? 0
    this.at += 1
    if (byte === 13) {
      if (this.bytes[this.at] === 10) this.at += 1
      return []
    }
    if (byte === 10) return []
    return [{ n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(byte)] ?? byte]
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57

/** Bytes as text, one character each. */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const parts: string[] = []
  for (let at = start; at < end; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, end))))
  }
  return parts.join('')
}

/** A dictionary's entry; undefined when it is missing or stands there twice, so that readers could differ. */
export function entry(dict: PdfDict, name: string): PdfValue | undefined {
  const found = dict.entries.filter(([key]) => key === name)
  return found.length === 1 ? found[0]?.[1] : undefined
}

/** 7.9.2.2: UTF-16 or UTF-8 behind its mark, or one byte each. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3))
  return latin1(bytes)
}
