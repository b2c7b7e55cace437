/** PDFs made by hand, object by object, so that each can be wrong in one way. All content invented (示例). */
import { deflateSync } from 'node:zlib'

/** The text or bytes of an object, between `n 0 obj` and `endobj`. Objects are numbered from 1. */
export type PdfObject = string | Buffer

const page = (extra = ''): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${extra} >>`

export const streamObject = (dict: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dict} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ])

const words = streamObject('', Buffer.from('BT /F1 24 Tf 20 100 Td (SHILI 2026) Tj ET'))

/** A page with words; `catalog` and `page` add entries, `more` adds objects from number 6 on. */
export type OnePage = { catalog?: string; page?: string; more?: readonly PdfObject[]; contents?: PdfObject }

export const onePage = ({ catalog = '', page: extra = '', more = [], contents = words }: OnePage = {}): PdfObject[] => [
  `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  page(extra),
  contents,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ...more,
]

/**
 * `heads`: what stands before an object instead of `n 0 obj`; the index points to where its `@` stood, or to its begin.
 */
export type PdfForm = { readonly root?: string; readonly heads?: Readonly<Record<number, string>> }

/** Objects with a right index and trailer, which `trailer` adds to. */
export function pdf(objects: readonly PdfObject[], trailer = '', { root = '1 0 R', heads = {} }: PdfForm = {}): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let length = pieces[0]?.length ?? 0
  const add = (piece: Uint8Array): void => {
    pieces.push(Buffer.from(piece))
    length += piece.length
  }
  const offsets = objects.map((object, index) => {
    const head = heads[index + 1] ?? `${index + 1} 0 obj`
    const at = length + Math.max(0, head.indexOf('@'))
    add(Buffer.from(`${head.replace('@', '')}\n`, 'latin1'))
    add(Buffer.isBuffer(object) ? object : Buffer.from(object, 'latin1'))
    add(Buffer.from('\nendobj\n'))
    return at
  })
  const index = length
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`))
  add(
    Buffer.from(
      `trailer\n<< /Size ${objects.length + 1} /Root ${root} ${trailer.replaceAll('XREF', String(index))} >>\nstartxref\n${index}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(pieces)
}

/** A file whose index is not where it says, so that readers look for its objects one by one. */
export const withoutIndex = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(/(?<=startxref\n)\d+/gu, '9'), 'latin1')

/** A file with an update behind it: objects by their number, and a trailer that names a root. */
export function updated(before: Buffer, objects: Readonly<Record<number, PdfObject>>, root = '1 0 R'): Buffer {
  const pieces: Buffer[] = [before]
  let length = before.length
  const sections: string[] = []
  for (const [number, object] of Object.entries(objects)) {
    sections.push(`${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`)
    const bytes = Buffer.isBuffer(object) ? object : Buffer.from(object, 'latin1')
    const piece = Buffer.concat([Buffer.from(`${number} 0 obj\n`), bytes, Buffer.from('\nendobj\n')])
    pieces.push(piece)
    length += piece.length
  }
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(before.toString('latin1'))?.[1] ?? '0'
  const size = Math.max(100, ...Object.keys(objects).map(Number)) + 1
  const trailer = `trailer\n<< /Size ${size} /Root ${root} /Prev ${previous} >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(`xref\n${sections.join('')}${trailer}`)])
}

/** How an object stream is written: its dictionary's entries, what stands in its head, how its bytes are packed. */
export type PackedForm = {
  readonly entries?: (count: number, first: number) => string
  readonly head?: (pairs: readonly string[]) => string
  readonly pack?: (content: Buffer) => Buffer
  /** Under which number the index says that an object lies; otherwise its own. */
  readonly indexNumbers?: readonly number[]
  readonly extra?: readonly PdfObject[]
}

const usualHead = (pairs: readonly string[]): string => `${pairs.join(' ')}\n`

const usualEntries = (count: number, first: number): string =>
  `/Type /ObjStm /N ${count} /First ${first} /Filter /FlateDecode`

/** One page whose extra objects lie in an object stream, found through an index stream (PDF 1.5). */
export function packedPdf(more: readonly string[], catalog: string, form: PackedForm = {}): Buffer {
  const { entries = usualEntries, head: headOf = usualHead, pack = deflateSync } = form
  const plain = onePage({ catalog, more: form.extra ?? [] })
  const first = plain.length + 1
  const bodies = more.map((text) => `${text}\n`)
  let at = 0
  const head = bodies.map((body, index) => {
    const entry = `${first + index} ${at}`
    at += body.length
    return entry
  })
  const header = headOf(head)
  const container = streamObject(
    entries(more.length, header.length),
    pack(Buffer.from(header + bodies.join(''), 'latin1')),
  )
  const containerNumber = first + more.length
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  let length = pieces[0]?.length ?? 0
  const rows: number[][] = [[0, 0, 0]]
  const add = (number: number, object: PdfObject): void => {
    const bytes = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.isBuffer(object) ? object : Buffer.from(object, 'latin1'),
      Buffer.from('\nendobj\n'),
    ])
    rows[number] = [1, length, 0]
    pieces.push(bytes)
    length += bytes.length
  }
  plain.forEach((object, index) => add(index + 1, object))
  more.forEach((_, index) => (rows[form.indexNumbers?.[index] ?? first + index] = [2, containerNumber, index]))
  add(containerNumber, container)
  const index = length
  rows[containerNumber + 1] = [1, index, 0]
  const table = Buffer.from(
    Array.from({ length: rows.length }, (_, number) => rows[number] ?? [0, 0, 0]).flatMap(
      ([type = 0, value = 0, last = 0]) => [type, (value >> 16) & 255, (value >> 8) & 255, value & 255, last],
    ),
  )
  const indexDict = `/Type /XRef /W [1 3 1] /Size ${rows.length} /Root 1 0 R`
  add(containerNumber + 1, streamObject(indexDict, table))
  pieces.push(Buffer.from(`startxref\n${index}\n%%EOF\n`))
  return Buffer.concat(pieces)
}
