import { crc32 } from 'node:zlib'
import { attachmentCases, type AttachmentCase } from './attachment-case'
import { oleFile } from './ole-maker'
import { documentOf, packed, paragraph, relationships, type Parts } from './package-cases'

/** What real programs write, and what hides behind it. */

const docx =
  (parts: Parts): AttachmentCase['make'] =>
  () =>
    packed(parts)
const marked = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf8')
const wide = (text: string): Buffer => Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le')
const types = (more: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${more}</Types>`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const relations = (...rows: readonly string[]): string =>
  `<Relationships xmlns="${relationships}">${rows.map((row, at) => `<Relationship Id="r${at}" ${row}/>`).join('')}</Relationships>`
const hyperlink = `Type="${office}/hyperlink" TargetMode="External" Target="http://127.0.0.1:9/"`
const field = (words: string): string =>
  documentOf(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${words}</w:instrText></w:r></w:p>`)
/** A package whose main part lies where its relations say. */
const elsewhere = (name: string, text: string, base = office): AttachmentCase['make'] =>
  docx({
    'word/document.xml': '<a/>',
    '_rels/.rels': relations(`Type="${base}/officeDocument" Target="/${name}"`),
    [name]: text,
  })
const project = (): Buffer => oleFile([{ name: 'VBA' }, { name: 'PROJECT' }])
const sheet = (xml: string): AttachmentCase['make'] =>
  docx({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': `<worksheet>${xml}</worksheet>` })

/** The directory calls a part by another name in a Unicode path field (PKWARE APPNOTE 4.6.9). */
function withUnicodePath(bytes: Buffer, name: string, other: string): Buffer {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const at = bytes.lastIndexOf(name, undefined, 'latin1') + name.length
  const head = Buffer.alloc(9)
  head.writeUInt16LE(0x7075, 0)
  head.writeUInt16LE(5 + other.length, 2)
  head.writeUInt8(1, 4)
  head.writeUInt32LE(crc32(name), 5)
  const field = Buffer.concat([head, Buffer.from(other)])
  const made = Buffer.concat([bytes.subarray(0, at), field, bytes.subarray(at)])
  made.writeUInt16LE(field.length, at - name.length - 46 + 30)
  made.writeUInt32LE(bytes.readUInt32LE(end + 12) + field.length, end + field.length + 12)
  return made
}

export const officeCases = attachmentCases('packed documents', 'docx', [
  [
    'begins its parts with a byte order mark',
    [],
    docx({
      'word/document.xml': marked(documentOf(paragraph)),
      '[Content_Types].xml': marked(types('')),
      'word/_rels/document.xml.rels': marked(relations()),
    }),
  ],
  ['is written in UTF-16', [], docx({ 'word/document.xml': wide(documentOf(paragraph)) })],
  ['is written in UTF-16 the other way round', [], docx({ 'word/document.xml': wide(documentOf(paragraph)).swap16() })],
  ['is written in UTF-16 without a mark', [], docx({ 'word/document.xml': wide(documentOf(paragraph)).subarray(2) })],
  [
    'says its encoding in single quotes',
    [],
    docx({ 'word/a.xml': "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\r\n<a/>" }),
  ],
  [
    'is written in GBK',
    [],
    docx({
      'word/a.xml': Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="GBK"?><a b="'),
        Buffer.from('cabec0fd', 'hex'),
        Buffer.from('"/>'),
      ]),
    }),
  ],
  [
    'holds signs in its values and texts',
    [],
    docx({ 'word/a.xml': `<a b="x > y" c='"'><!-- <x> --><![CDATA[<y>]]><?z <?><d/></a>` }),
  ],
  ['has a mark and a broken part', 'broken-part', docx({ 'word/a.xml': marked('<a><b></a>') })],
  ['has elements that never close', 'broken-part', docx({ 'word/a.xml': '<a><b>' })],
  ['has two roots', 'broken-part', docx({ 'word/a.xml': '<a/><b/>' })],
  ['has links to pages', ['link'], docx({ 'word/_rels/document.xml.rels': relations(hyperlink, hyperlink) })],
  [
    'has links in the strict form',
    ['link'],
    docx({ 'word/_rels/document.xml.rels': relations(hyperlink.replace(office, strict)) }),
  ],
  ['has a link in a field', ['link'], docx({ 'word/document.xml': field('HYPERLINK "http://127.0.0.1:9/"') })],
  [
    'has a link and a field that starts a program',
    ['active-field', 'link'],
    docx({ 'word/document.xml': field('HYPERLINK "a" DDEAUTO cmd') }),
  ],
  ['hides a field in references', ['active-field'], docx({ 'word/document.xml': field('&#68;DE&#x41;UTO cmd') })],
  ['hides a field in marked text', ['active-field'], docx({ 'word/document.xml': field('<![CDATA[DDE]]>AUTO cmd') })],
  [
    'hides a field behind a byte order mark',
    ['active-field'],
    docx({ 'word/document.xml': marked(field('DDEAUTO cmd')) }),
  ],
  ['hides a field in UTF-16', ['active-field'], docx({ 'word/document.xml': wide(field('DDEAUTO cmd')) })],
  [
    'takes nothing from nowhere',
    ['external-part'],
    docx({ 'word/_rels/document.xml.rels': relations(`Type="${office}/image" TargetMode="External"`) }),
  ],
  ['keeps its main part elsewhere', [], elsewhere('custom/main.xml', documentOf(paragraph))],
  ['keeps its main part elsewhere, with a field', ['active-field'], elsewhere('custom/main.xml', field('DDEAUTO cmd'))],
  ['calls its main part otherwise', ['active-field'], elsewhere('custom/main.bin', field('DDEAUTO cmd'), strict)],
  ['keeps its macros under another name', ['macro'], docx({ 'word/a.bin': project() })],
  [
    'says what its macros are',
    ['macro'],
    docx({
      '[Content_Types].xml': types(
        '<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      ),
    }),
  ],
  [
    'calls its relations otherwise in a field for names',
    ['external-part'],
    async () => {
      const bytes = await packed({
        'word/_rels/document.xml.rels': relations(`Type="${office}/image" TargetMode="External" Target="a"`),
      })
      return withUnicodePath(bytes, 'word/_rels/document.xml.rels', 'word/a.xml')
    },
  ],
  ['has macros of 1992', ['macro'], docx({ 'xl/workbook.xml': '<workbook/>', 'xl/macrosheets/sheet1.xml': '<xm/>' })],
  ['is a workbook', [], sheet('<sheetData><row><c><f>SUM(A1:B2)&amp;"a|b!"</f><v>1</v></c></row></sheetData>')],
  ['asks another program by a formula', ['active-field'], sheet(`<f>cmd|'/c calc'!A1</f>`)],
  [
    'asks another program by a link',
    ['active-field'],
    docx({
      'xl/workbook.xml': '<workbook/>',
      'xl/externalLinks/externalLink1.xml':
        '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
    }),
  ],
  [
    'reads a page into a table',
    ['external-part'],
    docx({
      'xl/workbook.xml': '<workbook/>',
      'xl/connections.xml': '<connections><connection><webPr url="http://127.0.0.1:9/"/></connection></connections>',
    }),
  ],
  [
    'starts a program from a slide',
    ['launch'],
    docx({
      'ppt/presentation.xml': '<p/>',
      'ppt/slides/slide1.xml': '<a><hlinkClick action="ppaction://program"/></a>',
    }),
  ],
  [
    'has 100,000 relations',
    ['external-part'],
    () =>
      packed({
        'word/_rels/document.xml.rels': relations(
          ...Array.from({ length: 100_000 }, () => 'Type="image" TargetMode="External" Target="a"'),
        ),
      }),
  ],
  [
    'has a table of 400,000 cells',
    [],
    () => {
      const cells = Buffer.alloc(15 * 400_000, '<c><v>1</v></c>')
      const table = Buffer.concat([Buffer.from('<worksheet><r>'), cells, Buffer.from('</r></worksheet>')])
      return packed({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': table })
    },
  ],
  [
    'has nine parts of 31 MB',
    'bomb',
    () => {
      const part = Buffer.concat([Buffer.from('<a>'), Buffer.alloc(31_000_000, 0x20), Buffer.from('</a>')])
      return packed(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`word/${at}.xml`, part])))
    },
  ],
])
