import { describe, expect, expectTypeOf, it } from 'vitest'
import { ruleIds } from '@shared/domain/rule-ids'
import { clauseOf } from '@shared/regulation/2010/articles'
import { regulation2010 } from '@shared/regulation/2010/index'
import { checkDossier, effectiveVerdict } from '@shared/regulation/check-dossier'
import { criteria, criterionOf } from '@shared/regulation/criteria'
import type { AutomaticRule, JudgementRule, PreparedRule } from '@shared/regulation/rule'
import { unresolvedForPanel } from '@shared/regulation/unresolved'
import { buildFacts, check, day } from '../../helpers/facts'

const { rules, articlesWithoutRules, articleCount } = regulation2010

describe('the rules of the regulation', () => {
  it('are the table of rules, each once and in its order', () => {
    expect(rules.map(({ id }) => id)).toEqual(ruleIds)
  })

  it('leave no article without a rule or a reason', () => {
    const withRule = new Set(rules.map(({ id }) => Number(id.slice(1, 3))))
    for (let article = 1; article <= articleCount; article += 1) {
      const reason = articlesWithoutRules[article]
      expect(withRule.has(article), `Art. ${article}`).toBe(reason === undefined)
      if (reason !== undefined) expect(reason.length).toBeGreaterThan(20)
    }
    expect(Object.keys(articlesWithoutRules).every((article) => Number(article) <= articleCount)).toBe(true)
  })

  it('name a clause that the regulation has, of the article in their id', () => {
    for (const { id, source } of rules) {
      if (source.kind === 'statute') expect(clauseOf(source.clause).articleNumber).toBe(Number(id.slice(1, 3)))
    }
  })

  it('keep work rules apart: two, and neither quotes a clause', () => {
    const workRules = rules.filter(({ source }) => source.kind === 'work-rule')
    expect(workRules.map(({ id }) => id)).toEqual(['R12-0b', 'R12-4'])
    expect(workRules.every(({ source }) => !('clause' in source))).toBe(true)
  })

  it('give judgement and prepared rules no way to return a verdict', () => {
    expectTypeOf<JudgementRule>().not.toHaveProperty('check')
    expectTypeOf<PreparedRule>().not.toHaveProperty('check')
    expectTypeOf<ReturnType<JudgementRule['gather']>>().not.toEqualTypeOf<ReturnType<AutomaticRule['check']>>()
    // @ts-expect-error a verdict is not evidence
    const verdict: ReturnType<PreparedRule['gather']> = { verdict: 'met', evidence: [] }
    expect(verdict).toBeDefined()
    for (const result of checkDossier(regulation2010, buildFacts())) {
      if (result.kind !== 'automatic') expect(effectiveVerdict(result)).toBeNull()
    }
  })

  it('feed the seven criteria exactly as the criteria say', () => {
    for (const criterion of criteria) {
      expect(rules.filter((rule) => rule.criterionIds.includes(criterion.id)).map(({ id }) => id)).toEqual(
        criterion.ruleIds,
      )
      expect(clauseOf(criterion.clause).ref).toBe(criterionOf(criterion.id).clause)
    }
  })
})

describe('a clean dossier', () => {
  it('meets every automatic rule that its stage has reached', () => {
    const results = checkDossier(regulation2010, buildFacts())
    const notMet = results.filter((result) => result.kind === 'automatic' && effectiveVerdict(result) !== 'met')
    expect(notMet.map((result) => [result.ruleId, effectiveVerdict(result)])).toEqual([
      ['R16-1', 'not-applicable'],
      ['R17-1', 'not-applicable'],
      ['R18-1', 'not-applicable'],
      ['R18-2', 'not-applicable'],
    ])
  })

  it('leaves every prepared and judgement rule to a person, none pre-filled', () => {
    for (const { kind, outcome } of checkDossier(regulation2010, buildFacts())) {
      if (kind !== 'automatic') expect(outcome).toEqual({ by: 'person-needed' })
    }
  })

  it('shows nothing but facts, save what people have yet to write', () => {
    const concerns = checkDossier(regulation2010, buildFacts()).flatMap(({ ruleId, evidence }) =>
      evidence.filter(({ level }) => level !== 'fact').map(({ value }) => `${ruleId} ${String(value)}`),
    )
    expect(concerns).toEqual([])
  })

  it('before a pilot application is asked nothing about pilots (A3)', () => {
    const facts = buildFacts({
      content: (content) => {
        content.application = { ...content.application, appliedOn: null, acceptedOn: null, applicantUnitId: null }
      },
      proceedings: (proceedings) => {
        Object.assign(proceedings, {
          divisionOpinions: [],
          panel: null,
          panelOpinion: null,
          consultation: null,
          publication: null,
          pilotTerm: null,
        })
      },
    })
    const asked = checkDossier(regulation2010, facts).filter(
      (result) => result.kind === 'automatic' && effectiveVerdict(result) !== 'not-applicable',
    )
    expect(asked.map(({ ruleId }) => ruleId)).toEqual(['R05-1', 'R07-1', 'R07-2', 'R07-3', 'R29-1'])
  })
})

