import { describe, expect, it } from 'vitest'
import { endedByList } from '@shared/domain/ended-alliance'
import { sameAllianceHints } from '@shared/regulation/same-alliance'
import { buildFacts, concernsOf, day, linesOf, officeSettings, verdictOf, type FactsChange } from '../../helpers/facts'

const content = (change: NonNullable<FactsChange['content']>): FactsChange => ({ content: change })

describe('Art. 8: only a filed alliance applies', () => {
  it.each([
    ['2011-01-10', 'met'],
    ['2011-01-11', 'not-met'],
  ])('filed on %s, applied on 2011-01-10: %s', (filedOn, verdict) => {
    expect(
      verdictOf(
        'R08-1',
        content(({ filing }) => (filing.filedOn = day(filedOn))),
      ),
    ).toBe(verdict)
  })

  it('takes the day of the decision where the dossier gives none', () => {
    const decided = (decision: 'filed' | 'refused'): FactsChange => ({
      content: ({ filing }) => (filing.filedOn = null),
      proceedings: (proceedings) => {
        proceedings.filingDecision = { decision, on: day('2011-01-09'), no: '', reason: '' }
      },
    })
    expect(verdictOf('R08-1', decided('filed'))).toBe('met')
    expect(verdictOf('R08-1', decided('refused'))).toBe('not-met')
  })

  it('names what is missing', () => {
    const unfiled = content(({ filing }) => (filing.filedOn = null))
    expect(verdictOf('R08-1', unfiled)).toBe('not-met')
    expect(concernsOf('R08-1', unfiled)).toContain('missing missing filing.filedOn')
    const undated = content(({ application }) => (application.appliedOn = null))
    expect(verdictOf('R08-1', undated)).toBe('not-met')
    expect(concernsOf('R08-1', undated)).toEqual(['missing missing application.appliedOn'])
  })
})

describe('Art. 8: the chair unit applies', () => {
  it.each([
    ['u1', 'u1', 'met'],
    ['u1', 'u2', 'not-met'],
    ['u1', null, 'not-met'],
    [null, 'u1', 'not-met'],
    [null, null, 'not-met'],
    ['u9', 'u9', 'not-met'],
  ])('chair %s, applicant %s: %s', (chairUnitId, applicantUnitId, verdict) => {
    const change = content(({ alliance, application }) => {
      alliance.chairUnitId = chairUnitId
      application.applicantUnitId = applicantUnitId
    })
    expect(verdictOf('R08-2', change)).toBe(verdict)
  })
})

describe('Art. 8: the host is a business division', () => {
  it.each([
    ['business-1', 'met'],
    ['policy', 'not-met'],
    ['nobody', 'not-met'],
    [null, 'not-met'],
  ])('%s: %s', (hostDivisionId, verdict) => {
    expect(
      verdictOf(
        'R08-3',
        content(({ application }) => (application.hostDivisionId = hostDivisionId)),
      ),
    ).toBe(verdict)
  })

  it.each([
    ['2011-01-10', null, 'met'],
    ['2011-01-11', null, 'not-met'],
    [null, '2011-01-10', 'met'],
    [null, '2011-01-09', 'not-met'],
  ])('a division that exists from %s to %s, applied to on 2011-01-10: %s', (from, to, verdict) => {
    const change: FactsChange = {
      settings: ({ divisions }) => {
        const host = divisions.find(({ id }) => id === 'business-1')!
        host.validFrom = from === null ? null : day(from)
        host.validTo = to === null ? null : day(to)
      },
    }
    expect(verdictOf('R08-3', change)).toBe(verdict)
  })
})

describe('Art. 8: four mechanisms are for the division to judge', () => {
  it('names the ones that are not addressed', () => {
    const change = content(({ mechanisms }) => {
      mechanisms.benefit = '  '
      mechanisms.organisation = ''
    })
    expect(concernsOf('R08-4', change)).toEqual([
      'missing missing mechanism.benefit',
      'missing missing mechanism.organisation',
    ])
  })
})

