import { currentMembers, memberById } from '@shared/domain/dossier'
import { criterionIds } from '@shared/domain/judgement'
import { expertLabel, labelAmong } from '@shared/domain/expert-label'
import type { Gaps } from './missing-values'
import { sealedOpinions, recusalsOf, type PanelOpinionFacts } from './panel-opinion-facts'
import { printAlike } from './printed-form'
import { countVotes } from './vote-count'
import { criterionNames } from './vocabulary/values'

/** Notes everything that 专家组综合审核意见 lacks, in the order in which it is printed. */
export function noteGaps(facts: PanelOpinionFacts, gaps: Gaps): void {
  noteHeadGaps(facts, gaps)
  noteJudgementGaps(facts, gaps)
  notePeopleGaps(facts, gaps)
  if (facts.draft === undefined) noteFinalGaps(facts, gaps)
}

function noteHeadGaps({ file, panel, settings }: PanelOpinionFacts, gaps: Gaps): void {
  const { application, alliance, materials } = file.content
  gaps.text(panel.place, 'panel.place', '评审地点')
  gaps.text(application.no, 'file.content.application.no', '试点申请编号')
  const applicantId = application.applicantUnitId ?? alliance.chairUnitId
  if (applicantId === null) gaps.add('file.content.alliance.chairUnitId', '理事长单位')
  else if (memberById(file.content, applicantId) === undefined) {
    gaps.add('file.content.application.applicantUnitId', '申请单位（不在成员单位表中）')
  }
  if (currentMembers(file.content).length === 0) gaps.add('file.content.members', '成员单位表')
  if (materials.length === 0) gaps.add('file.content.materials', '申请材料')
  if (!settings.divisions.some((division) => division.id === settings.policyDivisionId)) {
    gaps.add('settings.divisions', '组织评审的处室名称（政策法规处）')
  }
}

function noteJudgementGaps({ opinion }: PanelOpinionFacts, gaps: Gaps): void {
  for (const id of criterionIds) {
    const index = opinion.items.findIndex((item) => item.criterionId === id)
    const item = opinion.items[index]
    if (item === undefined) {
      gaps.add('opinion.items', `专家组对“${criterionNames[id]}”的判断`)
      continue
    }
    gaps.value(item.verdict, `opinion.items[${index}].verdict`, `专家组对“${criterionNames[id]}”的判断`)
    gaps.text(item.reason, `opinion.items[${index}].reason`, `专家组对“${criterionNames[id]}”的理由`)
  }
  gaps.text(opinion.problems, 'opinion.problems', '存在问题')
  gaps.text(opinion.suggestions, 'opinion.suggestions', '改进意见')
}

/** Whoever is named must be of the panel, and what is quoted must be there. */
function notePeopleGaps({ panel, opinion }: PanelOpinionFacts, gaps: Gaps): void {
  const known = new Set<string>(panel.experts.map((expert) => expert.id))
  panel.members.forEach(({ expertId, present }, index) => {
    const name = labelAmong(expertId, '', panel.experts)
    if (name === '') gaps.add(`panel.members[${index}].expertId`, '专家组成员的姓名和单位')
    else if (present === null) gaps.add(`panel.members[${index}].present`, `${name}的到会情况`)
  })
  if (!panel.members.some((member) => member.present === true)) gaps.add('panel.members', '到会专家')
  opinion.dissents.forEach(({ expertId, text }, index) => {
    if (!known.has(expertId)) gaps.add(`opinion.dissents[${index}].expertId`, '持不同意见专家的姓名')
    gaps.text(text, `opinion.dissents[${index}].text`, '不同意见的内容')
  })
  opinion.refusals.forEach(({ expertId, reason }, index) => {
    if (!known.has(expertId)) gaps.add(`opinion.refusals[${index}].expertId`, '不签名专家的姓名')
    gaps.text(reason, `opinion.refusals[${index}].reason`, '不签名的理由')
  })
}

/** What a draft may leave open and a final copy may not. */
function noteFinalGaps(facts: PanelOpinionFacts, gaps: Gaps): void {
  const { opinion, panel, file, contentHash } = facts
  const { tally, reached, missingExperts } = countVotes(facts)
  gaps.value(opinion.conclusion, 'opinion.conclusion', '结论')
  gaps.value(opinion.signedOn, 'opinion.signedOn', '签署日期')
  const leaderId = gaps.value(opinion.leaderExpertId, 'opinion.leaderExpertId', '专家组组长')
  if (leaderId !== undefined) {
    const leader = panel.members.find((member) => member.expertId === leaderId)
    const recused = recusalsOf(facts).some((item) => item.expertId === leaderId)
    if (leader?.present !== true || recused) {
      gaps.add('opinion.leaderExpertId', '专家组组长（须为到会且未回避的专家）')
    }
  }
  const returned = opinion.conclusion === 'return-for-materials'
  if (!returned) {
    for (const expert of missingExperts) {
      gaps.add('file.proceedings.expertOpinions', `${expertLabel(expert, panel.experts)}的个人评审意见`)
    }
  }
  const judgedHash = opinion.dossierHash ?? contentHash
  for (const stale of sealedOpinions(facts).filter((item) => item.dossierHash !== judgedHash)) {
    gaps.add(
      'file.proceedings.expertOpinions',
      `${labelAmong(stale.expertId, stale.expertName, panel.experts)}对同一版本的意见（其意见依据版本${stale.dossierVersion}，须确认或重新评审）`,
    )
  }
  for (const { expertId, expertName, dissent } of sealedOpinions(facts)) {
    const quoted = opinion.dissents.some((item) => item.expertId === expertId && printAlike(item.text, dissent))
    if (dissent.trim() !== '' && !quoted) {
      gaps.add(
        'opinion.dissents',
        `${labelAmong(expertId, expertName, panel.experts)}的不同意见（须照录其个人意见原文）`,
      )
    }
  }
  const confirmed = file.proceedings.reviewConfirmations.some((item) => item.dossierHash === contentHash)
  if (judgedHash !== contentHash && !confirmed) {
    gaps.add(
      'opinion.dossierHash',
      `对现行版本${file.version}的复核确认（专家组意见依据版本${opinion.dossierVersion ?? '不详'}）`,
    )
  }
  if (opinion.tally !== undefined && !sameTally(opinion.tally, tally)) {
    gaps.add('opinion.tally', '与个人意见相符的表决统计（所附统计与重新计票不一致）')
  }
  const favourable = opinion.conclusion === 'pass' || opinion.conclusion === 'pass-after-rework'
  if (opinion.conclusion !== null && !returned && favourable !== reached) {
    gaps.add(
      'opinion.conclusion',
      `与表决相符的结论（同意人数${reached ? '已达到' : '未达到'}本次评审工作规则规定的比例）`,
    )
  }
}

const sameTally = <T extends object>(a: T, b: T): boolean =>
  Object.entries(a).every(([key, value]) => (b as Record<string, unknown>)[key] === value)
