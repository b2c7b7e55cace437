import { describe, expect, it } from 'vitest'
import { completeness } from '@shared/regulation/completeness'
import { buildFacts, concernsOf, day, linesOf, verdictOf, type FactsChange } from '../../helpers/facts'

const content = (change: NonNullable<FactsChange['content']>): FactsChange => ({ content: change })

describe('Art. 1: an alliance is two or more units bound by contract', () => {
  it.each([
    [1, ['contrary memberCount 1']],
    [2, []],
  ])('%s members', (count, concerns) => {
    expect(
      concernsOf(
        'R01-1',
        content(({ members }) => members.splice(count)),
      ),
    ).toEqual(concerns)
  })

  it('a member that has left is none', () => {
    const change = content(({ members }) => {
      members[1]!.leftOn = members[2]!.leftOn = day('2010-01-01')
    })
    expect(concernsOf('R01-1', change)).toEqual(['contrary memberCount 1'])
  })

  it('names a contract that is not signed, and one that has run out by today', () => {
    expect(
      concernsOf(
        'R01-1',
        content(({ agreement }) => {
          agreement.signedOn = null
          agreement.expiresOn = day('2011-10-09')
        }),
      ),
    ).toEqual(['missing missing agreement.signedOn', 'contrary agreementExpiresOn 2011-10-09'])
    expect(
      concernsOf(
        'R01-1',
        content(({ agreement }) => (agreement.expiresOn = day('2011-10-10'))),
      ),
    ).toEqual([])
  })
})

describe('Art. 2: an industry of the lists, or local resources', () => {
  it('shows the item and its list', () => {
    expect(linesOf('R02-1')).toEqual([
      'fact industryItem 钒钛钢铁',
      'fact industryCatalogue 四川省“7+3”产业',
      'fact catalogueInForce true',
    ])
  })

  it('takes local resources in place of an industry, and misses both', () => {
    const without = (local: string) =>
      content(({ alliance }) => {
        alliance.industry = null
        alliance.localAdvantage = local
      })
    expect(linesOf('R02-1', without('示例特产'))).toEqual(['fact localAdvantage 示例特产'])
    expect(concernsOf('R02-1', without(' '))).toEqual(['missing missing industry'])
  })
})

describe('Art. 5: signed before filing', () => {
  it.each([
    ['2010-11-01', 'met'],
    ['2010-11-02', 'not-met'],
  ])('signed on %s, filing asked for on 2010-11-01: %s', (signedOn, verdict) => {
    expect(
      verdictOf(
        'R05-1',
        content(({ agreement }) => (agreement.signedOn = day(signedOn))),
      ),
    ).toBe(verdict)
  })

  it('an unsigned agreement is not met, and named', () => {
    const change = content(({ agreement }) => (agreement.signedOn = null))
    expect(verdictOf('R05-1', change)).toBe('not-met')
    expect(concernsOf('R05-1', change)).toEqual(['missing missing agreement.signedOn'])
  })

  it('counts to the filing, the receipt or today where the day of asking is unknown', () => {
    const change = (filedOn: string | null, receivedOn: string | null): FactsChange => ({
      content: ({ filing, agreement }) => {
        filing.submittedOn = null
        filing.filedOn = filedOn === null ? null : day(filedOn)
        agreement.signedOn = day('2011-10-10')
      },
      proceedings: (proceedings) => {
        proceedings.receivedOn = receivedOn === null ? null : day(receivedOn)
      },
    })
    expect(verdictOf('R05-1', change('2011-10-09', null))).toBe('not-met')
    expect(verdictOf('R05-1', change(null, '2011-10-09'))).toBe('not-met')
    expect(verdictOf('R05-1', change(null, null))).toBe('met')
  })

  it('leaves the basic conditions to a person, with the office list marked 依据待核 (A3)', () => {
    const lines = linesOf('R05-2')
    expect(lines).toHaveLength(10)
    expect(lines.every((line) => line.includes('依据待核'))).toBe(true)
    expect(linesOf('R05-2', { settings: (settings) => (settings.filingChecklist = ['本处要点']) })).toEqual([
      'fact checklistItem 本处要点',
    ])
  })
})

