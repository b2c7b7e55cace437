import type { Finding } from '@shared/inspection/finding'
import type { PdfDict, PdfValue } from './pdf-lexer'
import { isDict, itemsOf, nameOf, numberOf, type PdfObjects } from './pdf-objects'

/**
 * How names of faces are written: each with words of which one stands in the name of every face for Chinese or
 * Japanese.
 */
const spellings: readonly (readonly [string, RegExp])[] = [
  ['utf-8', /[宋黑楷隶圆仿]|[體体明]|书|雅|ゴシック|明朝/u],
  ['gb18030', /[宋黑楷隶圆仿]|明体|幼圆|雅黑|中宋|标宋|行书|书体/u],
  ['big5', /明體|黑體|楷體|宋體|仿宋|標楷|圓體|隸書/u],
  ['shift_jis', /明朝|ゴシック|ｺﾞｼｯｸ|教科書/u],
]

/** What pdf.js knows by itself under a Western encoding (`chineseFontNames`), and shows as it was meant. */
const knownNames: ReadonlySet<string> = new Set([
  '宋体',
  '黑体',
  '楷体',
  '仿宋',
  '楷体_GB2312',
  '仿宋_GB2312',
  '隶书',
  '新宋',
  '仿宋体',
  '小标宋',
])

/** The first code that no Latin letter of plain text has. */
const firstHigh = 0x80

/** Names in a finding. */
const mostNamed = 3
const mostLooked = 200_000

/**
 * Fonts for Chinese or Japanese that are not in the file and say that their text is Western: two bytes that are one
 * character there are shown as two Latin letters here, and no search finds them. Told as `garbled-text`, with the names
 * of the faces.
 */
export function garbledFonts(objects: PdfObjects): Finding[] {
  const names = new Set<string>()
  let looked = 0
  for (const value of objects.currents()) {
    const waiting: PdfValue[] = [value]
    for (let next = waiting.pop(); next !== undefined && looked < mostLooked; next = waiting.pop()) {
      if (typeof next !== 'object' || next === null) continue
      looked += 1
      if (next.kind === 'array') for (const item of next.items) waiting.push(item)
      if (next.kind !== 'dict') continue
      const name = garbledName(next, objects)
      if (name !== null) names.add(name)
      for (const entry of next.entries.values()) waiting.push(entry)
    }
  }
  if (names.size === 0) return []
  return [{ kind: 'garbled-text', count: names.size, detail: [...names].slice(0, mostNamed).join('、').slice(0, 200) }]
}

/** The name of the face, if its text would be shown as something else. */
function garbledName(font: PdfDict, objects: PdfObjects): string | null {
  const value = (dict: PdfDict, key: string): PdfValue | undefined => objects.resolve(dict.entries.get(key))
  const subtype = nameOf(value(font, 'Subtype'))
  if (subtype !== 'TrueType' && subtype !== 'Type1') return null
  const written = nameOf(value(font, 'BaseFont'))
  const name = written === null ? null : faceName(written)
  if (name === null || value(font, 'ToUnicode') !== undefined) return null
  const descriptor = value(font, 'FontDescriptor')
  if (isDict(descriptor) && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.entries.has(key))) {
    return null
  }
  if ((numberOf(value(font, 'LastChar')) ?? firstHigh) < firstHigh) return null
  const encoding = value(font, 'Encoding')
  if (isDict(encoding) && (itemsOf(value(encoding, 'Differences'))?.length ?? 0) > 0) return null
  const base = isDict(encoding) ? nameOf(value(encoding, 'BaseEncoding')) : nameOf(encoding)
  return base === 'WinAnsiEncoding' && knownNames.has(name.face) && name.spelling === 'gb18030' ? null : name.face
}

/** A name whose bytes are those of a Chinese or Japanese face, in whatever way they are written; null for any other. */
function faceName(written: string): { readonly face: string; readonly spelling: string } | null {
  const bytes = Buffer.from(written, 'latin1')
  if (!bytes.some((byte) => byte >= firstHigh)) return null
  for (const [spelling, words] of spellings) {
    try {
      const face = new TextDecoder(spelling, { fatal: true }).decode(bytes)
      if (words.test(face)) return { face, spelling }
    } catch {
      // Not written so.
    }
  }
  return null
}
