import JSZip from 'jszip'
import { attachmentCases, type AttachmentCase } from './attachment-case'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
export const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
export const documentOf = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${w}><w:body>${body}</w:body></w:document>`
export const paragraph = '<w:p><w:r><w:t>示例文字</w:t></w:r></w:p>'

const ordinary: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  'word/document.xml': documentOf(paragraph),
}

export type Parts = Readonly<Record<string, string | Buffer>>

export async function packed(parts: Parts): Promise<Buffer> {
  const archive = new JSZip()
  for (const [name, content] of Object.entries({ ...ordinary, ...parts })) archive.file(name, content)
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 } })
}

const docx =
  (parts: Parts): AttachmentCase['make'] =>
  () =>
    packed(parts)
const body = (xml: string): AttachmentCase['make'] => docx({ 'word/document.xml': documentOf(xml) })
const related = (attributes: string): AttachmentCase['make'] =>
  docx({
    'word/_rels/document.xml.rels': `<Relationships xmlns="${relationships}"><Relationship Id="r1" ${attributes}/></Relationships>`,
  })
const typeOf = (last: string): string =>
  `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${last}"`
const field = (words: string): AttachmentCase['make'] =>
  body(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${words}</w:instrText></w:r></w:p>`)

/** The first place of a value in the directory of the archive, changed. */
async function withDirectory(change: (bytes: Buffer, directory: number) => void, parts: Parts = {}): Promise<Buffer> {
  const bytes = await packed(parts)
  change(bytes, bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16))
  return bytes
}

const entities = (levels: number): string =>
  Array.from({ length: levels }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')

export const packageCases = attachmentCases('packed documents', 'docx', [
  ['is an ordinary letter', [], docx({})],
  ['has macros', ['macro'], docx({ 'word/vbaProject.bin': Buffer.from('vba') })],
  [
    'says that it has macros',
    ['macro'],
    docx({
      '[Content_Types].xml':
        '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    }),
  ],
  [
    'takes a template from elsewhere',
    ['external-part'],
    related(`${typeOf('attachedTemplate')} Target="http://127.0.0.1:9/a.dotm" TargetMode="External"`),
  ],
  [
    'takes a picture from a share',
    ['external-part'],
    related(`${typeOf('image')} Target="\\\\host\\share\\a.png" TargetMode="External"`),
  ],
  ['leads elsewhere without saying so', ['external-part'], related(`${typeOf('image')} Target="file:///etc/passwd"`)],
  ['holds an OLE object', ['embedded-object'], docx({ 'word/embeddings/oleObject1.bin': Buffer.from('ole') })],
  ['holds an ActiveX control', ['embedded-object'], docx({ 'word/activeX/activeX1.xml': '<ocx/>' })],
  ['takes in another document', ['foreign-text'], body(`${paragraph}<w:altChunk/>`)],
  ['takes in a page by its relations', ['foreign-text'], related(`${typeOf('aFChunk')} Target="a.html"`)],
  ['starts a program by a field', ['active-field'], field('DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc"')],
  [
    'starts a program by a field cut in two',
    ['active-field'],
    body(
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>E cmd</w:instrText></w:r></w:p>',
    ),
  ],
  ['reads another file by a field', ['active-field'], field('INCLUDETEXT "C:\\\\secret.txt"')],
  [
    'reads a file through an entity',
    'entities',
    docx({ 'word/document.xml': `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${documentOf('&e;')}` }),
  ],
  [
    'unfolds entities by the billion',
    'entities',
    docx({ 'word/document.xml': `<!DOCTYPE x [<!ENTITY a0 "x">${entities(9)}]>${documentOf('&a9;')}` }),
  ],
  [
    'hides an entity in another encoding',
    'entities',
    docx({ 'word/a.xml': Buffer.from('\ufeff<!DOCTYPE x [<!ENTITY e SYSTEM "a">]><x>&e;</x>', 'utf16le') }),
  ],
  [
    'nests elements 100,000 deep',
    'too-deep',
    docx({ 'word/a.xml': `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}` }),
  ],
  ['unfolds to 70 MB in one part', 'bomb', docx({ 'word/media/a.bmp': Buffer.alloc(70_000_000) })],
  [
    'unfolds to more than it says',
    'bomb',
    () =>
      withDirectory(
        (bytes, directory) => {
          const at = bytes.indexOf('word/a.xml', directory, 'latin1') - 46
          bytes.writeUInt32LE(100, at + 24)
        },
        { 'word/a.xml': Buffer.alloc(5_000_000, 0x20) },
      ),
  ],
  ['has an XML part of 40 MB', 'bomb', docx({ 'word/a.xml': Buffer.alloc(40_000_000, 0x20) })],
  [
    'has 6,000 parts',
    'bad-package',
    docx(Object.fromEntries(Array.from({ length: 6_000 }, (_, at) => [`a/${at}.txt`, 'x']))),
  ],
  [
    'leads out of its folder',
    'bad-name',
    async () => {
      const bytes = await packed({ 'xx/evil.xml': '<a/>' })
      return Buffer.from(bytes.toString('latin1').replaceAll('xx/evil.xml', '../evil.xml'), 'latin1')
    },
  ],
  [
    'has two parts of one name',
    'bad-package',
    async () => {
      const bytes = await packed({ 'word/Document2.xml': '<a/>', 'word/document3.xml': '<a/>' })
      return Buffer.from(bytes.toString('latin1').replaceAll('document3.xml', 'document2.xml'), 'latin1')
    },
  ],
  ['is encrypted', 'encrypted', () => withDirectory((bytes, directory) => bytes.writeUInt16LE(1, directory + 8))],
  [
    'is damaged in a part',
    'broken-part',
    () => withDirectory((bytes, directory) => bytes.fill(0xff, 60, Math.min(directory, 100))),
  ],
  ['has a part that is no XML', 'broken-part', docx({ 'word/a.xml': '<a><b></a>' })],
  ['is cut off', 'bad-package', async () => (await packed({})).subarray(0, 200)],
  [
    'is a ZIP and no document',
    ['no-document'],
    async () => {
      const archive = new JSZip()
      archive.file('a.txt', 'x')
      return archive.generateAsync({ type: 'nodebuffer' })
    },
  ],
])
