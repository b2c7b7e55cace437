/** Makes PDFs whose first page asks for too much; their second is harmless. */
import { deflateSync } from 'node:zlib'
import { pdf, streamObject, type PdfObject } from './pdf-maker'

export type Bomb = {
  /** Says what is wrong with its first page; a file's name as well. */
  readonly name: string
  readonly make: () => Buffer
  /** Whether the page is named before anything of it is drawn. */
  readonly isForeseen: boolean
}

export type FirstPage = {
  readonly contents: PdfObject
  readonly resources?: string
  readonly mediaBox?: string
  readonly page?: string
  /** Objects from number 8 on. */
  readonly more?: readonly PdfObject[]
}

const words = streamObject('', Buffer.from('BT /F1 24 Tf 20 100 Td (SHILI 2026) Tj ET'))
export const text = (content: string): Buffer => streamObject('', Buffer.from(content, 'latin1'))
export const packed = (content: string | Buffer, dict = ''): Buffer =>
  streamObject(`${dict} /Filter /FlateDecode`, deflateSync(content))

/** The page in question, and a harmless one behind it. */
export const twoPages = ({
  contents,
  resources = '',
  mediaBox = '0 0 300 200',
  page = '',
  more = [],
}: FirstPage): Buffer =>
  pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Contents 4 0 R ${page}
       /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`,
    contents,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 7 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    words,
    ...more,
  ])

export const bomb = (name: string, isForeseen: boolean, make: () => Buffer): Bomb => ({ name, isForeseen, make })
