import { measures } from '../../../domain/measure'
import type { Agency } from '../../../domain/office'
import type { Notice } from '../../../domain/pilot'
import { pilotTerm, termFrom } from '../../../domain/pilot-dates'
import { contrary, fact, missing, type Evidence } from '../../evidence'
import type { AutomaticRule } from '../../rule'

const base = { source: { kind: 'statute', clause: '14' }, stage: 'publication', criterionIds: [] } as const

/**
 * Art. 14: 分批、集中确定。……协调指导小组各成员单位对确定结果联合发文予以公布. Settled, in no other open batch (note 18), and issued by exactly the
 * bodies on the office's list, one of them the host.
 */
export const batchInOrder: AutomaticRule = {
  ...base,
  id: 'R14-1',
  kind: 'automatic',
  consequence: 'no-notice',
  check: ({ proceedings: { publication, consultation, otherOpenBatchIds }, settings }) => {
    if (publication === null) return { verdict: 'not-applicable', evidence: [] }
    const settled = consultation?.decision === 'decided'
    const issuers = issuerEvidence(publication.notice.issuers, settings.agencies)
    const alone = otherOpenBatchIds.length === 0
    return {
      verdict: settled && alone && issuers.every((item) => item.level === 'fact') ? 'met' : 'not-met',
      evidence: [
        consultation === null
          ? missing('consultation')
          : (settled ? fact : contrary).code('consultationDecision', `consultation.${consultation.decision}`),
        (alone ? fact : contrary).count('otherOpenBatchCount', otherOpenBatchIds.length),
        ...issuers,
      ],
    }
  },
}

function issuerEvidence(issuers: Notice['issuers'], agencies: readonly Agency[]): readonly Evidence[] {
  if (agencies.length === 0) return [missing('office.agencies')]
  const lacking = agencies.filter(({ id }) => !issuers.some((issuer) => issuer.agencyId === id))
  const foreign = issuers.filter(({ agencyId }) => !agencies.some(({ id }) => id === agencyId))
  const hosts = issuers.filter(({ isHost }) => isHost).length
  const repeated = new Set(issuers.map(({ agencyId }) => agencyId)).size !== issuers.length
  return [
    (repeated ? contrary : fact).count('issuerCount', issuers.length),
    ...lacking.map(({ name }) => contrary.text('issuerLacking', name)),
    ...foreign.map(({ name }) => contrary.text('issuerNotOnList', name)),
    (hosts === 1 ? fact : contrary).count('hostCount', hosts),
  ]
}

/**
 * Art. 14: 试点有效期限三年. From the date of the notice (setting, note 19); the last day has the same date three years on. A
 * recorded term must agree; a re-registered one (Art. 17) has its own first day, and its length is held against three
 * years.
 */
export const threeYearTerm: AutomaticRule = {
  ...base,
  id: 'R14-2',
  kind: 'automatic',
  consequence: 'opens-term',
  check: ({ proceedings: { publication, pilotTerm: recorded }, settings }) => {
    const computed =
      recorded?.kind === 're-registered'
        ? termFrom(recorded.from, measures['2010'])
        : publication === null
          ? null
          : pilotTerm(publication.notice, settings, measures['2010'])
    if (computed === null) {
      if (publication === null && recorded === null) return { verdict: 'not-applicable', evidence: [] }
      return { verdict: 'not-met', evidence: [missing('notice.date')] }
    }
    const agrees = recorded === null || (recorded.from === computed.from && recorded.to === computed.to)
    return {
      verdict: agrees ? 'met' : 'not-met',
      evidence: [
        fact.day('termFrom', computed.from),
        fact.day('termTo', computed.to),
        ...(recorded === null || agrees
          ? []
          : [contrary.day('recordedFrom', recorded.from), contrary.day('recordedTo', recorded.to)]),
      ],
    }
  },
}
