import { memberById } from '../../../domain/dossier'
import { tookOverOn } from '../../../domain/handling'
import { hasApplied } from '../../applied'
import { contrary, dayOrMissing, fact, hint, missing, textOrMissing } from '../../evidence'
import type { AutomaticRule, JudgementRule } from '../../rule'

const base = {
  source: { kind: 'statute', clause: '8' },
  stage: 'application',
  criterionIds: [],
} as const

/** Art. 8: 备案联盟……由联盟理事长单位向省科技厅相关业务处室提出申请. Filed on or before the day of application (note 5). */
export const filedBeforeApplication: AutomaticRule = {
  ...base,
  id: 'R08-1',
  kind: 'automatic',
  consequence: 'not-accepted',
  check: ({ content, proceedings }) => {
    if (!hasApplied(content)) return { verdict: 'not-applicable', evidence: [] }
    const { filingDecision } = proceedings
    const decided = filingDecision?.decision === 'filed' ? filingDecision.on : null
    const filedOn = content.filing.filedOn ?? decided
    const { appliedOn } = content.application
    if (filingDecision?.decision === 'refused') {
      return { verdict: 'not-met', evidence: [contrary.day('filingRefusedOn', filingDecision.on)] }
    }
    const inOrder = filedOn !== null && appliedOn !== null && filedOn <= appliedOn
    return {
      verdict: inOrder ? 'met' : 'not-met',
      evidence: [
        dayOrMissing('filedOn', filedOn, 'filing.filedOn'),
        appliedOn === null ? missing('application.appliedOn') : (inOrder ? fact : contrary).day('appliedOn', appliedOn),
      ],
    }
  },
}

/** Art. 8: 由联盟理事长单位……提出申请. */
export const appliedByChair: AutomaticRule = {
  ...base,
  id: 'R08-2',
  kind: 'automatic',
  consequence: 'supplement',
  check: ({ content }) => {
    if (!hasApplied(content)) return { verdict: 'not-applicable', evidence: [] }
    const chair = memberById(content, content.alliance.chairUnitId)
    const applicant = memberById(content, content.application.applicantUnitId)
    const isChair = chair !== undefined && applicant?.unitId === chair.unitId
    return {
      verdict: isChair ? 'met' : 'not-met',
      evidence: [
        chair === undefined
          ? missing('alliance.chairUnit')
          : fact.text('chairUnit', chair.fullName, { unitId: chair.unitId }),
        applicant === undefined
          ? missing('application.applicant')
          : (isChair ? fact : contrary).text('applicant', applicant.fullName, { unitId: applicant.unitId }),
        ...(chair !== undefined && chair.leftOn !== null ? [hint.day('chairUnitLeftOn', chair.leftOn)] : []),
      ],
    }
  },
}

/** Art. 8: 按其所属技术领域……向省科技厅相关业务处室提出申请. The host division has the role of a business division (note 6). */
export const hostDivisionSet: AutomaticRule = {
  ...base,
  id: 'R08-3',
  kind: 'automatic',
  consequence: 'assign-division',
  check: ({ content, proceedings, settings, today }) => {
    if (!hasApplied(content)) return { verdict: 'not-applicable', evidence: [] }
    const { hostDivisionId, appliedOn } = content.application
    if (hostDivisionId === null) return { verdict: 'not-met', evidence: [missing('application.hostDivision')] }
    const division = settings.divisions.find((candidate) => candidate.id === hostDivisionId)
    if (division === undefined) {
      return { verdict: 'not-met', evidence: [contrary.text('unknownDivision', hostDivisionId)] }
    }
    // One that took the matter over need not have been there on the day of application.
    const on = tookOverOn(hostDivisionId, proceedings.successions) ?? appliedOn ?? today
    const exists =
      (division.validFrom === null || division.validFrom <= on) && (division.validTo === null || on <= division.validTo)
    const isBusiness = division.role === 'business'
    return {
      verdict: isBusiness && exists ? 'met' : 'not-met',
      evidence: [
        (isBusiness ? fact : contrary).text('hostDivision', division.name),
        ...(isBusiness ? [] : [contrary.flag('isBusinessDivision', false)]),
        ...(exists ? [] : [contrary.flag('divisionExistsOnDay', false)]),
      ],
    }
  },
}

/** Art. 8: 在建立产学研合作的信用机制、责任机制、利益机制和组织模式等方面开展试点. */
export const fourMechanisms: JudgementRule = {
  ...base,
  id: 'R08-4',
  kind: 'judgement',
  consequence: 'division-opinion',
  gather: ({ content: { mechanisms } }) => [
    textOrMissing('creditMechanism', mechanisms.credit, 'mechanism.credit'),
    textOrMissing('responsibilityMechanism', mechanisms.responsibility, 'mechanism.responsibility'),
    textOrMissing('benefitMechanism', mechanisms.benefit, 'mechanism.benefit'),
    textOrMissing('organisationMode', mechanisms.organisation, 'mechanism.organisation'),
  ],
}
