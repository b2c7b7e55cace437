/**
 * Words that must be found nowhere: planted in a profile and looked for in every spelling that a program may give them.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

/** Fifty invented words, no two alike and in no dictionary. */
export const canaries: readonly string[] = Array.from(
  { length: 50 },
  (_, index) => `金丝雀${String.fromCodePoint(0x4e00 + index * 397)}示例${(index * 7919 + 12345).toString(36)}`,
)

const escaped = (text: string): string =>
  text.replaceAll(/[\u0080-\uffff]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The three ways in which bytes can stand in base64, without the signs that depend on their neighbours. */
const base64Forms = (text: string): string[] =>
  [0, 1, 2].map((shift) => {
    const code = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64')
    return code
      .slice(shift === 0 ? 0 : shift + 1)
      .replace(/.?=*$/u, '')
      .slice(0, -1)
  })

const formsOf = (text: string): readonly Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'utf16le').swap16(),
  Buffer.from(escaped(text), 'latin1'),
  Buffer.from(escaped(text).toUpperCase().replaceAll('\\U', '\\u'), 'latin1'),
  Buffer.from(encodeURIComponent(text), 'latin1'),
  Buffer.from(Buffer.from(text).toString('hex'), 'latin1'),
  ...base64Forms(text).map((form) => Buffer.from(form, 'latin1')),
]

const forms = canaries.map((canary) => ({ canary, forms: formsOf(canary) }))

/** What a deflated stream that begins somewhere in these bytes holds: zlib, gzip and the entries of ZIP files. */
function inflated(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  const attempt = (inflate: () => Buffer): void => {
    try {
      found.push(inflate())
    } catch {
      // No such stream begins here.
    }
  }
  for (let at = 0; at < bytes.length - 2; at += 1) {
    if (bytes[at] === 0x78 && bytes.readUInt16BE(at) % 31 === 0) attempt(() => inflateSync(bytes.subarray(at)))
    if (bytes[at] === 0x1f && bytes[at + 1] === 0x8b) attempt(() => gunzipSync(bytes.subarray(at)))
    if (bytes.length > at + 30 && bytes.readUInt32LE(at) === 0x04034b50) {
      const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
      attempt(() => inflateRawSync(bytes.subarray(start)))
    }
  }
  return found
}

/** Every canary that is in the name or the content of a file under these folders, with the file. */
export function findCanaries(...folders: readonly string[]): { readonly canary: string; readonly path: string }[] {
  const found: { canary: string; path: string }[] = []
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name)
      const texts: Buffer[] = [Buffer.from(name)]
      if (statSync(path).isFile()) {
        const bytes = readFileSync(path)
        texts.push(bytes, ...inflated(bytes))
      }
      for (const { canary, forms: spellings } of forms) {
        if (spellings.some((spelling) => texts.some((text) => text.includes(spelling)))) found.push({ canary, path })
      }
    }
  }
  return found
}

/** A small PDF-like file that has a word in a deflated stream and in the open. */
export const pdfWith = (word: string): Buffer =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Title (${word}) /Length 99 >>\nstream\n`),
    deflateSync(Buffer.from(`BT (${word}) Tj ET `.repeat(20))),
    Buffer.from('\nendstream\nendobj\n%%EOF\n'),
  ])
