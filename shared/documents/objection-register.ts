import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import type { Display, Objection } from '@shared/domain/public-display'
import { chineseNumeral } from '@shared/lib/chinese-numeral'
import type { Result } from '@shared/lib/result'
import { subjectName } from './alliance-list'
import type { DocumentModel, FlowBlock } from './blocks'
import { oneParagraph, sentence } from './chinese-text'
import { Gaps, type MissingValues } from './missing-values'
import { paragraph, plainDocument, seal, type DocumentFrame } from './plain-document'

export type ObjectionRegisterFacts = DocumentFrame & {
  readonly batch: Batch
  readonly dossiers: readonly DossierFile[]
  readonly settings: OfficeSettings
  readonly display: Display | null
  readonly objections: readonly Objection[]
  readonly issuedOn: CalendarDate | null
}

const outcomes: Readonly<Record<NonNullable<Objection['answer']>['outcome'], string>> = {
  upheld: '异议成立',
  'not-upheld': '异议不成立',
  'not-admitted': '不予受理',
}

/**
 * 公示异议登记表 (work rule): every objection with its reason, its files and what came of it; or that none came. While one is
 * open only a draft is made.
 */
export function composeObjectionRegister(facts: ObjectionRegisterFacts): Result<DocumentModel, MissingValues> {
  const { batch, settings, display, objections, draft } = facts
  const gaps = new Gaps()
  const shown = gaps.value(display, 'batch.display', '公示的登记')
  const issuedOn = gaps.value(facts.issuedOn, 'issuedOn', '文书日期')
  if (draft === undefined) {
    for (const { name, answer } of objections) {
      if (answer === null) gaps.add('batch.display', `${name}所提异议的处理结果`)
    }
  }
  return gaps.resolve(() =>
    plainDocument(facts, {
      kind: 'objection-register',
      about: batch.id,
      title: ['公示异议登记表'],
      blocks: [
        paragraph(
          `公示名单：${subjectName}拟确定试点名单（第${chineseNumeral(batch.seq)}批）。` +
            (shown === undefined
              ? ''
              : `公示期：${formatChineseDate(shown.from)}至${formatChineseDate(shown.to)}（${daysWords(shown)}）。`),
        ),
        paragraph('公示和异议的办理依照工作规则。'),
        ...bodyOf(facts),
        ...(issuedOn === undefined ? [] : [seal(settings.departmentName, issuedOn)]),
      ],
    }),
  )
}

/** 5个工作日, or 7日. */
export const daysWords = ({ days, counting }: Pick<Display, 'days' | 'counting'>): string =>
  counting === 'work' ? `${days}个工作日` : `${days}日`

const isLate = ({ receivedOn }: Objection, display: Display | null): boolean =>
  display !== null && receivedOn > display.to

function bodyOf({ dossiers, objections, display }: ObjectionRegisterFacts): FlowBlock[] {
  if (objections.length === 0) return [paragraph('公示期内未收到异议。')]
  const nameOf = (id: string | null) =>
    id === null ? '名单整体' : (dossiers.find((file) => file.id === id)?.content.alliance.name ?? '（已不在名单）')
  return [
    paragraph(`共收到异议${objections.length}件：`),
    {
      kind: 'table',
      columns: [
        { header: '序号', width: 2.4, align: 'centre' },
        { header: '收到日期和提出人', width: 7 },
        { header: '涉及联盟', width: 6 },
        { header: '异议理由和证明材料', width: 9 },
        { header: '处理结果', width: 9 },
      ],
      rows: objections
        .toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1))
        .map((objection, index) => [
          String(index + 1),
          [
            `${formatChineseDate(objection.receivedOn)}${isLate(objection, display) ? '（逾期）' : ''}`,
            `${objection.name}（${objection.isUnit ? '单位' : '个人'}）`,
            ...(objection.contact === '' ? [] : [objection.contact]),
          ].join('\n'),
          nameOf(objection.dossierId),
          [
            sentence(oneParagraph(objection.reason)),
            `证明材料：${objection.files.length === 0 ? '无' : `${objection.files.length}件`}`,
          ].join('\n'),
          objection.answer === null
            ? '办理中'
            : [
                `${outcomes[objection.answer.outcome]}。${sentence(oneParagraph(objection.answer.words))}`,
                formatChineseDate(objection.answer.on),
              ].join('\n'),
        ]),
    },
  ]
}