describe('Art. 10: the opinions of both divisions before consultation', () => {
  it('both on file and passing', () => {
    expect(verdictOf('R10-1')).toBe('met')
  })

  it.each([
    [0, 'opinion.business'],
    [1, 'opinion.organisation'],
  ])('without opinion %s it is not met, and names it', (index, code) => {
    const change: FactsChange = { proceedings: ({ divisionOpinions }) => void divisionOpinions.splice(index, 1) }
    expect(verdictOf('R10-1', change)).toBe('not-met')
    expect(concernsOf('R10-1', change)).toEqual([`missing missing ${code}`])
  })

  it.each(['reject', 'supplement'] as const)('an opinion that says %s does not carry it', (conclusion) => {
    const change: FactsChange = {
      proceedings: ({ divisionOpinions }) => (divisionOpinions[1]!.conclusion = conclusion),
    }
    expect(verdictOf('R10-1', change)).toBe('not-met')
  })

  it('the last opinion of a division counts', () => {
    const twice = (first: 'pass' | 'reject', last: 'pass' | 'reject'): FactsChange => ({
      proceedings: ({ divisionOpinions }) => {
        const business = divisionOpinions[0]!
        business.conclusion = first
        divisionOpinions.push({ ...business, conclusion: last })
      },
    })
    expect(verdictOf('R10-1', twice('reject', 'pass'))).toBe('met')
    expect(verdictOf('R10-1', twice('pass', 'reject'))).toBe('not-met')
  })

  it('a co-division must opine as well, unless the office says otherwise (A6)', () => {
    const change: FactsChange = { content: ({ application }) => void application.coDivisionIds.push('business-2') }
    expect(verdictOf('R10-1', change)).toBe('not-met')
    expect(
      verdictOf('R10-1', {
        ...change,
        settings: ({ interpretation }) => (interpretation.coDivisionsMustOpine = false),
      }),
    ).toBe('met')
  })

  it("a business division's opinion on organisation is nobody's", () => {
    const change: FactsChange = {
      proceedings: ({ divisionOpinions }) => (divisionOpinions[1]!.divisionId = 'business-1'),
    }
    expect(verdictOf('R10-1', change)).toBe('not-met')
  })
})

describe('Art. 11: the business division judges, with facts beside it', () => {
  it.each([
    ['2008-01-01', 'fact catalogueInForce true'],
    ['2007-12-31', 'contrary catalogueInForce false'],
    ['2020-12-31', 'fact catalogueInForce true'],
    ['2021-01-01', 'contrary catalogueInForce false'],
  ])('a list of 2008-2020 for an application of %s', (appliedOn, line) => {
    expect(
      linesOf(
        'R11-1a',
        content(({ application }) => (application.appliedOn = day(appliedOn))),
      ),
    ).toContain(line)
  })

  it('names an industry, a list or an item that cannot be found', () => {
    const industry = (catalogueId: string, itemCode: string) =>
      content(({ alliance }) => (alliance.industry = { catalogueId, itemCode }))
    expect(
      concernsOf(
        'R11-1a',
        content(({ alliance }) => (alliance.industry = null)),
      ),
    ).toEqual(['missing missing industry'])
    expect(concernsOf('R11-1a', industry('无', 'A5'))).toContain('missing missing industry.catalogue')
    expect(concernsOf('R11-1a', industry('7+3', 'Z9'))).toEqual(['missing missing industry.item'])
  })

  it('shows whether the standing in the trade is written', () => {
    expect(linesOf('R11-0')).toEqual(['fact standing 示例评价'])
    expect(
      concernsOf('R11-0', { proceedings: ({ divisionOpinions }) => (divisionOpinions[0]!.standing = '') }),
    ).toEqual(['missing missing opinion.standing'])
  })

  it.each(['R11-1b', 'R11-2', 'R11-3', 'R11-4'] as const)(
    '%s shows goals and tasks, or that there are none',
    (ruleId) => {
      expect(linesOf(ruleId).slice(0, 2)).toEqual(['fact goals 示例目标', 'fact task 示例任务'])
      const empty = content((draft) => {
        draft.goals.overall = ''
        draft.tasks = []
      })
      expect(concernsOf(ruleId, empty)).toEqual(['missing missing goals.overall', 'missing missing tasks'])
    },
  )

  it('counts standards, links and key technologies where the text speaks of them', () => {
    expect(linesOf('R11-2')).toContain('fact standardTaskCount 0')
    expect(linesOf('R11-3')).toContain('fact chainLinkCount 1')
    expect(
      linesOf(
        'R11-4',
        content(({ tasks }) => (tasks[0]!.nature = 'common')),
      ),
    ).toContain('fact keyTaskCount 1')
  })
})

