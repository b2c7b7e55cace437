import type { MaterialCode } from '@shared/domain/dossier'
import { foldName } from '@shared/lib/names'

/** Words of file names, the most telling first. Only a suggestion: a person chooses. */
const hints: readonly (readonly [MaterialCode, RegExp])[] = [
  ['pilot-application', /试点.*申请|申请书|pilot.*application/u],
  ['filing-form', /备案.*(表|申请)|申请表|filing.*(form|application)|application.*(form|filing)/u],
  ['necessity', /必要性|necessity/u],
  ['strategy-plan', /规划|战略|strateg|developmentplan/u],
  ['government-accounting', /专账|单独核算|独立核算|separateaccount/u],
  ['funds-rule', /(经费|资金).*(办法|制度|管理)|fund.*(rule|management|measure)/u],
  ['funds-proof', /凭证|到账|到位|回单|进账|出资证明|银行|receipt|voucher|bank|proofoffund|contribution|paidin/u],
  ['proxy', /委托书|授权|proxy|powerofattorney|authori[sz]ation/u],
  ['business-licences', /执照|法人证书|登记证|licen[cs]e|certificateofincorporation/u],
  ['change-evidence', /变更|change/u],
  ['annual-summary', /年度总结|年报|工作总结|annual(summary|report)/u],
  ['annual-plan', /年度计划|工作计划|annualplan/u],
  ['agreement', /协议|合同|agreement|contract/u],
]

/** What alliances are called in general: such words tell nothing of a paper. */
const kinds = /(四川省)?(产业)?(技术)?(创新)?战略联盟|产业技术创新联盟|产学研(创新)?联盟|strategicalliance/gu

/** Art. 7 counts the materials of a filing: 1 form, 2 agreement, 3 statement of necessity. */
const byNumber: readonly MaterialCode[] = ['filing-form', 'agreement', 'necessity']
const numerals = ['一', '二', '三']

/**
 * Which material a file seems to be, by its name, after the names of the alliance and its members are taken out: 战略 in
 * a name makes no agreement a plan. A bare number (附件1, 材料二) is one of the three that Art. 7 counts.
 */
export function suggestedMaterial(fileName: string, names: readonly string[] = []): MaterialCode {
  const folded = foldName(fileName.replace(/\.[^.]+$/u, '')).replace(/[\s_\-—·.]+/gu, '')
  const known = names.map((name) => foldName(name).replace(/[\s_\-—·.]+/gu, '')).filter((name) => name.length > 1)
  const bare = known
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, ''), folded)
    .replace(kinds, '')
  const found = hints.find(([, words]) => words.test(bare))?.[0]
  if (found !== undefined) return found
  const number = /^(?:附件|材料|文件|attachment|annex|file)?第?0*([1-3一二三])[号份]?$/u.exec(bare)?.[1]
  if (number === undefined) return 'other'
  return byNumber[numerals.includes(number) ? numerals.indexOf(number) : Number(number) - 1] ?? 'other'
}
