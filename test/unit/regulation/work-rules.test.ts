import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeTally, countedOpinions, majorityReached } from '@shared/domain/tally'
import { recusalHints } from '@shared/regulation/recusal-hints'
import { panelStanding } from '@shared/regulation/work-rules/panel-standing'
import {
  buildFacts,
  concernsOf,
  day,
  dossierId,
  expertId,
  linesOf,
  panelId,
  verdictOf,
  type FactsChange,
} from '../../helpers/facts'

type Draft = Parameters<NonNullable<FactsChange['proceedings']>>[0]
const proceedings = (change: (draft: Draft) => void): FactsChange => ({ proceedings: change })

const recuse = (draft: Draft, number: number, decision: 'recused' | 'not-recused' = 'recused') =>
  void draft.recusalDecisions.push({
    panelId,
    dossierId,
    expertId: expertId(number),
    decision,
    grounds: [1],
    reason: '',
    by: '示例',
    on: day('2011-04-10'),
  })

const keepExperts = (draft: Draft, count: number) => {
  const panel = draft.panel!
  while (panel.members.length < count) {
    const number = panel.members.length + 1
    const id = expertId(9).slice(0, -2) + String(number).padStart(2, '0')
    const expert = { ...panel.experts[2]!, id: id as never, name: `示例专家${number}`, unitName: `示例单位${number}` }
    panel.experts.push(expert)
    panel.members.push({ expertId: expert.id, present: true })
    draft.recusalDeclarations.push({ ...draft.recusalDeclarations[0]!, expertId: expert.id })
  }
  panel.members = panel.members.slice(0, count)
}

const absent = (draft: Draft, ...numbers: number[]) => {
  for (const number of numbers) draft.panel!.members[number - 1]!.present = false
}

describe('work rule: a panel in order (7, odd, 5 to 15, four fifths present, two of a unit, law, finance, leader)', () => {
  it.each([
    [3, 'not-met'],
    [5, 'met'],
    [6, 'not-met'],
    [7, 'met'],
    [15, 'met'],
    [17, 'not-met'],
  ])('%s experts: %s', (count, verdict) => {
    expect(
      verdictOf(
        'R12-0b',
        proceedings((draft) => keepExperts(draft, count)),
      ),
    ).toBe(verdict)
  })

  it('an even size stands if the office does not ask for odd', () => {
    const change = proceedings((draft) => {
      keepExperts(draft, 6)
      draft.panel!.rules.oddSize = false
    })
    expect(verdictOf('R12-0b', change)).toBe('met')
  })

  it.each([
    [[], 'met'],
    [[4], 'met'],
    [[4, 5], 'not-met'],
  ])('of seven invited, %s absent: %s (6 >= 5.6, 5 < 5.6)', (numbers, verdict) => {
    expect(
      verdictOf(
        'R12-0b',
        proceedings((draft) => absent(draft, ...numbers)),
      ),
    ).toBe(verdict)
  })

  it('five present of five is enough, four of five are below the least number', () => {
    const five = (...gone: number[]) =>
      proceedings((draft) => {
        keepExperts(draft, 5)
        absent(draft, ...gone)
      })
    expect(verdictOf('R12-0b', five())).toBe('met')
    expect(concernsOf('R12-0b', five(4))).toEqual([
      'contrary panelCheck panel.min-present',
      'hint panelActual 4',
      'hint panelWanted 5',
    ])
  })

  it('recusal goes out of both sides of the quorum', () => {
    const recusedOne = proceedings((draft) => recuse(draft, 4))
    expect(verdictOf('R12-0b', recusedOne)).toBe('met')
    // Six are left; one of them absent leaves 5 of 6, two leave 4.
    const andAbsent = (...numbers: number[]) =>
      proceedings((draft) => {
        recuse(draft, 4)
        absent(draft, ...numbers)
      })
    expect(verdictOf('R12-0b', andAbsent(5))).toBe('met')
    expect(verdictOf('R12-0b', andAbsent(5, 6))).toBe('not-met')
    // A recused expert who stays away changes nothing.
    expect(verdictOf('R12-0b', andAbsent(4))).toBe('met')
  })

  it('the last decision on recusal counts', () => {
    const change = proceedings((draft) => {
      recuse(draft, 1)
      recuse(draft, 1, 'not-recused')
    })
    expect(verdictOf('R12-0b', change)).toBe('met')
  })

  it('two experts of one unit are allowed, three are not', () => {
    const ofOneUnit = (count: number) =>
      proceedings((draft) => draft.panel!.experts.slice(0, count).forEach((expert) => (expert.unitName = '示例大学 ')))
    expect(verdictOf('R12-0b', ofOneUnit(2))).toBe('met')
    expect(verdictOf('R12-0b', ofOneUnit(3))).toBe('not-met')
    expect(concernsOf('R12-0b', ofOneUnit(3))).toContain('hint expert 示例专家1')
  })

  it.each([
    [1, 'law', 'requireLaw'],
    [2, 'finance', 'requireFinance'],
  ] as const)('expert %s is the only one of %s: recused, absent or another, the panel falls', (number, key, rule) => {
    const other = proceedings((draft) => (draft.panel!.experts[number - 1]!.specialty = 'technology'))
    expect(concernsOf('R12-0b', other)).toContain(`contrary panelCheck panel.${key}`)
    expect(
      verdictOf(
        'R12-0b',
        proceedings((draft) => recuse(draft, number)),
      ),
    ).toBe('not-met')
    expect(
      verdictOf(
        'R12-0b',
        proceedings((draft) => absent(draft, number)),
      ),
    ).toBe('not-met')
    const waived = proceedings((draft) => {
      draft.panel!.experts[number - 1]!.specialty = 'technology'
      draft.panel!.rules[rule] = false
    })
    expect(verdictOf('R12-0b', waived)).toBe('met')
  })

  it.each([
    ['nobody', (draft: Draft) => (draft.panel!.leaderExpertId = null)],
    ['someone absent', (draft: Draft) => absent(draft, 3)],
  ])('led by %s it does not stand', (_, change) => {
    expect(
      verdictOf(
        'R12-0b',
        proceedings((draft) => change(draft)),
      ),
    ).toBe('not-met')
  })

  it('wants a pledge of everyone who acts, and a decision on every ground declared', () => {
    const silent = proceedings(({ recusalDeclarations }) => void recusalDeclarations.pop())
    expect(concernsOf('R12-0b', silent)).toContain('contrary panelCheck panel.declarations')
    const unpledged = proceedings((draft) => (draft.recusalDeclarations[0]!.pledged = false))
    expect(verdictOf('R12-0b', unpledged)).toBe('not-met')
    const declared = (decided: boolean) =>
      proceedings((draft) => {
        draft.recusalDeclarations[3]!.answers[0]!.exists = true
        if (decided) recuse(draft, 4, 'not-recused')
      })
    expect(concernsOf('R12-0b', declared(false))).toContain('contrary panelCheck panel.recusal-decisions')
    expect(verdictOf('R12-0b', declared(true))).toBe('met')
  })

  it('does not stand before attendance is taken, but its composition is looked at among those invited', () => {
    const { proceedings: before } = buildFacts(
      proceedings((draft) => draft.panel!.members.forEach((member) => (member.present = null))),
    )
    const standing = panelStanding(before.panel!, dossierId, [], before.recusalDeclarations)
    expect(standing.stands).toBe(false)
    expect(standing.checks.filter(({ ok }) => !ok).map(({ key }) => key)).toEqual([
      'attendance',
      'min-present',
      'present-share',
      'leader',
    ])
  })

  it('is not asked without a panel', () => {
    expect(
      verdictOf(
        'R12-0b',
        proceedings((draft) => (draft.panel = null)),
      ),
    ).toBe('not-applicable')
  })
})

