/** Chinese names of coded values as documents print them. */
import type { DossierContent } from '@shared/domain/dossier'
import type { Change } from '@shared/domain/change'
import type { CriterionId, JudgementVerdict } from '@shared/domain/judgement'
import type { Expert, PanelOpinion, RecusalGround, Vote } from '@shared/domain/panel'

export const verdictNames: Readonly<Record<JudgementVerdict, string>> = {
  conforms: '符合',
  'mostly-conforms': '基本符合',
  'does-not-conform': '不符合',
  'cannot-tell': '材料不足以判断',
}

export const voteNames: Readonly<Record<Vote, string>> = { agree: '同意', disagree: '不同意', abstain: '弃权' }

export const specialtyNames: Readonly<Record<Expert['specialty'], string>> = {
  technology: '技术',
  law: '法律',
  finance: '财务',
  management: '管理',
}

export const unitKindNames: Readonly<Record<DossierContent['members'][number]['kind'], string>> = {
  enterprise: '企业',
  university: '大学',
  institute: '科研机构',
  other: '其他组织机构',
}

export const memberRoleNames: Readonly<Record<DossierContent['members'][number]['role'], string>> = {
  chair: '理事长单位',
  'vice-chair': '副理事长单位',
  director: '理事单位',
  member: '成员单位',
  secretariat: '秘书长单位',
}

export const taskNatureNames: Readonly<Record<DossierContent['tasks'][number]['nature'], string>> = {
  key: '关键技术',
  common: '共性技术',
  'key-and-common': '关键共性技术',
  other: '其他',
}

export const chainLinkNames: Readonly<Record<DossierContent['tasks'][number]['chainLink'], string>> = {
  research: '研发',
  'pilot-test': '中试',
  engineering: '工程化',
  industrialisation: '产业化',
  standard: '标准',
  platform: '平台',
  talent: '人才',
}

export const criterionNames: Readonly<Record<CriterionId, string>> = {
  'C12-1': '联盟协议',
  'C12-2': '技术创新目标与任务分工',
  'C9-1': '组成与代表性',
  'C9-2': '对外责任主体与授权',
  'C9-3': '经费管理与监督',
  'C9-4': '投入与运行',
  'C9-5': '发展战略规划',
}

/** Recusal grounds of the work rules, as an expert declares them. */
export const recusalGroundNames: Readonly<Record<RecusalGround, string>> = {
  1: '现任或近三年任职、兼职于成员单位',
  2: '与成员单位或联盟负责人有夫妻、直系血亲、三代以内旁系血亲或近姻亲关系',
  3: '近三年与成员单位有项目合作、共同成果或经济往来',
  4: '持有成员单位股份或领取报酬',
  5: '参与申请材料的起草或咨询',
  6: '与联盟主要负责人有师生关系',
  7: '与联盟有直接竞争关系',
  8: '其他可能影响公正的情形',
}

export const conclusionSentences: Readonly<Record<PanelOpinion['conclusion'], string>> = {
  pass: '建议通过综合审核',
  'pass-after-rework': '建议按本意见第五项补充完善并经复核后通过综合审核',
  reject: '建议不予通过综合审核',
  'return-for-materials': '建议退回补充材料后另行综合审核',
}

/** What changed in a pilot (Art. 18). */
export const changeNames = {
  'lead-renamed': '牵头单位更名',
  'lead-restructured': '牵头单位重组',
  'chair-changed': '理事长单位变更',
  'member-joined': '成员加入',
  'member-left': '成员退出',
  'member-renamed': '成员更名',
  'members-merged': '成员合并',
  'member-split': '成员分立',
  'alliance-renamed': '联盟更名',
  'secretariat-changed': '秘书处变更',
  other: '其他',
} as const satisfies Readonly<Record<Change['kind'], string>>
