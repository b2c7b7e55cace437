import { describe, expect, it } from 'vitest'
import { calendarDateSchema } from '@shared/domain/date'
import { measureIdSchema, measures, type Measure } from '@shared/domain/measure'
import { noticeSchema } from '@shared/domain/pilot'
import { pilotTerm, regulationSpan, reRegisteredTerm, revocationBar } from '@shared/domain/pilot-dates'
import { checkDossier } from '@shared/regulation/check-dossier'
import { regulation2010 } from '@shared/regulation/2010/index'
import type { AutomaticRule, RegulationVersion } from '@shared/regulation/rule'
import { regulationOf } from '@shared/regulation/versions'
import { buildFacts, officeSettings } from '../../helpers/facts'

const day = (text: string) => calendarDateSchema.parse(text)
const settings = officeSettings()

/** A measure that nobody issued: other numbers, and one rule with another threshold. */
const next: Measure = { yearsInForce: 8, termYears: 4, barYears: 5, changeWorkDays: 15 }

const tenMembers: AutomaticRule = {
  ...(regulation2010.rules.find((rule): rule is AutomaticRule => rule.kind === 'automatic') as AutomaticRule),
  check: ({ content }) => ({ verdict: content.members.length >= 10 ? 'met' : 'not-met', evidence: [] }),
}
const nextVersion: RegulationVersion = {
  id: 'next',
  title: '示例办法（修订）',
  articleCount: 31,
  rules: [tenMembers],
  articlesWithoutRules: {},
}

describe('a second version of the measure', () => {
  it('has its own numbers beside the first, which stays as it is', () => {
    const notice = noticeSchema.parse({ writtenOn: '2027-03-01' })
    expect(pilotTerm(notice, settings, next)).toEqual({ from: '2027-03-01', to: '2031-03-01' })
    expect(pilotTerm(notice, settings, measures['2010'])?.to).toBe('2030-03-01')
    const old = { from: day('2027-03-01'), to: day('2031-03-01') }
    expect(reRegisteredTerm(old, day('2031-02-01'), settings, next).to).toBe('2035-03-02')
    const revocation = { ground: '19.2' as const, decidedOn: day('2027-03-01') }
    expect(revocationBar(revocation, settings, next)?.barredUntil).toBe('2032-03-01')
    expect(revocationBar(revocation, settings, measures['2010'])?.barredUntil).toBe('2030-03-01')
    const issued = officeSettings(({ interpretation }) => (interpretation.regulationIssuedOn = day('2027-01-01')))
    expect(regulationSpan(issued, next)?.to).toBe('2035-01-01')
  })

  it('is held against by its own rules alone', () => {
    const facts = buildFacts()
    const [result, ...others] = checkDossier(nextVersion, facts)
    expect(others).toEqual([])
    expect(result?.outcome).toMatchObject({ verdict: facts.content.members.length >= 10 ? 'met' : 'not-met' })
    expect(checkDossier(regulation2010, facts)).toHaveLength(regulation2010.rules.length)
  })

  it('is the version that a dossier names; of one that nobody here knows no record is understood', () => {
    expect(regulationOf({ regulationVersionId: '2010' })).toBe(regulation2010)
    expect(measureIdSchema.safeParse('next').success).toBe(false)
  })
})
