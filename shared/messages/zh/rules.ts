import type { CriterionId, JudgementVerdict } from '@shared/domain/judgement'
import type { CheckVerdict, RuleId } from '@shared/domain/rule-ids'
import type { EvidenceLevel } from '@shared/regulation/evidence'
import type { Stage } from '@shared/domain/stage'
import type { Consequence, RuleKind } from '@shared/regulation/rule'
import { ruleNames } from '../../documents/vocabulary/rules'
import { labels } from '../labels'
import type { AlikeKey } from '../alike'
import { zhEvidence } from './evidence'
import { zhEvidenceValues } from './evidence-values'

type RuleMessageKey =
  | `rule.${RuleId}.title`
  | `criterion.${CriterionId}.title`
  | `verdict.${CheckVerdict}`
  | `judgement.${JudgementVerdict}`
  | `ruleKind.${RuleKind}`
  | `consequence.${Consequence}`
  | `stage.${Stage}`
  | `evidenceLevel.${EvidenceLevel}`

const titles = {
  ...labels('rule.', ruleNames, '.title'),
  'criterion.C12-1.title': '联盟协议由法定代表人共同签署，合作关系受法律保护',
  'criterion.C12-2.title': '技术创新目标以及成员单位的任务分工明确',
  'criterion.C9-1.title': '成员组成与代表性',
  'criterion.C9-2.title': '对外责任主体、授权与内部责任分担',
  'criterion.C9-3.title': '经费管理与监督',
  'criterion.C9-4.title': '投入运行1年以上，任务明确、目标清晰',
  'criterion.C9-5.title': '联盟发展战略规划',
} as const

const words = {
  'verdict.met': '符合',
  'verdict.not-met': '不符合',
  'verdict.provisional': '暂定',
  'verdict.not-applicable': '不适用',
  'judgement.conforms': '符合',
  'judgement.does-not-conform': '不符合',
  'judgement.mostly-conforms': '基本符合',
  'judgement.cannot-tell': '材料不足以判断',
  'ruleKind.prepared': '系统列示，由人判断',
  'consequence.hint': '提示',
  'consequence.supplement': '补正',
  'consequence.assign-division': '请先分办',
  'consequence.division-opinion': '由处室出具意见',
  'consequence.verify': '核实',
  'consequence.panel-judges': '由专家组判断',
  'consequence.review-missing': '缺审核',
  'consequence.no-consultation': '不能进入会商',
  'consequence.no-panel': '不得上会',
  'consequence.panel-invalid': '会议不成立',
  'consequence.no-conclusion': '不能出结论',
  'consequence.opinion-void': '意见不生效',
  'consequence.no-batch': '不得入批',
  'consequence.no-notice': '不得出文',
  'consequence.opens-term': '不能生成试点期',
  'consequence.late-mark': '标记逾期或漏报',
  'consequence.reminder': '提醒测评',
  'consequence.must-be-filed': '需要备案',
  'consequence.revocation': '撤销试点资格',
  'consequence.revocation-and-bar': '撤销试点资格，三年内不得重新申请',
  'consequence.banner': '页首提示',
  'stage.publication': '公布',
  'stage.pilot': '试点管理',
  'evidenceLevel.missing': '缺少',
  'evidenceLevel.contrary': '不一致',
  'ruleSource.statute': '办法条文',
  'clause.article': '第{{article}}条',
  'clause.item': '第{{article}}条第（{{item}}）项',
  'outcome.override': '系统核对为“{{systemVerdict}}”，{{person}}更正为“{{verdict}}”：{{reason}}',
  'outcome.person-needed': '待判断',
} as const

export const zhRules = {
  ...titles,
  ...words,
  ...zhEvidence,
  ...zhEvidenceValues,
} as const satisfies Readonly<Record<Exclude<RuleMessageKey, AlikeKey>, string>>
