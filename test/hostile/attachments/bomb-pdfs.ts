/**
 * PDFs of few bytes of which one page asks for more memory or time than a computer has; another page is harmless. All
 * invented (示例).
 */
import { deflateSync } from 'node:zlib'
import { bomb, text, twoPages, type Bomb } from './bomb-maker'
import { streamObject } from './pdf-maker'

const drawing = text('q 300 0 0 200 0 0 cm /Im1 Do Q BT /F1 24 Tf 20 100 Td (SHILI) Tj ET')
const picture = (dict: string, bytes: Buffer): Buffer =>
  twoPages({
    contents: drawing,
    resources: '/XObject << /Im1 8 0 R >>',
    more: [streamObject(`/Type /XObject /Subtype /Image ${dict}`, bytes)],
  })
const small = '/Width 100 /Height 100 /ColorSpace /DeviceGray'

const words32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index))
  return bytes
}

/** A page and one generic region of the same size (ITU-T T.88), with few bytes of content. */
export function jbig2(side: number): Buffer {
  const page = Buffer.concat([
    words32(0),
    Buffer.from([48, 0, 1]),
    words32(19, side, side, 0, 0),
    Buffer.from([0, 0, 0]),
  ])
  const content = Buffer.alloc(2000, 0x55)
  const data = Buffer.concat([
    words32(side, side, 0, 0),
    Buffer.from([0, 0, 3, 0xff, 0xfd, 0xff, 2, 0xfe, 0xfe, 0xfe]),
    content,
  ])
  return Buffer.concat([page, words32(1), Buffer.from([38, 0, 1]), words32(data.length), data])
}

/** A codestream of JPEG 2000 with one tile of the size of the picture. */
export const jpx = (side: number): Buffer =>
  Buffer.concat([
    Buffer.from('ff4fff5100290000', 'hex'),
    words32(side, side, 0, 0, side, side, 0, 0),
    Buffer.from('0001070101', 'hex'),
    Buffer.from('ff52000c00000001000504040001', 'hex'),
    Buffer.from('ff5c00134040484850484850484850484850484850', 'hex'),
    Buffer.from('ff90000a0000000000000001ff93', 'hex'),
    Buffer.alloc(500, 0x11),
    Buffer.from('ffd9', 'hex'),
  ])

/** A baseline JPEG of one component (ITU-T T.81). */
export function jpeg(side: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, side >> 8, side & 0xff, side >> 8, side & 0xff, 1, 1, 0x11, 0])
  const huffman = (kind: number) => Buffer.from([0xff, 0xc4, 0, 20, kind, 1, ...Array.from({ length: 15 }, () => 0), 0])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0, 67, 0, ...Array.from({ length: 64 }, () => 1)]),
    frame,
    huffman(0),
    huffman(0x10),
    Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]),
    Buffer.alloc(2000),
    Buffer.from([0xff, 0xd9]),
  ])
}

const manyGroups = (depth: number): Buffer => {
  const group = '/Group << /S /Transparency /I true >>'
  const form = (index: number): Buffer =>
    streamObject(
      `/Type /XObject /Subtype /Form /BBox [0 0 300 200] ${group} /Resources << /XObject << /N ${9 + index} 0 R >> /ExtGState << /G << /ca 0.5 >> >> >>`,
      Buffer.from('/G gs 1 0 0 rg 0 0 300 200 re f /N Do'),
    )
  const last = streamObject('/Type /XObject /Subtype /Form /BBox [0 0 300 200]', Buffer.from('0 1 0 rg 0 0 99 99 re f'))
  return twoPages({
    contents: text('/N Do'),
    resources: '/XObject << /N 8 0 R >>',
    more: [...Array.from({ length: depth }, (_, index) => form(index)), last],
  })
}

