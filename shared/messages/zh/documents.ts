import { paperNames } from '../../documents/vocabulary/papers'
import { labels } from '../labels'

/** Papers, what they wait for, and what a person types into them. */
export const zhDocuments = {
  ...labels('document.', paperNames),
  'documentNeed.filing-decision': '准予备案的决定',
  'documentNeed.organisation-opinion': '政策法规处组织形式审核意见',
  'documentNeed.recusal-declaration': '专家的承诺和回避声明',
  'documentNeed.expert-opinion': '专家的个人评审意见',
  'documentNeed.change': '收到的变更备案',
  'documentNeed.revocation': '撤销决定',
  'documentInput.issuedOn': '文书日期',
  'documentInput.dueOn': '补正期限（工作规则，可不填）',
  'documentInput.chairedBy': '主持人',
  'documentInput.observers': '列席人员（可不填）',
  'documentInput.hearing': '联盟汇报和答疑情况',
  'documentInput.discussion': '讨论情况',
  'documentInput.year': '报告年度',
  'documentInput.addressee': '主送机关',
  'documentInput.copiedTo': '抄送（可不填）',
  'documentInput.joint': '各成员单位联合发文',
  'documentInput.compiledBy': '立卷人',
  'documentInput.startTime': '开始时间（如 9:00）',
  'documentInput.minutes': '每个联盟答辩时间（分钟，含提问）',
  'documentInput.persons': '每个联盟到会人数',
  'documents.make': '可以制作的文书',
  'documents.makeNone': '当前状态没有可以制作的文书。',
  'documents.unmet': '还需要：{{items}}',
  'documents.preview': '预览',
  'documents.missing': '还不能出具，缺少：',
  'documents.toPlace': '去填写',
  'documents.toPlaceOf': '去填写：{{label}}',
} as const