describe('an override', () => {
  const facts = buildFacts({
    content: (content) => {
      content.agreement.clauses.fundsBreach = null
    },
    proceedings: ({ overrides }) => {
      overrides.push(
        { ruleId: 'R09-3c', verdict: 'not-applicable', reason: '先前', by: '示例', on: day('2011-03-02') },
        { ruleId: 'R09-3c', verdict: 'met', reason: '见补充协议', by: '示例', on: day('2011-03-03') },
        { ruleId: 'R09-3b', verdict: 'met', reason: '不当', by: '示例', on: day('2011-03-03') },
      )
    },
  })

  it('counts, the last one, with the reason, and never hides what the machine found', () => {
    const result = check('R09-3c', facts)
    expect(result.outcome).toEqual({
      by: 'override',
      verdict: 'met',
      systemVerdict: 'not-met',
      reason: '见补充协议',
      person: '示例',
      on: '2011-03-03',
    })
    expect(effectiveVerdict(result)).toBe('met')
    expect(result.evidence).toHaveLength(1)
  })

  it('of a rule that only people judge has no effect', () => {
    expect(check('R09-3b', facts).outcome).toEqual({ by: 'person-needed' })
  })
})

describe("a person's judgement", () => {
  it('stands with its reason; a division speaks before a note', () => {
    const change = {
      proceedings: (proceedings: Parameters<NonNullable<Parameters<typeof buildFacts>[0]>['proceedings'] & {}>[0]) => {
        proceedings.judgements.push({
          ruleId: 'R11-2',
          verdict: 'cannot-tell',
          reason: '待查',
          by: '示例甲',
          on: day('2011-02-01'),
        })
      },
    }
    expect(check('R11-2', buildFacts(change)).outcome).toMatchObject({ by: 'person', judgement: 'cannot-tell' })
    const withOpinion = buildFacts({
      proceedings: (proceedings) => {
        change.proceedings(proceedings)
        proceedings.divisionOpinions[0]!.items.push({ ruleId: 'R11-2', verdict: 'conforms', reason: '充分' })
      },
    })
    expect(check('R11-2', withOpinion).outcome).toEqual({
      by: 'person',
      judgement: 'conforms',
      reason: '充分',
      person: '业务处室一（示例） 示例',
      on: '2011-03-01',
    })
  })
})

describe('what the panel has still to answer', () => {
  const before = buildFacts({
    proceedings: (proceedings) => {
      proceedings.panelOpinion = null
    },
  })

  it('is every judged or prepared rule under its criteria, never an automatic one', () => {
    expect(unresolvedForPanel(regulation2010, before)).toEqual([
      'R09-1a',
      'R09-1b',
      'R09-1c',
      'R09-1d',
      'R09-1e',
      'R09-2b',
      'R09-2c',
      'R09-3a',
      'R09-3b',
      'R09-3d',
      'R09-4c',
      'R09-5b',
      'R12-1b',
      'R12-1c',
      'R12-1d',
      'R12-2a',
      'R12-2b',
    ])
  })

  it('shrinks as criteria of the draft are answered; 材料不足以判断 and an empty choice answer nothing', () => {
    const open = unresolvedForPanel(regulation2010, before, [
      { criterionId: 'C9-1', verdict: 'does-not-conform' },
      { criterionId: 'C9-2', verdict: 'cannot-tell' },
      { criterionId: 'C9-3', verdict: null },
    ])
    expect(open).not.toContain('R09-1a')
    expect(open).toContain('R09-2b')
    expect(open).toContain('R09-3a')
  })

  it('is nothing once the panel opinion has answered all', () => {
    expect(unresolvedForPanel(regulation2010, buildFacts())).toEqual([])
  })
})
