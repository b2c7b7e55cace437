import { deflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import { attachmentCases, type AttachmentRow } from './attachment-case'
import {
  onePage,
  packedPdf,
  pdf,
  streamObject,
  updated,
  withoutIndex,
  type OnePage,
  type PackedForm,
  type PdfForm,
} from './pdf-maker'
import { ascii85, asciiHex, lzw, predicted, runLength } from './pdf-packers'

/** What some readers find and a careless look does not: the same acts as in the other cases, told in another way. */

const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
const made =
  (parts: OnePage, form: PdfForm = {}, trailer = '') =>
  () =>
    pdf(onePage(parts), trailer, form)
const opening = (more: OnePage['more'], form: PdfForm = {}) =>
  made({ catalog: '/OpenAction 6 0 R', ...(more && { more }) }, form)
const headed = (head: string) => opening([script], { heads: { 6: head } })
const packed =
  (form: PackedForm, more: readonly string[] = [script], opens = 6) =>
  () =>
    packedPdf(more, `/OpenAction ${opens} 0 R`, form)
const packedAs = (filter: string, pack: (content: Buffer) => Buffer): (() => Buffer) =>
  packed({ entries: (count, first) => `/Type /ObjStm /N ${count} /First ${first} /Filter ${filter}`, pack })

/** Bytes whose checksum is wrong, and whose end is missing. */
const damaged = (content: Buffer): Buffer => {
  const bytes = deflateSync(content)
  bytes.fill(0, bytes.length - 4)
  return bytes
}

async function restricted(algorithm: 'RC4-40' | 'RC4-128' | 'AES-128' | 'AES-256'): Promise<Buffer> {
  const document = await PDFDocument.load(pdf(onePage()))
  document.addJavaScript('shili', 'app.alert(1)')
  document.encrypt({
    userPassword: '',
    ownerPassword: 'shili-owner',
    permissions: { printing: false },
    algorithm,
    allowWeakCryptography: true,
  })
  return Buffer.from(await document.save({ useObjectStreams: true }))
}

/** An object stream whose length stands in object 6. */
function withLengthElsewhere(more: readonly string[]): Buffer {
  const make = (length: string): Buffer =>
    packedPdf(more, '/OpenAction 8 0 R', {
      entries: (count, first) => `/N ${count} /First ${first} /Type /ObjStm /Pad (shili)`,
      pack: (content) => content,
      extra: [length],
    })
  const stated = /\/Pad \(shili\) \/Length (\d+)/u
  const length = stated.exec(make('000').toString('latin1'))?.[1] ?? ''
  const text = make(length.padStart(3, '0')).toString('latin1')
  return Buffer.from(
    text.replace(stated, (found) => '/Length 6 0 R'.padEnd(found.length)),
    'latin1',
  )
}

/** The kind of an action in object 10, others before it. */
const kindAt10 = ['null', 'null', 'null', '/Launch']

const annotated = (text: string, more: OnePage['more'] = []): (() => Buffer) =>
  made({ page: '/Annots [6 0 R]', more: [`<< /Type /Annot /Rect [0 0 300 200] ${text} >>`, ...more] })

export const hiddenPdfCases = attachmentCases('PDF, hidden', 'pdf', [
  ['names the kind of its action elsewhere', ['launch'], opening(['<< /S 7 0 R /F (calc.exe) >>', '/Launch'])],
  ['names it twice removed', ['launch'], opening(['<< /S 7 0 R /F (calc.exe) >>', '8 %x\n0 R', '/Launch'])],
  ['names it in an object stream', ['launch'], packed({ extra: ['<< /S 7 0 R /F (calc.exe) >>'] }, ['/Launch'])],
  ['names it in letters that stand for others', ['launch'], opening(['<< /#53 /L#61unch /F (calc.exe) >>'])],
  ['says what is not there yet in its index', ['script'], made({ more: [`<< /S 9 0 R /JS (a) >>`, script] })],
  [
    'keeps its catalogue in the trailer',
    ['script'],
    made({}, { root: `<< /Type /Catalog /Pages 2 0 R /OpenAction ${script} >>` }),
  ],
  [
    'has another catalogue in a later trailer',
    ['script'],
    () => updated(pdf(onePage()), { 6: `<< /Pages 2 0 R /OpenAction ${script} >>` }, '6 0 R'),
  ],
  [
    'had a script before it was updated',
    ['script'],
    () => updated(pdf(onePage({ catalog: '/OpenAction 6 0 R', more: [script] })), { 6: 'null' }),
  ],
  [
    'has a script in an object that is written again behind it',
    ['script'],
    opening([script, '<< /A 1 >>'], { heads: { 7: '6 0 obj' } }),
  ],
  ['has a comment in a head', ['script'], headed('6 0 %x\nobj')],
  ['has comments between all parts of a head', ['script'], headed('6 %a 1 2 %b\r\n % c\n 0 %d\n\n%e\n obj')],
  ['has a head on many lines', ['script'], headed(`6${'\n'.repeat(50)}0${' '.repeat(50)}obj`)],
  ['has a head that lies in a comment', ['script'], headed('%@6 0 obj')],
  ['has a head with a number that is written otherwise', ['script'], headed('6.0 +0 obj')],
  [
    'has a head whose number goes on to the left',
    ['launch'],
    opening(['<< /S 7 0 R >>', '/Launch'], { heads: { 7: '1@7 0 obj' } }),
  ],
  ['has no blank between the parts of a reference', ['launch'], opening(['<< /S 7 0R /F (a) >>', '/Launch'])],
  [
    'has a head with a very long generation',
    ['script'],
    () => withoutIndex(opening([script], { heads: { 6: '6 00000000000 obj' } })()),
  ],
  ['has a minus in the number of a reference', ['launch'], opening(['<< /S 1-0 0 R /F (a) >>', ...kindAt10])],
  ['has an exponent in the number of a reference', ['launch'], opening(['<< /S 1e1 0 R /F (a) >>', ...kindAt10])],
  ['has a line end behind a plus', ['launch'], opening(['<< /S +\n7 0 R /F (a) >>', '/Launch'])],
  ['has a minus alone for a number', ['launch'], opening(['<< /S 7 - R /F (a) >>', '/Launch'])],
  ['closes where a value should stand', ['script'], opening(['<< /A >> /S /JavaScript /B (a) >>'])],
  [
    'has a trailer that begins in what looks like a comment',
    ['script'],
    () => {
      const trailer = `x%<trailer\n<< /Root << /Type /Catalog /Pages 2 0 R /OpenAction ${script} >> >>\nstartxref\n9\n`
      return withoutIndex(Buffer.concat([pdf(onePage()), Buffer.from(`${trailer}%%EOF\n`)]))
    },
  ],
  ['says the same key twice', ['script'], opening(['<< /S /JavaScript /JS (a) /S /GoTo >>'])],
  ['says the same key twice, the other way', ['script'], opening(['<< /S /GoTo /S /JavaScript >>'])],
  ['has a word among its keys', ['script'], opening(['<< /A x /S /JavaScript /B (a) >>'])],
  ['has a bracket too much', ['script'], opening(['<< /A ] /S /JavaScript /B (a) >>'])],
  ['has a bracket that never closes', ['script'], opening(['<< /A [ /S /JavaScript /B (a) >>'])],
  ['ends an object before it is over', ['script'], opening(['<< /A endobj /S /JavaScript /B (a) >>'])],
  ['never closes an action', ['script'], opening(['<< /Next << /S /JavaScript /B (a)'])],
  ['has a script behind other actions', ['script', 'link'], opening(['<< /S /URI /URI (a) /Next [7 0 R] >>', script])],
  [
    'has a script beside another action',
    ['script', 'media'],
    opening(['<< /S /Rendition /JS 7 0 R >>', '(app.alert\\(1\\))']),
  ],
  [
    'has a script beside another action, in a stream of a kind',
    ['script', 'media'],
    opening(['<< /S /Rendition /JS 7 0 R >>', streamObject('/Subtype /a', Buffer.from('app.alert(1)'))]),
  ],
  [
    'has a script in a form field elsewhere',
    ['script'],
    annotated('/Subtype /Widget /AA 7 0 R', ['<< /K 8 0 R >>', script]),
  ],
  [
    'has its scripts in a tree of names',
    ['script'],
    made({
      catalog: '/Names 6 0 R',
      more: ['<< /JavaScript 7 0 R >>', '<< /Kids [8 0 R] >>', '<< /Names [(a) 9 0 R] >>', script],
    }),
  ],
  [
    'holds a file by reference',
    ['embedded-file'],
    made({
      catalog: '/AF [6 0 R]',
      more: ['<< /Type /Filespec /F (a.exe) /EF 7 0 R >>', '<< /F 8 0 R >>', streamObject('', Buffer.from('MZ'))],
    }),
  ],
  ['goes into a file by reference', ['embedded-file'], opening(['<< /S 7 0 R >>', '/GoToE'])],
  ['goes to another file by reference', ['remote-file'], opening(['<< /S 7 0 R /F (a.pdf) >>', '/GoToR'])],
  ['follows a thread into another file', ['remote-file'], opening(['<< /S /Thread /F (a.pdf) >>'])],
  [
    'draws a page of another file',
    ['remote-file'],
    made({ more: [streamObject('/Subtype /Form /Ref << /F (a.pdf) /Page 0 >>', Buffer.alloc(0))] }),
  ],
  [
    'takes bytes from a file by reference',
    ['remote-file'],
    made({ contents: streamObject('/F 6 0 R', Buffer.alloc(0)), more: ['(//host/a.bin)'] }),
  ],
  ['sends a form by reference', ['submit'], opening(['<< /S 7 0 R >>', '/SubmitForm'])],
  ['shows rich media by reference', ['media'], annotated('/Subtype 7 0 R', ['/RichMedia'])],
  [
    'has a dynamic form in parts',
    ['xfa'],
    made({ catalog: '/AcroForm << /XFA 6 0 R >>', more: ['[(a) 7 0 R]', streamObject('', Buffer.from('<a/>'))] }),
  ],
  ['has no dynamic form after all', [], made({ catalog: '/AcroForm << /XFA 6 0 R >>', more: ['[]'] })],
  [
    'calls a picture JS',
    [],
    made({
      page: '/Resources << /XObject << /JS 6 0 R >> >>',
      more: [streamObject('/Type /XObject /Subtype /Form', Buffer.alloc(0))],
    }),
  ],
  [
    'packs a script without saying so',
    ['script'],
    packed({ entries: (count, first) => `/N ${count} /First ${first} /Filter /FlateDecode` }),
  ],
  ['packs a script behind comments', ['script'], packed({ head: (pairs) => `%x 1 2\n${pairs.join(' %y 3\n')} %z\n` })],
  [
    'packs a script under another number',
    ['launch'],
    packed({ extra: ['<< /S 12 0 R >>'], indexNumbers: [12] }, ['/Launch']),
  ],
  [
    'packs a script and tells how elsewhere',
    ['script'],
    packed(
      {
        entries: () => '/Type 7 0 R /N 8 0 R /First 9 0 R /Filter 10 0 R',
        extra: ['null', '/ObjStm', '1', '5', '[/Fl]'],
      },
      [script],
      11,
    ),
  ],
  ['packs a script with an end mark before it', ['script'], () => withLengthElsewhere(['(endstream endobj)', script])],
  ['packs a script as digits', ['script'], packedAs('/AHx', asciiHex)],
  ['packs a script as letters', ['script'], packedAs('/A85', ascii85)],
  ['packs a script by runs', ['script'], packedAs('/RunLengthDecode', runLength)],
  ['packs a script by LZW', ['script'], packedAs('/LZWDecode', lzw)],
  [
    'packs a script three times',
    ['script'],
    packedAs('[/ASCII85Decode /LZWDecode /FlateDecode]', (content) => ascii85(lzw(deflateSync(content)))),
  ],
  [
    'packs a script by differences',
    ['script'],
    packedAs('[/FlateDecode] /DecodeParms [<< /Predictor 12 /Columns 7 >>]', (content) =>
      deflateSync(predicted(content, 7)),
    ),
  ],
  [
    'packs the kind of its action with parameters that count for none',
    ['launch'],
    packed(
      {
        entries: (count, first) =>
          `/Type /ObjStm /N ${count} /First ${first} /Filter [/FlateDecode] /DecodeParms << /Predictor 12 /Columns 1000000 >>`,
        extra: ['<< /S 17 0 R /F (a) >>'],
        head: (pairs) => `1${pairs.join(' ')} `,
        indexNumbers: [17],
      },
      ['/Launch'],
    ),
  ],
  [
    'packs a script and tells how by a short key',
    ['script'],
    packed({
      entries: (count, first) => `/Type /ObjStm /N ${count} /First ${first} /F /FlateDecode /Filter /RunLengthDecode`,
    }),
  ],
  [
    'packs a script and tells how in two ways',
    ['script'],
    packed({
      entries: (count, first) => `/Type /ObjStm /N ${count} /First ${first} /Filter /FlateDecode /Filter /AHx`,
    }),
  ],
  ['packs a script with a wrong checksum', ['script'], packedAs('/FlateDecode', damaged)],
  ...(['RC4-40', 'RC4-128', 'AES-128', 'AES-256'] as const).map(
    (algorithm) =>
      [
        `packs a script and forbids printing by ${algorithm}`,
        ['script', 'restricted'],
        () => restricted(algorithm),
      ] as AttachmentRow,
  ),
  [
    'has a trailer in a comment that would lock it',
    [],
    () => Buffer.concat([pdf(onePage()), Buffer.from('% trailer << /Encrypt 99 0 R >>\n')]),
  ],
  ['is whole, with zeros behind it', [], () => Buffer.concat([pdf(onePage()), Buffer.alloc(100_000)])],
  ['is whole, with white space behind it', [], () => Buffer.concat([pdf(onePage()), Buffer.alloc(10_000, '\r\n ')])],
  [
    'is whole, with a page of a mail program behind it',
    [],
    () => Buffer.concat([pdf(onePage()), Buffer.from('<p>示例</p>'.repeat(1000))]),
  ],
  [
    'breaks off in an update, with zeros behind it',
    'truncated',
    () => {
      const whole = updated(pdf(onePage()), { 6: streamObject('', Buffer.alloc(9000, 'x')) })
      return Buffer.concat([whole.subarray(0, whole.length - 200), Buffer.alloc(4096)])
    },
  ],
])
