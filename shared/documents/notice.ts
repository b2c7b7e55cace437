import { formatChineseDate } from '@shared/domain/date'
import { pilotTerm } from '@shared/domain/pilot-dates'
import { chineseNumeral } from '@shared/lib/chinese-numeral'
import type { Result } from '@shared/lib/result'
import { inBatchOrder, listAnnex, noteBatchGaps, settledNames, subjectName } from './alliance-list'
import type { DocumentModel } from './blocks'
import { composeLetter, letterBlocks, type Letter, type LetterText, type LetterWording } from './letter'
import { Gaps, type MissingValues } from './missing-values'
import { compositeNoticeLetter } from './composite-notice'
import type { NoticeFacts } from './notice-facts'
import { isComposite } from './notice-sections'
import { noteOfficialGaps, officialDocument } from './official-document'

/** Basis, what was settled, and the two duties of Art. 16 and 18 in the words of the text. */
export const noticeWording: LetterWording = {
  kind: 'notice',
  required: ['联盟', '试点期.起始日', '试点期.截止日'],
  title: (say) => ['关于公布', '四川省', '产业技术创新战略联盟', '试点名单', `（第${say('批次')}批）`, '的通知'],
  body: (say) => [
    `根据《${say('办法名称')}》（以下简称《办法》）第十三条、第十四条规定，经处室审核、专家组综合审核和` +
      `四川省推进产学研创新联盟构建工作协调指导小组会商，确定${say('联盟')}为${subjectName}试点，现予公布（名单见附件）。` +
      `试点有效期限三年${say.part('试点期', (term) => `，自${term('起始日')}起至${term('截止日')}止`)}。`,
    '试点联盟须按照《办法》第十六条规定，于每年12月中旬将本年度工作总结和下年度工作计划分别报省科技厅相关业务处和政策法规处。',
    '试点联盟牵头单位发生更名、重组等重大调整的，或联盟成员单位发生调整的，应按照《办法》第十八条规定，在完成相关手续后30个工作日内将有关情况报省科技厅备案。',
  ],
}

/**
 * 公布通知 (Art. 13, 14): the bodies of the coordination group publish jointly what was settled, with the list annexed. 等N个
 * is the number of rows; the term is computed from the notice's own date. A final copy needs number, dates, issuers,
 * addressee and a settled consultation for every dossier.
 * @returns the model, or every missing value with its Chinese name.
 */
export const composeNotice = (facts: NoticeFacts): Result<DocumentModel, MissingValues> =>
  composeLetter(noticeLetter(facts))

/** The same with its words still open; one that publishes more than new pilots has words of its own. */
export function noticeLetter(facts: NoticeFacts): Result<Letter, MissingValues> {
  const { batch, settings, draft } = facts
  if (isComposite(batch)) return compositeNoticeLetter(facts)
  const gaps = new Gaps()
  noteOfficialGaps({ notice: batch.notice, ...(draft === undefined ? {} : { draft }) }, 'batch.notice', gaps)
  if (draft === undefined && batch.notice.writtenOn !== null && pilotTerm(batch.notice, settings) === null) {
    gaps.add('batch.notice', '试点期起算日期')
  }
  noteBatchGaps(facts, gaps)
  return gaps.resolve(() => ({
    wording: noticeWording,
    values: valuesOf(facts),
    set: (text) => setNotice(facts, text),
  }))
}

function valuesOf({ batch, dossiers, settings, regulationTitle }: NoticeFacts): Letter['values'] {
  const term = pilotTerm(batch.notice, settings)
  return {
    办法名称: regulationTitle,
    批次: chineseNumeral(batch.seq),
    联盟: settledNames(inBatchOrder(batch, dossiers)),
    试点期: term === null ? [] : [{ 起始日: formatChineseDate(term.from), 截止日: formatChineseDate(term.to) }],
  }
}

function setNotice(facts: NoticeFacts, { title, body }: LetterText): DocumentModel {
  const { batch, settings } = facts
  const dossiers = inBatchOrder(batch, facts.dossiers)
  const lot = `（第${chineseNumeral(batch.seq)}批）`
  const listTitle = `${subjectName}试点名单${lot}`
  const term = pilotTerm(batch.notice, settings)
  const span = term === null ? '以正式公布日期为准' : `${formatChineseDate(term.from)}至\n${formatChineseDate(term.to)}`
  return officialDocument(facts, {
    kind: 'notice',
    about: batch.id,
    title,
    subject: listTitle,
    notice: batch.notice,
    blocks: letterBlocks(body),
    annexes: [listAnnex(dossiers, settings, { title: listTitle, lastColumn: { header: '试点期', cell: () => span } })],
  })
}
