/** Saves appended to a signed paper (ISA), and what lies behind its end. */
import { attacksOf } from './attack'
import { append, bodyOf, bytesOf, joined, lastXref, streamOf, textOf, type Appended } from './bend'
import type { Bytes, PaperWorld } from './paper-world'

const forged = '0 0 0 rg 60 60 480 700 re f'
const page = (world: PaperWorld, content: number): string =>
  bodyOf(world.once, 3).replace(/\/Contents \d+ 0 R/, `/Contents ${content} 0 R`)
const catalogWith = (world: PaperWorld, entry: string): string => bodyOf(world.once, 2).replace(/>>$/, `${entry}\n>>`)
const save = (appended: (world: PaperWorld) => Appended) => (world: PaperWorld) => append(world.once, appended(world))

/** A save whose table is a stream and whose page lies in an object stream. */
function withObjectStream(world: PaperWorld, isHybrid: boolean): Bytes {
  const start = world.once
  const packed = page(world, 91)
  const heads = `3 0 `
  const container = streamOf(`${heads}${packed}`, `/Type /ObjStm /N 1 /First ${heads.length}`)
  let text = '\n'
  const place = new Map<number, number>()
  for (const [number, body] of [
    [90, container],
    [91, streamOf(forged)],
  ] as const) {
    place.set(number, start.length + text.length)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const streamAt = start.length + text.length
  const row = (kind: number, second: number, third: number): string =>
    String.fromCharCode(kind, (second >> 24) & 255, (second >> 16) & 255, (second >> 8) & 255, second & 255, third)
  const rows = row(2, 90, 0) + row(1, place.get(90) ?? 0, 0) + row(1, place.get(91) ?? 0, 0) + row(1, streamAt, 0)
  const common = `/Root 2 0 R /Size 93 /Prev ${lastXref(start)}`
  text += `92 0 obj\n${streamOf(rows, `/Type /XRef /W [1 4 1] /Index [3 1 90 3] ${common}`)}\nendobj\n`
  if (!isHybrid) return joined(start, `${text}startxref\n${streamAt}\n%%EOF`)
  const tableAt = start.length + text.length
  return joined(start, `${text}xref\n0 0\ntrailer\n<< ${common} /XRefStm ${streamAt} >>\nstartxref\n${tableAt}\n%%EOF`)
}

export const incrementalAttacks = attacksOf('incremental saving (ISA)', [
  [
    'a page of its own is put in place of the first',
    save((world) => ({
      objects: [
        [90, streamOf(forged)],
        [3, page(world, 90)],
      ],
    })),
  ],
  ['the content of a page is written anew', save(() => ({ objects: [[4, streamOf(forged)]] }))],
  [
    'two pages change places',
    save((world) => ({ objects: [[1, bodyOf(world.once, 1).replace('3 0 R 5 0 R', '5 0 R 3 0 R')]] })),
  ],
  [
    'a page is taken out',
    save((world) => ({
      objects: [[1, bodyOf(world.once, 1).replace('3 0 R 5 0 R', '5 0 R').replace('/Count 3', '/Count 2')]],
    })),
  ],
  [
    'objects are appended without any table',
    ({ once }) => joined(once, `\n4 0 obj\n${streamOf(forged)}\nendobj\n%%EOF`),
  ],
  [
    'objects are appended with a trailer and no table',
    ({ once }) =>
      joined(
        once,
        `\n4 0 obj\n${streamOf(forged)}\nendobj\ntrailer\n<< /Root 2 0 R /Size 60 >>\nstartxref\n${lastXref(once)}\n%%EOF`,
      ),
  ],
  ['a font is exchanged', save((world) => ({ objects: [[20, bodyOf(world.once, 26)]] }))],
  [
    'only a title is changed',
    save((world) => ({ objects: [[39, bodyOf(world.once, 39).replace('/Title <FEFF', '/Title <FEFF0031')]] })),
  ],
  ['the content of a page is freed', save(() => ({ objects: [], free: [4] }))],
  [
    'the new save leads past the signed one',
    (world) => append(world.once, { objects: [[4, streamOf(forged)]], prev: lastXref(world.base) }),
  ],
  ['nothing but an empty save', save(() => ({ objects: [] }))],
])

export const objectStreamAttacks = attacksOf('object streams (ISA)', [
  ['the page lies in an object stream', (world) => withObjectStream(world, false)],
  ['the page lies in an object stream that only a hybrid table names', (world) => withObjectStream(world, true)],
  [
    'the catalogue lies in an object stream',
    (world) => {
      const file = withObjectStream(world, false)
      const bent = textOf(file).replace('3 0 <<', '2 0 <<').replace('/Index [3 1 90 3]', '/Index [2 1 90 3]')
      return bytesOf(bent)
    },
  ],
])

const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
export const scriptAttacks = attacksOf('scripts and forms added', [
  ['a script runs at opening', save((world) => ({ objects: [[2, catalogWith(world, `/OpenAction ${script}`)]] }))],
  [
    'a script runs before printing',
    save((world) => ({ objects: [[2, catalogWith(world, `/AA << /WP ${script} >>`)]] })),
  ],
  [
    'an XFA form is added',
    save((world) => ({ objects: [[48, bodyOf(world.once, 48).replace(/>>$/, '/XFA (x)\n>>')]] })),
  ],
  [
    'the form asks for new appearances',
    save((world) => ({ objects: [[48, bodyOf(world.once, 48).replace(/>>$/, '/NeedAppearances true\n>>')]] })),
  ],
  [
    'a layer hides content',
    save((world) => ({
      objects: [
        [90, '<< /Type /OCG /Name (x) >>'],
        [2, catalogWith(world, '/OCProperties << /OCGs [ 90 0 R ] /D << /OFF [ 90 0 R ] >> >>')],
      ],
    })),
  ],
  [
    'a file is attached',
    save((world) => ({
      objects: [
        [90, streamOf('x', '/Type /EmbeddedFile')],
        [2, catalogWith(world, '/AF [ 90 0 R ]')],
      ],
    })),
  ],
])

export const endAttacks = attacksOf('bytes behind the end', [
  ['a ZIP', ({ once }) => joined(once, 'PK\u0003\u0004', 'x'.repeat(200), 'PK\u0005\u0006', '\0'.repeat(18))],
  ['a script of a shell', ({ twice }) => joined(twice, '\n#!/bin/sh\necho 1\n')],
  ['a second end marker', ({ once }) => joined(once, '\n%%EOF\n')],
  ['one line end', ({ once }) => joined(once, '\n')],
  ['zeros', ({ twice }) => joined(twice, '\0'.repeat(4096))],
  ['a whole other PDF', ({ once, base }) => joined(once, base)],
  ['a comment', ({ once }) => joined(once, '\n% 示例\n')],
])

const widgetOf = (more: string): string => `<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /F 4 /P 3 0 R ${more} >>`
const cover = streamOf(forged, '/Type /XObject /Subtype /Form /BBox [0 0 596 842]')
const annotated = (world: PaperWorld, more: string): string =>
  bodyOf(world.once, 3).replace(/\/Annots \[ ([^\]]*)\]/, `/Annots [ $1${more} ]`)

