import { crc32 } from 'node:zlib'

/** What a ZIP header says of an entry's name. */
export type RawName = {
  readonly bytes: Buffer
  /** General purpose flags; bit 11 says that the name is UTF-8 (PKWARE APPNOTE 4.4.4). */
  readonly flags: number
  /** Version made by, of the directory; its upper byte names the system. 0 where it is not known. */
  readonly madeBy: number
  readonly extra: Buffer
}

/**
 * The name of an entry in an archive of another program, as its author reads it: the Unicode path field (APPNOTE 4.6.9)
 * if it belongs to this name, UTF-8 where it is flagged or plain to see, else GB 18030, in which Chinese Windows writes
 * names. Bytes that are neither are shown one by one.
 */
export function readArchiveName(raw: RawName): string {
  const { bytes, flags, madeBy } = raw
  const stated = unicodePath(raw)
  if (stated !== null) return stated
  const utf8 = decode('utf-8', bytes)
  if (utf8 !== null && ((flags & 0x800) !== 0 || isUnix(madeBy) || !looksLikeHanzi(bytes))) return utf8.normalize('NFC')
  return decode('gb18030', bytes) ?? bytes.toString('latin1')
}

/** A name as it may be shown: what cannot be seen is made visible, and it is shortened. */
export const shownName = (raw: RawName): string =>
  Array.from(readArchiveName(raw).replace(/[\p{Cc}\p{Cf}]/gu, '�'))
    .slice(0, 80)
    .join('')

const isUnix = (madeBy: number): boolean => [3, 19].includes(madeBy >> 8)

function decode(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Only pairs of bytes that are characters of GB/T 2312: 目录 (C4 BF C2 BC) would pass for two Latin letters in UTF-8. */
function looksLikeHanzi(bytes: Buffer): boolean {
  let found = false
  for (let at = 0; at < bytes.length; at += 1) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
    if (first < 0x80) continue
    if (first < 0xb0 || first > 0xf7 || second < 0xa1 || second === 0xff) return false
    found = true
    at += 1
  }
  return found
}

function unicodePath({ bytes, extra }: RawName): string | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) !== 0x7075 || field.length < 6 || field[0] !== 1) continue
    // It counts only while the name beside it is the one it was made for.
    if (field.readUInt32LE(1) === crc32(bytes)) return decode('utf-8', field.subarray(5))?.normalize('NFC') ?? null
  }
  return null
}
