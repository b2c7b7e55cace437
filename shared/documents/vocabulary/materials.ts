import type { MaterialCode } from '../../domain/dossier'
import type { MaterialProblem } from '../../regulation/completeness'

/** What each material is called, on paper and on screens. */
export const materialNames = {
  'filing-form': '备案申请表',
  agreement: '联盟协议书',
  necessity: '组建必要性说明',
  'pilot-application': '试点申请书',
  'strategy-plan': '发展战略规划',
  'funds-rule': '经费管理办法',
  'funds-proof': '资金投入凭证',
  'business-licences': '成员单位执照、证书',
  proxy: '授权委托书',
  'government-accounting': '政府资助经费核算说明',
  'change-evidence': '变更证明',
  'annual-summary': '年度总结',
  'annual-plan': '下年度计划',
  other: '其他材料',
} as const satisfies Readonly<Record<MaterialCode, string>>

/** What is wrong with one of them. */
export const materialProblemNames = {
  absent: '缺',
  'not-signed': '未签字',
  'not-sealed': '未盖章',
  'not-looked-at': '签字、盖章或页数还没有人看过',
  'pages-lacking': '缺页',
  'no-signature-page': '未注明签署页',
} as const satisfies Readonly<Record<MaterialProblem, string>>
