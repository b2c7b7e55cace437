import type { MaterialCode } from '@shared/domain/dossier'

/** Words of file names, the most telling first. Only a suggestion: a person chooses. */
const hints: readonly (readonly [MaterialCode, RegExp])[] = [
  ['filing-form', /备案.*(表|申请)|申请表/u],
  ['necessity', /必要性/u],
  ['pilot-application', /试点.*申请|申请书/u],
  ['strategy-plan', /规划|战略/u],
  ['funds-rule', /(经费|资金).*(办法|制度|管理)/u],
  ['government-accounting', /专账|单独核算|独立核算/u],
  ['funds-proof', /凭证|到账|到位|回单|进账|出资证明|银行/u],
  ['proxy', /委托书|授权/u],
  ['business-licences', /执照|法人证书|登记证/u],
  ['change-evidence', /变更/u],
  ['annual-summary', /年度总结|年报/u],
  ['annual-plan', /年度计划/u],
  ['agreement', /协议|合同/u],
]

/** Which material a file seems to be, by its name. */
export const suggestedMaterial = (fileName: string): MaterialCode =>
  hints.find(([, words]) => words.test(fileName.normalize('NFKC')))?.[0] ?? 'other'
