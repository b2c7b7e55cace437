/** Word files for tests of templates: made whole, then changed part by part. */
import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import JSZip from 'jszip'
import { type TemplateTags } from '@shared/publishing/templates/template-problem'

export const tags: TemplateTags = {
  标题: { required: true },
  日期: { required: true },
  附注: { required: false },
  名单: { required: true, rows: { 序号: { required: true }, 联盟名称: { required: true }, 备注: { required: false } } },
}

/** The text of each paragraph; a cell of the table's second row each for `cells`. */
export interface Template {
  paragraphs?: readonly string[]
  cells?: readonly string[]
  header?: string
}

export async function wordFile(template: Template = {}): Promise<Uint8Array> {
  const { paragraphs = ['{{标题}}', '成文日期：{{日期}}'], cells = ['{{#名单}}{{序号}}', '{{联盟名称}}{{/名单}}'] } =
    template
  const row = (texts: readonly string[]) =>
    new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) })
  const section = {
    ...(template.header === undefined
      ? {}
      : { headers: { default: new Header({ children: [new Paragraph(template.header)] }) } }),
    children: [
      // Word cuts text into runs where somebody has edited it.
      ...paragraphs.map((text) => new Paragraph({ children: Array.from(text, (part) => new TextRun(part)) })),
      ...(cells.length === 0 ? [] : [new Table({ rows: [row(['序号', '联盟名称']), row(cells)] })]),
    ],
  }
  return Packer.pack(new Document({ sections: [section] }), 'uint8array')
}

/** The file with parts added or rewritten; a function gets the part as it is. */
export async function withParts(
  bytes: Uint8Array,
  parts: Record<string, string | ((xml: string) => string)>,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  for (const [name, part] of Object.entries(parts)) {
    zip.file(name, typeof part === 'string' ? part : part(await zip.file(name)!.async('string')))
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  return (await JSZip.loadAsync(bytes)).file(name)!.async('string')
}

/** What a reader sees of the main part: its paragraphs' text, entities resolved. */
export async function textOf(bytes: Uint8Array): Promise<string[]> {
  const xml = await partOf(bytes, 'word/document.xml')
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
  return (xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? []).map((paragraph) =>
    Array.from(paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g), ([whole, text]) =>
      whole === '<w:br/>' ? '\n' : (text ?? '').replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '?'),
    ).join(''),
  )
}
