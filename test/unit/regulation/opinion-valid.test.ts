import { describe, expect, it } from 'vitest'
import {
  concernsOf,
  buildFacts,
  day,
  expertId,
  linesOf,
  recuse,
  verdictOf,
  type FactsChange,
} from '../../helpers/facts'

type Draft = Parameters<NonNullable<FactsChange['proceedings']>>[0]
const proceedings = (change: (draft: Draft) => void): FactsChange => ({ proceedings: change })

const votes = (draft: Draft, ...wanted: ('agree' | 'disagree' | 'abstain')[]) =>
  wanted.forEach((vote, index) => (draft.expertOpinions[index]!.vote = vote))

describe('work rule: a panel opinion that counts', () => {
  const opinion = (change: object) => proceedings((draft) => Object.assign(draft.panelOpinion!, change))
  const voted = (conclusion: string, agree: number) =>
    proceedings((draft) => {
      votes(draft, ...Array.from({ length: 7 }, (_, index) => (index < agree ? 'agree' : 'disagree') as 'agree'))
      Object.assign(draft.panelOpinion!, {
        conclusion,
        tally: { invited: 7, present: 7, recused: 0, agree, disagree: 7 - agree, abstain: 0, missing: 0 },
      })
    })

  it.each([
    ['pass', 5, 'met'],
    ['pass', 4, 'not-met'],
    ['pass-after-rework', 5, 'met'],
    ['pass-after-rework', 4, 'not-met'],
    ['reject', 4, 'met'],
    ['reject', 5, 'not-met'],
    ['return-for-materials', 5, 'met'],
    ['return-for-materials', 0, 'met'],
  ])('%s with %s of 7 agreeing: %s', (conclusion, agree, verdict) => {
    expect(verdictOf('R12-4', voted(conclusion, agree))).toBe(verdict)
  })

  it.each([
    ['problems', 'opinion.problems'],
    ['suggestions', 'opinion.suggestions'],
  ])('blank %s void it', (field, code) => {
    expect(verdictOf('R12-4', opinion({ [field]: ' ' }))).toBe('not-met')
    expect(concernsOf('R12-4', opinion({ [field]: ' ' }))).toEqual([`missing missing ${code}`])
  })

  it('a vote that is missing voids it, save when the dossier goes back for materials', () => {
    const oneSilent = (conclusion: string) =>
      proceedings((draft) => {
        draft.expertOpinions.pop()
        Object.assign(draft.panelOpinion!, { conclusion })
        Object.assign(draft.panelOpinion!.tally, { agree: 6, missing: 1 })
      })
    expect(concernsOf('R12-4', oneSilent('pass'))).toEqual(['contrary votesMissing 1'])
    expect(verdictOf('R12-4', oneSilent('return-for-materials'))).toBe('met')
  })

  it('a recorded tally that is not the recount voids it', () => {
    const change = proceedings((draft) => (draft.panelOpinion!.tally.agree = 6))
    expect(concernsOf('R12-4', change)).toEqual(['contrary tallyAsRecorded false'])
  })

  it('its leader is present and not recused', () => {
    expect(concernsOf('R12-4', opinion({ leaderExpertId: expertId(9) }))).toEqual(['contrary leaderPresent false'])
    const recused = proceedings((draft) => {
      recuse(draft, 3)
      Object.assign(draft.panelOpinion!.tally, { recused: 1, agree: 6 })
    })
    expect(concernsOf('R12-4', recused)).toEqual(['contrary leaderRecused true'])
  })

  it.each([
    ['2011-04-09', 'not-met'],
    ['2011-04-10', 'met'],
  ])('signed on %s after a panel of 2011-04-10: %s', (signedOn, verdict) => {
    expect(verdictOf('R12-4', opinion({ signedOn: day(signedOn) }))).toBe(verdict)
  })

  it('records dissent word for word', () => {
    const dissent = (recorded: string | null) =>
      proceedings((draft) => {
        draft.expertOpinions[6]!.dissent = '示例不同意见'
        if (recorded !== null) draft.panelOpinion!.dissents.push({ expertId: expertId(7), text: recorded })
      })
    expect(verdictOf('R12-4', dissent('示例不同意见'))).toBe('met')
    expect(concernsOf('R12-4', dissent(null))).toEqual(['contrary dissentNotRecorded 示例专家7'])
    expect(concernsOf('R12-4', dissent('另有意见'))).toEqual(['contrary dissentNotRecorded 示例专家7'])
  })

  it('an expert who judged another version voids it (note 36)', () => {
    const change = proceedings((draft) => (draft.expertOpinions[0]!.dossierHash = 'b'.repeat(64)))
    expect(concernsOf('R12-4', change)).toEqual(['contrary expertOnOtherVersion 示例专家1'])
  })

  it('a dossier changed since voids it until a person confirms the later version (note 37)', () => {
    const { content } = buildFacts()
    const stale = (confirm: boolean): FactsChange =>
      proceedings((draft) => {
        const current = draft.panelOpinion!.dossierHash
        draft.panelOpinion!.dossierHash = 'b'.repeat(64)
        for (const item of draft.expertOpinions) item.dossierHash = 'b'.repeat(64)
        if (confirm) {
          draft.reviewConfirmations.push({
            dossierVersion: 2,
            dossierHash: current,
            note: '示例复核',
            by: '示例',
            on: day('2011-05-01'),
          })
        }
      })
    expect(content.members).toHaveLength(3)
    expect(concernsOf('R12-4', stale(false))).toEqual(['contrary opinionOnVersion 1'])
    expect(verdictOf('R12-4', stale(true))).toBe('met')
  })

  it('shows the votes as facts, and is not asked without an opinion', () => {
    expect(linesOf('R12-4').slice(0, 3)).toEqual(['fact votesAgree 7', 'fact votesDisagree 0', 'fact votesAbstain 0'])
    expect(
      verdictOf(
        'R12-4',
        proceedings((draft) => (draft.panelOpinion = null)),
      ),
    ).toBe('not-applicable')
    expect(
      verdictOf(
        'R12-4',
        proceedings((draft) => (draft.panel = null)),
      ),
    ).toBe('not-met')
  })
})
