import { describe, expect, it } from 'vitest'
import { regulation2010 } from '@shared/regulation/2010/index'
import { checkDossier, type CheckResult } from '@shared/regulation/check-dossier'
import { fiveConditions } from '@shared/regulation/five-conditions'
import { buildFacts } from '../../helpers/facts'

const results = checkDossier(regulation2010, buildFacts())
const standings = (changed: readonly CheckResult[]) => fiveConditions(changed).map(({ standing }) => standing)

/** The same results, with one that came to something else. */
const withOutcome = (ruleId: string, outcome: CheckResult['outcome']) =>
  results.map((result) => (result.ruleId === ruleId ? { ...result, outcome } : result))

describe('the five conditions of Art. 9', () => {
  it('stand side by side in their order, each with every rule of its clause', () => {
    const conditions = fiveConditions(results)
    expect(conditions.map(({ criterion }) => criterion.clause)).toEqual(['9.1', '9.2', '9.3', '9.4', '9.5'])
    for (const { criterion, results: own } of conditions) {
      expect(own.map(({ ruleId }) => ruleId)).toEqual(criterion.ruleIds)
    }
  })

  it('are against where a rule is not met or a person judged so, and clear only where nobody has to look', () => {
    const person = { reason: '示例', person: '示例', on: buildFacts().today }
    const clear: CheckResult['outcome'] = { by: 'person', judgement: 'conforms', ...person }
    const all = results.map((result) => ({ ...result, outcome: clear, stale: null }))
    expect(standings(all)).toEqual(['clear', 'clear', 'clear', 'clear', 'clear'])
    const against = withOutcome('R09-4b', { by: 'system', verdict: 'not-met' })
    expect(standings(against)[3]).toBe('against')
    const judged = withOutcome('R09-2a', { by: 'person', judgement: 'does-not-conform', ...person })
    expect(standings(judged)[1]).toBe('against')
    const waiting = all.map((one) =>
      one.ruleId === 'R09-5a' ? { ...one, outcome: { by: 'person-needed' } as const } : one,
    )
    expect(standings(waiting)).toEqual(['clear', 'clear', 'clear', 'clear', 'open'])
  })
})