/** An annotation over the first page. */
const covering = (annotation: string) =>
  save((world) => ({
    objects: [
      [90, cover],
      [91, annotation],
      [3, annotated(world, '91 0 R')],
    ],
  }))

export const annotationAttacks = attacksOf('annotations (evil annotation, sneaky signature)', [
  ['an empty signature field covers the page', covering(widgetOf('/Rect [0 0 596 842] /AP << /N 90 0 R >>'))],
  [
    'a stamp that calls itself a signature covers it',
    covering('<< /Type /Annot /Subtype /Stamp /FT /Sig /T (x) /F 4 /Rect [0 0 596 842] /AP << /N 90 0 R >> >>'),
  ],
  [
    'a note covers it',
    covering(
      '<< /Type /Annot /Subtype /FreeText /F 4 /Rect [0 0 596 842] /DA (/F 1 Tf) /Contents (x) /AP << /N 90 0 R >> >>',
    ),
  ],
  [
    'a redaction covers it',
    covering('<< /Type /Annot /Subtype /Redact /Rect [0 0 596 842] /IC [0 0 0] /AP << /N 90 0 R >> >>'),
  ],
  [
    'a link to elsewhere is added',
    covering('<< /Type /Annot /Subtype /Link /Rect [0 0 596 842] /A << /S /URI /URI (http://127.0.0.1:9/) >> >>'),
  ],
  [
    'an empty field is named in the form',
    save((world) => ({
      objects: [
        [90, widgetOf('/Rect [0 0 0 0]')],
        [48, bodyOf(world.once, 48).replace(' ]', ' 90 0 R ]')],
      ],
    })),
  ],
  [
    'the signed field is given a picture',
    save((world) => ({
      objects: [
        [90, cover],
        [
          50,
          bodyOf(world.once, 50).replace('[ 0 0 0 0 ]', '[ 0 0 596 842 ]').replace(/>>$/, '/AP << /N 90 0 R >>\n>>'),
        ],
      ],
    })),
  ],
  ['all annotations are taken away', (world) => append(world.twice, { objects: [[7, bodyOf(world.base, 7)]] })],
  [
    'the handwriting is exchanged',
    (world) =>
      append(world.twice, { objects: [[52, streamOf(forged, '/Type /XObject /Subtype /Form /BBox [0 0 110 36]')]] }),
  ],
])

