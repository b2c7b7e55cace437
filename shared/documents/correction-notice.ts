import { formatChineseDate } from '@shared/domain/date'
import type { Correction } from '@shared/domain/issued-notice'
import { noticeSchema, type Notice } from '@shared/domain/pilot'
import type { Result } from '@shared/lib/result'
import type { DocumentModel } from './blocks'
import { oneParagraph } from './chinese-text'
import { Gaps, type MissingValues } from './missing-values'
import { composeNotice } from './notice'
import { parseDocumentNumber, type NoticeFacts } from './notice-facts'
import { noteOfficialGaps, officialDocument } from './official-document'
import { paragraph } from './plain-document'

export type CorrectionNoticeFacts = NoticeFacts & {
  readonly correction: Correction
  /** 主送, 抄送 and 版记; number and day are the correction's. */
  readonly typed: Pick<Notice, 'addressee' | 'copiedTo' | 'printedBy' | 'printedOn'>
}

/**
 * 更正通知: which notice, what it said and what it is to say, item by item, by the same bodies. It rests on no article: the
 * measure knows no correction, and the paper cites none.
 */
export function composeCorrectionNotice(facts: CorrectionNoticeFacts): Result<DocumentModel, MissingValues> {
  const { batch, correction, typed, draft, dossiers, listed = [] } = facts
  const gaps = new Gaps()
  const notice = noticeSchema.parse({
    ...typed,
    docNo: correction.docNo,
    writtenOn: correction.writtenOn,
    issuers: [...batch.notice.issuers],
  })
  noteOfficialGaps({ notice, ...(draft === undefined ? {} : { draft }) }, 'notice', gaps)
  const original = composeNotice(facts)
  if (!original.ok) gaps.add('batch.notice', '原公布通知')
  const number = parseDocumentNumber(batch.notice.docNo)
  if (number?.serial === undefined) gaps.add('batch.notice.docNo', '原公布通知的发文字号')
  return gaps.resolve(() => {
    const title = original.ok ? original.value.title : ''
    const printed = `${number?.agencyCode ?? ''}〔${number?.year ?? ''}〕${number?.serial ?? ''}号`
    const nameOf = (id: string | null) =>
      [...dossiers, ...listed].find((file) => file.id === id)?.content.alliance.name ?? ''
    const items = correction.items.map(({ dossierId, place, from, to }) => {
      const name = nameOf(dossierId)
      const where = `${oneParagraph(place)}${name === '' ? '' : `（${name}）`}`
      return `${where}：“${oneParagraph(from)}”更正为“${oneParagraph(to)}”。`
    })
    return officialDocument(facts, {
      kind: 'correction-notice',
      about: `${batch.id}/${correction.id}`,
      title: ['关于更正', ...quoted(original.ok ? titleWords(original.value) : [title]), '的通知'],
      subject: `更正${printed}`,
      notice,
      blocks: [
        paragraph(
          `《${title}》（${printed}` +
            `${batch.notice.writtenOn === null ? '' : `，${formatChineseDate(batch.notice.writtenOn)}`}）有关内容有误，现更正如下：`,
        ),
        ...items.map((text, index) => paragraph(items.length === 1 ? text : `${index + 1}.${text}`)),
        paragraph('原通知其他内容不变。'),
      ],
    })
  })
}

/** The title of a notice in the pieces that stay whole. */
const titleWords = ({ title, blocks: [first] }: DocumentModel): readonly string[] =>
  first?.kind === 'title' && first.words !== undefined ? first.words : [title]

const quoted = (words: readonly string[]): readonly string[] =>
  words.map((word, index) => `${index === 0 ? '《' : ''}${word}${index === words.length - 1 ? '》' : ''}`)
