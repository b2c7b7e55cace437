import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import type { Result } from '@shared/lib/result'
import type { Block, BlockOf, DocumentModel } from './blocks'
import { nameWords } from './chinese-text'
import { Gaps, type MissingValues } from './missing-values'
import { paragraph, plainDocument, sectionHeading, signedBy, type DocumentFrame } from './plain-document'

/** An act of the procedure as the journal holds it; its id is the SHA-256 of its canonical JSON. */
export type ArchivedAct = {
  /** What a person calls it, e.g. 会商结果. */
  readonly title: string
  readonly on: CalendarDate
  /** The desk that recorded it. */
  readonly by: string
  readonly recordId: string
}

/** A document that was written, with its files. */
export type ArchivedDocument = {
  readonly title: string
  readonly files: readonly { readonly fileName: string; readonly sha256: string }[]
}

export type ArchiveIndexFacts = DocumentFrame & {
  readonly file: DossierFile
  readonly contentHash: string
  readonly documents: readonly ArchivedDocument[]
  readonly acts: readonly ArchivedAct[]
  /** 立卷人. */
  readonly compiledBy: string
  readonly compiledOn: CalendarDate | null
}

/** 归档目录: every material, document and act of a dossier, each with its SHA-256, so that a paper finds its file again. */
export function composeArchiveIndex(facts: ArchiveIndexFacts): Result<DocumentModel, MissingValues> {
  const { file, contentHash, documents, acts } = facts
  const { alliance, application, materials } = file.content
  const gaps = new Gaps()
  const compiledBy = gaps.text(facts.compiledBy, 'compiledBy', '立卷人')
  const compiledOn = gaps.value(facts.compiledOn, 'compiledOn', '立卷日期')
  if (acts.length === 0) gaps.add('acts', '办理记录')
  const number = application.no.trim()
  const files = documents.flatMap(({ title, files: written }) => written.map((one) => ({ title, ...one })))
  const sections: { heading: string; blocks: Block[] }[] = [
    {
      heading: '申请材料',
      blocks: tableOr(
        '材料',
        materials.map((item) => [item.title, item.pages === null ? '—' : String(item.pages), hashCell(item.sha256)]),
        ['材料名称', '页数', 'short'],
      ),
    },
    {
      heading: '文书',
      blocks: tableOr(
        '文书',
        files.map((one) => [one.title, ending(one.fileName), hashCell(one.sha256)]),
        ['文书名称', '格式', 'short'],
      ),
    },
    {
      heading: '办理记录',
      blocks: tableOr(
        '记录',
        acts.map((act) => [`${act.title}（${act.by}）`, formatChineseDate(act.on), hashCell(act.recordId)]),
        ['事项', '日期', 'date'],
      ),
    },
  ]
  return gaps.resolve(() =>
    plainDocument(facts, {
      kind: 'archive-index',
      about: `${file.id}/${file.version}`,
      title: [...nameWords(alliance.name), '案卷', '归档目录'],
      blocks: [
        paragraph(
          `${number === '' ? '' : `编号：${number}。`}材料版本${file.version}，内容校验码：${contentHash.slice(0, 8)}。` +
            `共有申请材料${materials.length}项、文书文件${files.length}个、办理记录${acts.length}条。` +
            '校验码为文件或记录的SHA-256值，与电子文件一一对应。',
        ),
        ...sections.flatMap(({ heading, blocks }, index) => [sectionHeading(index + 1, heading), ...blocks]),
        ...signedBy('立卷人', compiledBy, compiledOn),
      ],
    }),
  )
}

/** Two lines of 32 hexadecimal digits. */
const hashCell = (sha256: string): string => `${sha256.slice(0, 32)}\n${sha256.slice(32)}`

function ending(fileName: string): string {
  const [, found] = /\.(docx\.p7s|[A-Za-z0-9]+)$/u.exec(fileName) ?? []
  return found === undefined ? '—' : found.replace('docx.', '').toUpperCase()
}

/** Widths of the first two columns: the second holds a word or a date, which stays on one line in any font. */
const columnWidths = { short: [10, 3.2], date: [6.2, 7] } as const

function tableOr(
  noun: string,
  rows: BlockOf<'table'>['rows'],
  [first, second, kind]: readonly [string, string, keyof typeof columnWidths],
): Block[] {
  if (rows.length === 0) return [paragraph(`没有${noun}。`)]
  return [
    {
      kind: 'table',
      columns: [
        { header: '序号', width: 2.3, align: 'centre' },
        { header: first, width: columnWidths[kind][0] },
        { header: second, width: columnWidths[kind][1], align: 'centre' },
        { header: '校验码', width: 13.7 },
      ],
      rows: rows.map((cells, index) => [String(index + 1), ...cells]),
    },
  ]
}
