import { measures } from '../../../domain/measure'
import type { Revocation } from '../../../domain/pilot'
import { revocationBar } from '../../../domain/pilot-dates'
import { contrary, dayOrMissing, fact, hint, textOrMissing, type Evidence } from '../../evidence'
import type { Facts, JudgementRule, PreparedRule } from '../../rule'
import { registerFor, sameAllianceHints } from '../../same-alliance'

const ground = (
  id: 'R19-1' | 'R19-2' | 'R19-3' | 'R19-4' | 'R19-5',
  clause: Extract<Revocation['ground'], `19.${string}`>,
  more: (facts: Facts) => readonly Evidence[] = () => [],
): JudgementRule => ({
  id,
  kind: 'judgement',
  source: { kind: 'statute', clause },
  stage: 'pilot',
  consequence: 'revocation-and-bar',
  criterionIds: [],
  gather: (facts) => {
    const { revocation } = facts.proceedings
    if (revocation?.ground !== clause) return more(facts)
    const bar = revocationBar(revocation, facts.settings, measures['2010'])
    return [
      textOrMissing('revocationFacts', revocation.facts, 'revocation.facts'),
      textOrMissing('revocationEvidence', revocation.evidence, 'revocation.evidence'),
      // Good practice, not statute (note 30): the alliance was told and heard.
      dayOrMissing('heardOn', revocation.heardOn, 'revocation.heardOn'),
      fact.day('revokedOn', revocation.decidedOn),
      ...(bar === null ? [] : [fact.day('barredUntil', bar.barredUntil)]),
      // Whether filing survives is left open by the text (setting, note 30).
      fact.flag('filingEnds', facts.settings.interpretation.filingEndsWithRevocation),
      ...more(facts),
    ]
  },
})

/** Art. 19(1): 成员间发生重大法律纠纷，影响联盟正常运行. */
export const legalDispute = ground('R19-1', '19.1')

/** Art. 19(2): 一年内不能按照联盟协议开展技术创新活动. A person judges which year; the last report is shown (note 28). */
export const noActivity = ground('R19-2', '19.2', ({ proceedings: { annualReports } }) => {
  const years = annualReports.filter((report) => report.hasSummary).map(({ year }) => year)
  return years.length === 0 ? [] : [fact.count('lastReportYear', Math.max(...years))]
})

/** Art. 19(3): 违反国家和地方法律法规. */
export const breachOfLaw = ground('R19-3', '19.3')

/** Art. 19(4): 宣布解散. Recorded all the same: an alliance may rise again under its name (note 29). */
export const dissolved = ground('R19-4', '19.4')

/** Art. 19(5): 其他需要取消的情况. */
export const otherGrounds = ground('R19-5', '19.5')

/**
 * Art. 19: 撤销其试点联盟资格，且三年内不得重新申请备案确定. Earlier revocations that may be of the same alliance, and whether the day of
 * application lies within the bar (note 26). Whether it is the same alliance is for a person to say.
 */
export const barredFromApplying: PreparedRule = {
  id: 'R19-6',
  kind: 'prepared',
  source: { kind: 'statute', clause: '19' },
  stage: 'application',
  consequence: 'not-accepted',
  criterionIds: [],
  gather: (facts) => {
    const { content, proceedings, settings, today } = facts
    const { application, filing } = content
    const askedOn = application.appliedOn ?? filing.submittedOn ?? today
    const isBarrable = application.appliedOn !== null || settings.interpretation.barCoversFiling
    return sameAllianceHints(content, registerFor(proceedings), settings).flatMap(({ prior, sharedMemberCount }) => {
      const { ground, decidedOn } = prior
      const bar = ground === null ? null : revocationBar({ ground, decidedOn }, settings, measures['2010'])
      const barred = isBarrable && bar !== null && askedOn >= decidedOn && askedOn <= bar.barredUntil
      return [
        hint.text('suspectedSameAlliance', prior.names[0] ?? ''),
        fact.count('sharedMemberCount', sharedMemberCount),
        fact.day(ground === null ? 'endedOn' : 'revokedOn', decidedOn),
        fact.day('askedOn', askedOn),
        ...(bar === null ? [] : [(barred ? contrary : fact).day('barredUntil', bar.barredUntil)]),
      ]
    })
  },
}
