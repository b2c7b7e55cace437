import { currentMembers, type Member } from '../../../domain/dossier'
import { foldName } from '../../../lib/names'
import { sumFen } from '../../../lib/money'
import { contrary, fact, hint, missing, type Evidence } from '../../evidence'
import type { JudgementRule, PreparedRule } from '../../rule'

const base = { source: { kind: 'statute', clause: '9.1' }, stage: 'panel', criterionIds: ['C9-1'] } as const

/**
 * Art. 9(1): 由企业、大学和科研机构等多个独立法人组成. Whether all three kinds are wanted is left open by the text (note 7):
 * kinds are counted, and one that lacks is a hint for the panel.
 */
export const kindsOfMembers: PreparedRule = {
  ...base,
  id: 'R09-1a',
  kind: 'prepared',
  consequence: 'panel-judges',
  gather: ({ content, settings }) => {
    const members = currentMembers(content)
    const count = (kind: Member['kind']) => members.filter((member) => member.kind === kind).length
    const [enterprises, universities, institutes] = [count('enterprise'), count('university'), count('institute')]
    const noResearch = universities + institutes === 0
    const level = (own: number) => {
      if (own > 0) return fact
      if (noResearch) return contrary
      return settings.interpretation.hintIfOneResearchKindLacks ? hint : fact
    }
    return [
      (members.length >= 2 ? fact : contrary).count('memberCount', members.length),
      (enterprises > 0 ? fact : contrary).count('enterpriseCount', enterprises),
      level(universities).count('universityCount', universities),
      level(institutes).count('instituteCount', institutes),
      fact.count('otherCount', count('other')),
    ]
  },
}

/**
 * Art. 9(1): 多个独立法人. 分公司, colleges of a university and the like are found by name and confirmed by a person (note 8);
 * once a person has confirmed a legal person the name no longer matters.
 */
export const independentLegalPersons: PreparedRule = {
  ...base,
  id: 'R09-1b',
  kind: 'prepared',
  consequence: 'verify',
  gather: ({ content, settings }) => {
    const members = currentMembers(content)
    const confirmed = members.filter((member) => member.independentLegalPerson === true).length
    return [
      fact.count('memberCount', members.length),
      (confirmed >= 2 ? fact : hint).count('legalPersonCount', confirmed),
      ...members.flatMap((member) => legalPersonEvidence(member, settings.interpretation.branchNameParts)),
    ]
  },
}

function legalPersonEvidence(member: Member, branchNameParts: readonly string[]): readonly Evidence[] {
  const { unitId, fullName, independentLegalPerson } = member
  if (independentLegalPerson === true) return []
  if (independentLegalPerson === false) return [contrary.text('notLegalPerson', fullName, { unitId })]
  const looksLikeBranch = branchNameParts.some((part) => foldName(fullName).includes(foldName(part)))
  return looksLikeBranch
    ? [hint.text('nameSuggestsBranch', fullName, { unitId })]
    : [missing('member.legalPerson', { unitId })]
}

/** Art. 9(1): 企业处于行业龙头骨干地位，本行业有多家龙头骨干企业的，要尽可能吸纳参加联盟. */
export const leadingEnterprises: JudgementRule = {
  ...base,
  id: 'R09-1c',
  kind: 'judgement',
  consequence: 'panel-judges',
  gather: ({ content }) => {
    const enterprises = currentMembers(content).filter((member) => member.kind === 'enterprise')
    const leading = enterprises.filter((member) => member.leading?.isLeading === true)
    return [
      fact.count('enterpriseCount', enterprises.length),
      fact.count('leadingCount', leading.length),
      ...leading.map(({ unitId, fullName, leading: claim }) => {
        const basis = claim?.basis.trim() ?? ''
        return basis === ''
          ? missing('member.leadingBasis', { unitId })
          : fact.text('leadingBasis', `${fullName}：${basis}`, { unitId })
      }),
    ]
  },
}

/** Art. 9(1): 大学、科研机构在合作的技术领域具有前沿水平. */
export const frontierOfResearch: JudgementRule = {
  ...base,
  id: 'R09-1d',
  kind: 'judgement',
  consequence: 'panel-judges',
  gather: ({ content }) =>
    currentMembers(content)
      .filter((member) => member.kind === 'university' || member.kind === 'institute')
      .map(({ unitId, fullName, frontier }) =>
        frontier.trim() === ''
          ? missing('member.frontier', { unitId })
          : fact.text('frontier', `${fullName}：${frontier.trim()}`, { unitId }),
      ),
}

/** Art. 9(1): 省级试点联盟在整体上应具有代表我省产业和技术主体地位的能力和规模. */
export const representsTheProvince: JudgementRule = {
  ...base,
  id: 'R09-1e',
  kind: 'judgement',
  consequence: 'panel-judges',
  gather: ({ content }) => {
    const members = currentMembers(content)
    return [
      fact.count('memberCount', members.length),
      fact.count('leadingCount', members.filter((member) => member.leading?.isLeading === true).length),
      fact.fen('contributions', sumFen(members.map((member) => member.contributionFen))),
      fact.fen('fundsReceived', sumFen(content.funds.injections.map((item) => item.amountFen))),
      fact.count('taskCount', content.tasks.length),
    ]
  },
}
