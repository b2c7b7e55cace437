import { formatChineseDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import { pilotTerm } from '@shared/domain/pilot-dates'
import { chineseNumeral } from '@shared/lib/chinese-numeral'
import type { Result } from '@shared/lib/result'
import { inBatchOrder, listAnnex, noteBatchGaps, settledNames, subjectName } from './alliance-list'
import type { DocumentModel } from './blocks'
import { Gaps, type MissingValues } from './missing-values'
import type { NoticeFacts } from './notice-facts'
import { noteOfficialGaps, officialDocument } from './official-document'
import { paragraph } from './plain-document'

/**
 * 公布通知 (Art. 13, 14): the bodies of the coordination group publish jointly what was settled, with the list annexed.
 * 等N个 is the number of rows; the term is computed from the notice's own date. A final copy needs number, dates, issuers,
 * addressee and a settled consultation for every dossier.
 * @returns the model, or every missing value with its Chinese name.
 */
export function composeNotice(facts: NoticeFacts): Result<DocumentModel, MissingValues> {
  const { batch, settings, draft } = facts
  const gaps = new Gaps()
  noteOfficialGaps({ notice: batch.notice, ...(draft === undefined ? {} : { draft }) }, 'batch.notice', gaps)
  if (draft === undefined && batch.notice.writtenOn !== null && pilotTerm(batch.notice, settings) === null) {
    gaps.add('batch.notice', '试点期起算日期')
  }
  noteBatchGaps(facts, gaps)
  return gaps.resolve(() => compose(facts))
}

function compose(facts: NoticeFacts): DocumentModel {
  const { batch, settings } = facts
  const dossiers = inBatchOrder(batch, facts.dossiers)
  const lot = `（第${chineseNumeral(batch.seq)}批）`
  const listTitle = `${subjectName}试点名单${lot}`
  const term = pilotTerm(batch.notice, settings)
  const span = term === null ? '以正式公布日期为准' : `${formatChineseDate(term.from)}至\n${formatChineseDate(term.to)}`
  return officialDocument(facts, {
    kind: 'notice',
    about: batch.id,
    title: ['关于公布', '四川省', '产业技术创新战略联盟', '试点名单', lot, '的通知'],
    subject: listTitle,
    notice: batch.notice,
    blocks: body(facts, dossiers).map(paragraph),
    annexes: [listAnnex(dossiers, settings, { title: listTitle, lastColumn: { header: '试点期', cell: () => span } })],
  })
}

/** Basis, what was settled, and the two duties of Art. 16 and 18 in the words of the text. */
function body({ batch, settings, regulationTitle }: NoticeFacts, dossiers: readonly DossierFile[]): string[] {
  const term = pilotTerm(batch.notice, settings)
  const span = term === null ? '' : `，自${formatChineseDate(term.from)}起至${formatChineseDate(term.to)}止`
  return [
    `根据《${regulationTitle}》（以下简称《办法》）第十三条、第十四条规定，经处室审核、专家组综合审核和` +
      `四川省推进产学研创新联盟构建工作协调指导小组会商，确定${settledNames(dossiers)}为${subjectName}试点，现予公布（名单见附件）。` +
      `试点有效期限三年${span}。`,
    '试点联盟须按照《办法》第十六条规定，于每年12月中旬将本年度工作总结和下年度工作计划分别报省科技厅相关业务处和政策法规处。',
    '试点联盟牵头单位发生更名、重组等重大调整的，或联盟成员单位发生调整的，应按照《办法》第十八条规定，在完成相关手续后30个工作日内将有关情况报省科技厅备案。',
  ]
}
