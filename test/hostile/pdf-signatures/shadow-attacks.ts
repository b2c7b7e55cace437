/**
 * Papers prepared before they are signed (shadow attacks): something waits in them to be shown, hidden or exchanged.
 */
import { deflateSync } from 'node:zlib'
import { signPdf } from '@shared/publishing/signing/sign-pdf'
import { attacksOf } from './attack'
import { append, bodyOf, edit, rewriteLast, streamOf, type Appended, type Objects } from './bend'
import { options, type Bytes, type PaperWorld } from './paper-world'

const packed = (content: string): { text: string; data: Uint8Array } => ({
  text: '<<\n/Filter /FlateDecode\n/Length 0\n>>',
  data: deflateSync(Buffer.from(content, 'latin1')),
})
const cover = packed('1 1 1 rg 0 0 596 842 re f')

/** The paper is bent, then signed by a desk that sees nothing of it; later, perhaps, the trap is sprung. */
const sprung =
  (
    prepare: (objects: Objects, world: PaperWorld) => void,
    later?: (signed: Bytes) => Appended,
    tail?: (tail: string) => string,
  ) =>
  async (world: PaperWorld): Promise<Bytes> => {
    const base = rewriteLast(world.base, (objects) => prepare(objects, world), tail)
    const signed = await signPdf(base, world.desk, { ...options, fieldName: 'desk-1' })
    return later === undefined ? signed : append(signed, later(signed))
  }

const formOverlay = {
  text: '<<\n/Type /XObject\n/Subtype /Form\n/BBox [ 0 0 596 842 ]\n/Filter /FlateDecode\n/Length 0\n>>',
  data: cover.data,
}
const stamp = '<<\n/Type /Annot\n/Subtype /Stamp\n/F 4\n/Rect [ 0 0 596 842 ]\n/AP <<\n/N 48 0 R\n>>\n>>'
const withStamp = (objects: Objects): void => {
  objects.set(48, formOverlay)
  objects.set(49, { text: stamp })
  edit(3, (text) => text.replace(/>>$/, '/Annots [ 49 0 R ]\n>>'))(objects)
}
const withoutStamp = (signed: Bytes): Appended => ({
  objects: [[3, bodyOf(signed, 3).replace('49 0 R ', '')]],
})
const twoContents = (objects: Objects): void => {
  objects.set(48, cover)
  edit(3, (text) => text.replace('/Contents 4 0 R', '/Contents [ 4 0 R 48 0 R ]'))(objects)
}

export const hideAttacks = attacksOf('shadow: hide', [
  ['a stamp covers the page when it is signed', sprung(withStamp), 'other-form'],
  ['the stamp is taken away later', sprung(withStamp, withoutStamp), 'other-form'],
  [
    'a second content covers the page and is emptied later',
    sprung(twoContents, () => ({ objects: [[48, streamOf('')]] })),
  ],
  ['a second content covers the page and is freed later', sprung(twoContents, () => ({ objects: [], free: [48] }))],
  ['a second content covers the page when it is signed', sprung(twoContents), 'other-form'],
])

const field =
  '<<\n/FT /Tx\n/Type /Annot\n/Subtype /Widget\n/T (a)\n/V (1)\n/F 4\n/Rect [ 60 60 480 700 ]\n/AP <<\n/N 48 0 R\n>>\n>>'
const withField = (objects: Objects): void => {
  objects.set(48, formOverlay)
  objects.set(49, { text: field })
  objects.set(50, { text: '<<\n/Fields [ 49 0 R ]\n>>' })
  edit(3, (text) => text.replace(/>>$/, '/Annots [ 49 0 R ]\n>>'))(objects)
  edit(2, (text) => text.replace(/>>$/, '/AcroForm 50 0 R\n>>'))(objects)
}
const withOwnFont = (objects: Objects): void => {
  objects.set(48, { text: '<<\n/Type /Font\n/Subtype /Type1\n/BaseFont /Helvetica\n>>' })
  edit(3, (text) => text.replace('/Font <<\n', '/Font <<\n/own 48 0 R\n'))(objects)
}

export const replaceAttacks = attacksOf('shadow: replace', [
  ['a text field waits on the page', sprung(withField), 'other-form'],
  [
    'a text field is filled later',
    sprung(withField, () => ({
      objects: [
        [49, field.replace('(1)', '(9)')],
        [48, streamOf('0 0 0 rg 0 0 99 99 re f', '/Type /XObject /Subtype /Form /BBox [0 0 596 842]')],
      ],
    })),
    'other-form',
  ],
  ['a font that is not inside waits to be given', sprung(withOwnFont), 'other-form'],
  [
    'that font is exchanged later',
    sprung(withOwnFont, () => ({ objects: [[48, '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>']] })),
  ],
  [
    'a letter is exchanged in a font of ours',
    sprung(
      () => undefined,
      () => ({ objects: [[19, streamOf('x')]] }),
    ),
  ],
])

const hidden = (objects: Objects): void => {
  objects.set(48, packed('0 0 0 rg 60 60 480 700 re f'))
}
const hiddenPages = (objects: Objects): void => {
  hidden(objects)
  const page = objects.get(3)?.text ?? ''
  objects.set(49, {
    text: page.replace('/Contents 4 0 R', '/Contents 48 0 R').replace('/Parent 1 0 R', '/Parent 50 0 R'),
  })
  objects.set(50, { text: '<<\n/Type /Pages\n/Kids [ 49 0 R ]\n/Count 1\n>>' })
  objects.set(51, { text: (objects.get(2)?.text ?? '').replace('/Pages 1 0 R', '/Pages 50 0 R') })
}

