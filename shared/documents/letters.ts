/** The letters of the procedure by kind, for the host to check and fill an office's templates. */
import type { PlainKey } from '@shared/messages/catalogue'
import { annualReminderWording } from './annual-reminder'
import { changeReceiptWording } from './change-receipt'
import { nameWords } from './chinese-text'
import { evaluationNoticeWording } from './evaluation-notice'
import type { LetterKind, LetterText, LetterValues, LetterWording } from './letter'
import { feedbackLetterWording } from './feedback-letter'
import { compositeNoticeWording } from './composite-notice'
import { noticeWording } from './notice'
import { filingReceiptWording, supplementNoticeWording } from './office-papers'
import { publicDisplayWording } from './public-display'
import { resultLetterWording } from './result-letter'
import { revocationNoticeWording } from './revocation-notice'

export const letterWordings: Readonly<Record<LetterKind, LetterWording>> = {
  'supplement-notice': supplementNoticeWording,
  'filing-receipt': filingReceiptWording,
  'result-letter': resultLetterWording,
  'feedback-letter': feedbackLetterWording,
  'public-display': publicDisplayWording,
  notice: noticeWording,
  'composite-notice': compositeNoticeWording,
  'annual-reminder': annualReminderWording,
  'change-receipt': changeReceiptWording,
  'evaluation-notice': evaluationNoticeWording,
  'revocation-notice': revocationNoticeWording,
}

/** What a tag stands for, by its name; rows say what one row is. */
export const tagMeanings = {
  办法名称: 'letterTag.regulation',
  批次: 'letterTag.lot',
  联盟: 'letterTag.alliances',
  试点期: 'letterTag.term',
  起始日: 'letterTag.from',
  截止日: 'letterTag.to',
  公示开始日: 'letterTag.displayFrom',
  公示截止日: 'letterTag.displayTo',
  受理: 'letterTag.contact',
  监督: 'letterTag.supervisor',
  天数: 'letterTag.days',
  联盟名称: 'letterTag.alliance',
  申请: 'letterTag.application',
  材料数: 'letterTag.materialCount',
  材料: 'letterTag.material',
  序号: 'letterTag.serial',
  问题: 'letterTag.problem',
  依据: 'letterTag.basis',
  期限: 'letterTag.due',
  补正截止日: 'letterTag.dueOn',
  备案编号: 'letterTag.filingNo',
  备案日期: 'letterTag.filingOn',
  年度: 'letterTag.year',
  报送时间: 'letterTag.reportWindow',
  截至: 'letterTag.asOf',
  成文日期: 'letterTag.writtenOn',
  未收到数: 'letterTag.absentCount',
  未收到: 'letterTag.absent',
  内容: 'letterTag.absentItem',
  报送要求: 'letterTag.demand',
  变更事项: 'letterTag.changeKind',
  变更单位: 'letterTag.changedUnit',
  单位名称: 'letterTag.unitName',
  变更说明: 'letterTag.changeWords',
  段落: 'letterTag.paragraph',
  期限情况: 'letterTag.deadline',
  合格: 'letterTag.qualified',
  不合格: 'letterTag.failed',
  个数: 'letterTag.count',
  附件: 'letterTag.annex',
  起算: 'letterTag.termStart',
  理事长单位: 'letterTag.chair',
  事实: 'letterTag.facts',
  证据: 'letterTag.evidence',
  陈述意见: 'letterTag.heard',
  日期: 'letterTag.heardOn',
  事项: 'letterTag.matters',
  依据条款: 'letterTag.clauses',
  序: 'letterTag.numeral',
  新增: 'letterTag.added',
  重新登记: 'letterTag.reRegistered',
  名称变更: 'letterTag.renamed',
  限期整改: 'letterTag.rectifying',
  撤销: 'letterTag.revoked',
  现有名单: 'letterTag.inForce',
  要求: 'letterTag.duties',
  存在问题: 'letterTag.problems',
  改进意见: 'letterTag.suggestions',
  条件: 'letterTag.condition',
  条款: 'letterTag.clause',
  情形: 'letterTag.ground',
  结果: 'letterTag.result',
  理由: 'letterTag.reason',
  撤回: 'letterTag.withdrawal',
  撤回文件: 'letterTag.withdrawalPaper',
  后续: 'letterTag.next',
  决定日期: 'letterTag.decidedOn',
  重新申请: 'letterTag.bar',
  备案终止: 'letterTag.filingEnds',
} as const satisfies Readonly<Record<string, PlainKey>>

/** A template's text, filled; the alliance's name in the title is kept from breaking in the middle. */
export function filledText(title: string, body: readonly string[], values: LetterValues): LetterText {
  const name = values['联盟名称']
  const at = typeof name === 'string' ? title.indexOf(name) : -1
  if (typeof name !== 'string' || at < 0) return { title: [title], body }
  const rest = title.slice(at + name.length)
  return { title: [...nameWords(name, title.slice(0, at)), ...(rest === '' ? [] : [rest])], body }
}
