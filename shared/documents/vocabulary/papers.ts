/** Notices and letters whose words an office may change (`letters.ts`), in the order in which it is shown them. */
export const letterNames = {
  'supplement-notice': '材料补正通知',
  'filing-receipt': '备案回执',
  'result-letter': '办理结果告知书',
  'feedback-letter': '反馈意见函',
  'public-display': '公示',
  notice: '公布通知',
  'composite-notice': '综合公布通知',
  'annual-reminder': '年度报告催报',
  'change-receipt': '变更备案回执',
  'evaluation-notice': '测评结果与重新登记公布',
  'revocation-notice': '撤销通知',
} as const

/** What each paper is called in 归档目录, in the names of its files, and on screens. */
export const paperNames = {
  ...letterNames,
  'business-opinion': '业务处室审核意见',
  'organisation-opinion': '组织形式审核意见',
  'sign-in-sheet': '签到表',
  pledge: '专家承诺书与回避声明',
  'personal-opinion': '个人评审意见表',
  'tally-sheet': '表决统计表',
  'panel-opinion': '专家组综合审核意见',
  'panel-minutes': '评审会议记录',
  'expert-draw-record': '专家抽取记录表',
  'panel-invitation': '评审会通知',
  'hearing-notice': '答辩通知',
  'fee-sheet': '专家咨询费发放表',
  'campaign-notice': '年度工作通知',
  'campaign-reminder': '年度工作催报',
  'campaign-board': '年度工作台账',
  'annual-figures': '年度指标汇总表',
  agenda: '处室日历',
  'support-register': '支持措施台账',
  'cultivation-list': '重点培育名单',
  'evaluation-feedback': '测评反馈意见函',
  'rectification-notice': '限期整改通知',
  'rectification-result': '整改结果通知',
  'consultation-summary': '提请会商汇总表',
  'notice-annex': '公布名单',
  'correction-notice': '更正通知',
  'objection-register': '公示异议登记表',
  'archive-index': '归档目录',
  'panel-opinion-countersigned': '专家组综合审核意见（会签完成件）',
  'panel-opinion-chain': '专家组综合审核意见（逐签 PDF）',
  'audit-report': '记录审计报告',
  'refusal-slip': '拒收说明',
  'filing-form': '备案申请表',
} as const

export type PaperKind = keyof typeof paperNames

/** The name of a kind as a record has it; of one that only a newer desk knows, its code. */
export const paperName = (kind: string): string =>
  Object.hasOwn(paperNames, kind) ? paperNames[kind as PaperKind] : kind

/** A page that was signed on paper, as 归档目录 lists its scan. */
export const scanName = (expertName: string): string => `纸质签名扫描件（${expertName}）`
