import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import { pack } from '../../integration/host/bundle-fixture'
import { attachmentCases } from './attachment-case'
import { onePage, packedPdf, pdf, streamObject, type OnePage } from './pdf-maker'
import { asciiHex } from './pdf-packers'

const script = 'app.alert("SHILI"); this.submitForm("http://127.0.0.1:9/x"); app.launchURL("http://127.0.0.1:9/y")'
const scriptAction = `<< /S /JavaScript /JS (${script}) >>`
const made =
  (parts: OnePage, trailer = '') =>
  () =>
    pdf(onePage(parts), trailer)
/** An annotation over the whole page, so that any click meets it. */
const annotation = (text: string): OnePage => ({
  page: '/Annots [6 0 R]',
  more: [`<< /Type /Annot /Rect [0 0 300 200] ${text} >>`],
})
const link = (action: string): OnePage => annotation(`/Subtype /Link /A ${action}`)

async function protectedPdf(userPassword: string, plain = pdf(onePage())): Promise<Buffer> {
  const document = await PDFDocument.load(plain)
  document.encrypt({ userPassword, ownerPassword: 'shili-owner', permissions: { printing: false } })
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`
/** Zeros that DEFLATE makes a thousandth of. */
const zeros = (megabytes: number): Buffer => deflateSync(Buffer.alloc(megabytes * 1_000_000))

const sample = (): Buffer =>
  readFileSync(new URL('../../../resources/samples/vanadium-clean/materials/02-agreement.pdf', import.meta.url))

/** A page whose words stand in a font of that name (in hexadecimal) which is not in the file. */
const inFont = (name: string, more = '/Encoding /WinAnsiEncoding /LastChar 255'): (() => Buffer) =>
  made({
    more: [`<< /Type /Font /Subtype /TrueType /BaseFont /${name.replaceAll(/(..)/gu, '#$1')} ${more} >>`],
    page: '/Annots []',
  })

export const garbledPdfCases = attachmentCases('PDF, fonts', 'pdf', [
  ['names 宋体 in bytes of GBK, which is shown as it was meant', [], inFont('cbcecce5')],
  ['names 方正小标宋简体 in bytes of GBK', ['garbled-text'], inFont('b7bdd5fdd0a1b1eacbcebcf2cce5')],
  ['names 宋体 as bold', ['garbled-text'], inFont('cbcecce52c426f6c64')],
  ['names 宋体 without any encoding', ['garbled-text'], inFont('cbcecce5', '/LastChar 255')],
  ['names 黑体 with the letters of a Macintosh', ['garbled-text'], inFont('badacce5', '/Encoding /MacRomanEncoding')],
  ['names 仿宋 as UTF-8', ['garbled-text'], inFont('e4bbbfe5ae8b')],
  ['names 細明體 in bytes of Big5', ['garbled-text'], inFont('b2d3a9fac5e9')],
  ['names ＭＳ 明朝 in bytes of Shift-JIS', ['garbled-text'], inFont('826c82722096be92a9')],
  ['names 小标宋 for Latin letters alone', [], inFont('b7bdd5fdd0a1b1eacbcebcf2cce5', '/LastChar 122')],
  [
    'names 小标宋 and says what its bytes mean',
    [],
    inFont('b7bdd5fdd0a1b1eacbcebcf2cce5', '/Encoding /WinAnsiEncoding /ToUnicode 6 0 R'),
  ],
  ['names a face with an accent', [], inFont('c9636f6e6f6d6965')],
])

export const activePdfCases = attachmentCases('PDF, active', 'pdf', [
  ['is an ordinary material', [], sample],
  ['is an ordinary page', [], made({})],
  ['runs a script when it is opened', ['script'], made({ catalog: `/OpenAction ${scriptAction}` })],
  [
    'has scripts under names',
    ['script'],
    made({ catalog: '/Names << /JavaScript << /Names [(a) 6 0 R] >> >>', more: [scriptAction] }),
  ],
  [
    'runs a script when it is closed or printed',
    ['script'],
    made({ catalog: `/AA << /WC ${scriptAction} /WP ${scriptAction} >>` }),
  ],
  ['runs a script when a page is shown', ['script'], made({ page: `/AA << /O ${scriptAction} >>` })],
  ['has a script in an object stream', ['script'], () => packedPdf([scriptAction], '/OpenAction 6 0 R')],
  [
    'spells the name of its script otherwise',
    ['script'],
    made({ catalog: '/OpenAction << /S /J#61vaScript /J#53 (1) >>' }),
  ],
  [
    'has a script in a stream',
    ['script'],
    made({ catalog: '/OpenAction << /S /JavaScript /JS 6 0 R >>', more: [streamObject('', Buffer.from(script))] }),
  ],
  [
    'hides a script in the bytes of another stream',
    ['script'],
    made({ more: [streamObject('', Buffer.from(`9 0 obj\n${scriptAction}\nendobj`))] }),
  ],
  [
    'has a form field that computes by script',
    ['script'],
    made({
      catalog: '/AcroForm << /Fields [6 0 R] /NeedAppearances true >>',
      ...annotation(`/Subtype /Widget /FT /Tx /T (a) /V (1) /AA << /K ${scriptAction} /C ${scriptAction} >>`),
    }),
  ],
  [
    'starts a program',
    ['launch'],
    made({ catalog: '/OpenAction << /S /Launch /F (calc.exe) /Win << /F (cmd.exe) >> >>' }),
  ],
  ['starts a program by a click', ['launch'], made(link('<< /S /Launch /F (/bin/sh) >>'))],
  ['leads to a page on the net', ['link'], made(link('<< /S /URI /URI (http://127.0.0.1:9/z) >>'))],
  ['leads to a script as an address', ['link'], made(link('<< /S /URI /URI (javascript:alert\\(1\\)) >>'))],
  [
    'opens another file',
    ['remote-file'],
    made({ catalog: '/OpenAction << /S /GoToR /F (//host/share/a.pdf) /D [0 /Fit] >>' }),
  ],
  [
    'sends a form away',
    ['submit'],
    made({ catalog: '/OpenAction << /S /SubmitForm /F (http://127.0.0.1:9/f) /Flags 4 >>' }),
  ],
  ['fills a form from elsewhere', ['submit'], made(link('<< /S /ImportData /F (//host/share/a.fdf) >>'))],
  [
    'holds another file',
    ['embedded-file'],
    made({
      catalog: '/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>',
      more: [
        '<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>',
        streamObject('/Type /EmbeddedFile', Buffer.from('MZ')),
      ],
    }),
  ],
  [
    'pins another file to a page',
    ['embedded-file'],
    made({
      page: '/Annots [6 0 R]',
      more: [
        '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 300 200] /FS << /F (a.js) /EF << /F 7 0 R >> >> >>',
        streamObject('/Type /EmbeddedFile', Buffer.from('x')),
      ],
    }),
  ],
  [
    'goes into a file that it holds',
    ['embedded-file'],
    made({ catalog: '/OpenAction << /S /GoToE /T << /R /C /N (a) >> >>' }),
  ],
  ['plays rich media', ['media'], made(annotation('/Subtype /RichMedia /RichMediaContent << >>'))],
  ['shows a 3D model', ['media'], made(annotation('/Subtype /3D /3DD << /Type /3D /Subtype /U3D >>'))],
  [
    'plays a film from elsewhere',
    ['media'],
    made(annotation('/Subtype /Screen /A << /S /Rendition /R << /S /MR >> >>')),
  ],
  [
    'is an XFA form',
    ['xfa'],
    made({
      catalog: '/AcroForm << /XFA 6 0 R /Fields [] >>',
      more: [streamObject('', Buffer.from('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>'))],
    }),
  ],
  [
    'takes the bytes of a page from another file',
    ['remote-file'],
    made({ contents: streamObject('/F (//host/a.bin)', Buffer.alloc(0)) }),
  ],
  [
    'draws a picture of a size that is not true',
    ['huge-picture'],
    made({
      contents: streamObject('', Buffer.from('300 0 0 200 0 0 cm /I Do')),
      page: '/Resources << /XObject << /I 6 0 R >> >>',
      more: [
        streamObject(
          '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode',
          deflateSync(Buffer.alloc(64)),
        ),
      ],
    }),
  ],
  [
    'has objects in a stream that is packed strangely',
    ['opaque'],
    made({ more: [streamObject('/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode', Buffer.from([0x80, 0x0b, 0x60]))] }),
  ],
  ['only forbids printing', ['restricted'], () => protectedPdf('')],
  [
    'is a ZIP as well',
    ['two-formats'],
    async () => Buffer.concat([pdf(onePage()), await pack([{ name: 'a.txt', bytes: Buffer.from('x') }])]),
  ],
])

export const brokenPdfCases = attachmentCases('PDF, broken or heavy', 'pdf', [
  ['asks for a password', 'encrypted', () => protectedPdf('kouling')],
  ['is encrypted in a way of its own', 'encrypted', made({}, '/Encrypt << /Filter /Foo.Bar /V 9 >>')],
  ['has an encryption that leads nowhere', 'encrypted', made({}, '/Encrypt 99 0 R')],
  ['is cut off in the middle', 'truncated', () => sample().subarray(0, sample().length >> 1)],
  ['is cut off before its index', 'truncated', () => pdf(onePage()).subarray(0, 300)],
  [
    'has no catalogue',
    'broken',
    () => Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< /Size 2 >>\nstartxref\n9\n%%EOF\n'),
  ],
  ['is a header and an end', 'broken', () => Buffer.from('%PDF-1.7\n%%EOF\n')],
  ['has an index that goes in a circle', 'loop', made({}, '/Prev XREF')],
  [
    'has two indexes that lead to each other',
    'loop',
    () => {
      const first = pdf(onePage())
      const text = first.toString('latin1')
      const index = text.lastIndexOf('xref\n0')
      const second = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${index} >>\n`
      const at = first.length + 30
      const looping = text.replace(
        '/Root 1 0 R  >>',
        `/Root 1 0 R /Prev ${at + '/Prev '.length + String(at).length - 2} >>`,
      )
      const padded = looping.padEnd(at + '/Prev '.length + String(at).length - 2, '\n')
      return Buffer.from(`${padded}${second}startxref\n${padded.length}\n%%EOF\n`, 'latin1')
    },
  ],
  [
    'has pages that hold themselves',
    'loop',
    () => pdf(onePage().with(1, '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>')),
  ],
  [
    'has pages that hold each other',
    'loop',
    () =>
      pdf([
        ...onePage().with(1, '<< /Type /Pages /Kids [6 0 R] /Count 1 >>'),
        '<< /Type /Pages /Parent 2 0 R /Kids [7 0 R] /Count 1 >>',
        '<< /Type /Pages /Parent 6 0 R /Kids [6 0 R] /Count 1 >>',
      ]),
  ],
  [
    'states 100,000 pages',
    'too-many-pages',
    () => pdf(onePage().with(1, '<< /Type /Pages /Kids [3 0 R] /Count 100000 >>')),
  ],
  [
    'has 100,000 pages',
    'too-many-pages',
    () => pdf(onePage().with(1, `<< /Type /Pages /Kids [${'3 0 R '.repeat(100_000)}] /Count 9 >>`)),
  ],
  [
    'has a branch of pages that multiplies',
    'too-many-pages',
    () =>
      pdf([
        ...onePage().with(1, '<< /Type /Pages /Kids [6 0 R 6 0 R] /Count 1 >>'),
        ...Array.from({ length: 40 }, (_, at) => `<< /Type /Pages /Kids [${at + 7} 0 R ${at + 7} 0 R] /Count 1 >>`),
        '<< /Type /Pages /Kids [] /Count 0 >>',
      ]),
  ],
  ['nests lists 100,000 deep', 'too-deep', made({ more: [nested(100_000)] })],
  [
    'nests dictionaries 100,000 deep',
    'too-deep',
    made({ more: [`${'<< /A '.repeat(100_000)}1${' >>'.repeat(100_000)}`] }),
  ],
  ['makes its reader begin again at every word', 'too-deep', made({ more: ['1 0 obj ('.repeat(200_000)] })],
  ['has streams that never end', 'too-deep', made({ more: ['1 0 obj <<>> stream\n'.repeat(100_000)] })],
  ['nests lists that never close', 'too-deep', made({ more: ['['.repeat(1_000_000)] })],
  [
    'has a page that unfolds to 400 MB',
    'bomb',
    () => pdf(onePage({ contents: streamObject('/Filter /FlateDecode', zeros(400)) })),
  ],
  [
    'has a page that unfolds to 400 MB, and forbids printing',
    'bomb',
    () => protectedPdf('', pdf(onePage({ contents: streamObject('/Filter /FlateDecode', zeros(400)) }))),
  ],
  [
    'has a page that unfolds to 400 MB, written as digits',
    'bomb',
    () => pdf(onePage({ contents: streamObject('/Filter [/AHx /Fl]', asciiHex(zeros(400))) })),
  ],
  [
    'has a page packed twice, unfolding to 400 MB',
    'bomb',
    () => pdf(onePage({ contents: streamObject('/Filter [/FlateDecode /FlateDecode]', deflateSync(zeros(400))) })),
  ],
  [
    'is packed nine times over',
    'bomb',
    made({ contents: streamObject(`/Filter [${'/FlateDecode '.repeat(9)}]`, zeros(1)) }),
  ],
])
