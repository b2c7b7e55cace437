import { skipWhite, tokenAt } from './pdf-lexer'

/** The head of an object, `5 0 obj`: where it begins, and where its value does. */
export type PdfHead = {
  readonly number: number
  readonly generation: number
  readonly start: number
  readonly end: number
}

/** Bytes before a word that are looked at; a longer head is found through the index. */
const farthestBack = 65_536

const isWhite = (byte: number | undefined): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0 || byte === 12
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
const isLineEnd = (byte: number | undefined): boolean => byte === 10 || byte === 13

/**
 * The head whose word `obj` stands at `at`; null if that is no head. Between its numbers stands white space or comments
 * (ISO 32000-1 7.2.4). `effort` is counted down by what is looked at.
 */
export function headBefore(bytes: Buffer, at: number, effort: { left: number }): PdfHead | null {
  const before = bytes[at - 1]
  if (!isWhite(before) && !isDigit(before)) return null
  const near = /(\d{1,10})[\s\0]+(\d+)[\s\0]*$/u.exec(bytes.toString('latin1', Math.max(0, at - 32), at))
  if (near !== null && (near.index > 0 || at <= 32)) {
    const start = Math.max(0, at - 32) + near.index
    return { number: Number(near[1]), generation: Number(near[2]), start, end: at + 3 }
  }
  const floor = Math.max(0, at - farthestBack)
  const generation = countBefore(bytes, at, floor, effort)
  const number = generation === null ? null : countBefore(bytes, generation.start, floor, effort)
  if (generation === null || number === null) return null
  return { number: number.count, generation: generation.count, start: number.start, end: at + 3 }
}

/** The head that begins at `at`, behind white space and comments, as a reader finds it that follows an index. */
export function headAt(bytes: Buffer, at: number): PdfHead | null {
  const number = tokenAt(bytes, at)
  if (number === null || !isCount(number.value)) return null
  const generation = tokenAt(bytes, number.end)
  if (generation === null || !isCount(generation.value)) return null
  const word = tokenAt(bytes, generation.end)
  if (word?.word?.startsWith('obj') !== true) return null
  const end = word.end - word.word.length + 3
  return { number: number.value, generation: generation.value, start: skipWhite(bytes, at), end }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function countBefore(
  bytes: Buffer,
  at: number,
  floor: number,
  effort: { left: number },
): { readonly count: number; readonly start: number } | null {
  const end = gapBefore(bytes, at, floor)
  let start = end
  while (start > floor && isDigit(bytes[start - 1])) start -= 1
  effort.left -= at - start
  // However many zeros stand before it.
  return start === end ? null : { count: Number(bytes.toString('latin1', Math.max(start, end - 10), end)), start }
}

/** Where the white space and comments begin that end at `at`. */
function gapBefore(bytes: Buffer, at: number, floor: number): number {
  let place = at
  for (;;) {
    let hasLineEnd = false
    while (place > floor && isWhite(bytes[place - 1])) {
      place -= 1
      hasLineEnd ||= isLineEnd(bytes[place])
    }
    const comment = hasLineEnd ? commentBefore(bytes, place, floor) : null
    if (comment === null) return place
    place = comment
  }
}

/**
 * Where the comment begins that ends the line before `at`: behind a number, or with the line. Null if there is none.
 */
function commentBefore(bytes: Buffer, at: number, floor: number): number | null {
  let line = at
  while (line > floor && !isLineEnd(bytes[line - 1])) line -= 1
  for (let place = bytes.indexOf(0x25, line); place >= 0 && place < at; place = bytes.indexOf(0x25, place + 1)) {
    let text = place
    while (text > line && isWhite(bytes[text - 1])) text -= 1
    if (text === line || isDigit(bytes[text - 1])) return place
  }
  return null
}

/** Whether a place lies in a comment: a `%` before it on its line, outside of a string. */
export function isInComment(bytes: Buffer, at: number): boolean {
  let line = at
  while (line > 0 && at - line < 4096 && !isLineEnd(bytes[line - 1])) line -= 1
  let depth = 0
  for (let place = line; place < at; place += 1) {
    const byte = bytes[place]
    if (byte === 0x5c) place += 1
    else if (byte === 0x28) depth += 1
    else if (byte === 0x29) depth = Math.max(0, depth - 1)
    else if (byte === 0x25 && depth === 0) return true
  }
  return false
}
