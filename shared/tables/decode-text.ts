import { err, ok, type Result } from '../lib/result'

export type TextEncoding = 'utf-8' | 'utf-16' | 'gb18030'

export type DecodeFailure = 'workbook' | 'no-text'

// Every JavaScript runtime has it; the pure folders are compiled without the library that declares it.
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean })
  decode(bytes: Uint8Array): string
}

/**
 * Text of a table's file: UTF-16 where its mark says so, else UTF-8, else GB18030, which Chinese programs write without
 * saying so. Foreign letters or unknown characters without one Chinese character may be GB18030 that happens to be
 * well-formed UTF-8: if it makes Chinese of them, it is that.
 * @returns the text and what it was, or that the file is a workbook (a ZIP or an old Office file), or no text at all.
 */
export function decodeTableText(
  bytes: Uint8Array,
): Result<{ readonly text: string; readonly encoding: TextEncoding }, DecodeFailure> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return err('workbook')
  if (startsWith(bytes, [0xff, 0xfe])) return said(decoded(bytes, 'utf-16le'), 'utf-16')
  if (startsWith(bytes, [0xfe, 0xff])) return said(decoded(bytes, 'utf-16be'), 'utf-16')
  const utf8 = decoded(bytes, 'utf-8')
  const gb = utf8 === null || isDoubtful(utf8) ? gb18030(bytes) : null
  if (utf8 !== null && (gb === null || !/\p{Script=Han}/u.test(gb))) return said(utf8, 'utf-8')
  return said(gb, 'gb18030')
}

const isDoubtful = (utf8: string): boolean =>
  !/\p{Script=Han}/u.test(utf8) && /[\u0080-\u07ff\p{Unassigned}]/u.test(utf8)

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const gb18030 = (bytes: Uint8Array): string | null => decoded(bytes, 'gb18030')

const said = (text: string | null, encoding: TextEncoding) =>
  text === null || text.includes('\0') ? err('no-text' as const) : ok({ text, encoding })