const grey = (side: number, count: number): Buffer => {
  const zeros = deflateSync(Buffer.alloc(side * side))
  const dict = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8`
  const names = Array.from({ length: count }, (_, index) => `/I${index} ${8 + index} 0 R`)
  return twoPages({
    contents: text(names.map((name) => `q 300 0 0 200 0 0 cm ${name.split(' ')[0] ?? ''} Do Q`).join('\n')),
    resources: `/XObject << ${names.join(' ')} >>`,
    more: names.map(() => streamObject(`${dict} /Filter /FlateDecode`, zeros)),
  })
}

const tiles = (step: string): Buffer =>
  twoPages({
    contents: text('/Pattern cs /P1 scn 0 0 300 200 re f'),
    resources: '/Pattern << /P1 8 0 R >>',
    more: [
      streamObject(
        `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 100000 100000] /XStep ${step} /YStep ${step} /Resources << >>`,
        Buffer.from('1 0 0 rg 0 0 .5 .5 re f'),
      ),
    ],
  })

export const bombPdfs: readonly Bomb[] = [
  bomb('JBIG2 as what a page says', true, () =>
    twoPages({ contents: streamObject('/Filter /JBIG2Decode', jbig2(60_000)) }),
  ),
  bomb('JBIG2 under a small size', true, () =>
    picture(`${small} /BitsPerComponent 1 /Filter /JBIG2Decode`, jbig2(60_000)),
  ),
  bomb('JPX under a small size', true, () => picture(`${small} /BitsPerComponent 8 /Filter /JPXDecode`, jpx(60_000))),
  bomb('DCT under a small size', true, () => picture(`${small} /BitsPerComponent 8 /Filter /DCTDecode`, jpeg(65_000))),
  bomb('CCITT under a small size', true, () =>
    picture(
      `${small} /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>`,
      Buffer.alloc(2000),
    ),
  ),
  bomb('JBIG2 in a form in a form', true, () =>
    twoPages({
      contents: text('/A Do'),
      resources: '/XObject << /A 8 0 R >>',
      more: [
        streamObject('/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 9 0 R >> >>', Buffer.from('/A Do')),
        streamObject('/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 10 0 R >> >>', Buffer.from('/A Do')),
        streamObject(`/Subtype /Image ${small} /BitsPerComponent 1 /Filter /JBIG2Decode`, jbig2(50_000)),
      ],
    }),
  ),
  bomb('a soft mask of JBIG2', true, () =>
    twoPages({
      contents: drawing,
      resources: '/XObject << /Im1 8 0 R >>',
      more: [
        streamObject(`/Subtype /Image ${small} /BitsPerComponent 8 /SMask 9 0 R`, Buffer.alloc(10_000)),
        streamObject(`/Subtype /Image ${small} /BitsPerComponent 1 /Filter /JBIG2Decode`, jbig2(50_000)),
      ],
    }),
  ),
  bomb('many pictures', true, () => grey(6000, 20)),
  bomb('a predictor of two billion columns', false, () =>
    picture(
      `${small} /BitsPerComponent 8 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2000000000 >>`,
      deflateSync(Buffer.alloc(20_000)),
    ),
  ),
  bomb('an inline picture of CCITT', false, () =>
    twoPages({
      contents: text(
        `BI /W 100 /H 100 /BPC 1 /CS /G /F /CCF /DP << /K -1 /Columns 200000000 /Rows 90000 >> ID ${'\0'.repeat(300)} EI`,
      ),
    }),
  ),
  bomb('a page of five kilometres', false, () =>
    twoPages({ contents: text('1 0 0 rg 0 0 14400 14400 re f'), mediaBox: '0 0 14400 14400', page: '/UserUnit 1000' }),
  ),
  bomb('groups in groups', false, () => manyGroups(150)),
  bomb('tiles without an end', false, () => tiles('0.001')),
  bomb('dashes without an end', false, () =>
    twoPages({ contents: text(`[0.0001] 0 d ${'0 0 m 300 200 l S '.repeat(2000)}`) }),
  ),
]
