import { contrary, fact, missing } from '../../evidence'
import type { AutomaticRule, JudgementRule } from '../../rule'

/**
 * Art. 5: 联盟应按照《指导意见》规定的基本条件正式签约成立. Art. 6: 联盟成立后可自愿到科技厅提出备案.
 * Signed on or before the day on which filing was asked for; without that day, the day of filing, of receipt, or today.
 */
export const signedBeforeFiling: AutomaticRule = {
  id: 'R05-1',
  kind: 'automatic',
  source: { kind: 'statute', clause: '5' },
  stage: 'filing',
  consequence: 'not-accepted',
  criterionIds: [],
  check: ({ content, proceedings, today }) => {
    const { signedOn } = content.agreement
    if (signedOn === null) return { verdict: 'not-met', evidence: [missing('agreement.signedOn')] }
    const { submittedOn, filedOn } = content.filing
    const asked = submittedOn ?? filedOn ?? proceedings.filingDecision?.on ?? proceedings.receivedOn ?? today
    const inOrder = signedOn <= asked
    return {
      verdict: inOrder ? 'met' : 'not-met',
      evidence: [(inOrder ? fact : contrary).day('agreementSignedOn', signedOn), fact.day('filingAskedOn', asked)],
    }
  },
}

/**
 * Art. 5, 6: 对符合基本条件的联盟，予以备案. The basic conditions stand in the 《指导意见》, not here (note 3): the office's list is shown
 * as a reminder, and Art. 9 is never used against a filing.
 */
export const basicConditions: JudgementRule = {
  id: 'R05-2',
  kind: 'judgement',
  source: { kind: 'statute', clause: '5' },
  stage: 'filing',
  consequence: 'filing-refused',
  criterionIds: [],
  gather: ({ settings }) => settings.filingChecklist.map((item) => fact.text('checklistItem', item)),
}