export const tableAttacks = attacksOf('tables that lie', [
  [
    'a page lies inside a stream',
    save((world) => ({
      objects: [
        [90, streamOf(forged)],
        [91, streamOf(`3 0 obj\n${page(world, 90)}\nendobj`)],
      ],
      places: (places, at) => new Map([...places, [3, at('3 0 obj')]]),
    })),
  ],
  [
    'a page lies inside a comment',
    save((world) => ({
      objects: [[90, streamOf(forged)]],
      between: `% 3 0 obj ${page(world, 90).replaceAll('\n', ' ')} endobj\n`,
      places: (places, at) => new Map([...places, [3, at('3 0 obj')]]),
    })),
  ],
  [
    'a page lies inside a string',
    save((world) => ({
      objects: [
        [90, streamOf(forged)],
        [91, `(\n3 0 obj\n${page(world, 90).replaceAll(/[()]/g, '')}\nendobj\n)`],
      ],
      places: (places, at) => new Map([...places, [3, at('3 0 obj')]]),
    })),
  ],
  [
    'two numbers name one place',
    save(() => ({
      objects: [[90, streamOf(forged)]],
      places: (places) => new Map([...places, [4, places.get(90) ?? 0]]),
    })),
  ],
  ['the chain leads in a circle', ({ once }) => append(once, { objects: [], prev: once.length + 1 })],
  ['the chain leads nowhere', ({ once }) => append(once, { objects: [], prev: 7 })],
  [
    'the pointer leads back before the signature',
    ({ once, base }) => joined(once, `\nstartxref\n${lastXref(base)}\n%%EOF`),
  ],
  [
    'the pointer leads back before the last signature',
    ({ twice, once }) => joined(twice, `\nstartxref\n${lastXref(once)}\n%%EOF`),
  ],
  [
    'another catalogue is named',
    save((world) => ({
      objects: [
        [90, streamOf(forged)],
        [93, page(world, 90).replace('/Parent 1', '/Parent 92')],
        [92, '<< /Type /Pages /Kids [ 93 0 R ] /Count 1 >>'],
        [91, bodyOf(world.once, 2).replace('/Pages 1 0 R', '/Pages 92 0 R')],
      ],
      root: 91,
    })),
  ],
  ['another catalogue without form is named', save((world) => ({ objects: [[91, bodyOf(world.base, 2)]], root: 91 }))],
])
