import { measures } from '../../../domain/measure'
import { regulationSpan } from '../../../domain/pilot-dates'
import { contrary, fact, missing } from '../../evidence'
import type { AutomaticRule } from '../../rule'

/**
 * Art. 29: 本办法自印发之日起施行，有效期5年. The text gives no date of issue: the office sets it (note 31); until then the answer is
 * provisional, outside the span it is not met, and a banner says so in either case. The act is the one at hand, today.
 */
export const measureInForce: AutomaticRule = {
  id: 'R29-1',
  kind: 'automatic',
  source: { kind: 'statute', clause: '29' },
  stage: 'filing',
  consequence: 'banner',
  criterionIds: [],
  check: ({ settings, today }) => {
    const span = regulationSpan(settings, measures['2010'])
    if (span === null) return { verdict: 'provisional', evidence: [missing('office.regulationIssuedOn')] }
    const inForce = span.from <= today && today <= span.to
    return {
      verdict: inForce ? 'met' : 'not-met',
      evidence: [
        fact.day('regulationFrom', span.from),
        (inForce ? fact : contrary).day('regulationTo', span.to),
        fact.day('actOn', today),
      ],
    }
  },
}