describe('Art. 19: three years without a new application', () => {
  const prior = (change: object = {}) => ({
    allianceName: '示例钒钛材料产业技术创新联盟',
    leadUnitName: '',
    memberNames: [],
    ground: '19.4' as const,
    decidedOn: day('2008-01-10'),
    ...change,
  })
  const withPrior = (appliedOn: string, change: object = {}): FactsChange => ({
    content: ({ application }) => (application.appliedOn = day(appliedOn)),
    proceedings: ({ priorRevocations }) => void priorRevocations.push(prior(change)),
  })

  it.each([
    ['2011-01-10', 'contrary barredUntil 2011-01-10'],
    ['2011-01-11', 'fact barredUntil 2011-01-10'],
  ])('revoked on 2008-01-10, applied on %s', (appliedOn, line) => {
    expect(linesOf('R19-6', withPrior(appliedOn))).toContain(line)
    expect(concernsOf('R19-6', withPrior(appliedOn))).toContain(
      'hint suspectedSameAlliance 示例钒钛材料产业技术创新联盟',
    )
  })

  it('has nothing to show without an earlier revocation', () => {
    expect(linesOf('R19-6')).toEqual([])
  })

  it('a failed evaluation (Art. 17) bars only by setting (note 27)', () => {
    const failed = withPrior('2011-01-10', { ground: '17' })
    expect(linesOf('R19-6', failed).join()).not.toContain('barredUntil')
    expect(
      linesOf('R19-6', {
        ...failed,
        settings: ({ interpretation }) => (interpretation.barAfterFailedEvaluation = true),
      }),
    ).toContain('contrary barredUntil 2011-01-10')
  })

  it('looks at the filing before there is a pilot application, unless the bar leaves filing alone (note 26)', () => {
    const filing: FactsChange = {
      ...withPrior('2011-01-10'),
      content: (draft) => {
        draft.application.appliedOn = null
        draft.filing.submittedOn = day('2010-12-31')
      },
    }
    expect(linesOf('R19-6', filing)).toEqual(
      expect.arrayContaining(['fact askedOn 2010-12-31', 'contrary barredUntil 2011-01-10']),
    )
    expect(
      linesOf('R19-6', { ...filing, settings: ({ interpretation }) => (interpretation.barCoversFiling = false) }),
    ).toContain('fact barredUntil 2011-01-10')
  })

  describe('the same alliance is suspected', () => {
    const hintsFor = (change: object, settings = officeSettings()) =>
      sameAllianceHints(buildFacts().content, endedByList([prior({ allianceName: '别的联盟', ...change })]), settings)
        .length

    it.each([
      ['by name, folded', { allianceName: '示例钒钛材料 产业技术创新联盟' }, 1],
      [
        'by lead unit with half of its former members',
        { leadUnitName: '示例甲有限公司', memberNames: ['示例乙大学', '外一'] },
        1,
      ],
      ['not with less than half', { leadUnitName: '示例甲有限公司', memberNames: ['示例乙大学', '外一', '外二'] }, 0],
      ['by lead unit alone if no members are on record', { leadUnitName: '示例甲有限公司' }, 1],
      ['not by members without the lead unit', { leadUnitName: '外一', memberNames: ['示例乙大学'] }, 0],
      ['not by an empty lead unit', { leadUnitName: '', memberNames: ['示例乙大学'] }, 0],
    ])('%s', (_, change, count) => {
      expect(hintsFor(change)).toBe(count)
    })

    it('with the share that the office sets', () => {
      const settings = officeSettings(({ interpretation }) => (interpretation.sameAllianceShare = [1, 3]))
      expect(hintsFor({ leadUnitName: '示例甲有限公司', memberNames: ['示例乙大学', '外一', '外二'] }, settings)).toBe(
        1,
      )
    })

    it('by a former name of the alliance or of its lead', () => {
      const facts = buildFacts({
        content: ({ alliance, members }) => {
          alliance.formerNames.push('旧联盟')
          members[0]!.formerNames.push('旧甲厂')
        },
      })
      const settings = officeSettings()
      expect(
        sameAllianceHints(facts.content, endedByList([prior({ allianceName: '旧联盟' })]), settings)[0],
      ).toMatchObject({
        sameName: true,
      })
      expect(
        sameAllianceHints(
          facts.content,
          endedByList([prior({ allianceName: '外', leadUnitName: '旧甲厂' })]),
          settings,
        )[0],
      ).toMatchObject({ sameName: false, sameLead: true })
    })
  })
})
