/** PDFs of other makers, signed: sound ones, which are told as such, and what is done to them. */
import { attacksOf } from './attack'
import { append, bytesOf, joined, resign, streamOf, textOf, type Appended } from './bend'
import type { Bytes, PaperWorld } from './paper-world'

const room = 8192
const objects: readonly (readonly [number, string])[] = [
  [1, '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [ 5 0 R ] /SigFlags 3 >> >>'],
  [2, '<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>'],
  [3, '<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 300 300 ] /Contents 4 0 R /Resources << >> /Annots [ 5 0 R ] >>'],
  [4, streamOf('0 0 1 rg 50 50 100 100 re f')],
  [5, '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V 6 0 R /F 132 /P 3 0 R /Rect [ 0 0 0 0 ] >>'],
]
const signature = (more = ''): string =>
  `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M (D:20261120090000+08'00') ${more}\n` +
  `/ByteRange [0 9999999999 9999999999 9999999999]\n/Contents <${'0'.repeat(room * 2)}>\n>>`

function whole(parts: readonly (readonly [number, string])[], head = '%PDF-1.6\n'): Bytes {
  let text = head
  const lines = ['0000000000 65535 f \n']
  for (const [number, body] of parts) {
    lines.push(`${String(text.length).padStart(10, '0')} 00000 n \n`)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const at = text.length
  return bytesOf(
    `${text}xref\n0 ${lines.length}\n${lines.join('')}trailer\n<< /Size ${lines.length} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
  )
}

const plain = (world: PaperWorld): Promise<Bytes> => resign(whole([...objects, [6, signature()]]), world.attacker)
const respelt = (bytes: Bytes, what: string, otherwise: string): Bytes =>
  bytesOf(textOf(bytes).replace(what, () => otherwise))
const then = (appended: Appended) => async (world: PaperWorld) => append(await plain(world), appended)
const certified = (level: string): ((world: PaperWorld) => Promise<Bytes>) => {
  const more = `/Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams << ${level} /V /1.2 >> >> ]`
  const parts = objects.map(([number, body]): [number, string] => [
    number,
    number === 1 ? body.replace(/>>$/, '/Perms << /DocMDP 6 0 R >> >>') : body,
  ])
  return (world) => resign(whole([...parts, [6, signature(more)]]), world.attacker)
}
const against =
  (level: string, appended: Appended) =>
  async (world: PaperWorld): Promise<Bytes> =>
    append(await certified(level)(world), appended)
const note = (subtype: string): Appended => ({
  objects: [
    [9, `<< /Type /Annot /Subtype /${subtype} /Rect [ 40 40 160 160 ] /Contents (x) /AP << /N 10 0 R >> >>`],
    [10, streamOf('1 1 1 rg 0 0 120 120 re f', '/Type /XObject /Subtype /Form /BBox [ 0 0 120 120 ]')],
    [3, objects[2]?.[1].replace('5 0 R ]', '5 0 R 9 0 R ]') ?? ''],
  ],
})
const second: Appended['objects'] = [
  [1, '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [ 5 0 R 7 0 R ] /SigFlags 3 >> >>'],
  [3, objects[2]?.[1].replace('5 0 R ]', '5 0 R 7 0 R ]') ?? ''],
  [7, '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature2) /V 8 0 R /F 132 /P 3 0 R /Rect [ 0 0 0 0 ] >>'],
  [8, signature()],
]

/** Certification bypass: what the certifier forbade was done. */
export const certifiedPapers = attacksOf('certified by others (DocMDP)', [
  ['nothing may change, and nothing did', certified('/P 1'), 'other-form'],
  ['fields may be filled, and nothing changed', certified('/P 2'), 'other-form'],
  ['nothing may change, and a stamp covers the page', against('/P 1', note('Stamp'))],
  ['nothing may change, and a field is filled', against('/P 1', { objects: [[5, objects[4]?.[1] ?? '']] })],
  ['nothing may change, and the catalogue is another', against('/P 1', { objects: [[1, objects[0]?.[1] ?? '']] })],
  ['fields may be filled, and a note covers the page', against('/P 2', note('FreeText'))],
  ['no level is said, and a redaction covers the page', against('', note('Redact'))],
  ['an unknown level is said, and a stamp covers the page', against('/P 9', note('Stamp'))],
  ['notes may be added, and one was', against('/P 3', note('Text')), 'other-form'],
  [
    'nothing may change, and what validates it was added',
    against('/P 1', {
      objects: [[1, (objects[0]?.[1] ?? '').replace(/>>$/, '/Perms << /DocMDP 6 0 R >> /DSS << >> >>')]],
    }),
    'other-form',
  ],
])

export const foreignPapers = attacksOf('signed by others', [
  ['one signature over the whole file', plain, 'other-form'],
  [
    'two signatures in turn',
    async (world) => resign(append(await plain(world), { objects: second }), world.expert),
    'other-form',
  ],
  [
    'a reason and a place are said',
    (world) => resign(whole([...objects, [6, signature('/Reason (x) /Location (y)')]]), world.attacker),
    'other-form',
  ],
  ['something was added after it', then({ objects: [[9, '<< /Type /Metadata2 >>']] }), 'other-form'],
  [
    'a note was added after it',
    then({
      objects: [
        [9, '<< /Type /Annot /Subtype /Text /Rect [ 0 0 9 9 ] /Contents (x) >>'],
        [3, objects[2]?.[1].replace('5 0 R ]', '5 0 R 9 0 R ]') ?? ''],
      ],
    }),
    'other-form',
  ],
  ['a line end follows', async (world) => joined(await plain(world), '\n'), 'other-form'],
  [
    'usage rights alone',
    () =>
      whole([
        [1, '<< /Type /Catalog /Pages 2 0 R /Perms << /UR3 6 0 R >> >>'],
        ...objects.slice(1, 5).map(([number, body]) => [number, body.replace('/V 6 0 R ', '')] as const),
        [6, signature().replace(/\[0 [^\]]*\]/, '[0 10 20 30]')],
      ]),
    'not-signed',
  ],
])

const forged = streamOf('1 0 0 rg 0 0 300 300 re f')
export const foreignAttacks = attacksOf('signed by others, then changed', [
  ['the content of its page is another', then({ objects: [[4, forged]] })],
  [
    'its page is another',
    then({
      objects: [
        [9, forged],
        [3, objects[2]?.[1].replace('4 0 R', '9 0 R') ?? ''],
      ],
    }),
  ],
  [
    'a page is added',
    then({
      objects: [
        [9, '<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 300 300 ] >>'],
        [2, '<< /Type /Pages /Kids [ 3 0 R 9 0 R ] /Count 2 >>'],
      ],
    }),
  ],
  [
    'a note lies within a stream',
    then({
      objects: [[9, streamOf('10 0 obj\n<< /Type /Annot /Subtype /Text /Rect [ 0 0 9 9 ] >>\nendobj')]],
      places: (places, at) => new Map([...places, [10, at('10 0 obj')]]),
    }),
  ],
  [
    'a note lies within a comment',
    then({
      objects: [],
      between: '% 10 0 obj << /Type /Annot >> endobj\n',
      places: (_, at) => new Map([[10, at('10 0 obj')]]),
    }),
  ],
  [
    'two numbers name one place',
    then({
      objects: [
        [9, '<< /A 1 >>'],
        [10, '<< /A 2 >>'],
      ],
      places: (places) =>
        new Map([
          [9, places.get(9) ?? 0],
          [10, places.get(9) ?? 0],
        ]),
    }),
  ],
  [
    'a byte is another',
    async (world) => {
      const file = await plain(world)
      file[100] = (file[100] ?? 0) ^ 1
      return file
    },
  ],
  [
    'its range leaves out the head',
    (world) =>
      resign(whole([...objects, [6, signature()]]), world.attacker, (start, end, length) => [
        8,
        start - 8,
        end,
        length - end,
      ]),
  ],
  [
    'its range leaves out more than its string',
    (world) =>
      resign(whole([...objects, [6, signature()]]), world.attacker, (start, end, length) => [
        0,
        start - 9,
        end,
        length - end,
      ]),
  ],
  ['its chain is broken', async (world) => append(await plain(world), { objects: [], prev: 3 })],
  [
    'its range is no list of numbers, and its chain is broken',
    async (world) => respelt(append(await plain(world), { objects: [], prev: 3 }), '/ByteRange [0', '/ByteRange [x'),
  ],
  [
    'its range is spelt otherwise and cannot be read, and its chain is broken',
    async (world) => respelt(append(await plain(world), { objects: [], prev: 3 }), '/ByteRange', '/#42yteRange'),
  ],
  ['its field is taken away', then({ objects: [[1, '<< /Type /Catalog /Pages 2 0 R >>']] })],
])
