import { formatChineseDate, type CalendarDate } from '../domain/date'
import type { Block, DocumentModel } from './blocks'
import { paragraph, plainDocument, sectionHeading, signedBy, type DocumentFrame } from './plain-document'

/** A record of the trail, in words. */
export type AuditReportRow = {
  readonly number: string
  readonly at: string
  readonly who: string
  readonly what: string
  readonly changes: readonly string[]
}

export type AuditReportFacts = Pick<DocumentFrame, 'createdAt'> & {
  /** Whose records: a desk, or a bundle by its file name. */
  readonly subject: string
  readonly verdict: string
  /** Every first breach with what to do, and what else there is to know. */
  readonly findings: readonly string[]
  /** How many records there are, by how many authors, from when to when. */
  readonly range: string
  /** What was chosen of them; empty: all. */
  readonly filters: readonly string[]
  readonly chosenCount: number
  readonly rows: readonly AuditReportRow[]
  /** Who had it made: unit and name; empty if no desk is open. */
  readonly by: string
  readonly on: CalendarDate
}

/**
 * 记录审计报告: who recorded what, from what to what, and whether the chains of records are whole. A work paper of this
 * software, no paper of the regulation.
 */
export function composeAuditReport(facts: AuditReportFacts): DocumentModel {
  const { subject, verdict, findings, range, filters, chosenCount, rows, by, on } = facts
  const chosen = filters.length === 0 ? '列出全部记录' : `只列出符合下列条件的记录：${filters.join('；')}`
  const table: Block[] =
    rows.length === 0
      ? [paragraph('没有符合条件的记录。')]
      : [
          {
            kind: 'table',
            columns: [
              { header: '序号', width: 2.4, align: 'centre' },
              { header: '时间', width: 4 },
              { header: '记录人', width: 4.6 },
              { header: '事项', width: 5 },
              { header: '变化', width: 13 },
            ],
            rows: rows.map(({ number, at, who, what, changes }) =>
              [number, at, who, what, changes.join('\n')].map(printable),
            ),
          },
        ]
  return plainDocument(facts, {
    kind: 'audit-report',
    about: subject,
    title: ['记录', '审计报告'],
    blocks: [
      sectionHeading(1, '结论'),
      paragraph(printable(verdict)),
      ...findings.map((finding) => paragraph(printable(finding))),
      sectionHeading(2, '范围'),
      paragraph(printable(`审计对象：${subject}。${range}`)),
      paragraph(printable(`${chosen}，共${chosenCount}条。时间为记录人当时的本机时钟，仅供参考；次序以逻辑时钟为准。`)),
      sectionHeading(3, '记录'),
      ...table,
      paragraph(`审计日期：${formatChineseDate(on)}`),
      ...(by === '' ? [] : signedBy('审计人', printable(by), on)),
    ],
  })
}

/**
 * Any text as the writers take it: what they would refuse as a broken or unfilled field is made visible or set apart.
 */
function printable(text: string): string {
  const clean = text
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .replaceAll(/\p{Cs}/gu, '□')
    .replaceAll(/undefined|NaN|\[object /gu, (word) => `${word.slice(0, 2)} ${word.slice(2)}`)
    .replaceAll(/\$(?=\{)|\{(?=\{)|\}(?=\})/gu, '$& ')
  return clean.trim() === '' ? '—' : clean
}