const votes = (draft: Draft, ...wanted: ('agree' | 'disagree' | 'abstain')[]) =>
  wanted.forEach((vote, index) => (draft.expertOpinions[index]!.vote = vote))

describe('work rule: the tally of votes', () => {
  const tallyOf = (change: FactsChange) => {
    const { panel, recusalDecisions, expertOpinions } = buildFacts(change).proceedings
    return computeTally(panel!, dossierId, recusalDecisions, expertOpinions)
  }

  it('counts the votes of those present and not recused', () => {
    const change = proceedings((draft) => {
      votes(draft, 'agree', 'disagree', 'abstain', 'disagree')
      recuse(draft, 4)
      absent(draft, 5)
      draft.expertOpinions.pop()
    })
    expect(tallyOf(change)).toEqual({
      invited: 7,
      present: 6,
      recused: 1,
      agree: 2,
      disagree: 1,
      abstain: 1,
      missing: 1,
    })
  })

  it('takes the latest version of an opinion, whatever the order they came in', () => {
    const change = (first: number, second: number) =>
      proceedings((draft) => {
        const opinion = draft.expertOpinions[0]!
        draft.expertOpinions = [
          { ...opinion, version: first, vote: first === 2 ? 'disagree' : 'agree' },
          { ...opinion, version: second, vote: second === 2 ? 'disagree' : 'agree' },
        ]
      })
    expect(tallyOf(change(1, 2)).disagree).toBe(1)
    expect(tallyOf(change(2, 1)).disagree).toBe(1)
  })

  it('leaves out votes of strangers, of other panels and of other dossiers', () => {
    const { panel, expertOpinions } = buildFacts().proceedings
    const other = '55555555-5555-4555-8555-555555555555' as never
    const stray = [
      { ...expertOpinions[0]!, expertId: other },
      { ...expertOpinions[0]!, panelId: other },
      { ...expertOpinions[0]!, dossierId: other },
    ]
    expect(countedOpinions(panel!, dossierId, [], stray)).toEqual([])
  })

  it('always adds up to those present and not recused', () => {
    const vote = fc.constantFrom('agree', 'disagree', 'abstain', null)
    const expert = fc.record({ present: fc.boolean(), recused: fc.boolean(), vote })
    fc.assert(
      fc.property(fc.array(expert, { minLength: 7, maxLength: 7 }), (experts) => {
        const change = proceedings((draft) => {
          const opinions = draft.expertOpinions
          draft.expertOpinions = []
          experts.forEach(({ present, recused, vote: cast }, index) => {
            draft.panel!.members[index]!.present = present
            if (recused) recuse(draft, index + 1)
            if (cast !== null) draft.expertOpinions.push({ ...opinions[index]!, vote: cast })
          })
        })
        const tally = tallyOf(change)
        expect(tally.agree + tally.disagree + tally.abstain + tally.missing).toBe(tally.present - tally.recused)
        expect(tally.agree).toBe(experts.filter((e) => e.present && !e.recused && e.vote === 'agree').length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('work rule: the majority, in integers', () => {
  const tally = (agree: number, disagree: number, abstain = 0, recused = 0) => ({
    invited: agree + disagree + abstain + recused,
    present: agree + disagree + abstain + recused,
    recused,
    agree,
    disagree,
    abstain,
    missing: 0,
  })

  it.each([
    ['2/3', 4, 2, 0, true],
    ['2/3', 5, 3, 0, false],
    ['2/3', 6, 3, 0, true],
    ['2/3', 4, 3, 0, false],
    ['2/3', 5, 2, 0, true],
    ['3/4', 6, 2, 0, true],
    ['3/4', 5, 2, 0, false],
    ['1/2', 3, 3, 0, true],
    ['1/2', 3, 4, 0, false],
    ['2/3', 4, 0, 3, false],
    ['2/3', 0, 0, 0, false],
  ] as const)(
    '%s of those present: %s agree, %s disagree, %s abstain: %s',
    (majority, agree, disagree, abstain, reached) => {
      expect(majorityReached(tally(agree, disagree, abstain), { majority, abstentionsCount: true })).toBe(reached)
    },
  )

  it('abstentions leave the denominator only if the rules say so', () => {
    expect(majorityReached(tally(4, 0, 3), { majority: '2/3', abstentionsCount: false })).toBe(true)
    expect(majorityReached(tally(0, 0, 7), { majority: '2/3', abstentionsCount: false })).toBe(false)
  })

  it('recused experts are in neither side', () => {
    expect(majorityReached(tally(4, 2, 0, 1), { majority: '2/3', abstentionsCount: true })).toBe(true)
  })
})

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

  it('an expert who judged another version voids it (A36)', () => {
    const change = proceedings((draft) => (draft.expertOpinions[0]!.dossierHash = 'b'.repeat(64)))
    expect(concernsOf('R12-4', change)).toEqual(['contrary expertOnOtherVersion 示例专家1'])
  })

  it('a dossier changed since voids it until a person confirms the later version (A37)', () => {
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

describe('work rule: hints at recusal', () => {
  const hintsFor = (change: object, content?: FactsChange['content']) => {
    const facts = buildFacts(content === undefined ? {} : { content })
    const expert = { ...facts.proceedings.panel!.experts[4]!, ...change }
    return recusalHints(expert, facts.content).map(({ relation, field, degree, line, memberLeft }) =>
      [relation, field, degree, line, ...(memberLeft ? ['left'] : [])].join(' '),
    )
  }

  it.each([
    ['an unrelated unit', { unitName: '外单位' }, []],
    ['the unit itself, folded', { unitName: '示例甲 有限公司' }, ['present-unit full-name same 示例甲有限公司']],
    ['a past unit', { otherUnits: ['示例乙大学'] }, ['other-unit full-name same 示例乙大学']],
    ['a college of a member', { unitName: '示例乙大学机械学院' }, ['present-unit full-name near 示例乙大学']],
    ['another legal form', { unitName: '示例丙研究院有限责任公司' }, ['present-unit full-name near 示例丙研究院']],
    ['a name of few characters', { unitName: '大学' }, []],
  ])('%s', (_, change, hints) => {
    expect(hintsFor(change)).toEqual(hints)
  })

  it('looks at former names, parents and members that have left', () => {
    const content: FactsChange['content'] = ({ members }) => {
      members[0]!.formerNames = ['旧甲厂']
      members[1]!.parentUnit = '示例教育集团'
      members[2]!.leftOn = day('2010-01-01')
    }
    expect(hintsFor({ unitName: '旧甲厂' }, content)).toEqual(['present-unit former-name same 旧甲厂'])
    expect(hintsFor({ unitName: '示例教育集团' }, content)).toEqual(['present-unit parent-unit same 示例教育集团'])
    expect(hintsFor({ unitName: '示例丙研究院' }, content)).toEqual(['present-unit full-name same 示例丙研究院 left'])
  })

  it('looks at the persons whom the dossier names, once for each unit', () => {
    expect(hintsFor({ name: '示例甲有限公司法人' })).toEqual(['person person same 示例甲有限公司 示例甲有限公司法人'])
    expect(hintsFor({ name: '示例理事长' }, ({ alliance }) => (alliance.chairPerson = '示例理事长'))).toEqual([
      'person person same 示例理事长',
    ])
  })
})