describe('Art. 7: three materials', () => {
  const materialOf = (code: string, change: Partial<Record<string, unknown>>) =>
    content(({ materials }) => {
      Object.assign(
        materials.find((material) => material.code === code)!,
        change,
      )
    })
  const without = (code: string) =>
    content((draft) => {
      draft.materials = draft.materials.filter((material) => material.code !== code)
    })

  it.each([
    ['R07-1', 'filing-form'],
    ['R07-2', 'agreement'],
    ['R07-3', 'necessity'],
  ] as const)('%s: %s has to be there', (ruleId, code) => {
    expect(verdictOf(ruleId)).toBe('met')
    expect(verdictOf(ruleId, without(code))).toBe('not-met')
    expect(concernsOf(ruleId, without(code))).toEqual([`missing missing material.${code}`])
  })

  it.each([
    ['R07-1', 'filing-form', { signed: false }, 'not-signed'],
    ['R07-1', 'filing-form', { sealed: false }, 'not-sealed'],
    ['R07-1', 'filing-form', { sealed: null }, 'not-looked-at'],
    ['R07-2', 'agreement', { allPages: false }, 'pages-lacking'],
    ['R07-2', 'agreement', { allPages: null }, 'not-looked-at'],
    ['R07-2', 'agreement', { signaturePage: null }, 'no-signature-page'],
  ] as const)('%s: %s with %o is not met', (ruleId, code, change, problem) => {
    expect(verdictOf(ruleId, materialOf(code, change))).toBe('not-met')
    expect(concernsOf(ruleId, materialOf(code, change))).toEqual([`contrary materialProblem problem.${problem}`])
  })

  it('one faultless copy beside a faulty one is enough', () => {
    const change = content(({ materials }) => {
      materials.push({ ...materials[0]!, id: 'again', signed: false })
      materials.reverse()
    })
    expect(verdictOf('R07-1', change)).toBe('met')
  })
})

describe('completeness', () => {
  const problemsOf = (change?: NonNullable<FactsChange['content']>) => {
    const { filing, application } = completeness(buildFacts(change === undefined ? {} : { content: change }))
    return [...filing, ...application].flatMap(({ code, problems }) => problems.map((problem) => `${code} ${problem}`))
  }

  it('asks for exactly three materials by Art. 7, all else is work rule', () => {
    const { filing, application, filingComplete, applicationComplete } = completeness(buildFacts())
    expect(filing.map(({ code, basis, clause }) => [code, basis, clause])).toEqual([
      ['filing-form', 'statute', '7.1'],
      ['agreement', 'statute', '7.2'],
      ['necessity', 'statute', '7.3'],
    ])
    expect(application.every(({ basis }) => basis === 'work-rule')).toBe(true)
    expect([filingComplete, applicationComplete]).toEqual([true, true])
  })

  it('asks for separate accounting only with government money, for a proxy only with an agent', () => {
    expect(problemsOf()).toEqual([])
    expect(problemsOf(({ funds }) => (funds.injections[0]!.source = 'government'))).toEqual([
      'government-accounting absent',
    ])
    expect(problemsOf(({ agreement }) => (agreement.signatures[0]!.capacity = 'agent'))).toEqual(['proxy absent'])
  })
})

describe('Art. 29: the measure is in force for five years', () => {
  it.each([
    ['2010-08-31', 'not-met'],
    ['2010-09-01', 'met'],
    ['2015-09-01', 'met'],
    ['2015-09-02', 'not-met'],
    ['2026-11-22', 'not-met'],
  ])('issued on 2010-09-01, an act on %s: %s', (today, verdict) => {
    expect(verdictOf('R29-1', { today })).toBe(verdict)
  })

  it('is provisional while the office has not set the date of issue, which the text does not give (note 31)', () => {
    const change: FactsChange = { settings: ({ interpretation }) => (interpretation.regulationIssuedOn = null) }
    expect(verdictOf('R29-1', change)).toBe('provisional')
    expect(concernsOf('R29-1', change)).toEqual(['missing missing office.regulationIssuedOn'])
  })
})