export const hideAndReplaceAttacks = attacksOf('shadow: hide and replace', [
  ['a content that nothing leads to waits', sprung(hidden), 'other-form'],
  [
    'it is shown later',
    sprung(hidden, (signed) => ({ objects: [[3, bodyOf(signed, 3).replace('/Contents 4 0 R', '/Contents 48 0 R')]] })),
  ],
  ['a second catalogue waits', sprung(hiddenPages), 'other-form'],
  [
    'the second catalogue is named later',
    sprung(hiddenPages, () => ({ objects: [[51, '<< /Type /Catalog /Pages 50 0 R /AcroForm 52 0 R >>']], root: 51 })),
  ],
  [
    'the second tree of pages is named later',
    sprung(hiddenPages, (signed) => ({ objects: [[2, bodyOf(signed, 2).replace('/Pages 1 0 R', '/Pages 50 0 R')]] })),
  ],
  [
    'a table gives a page another place later',
    sprung(hidden, (signed) => ({
      objects: [],
      places: () => new Map([[4, Buffer.from(signed).indexOf('48 0 obj')]]),
    })),
  ],
])

/** Bent before signing, each in one point only. */
export const bentBaseAttacks = attacksOf('papers that are not quite of our form', [
  [
    'the catalogue runs a script',
    sprung(edit(2, (text) => text.replace(/>>$/, '/OpenAction << /S /JavaScript /JS (x) >>\n>>'))),
    'other-form',
  ],
  [
    'a page draws white over its text',
    sprung((objects) => objects.set(4, packed('1 1 1 rg 0 0 596 842 re f'))),
    'other-form',
  ],
  ['a page shows text that is not seen', sprung((objects) => objects.set(4, packed('3 Tr'))), 'other-form'],
  ['a layer lies on a page', sprung((objects) => objects.set(4, packed('/OC /x BDC EMC'))), 'other-form'],
  ['a page is turned', sprung(edit(3, (text) => text.replace('/Contents', '/Rotate 180\n/Contents'))), 'other-form'],
  [
    'a page is cut',
    sprung(edit(3, (text) => text.replace('/Contents', '/CropBox [ 0 0 99 99 ]\n/Contents'))),
    'other-form',
  ],
  [
    'two numbers are free in the table',
    sprung((objects) => {
      objects.set(60, objects.get(47) ?? cover)
      edit(42, (text) => text.replace('47 0 R', '60 0 R'))(objects)
      objects.delete(47)
    }),
    'intact',
  ],
  [
    'a font has two names that are one',
    sprung(edit(3, (text) => text.replace(/\n(\/(?:fang|hei|kai|song|title)) (\d+ 0 R)\n/, '\n$1 $2\n$1 $2\n'))),
    'other-form',
  ],
  ['the tree counts fewer pages', sprung(edit(1, (text) => text.replace(/\/Count \d+/, '/Count 1'))), 'other-form'],
  [
    'a page stands twice in the tree',
    sprung(
      edit(1, (text) =>
        text.replace(
          /(\d+ 0 R )\]\n\/Count (\d+)/,
          (_, last: string, n: string) => `${last}${last}]\n/Count ${Number(n) + 1}`,
        ),
      ),
    ),
    'other-form',
  ],
  [
    'two files inside have one name',
    sprung(edit(2, (text) => text.replace(/(<[0-9A-F]*>)( \d+ 0 R )<[0-9A-F]*>/, '$1$2$1'))),
    'other-form',
  ],
  [
    'words stand in the head',
    async (world) =>
      signPdf(
        new Uint8Array(
          Buffer.concat([Buffer.from('%PDF-1.7\n%\u0081\u0081\u0081\u0081\n%x\n\n', 'latin1'), shifted(world.base, 3)]),
        ),
        world.desk,
        { ...options, fieldName: 'desk-1' },
      ),
    'other-form',
  ],
  [
    'words stand behind the table',
    sprung(
      () => undefined,
      undefined,
      (tail) => tail.replace('\n\nstartxref', '\n\n% 1\nstartxref'),
    ),
    'other-form',
  ],
  [
    'one content serves as a file as well',
    sprung(edit(41, (text) => text.replace('/F 46 0 R', '/F 4 0 R'))),
    'other-form',
  ],
])

/** The paper behind its head, with every place in its table moved by so many bytes. */
function shifted(base: Bytes, by: number): Buffer {
  const head = '%PDF-1.7\n%\u0081\u0081\u0081\u0081\n\n'
  const text = Buffer.from(base).toString('latin1').slice(head.length)
  const tableAt = text.lastIndexOf('\nxref\n')
  const table = text
    .slice(tableAt)
    .replaceAll(/^(\d{10})(?= 00000 n)/gm, (place) => String(Number(place) + by).padStart(10, '0'))
    .replace(/startxref\n(\d+)/, (_, place: string) => `startxref\n${Number(place) + by}`)
  return Buffer.from(text.slice(0, tableAt) + table, 'latin1')
}
