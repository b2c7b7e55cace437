/** Small files that ask for far more reading than they are worth: objects within objects, bombs, ranges without end. */
import { deflateSync } from 'node:zlib'
import type { Bytes } from './paper-world'

const head = '%PDF-1.7\n'
const form: readonly (readonly [number, string])[] = [
  [1, '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [ 3 0 R ] >> >>'],
  [2, '<< /Type /Pages /Kids [ ] /Count 0 >>'],
  [3, '<< /FT /Sig /T (x) /V 4 0 R >>'],
  [4, '<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [0 9 19 9] /Contents <00> >>'],
]
const object = (number: number, body: string, end = ' endobj\n'): string => `${number} 0 obj ${body}${end}`

/** A file with a table that names these places, and whatever stands at them. */
function tabled(
  build: (write: (number: number, text: string) => void, place: (number: number) => void) => void,
): Bytes {
  const parts = [head]
  let length = head.length
  const places = new Map<number, number>()
  let lastAt = length
  const write = (number: number, text: string): void => {
    lastAt = length
    if (number > 0) places.set(number, length)
    parts.push(text)
    length += text.length
  }
  for (const [number, body] of form) write(number, object(number, body))
  build(write, (number) => places.set(number, lastAt))
  const lines = [...places].map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
  const trailer = `trailer\n<< /Size ${places.size + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(`${parts.join('')}xref\n${lines.join('')}${trailer}`, 'latin1'))
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 6)

export const heavyFiles: readonly (readonly [name: string, make: () => Bytes])[] = [
  [
    'whose objects stand in one line',
    () => tabled((write) => numbers(60_000).forEach((number) => write(number, object(number, 'null', ' endobj ')))),
  ],
  [
    'whose strings hold one another',
    () =>
      tabled((write) => {
        numbers(60_000).forEach((number) => write(number, `${number} 0 obj (\n`))
        write(0, ') endobj\n'.repeat(60_000))
      }),
  ],
  [
    'whose numbers name one large object',
    () =>
      tabled((write, place) => {
        write(5, object(5, `[${'0 '.repeat(500_000)}]`))
        numbers(40_000).forEach(place)
      }),
  ],
  [
    'whose streams are as long as a large object says',
    () =>
      tabled((write) => {
        write(5, object(5, `[${'0 '.repeat(400_000)}]`))
        numbers(25_000).forEach((number) => write(number, object(number, '<< /Length 5 0 R >>stream\n\nendstream')))
      }),
  ],
  [
    'whose streams have no end',
    () =>
      tabled((write) =>
        numbers(40_000).forEach((number) => write(number, `${number} 0 obj <</Length 5 0 R>>stream\n\n`)),
      ),
  ],
  [
    'that says many ranges and has no table',
    () => {
      const gap = `<${'30'.repeat(1000)}>`
      const start = `${head}/Root 1 0 R `
      const range = `/ByteRange[0 ${start.length} ${start.length + gap.length} 1500000]`
      return new Uint8Array(
        Buffer.from(`${start}${gap}\n${range.repeat(60_000)}\nstartxref\n9999999999\n%%EOF`, 'latin1'),
      )
    },
  ],
  ['that packs what unfolds to far more', bombs],
  [
    'that is one string without end',
    () => new Uint8Array(Buffer.from(`${head}1 0 obj ${'('.repeat(3_000_000)}/Root 1 0 R startxref 9\n%%EOF`)),
  ],
]

/** Forty object streams of sixty megabytes each, a field in each of them. */
function bombs(): Bytes {
  const bomb = deflateSync(Buffer.concat([Buffer.from('0 0 '), Buffer.alloc(60_000_000, 0x20)]), { level: 9 })
  const parts: Buffer[] = [Buffer.from(head)]
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0)
  const rows: number[] = []
  const row = (kind: number, at: number): void =>
    void rows.push(kind, ...[24, 16, 8, 0].map((bits) => (at >> bits) & 255), 0)
  const streams = Array.from({ length: 40 }, (_, index) => index)
  const fields = streams.map((index) => `${1000 + index} 0 R`).join(' ')
  row(1, length())
  parts.push(Buffer.from(object(1, `<< /Type /Catalog /AcroForm << /Fields [ ${fields} ] >> >>`)))
  for (const index of streams) {
    row(1, length())
    parts.push(
      Buffer.from(
        `${100 + index} 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bomb.length} >>stream\n`,
      ),
      bomb,
      Buffer.from('\nendstream endobj\n'),
    )
  }
  streams.forEach((index) => row(2, 100 + index))
  const at = length()
  const table = `<< /Type /XRef /Size 2000 /Root 1 0 R /W [ 1 4 1 ] /Index [ 1 1 100 40 1000 40 ] /Length ${rows.length} >>stream\n`
  parts.push(Buffer.from(`2000 0 obj ${table}`), Buffer.from(rows))
  parts.push(Buffer.from(`\nendstream endobj\nstartxref\n${at}\n%%EOF\n`))
  return new Uint8Array(Buffer.concat(parts))
}
