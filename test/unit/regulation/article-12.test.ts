import { describe, expect, it } from 'vitest'
import { signatureFindings } from '@shared/regulation/signature-findings'
import { buildFacts, concernsOf, day, linesOf, verdictOf, type FactsChange } from '../../helpers/facts'

const content = (change: NonNullable<FactsChange['content']>): FactsChange => ({ content: change })
const proceedings = (change: NonNullable<FactsChange['proceedings']>): FactsChange => ({ proceedings: change })

describe('Art. 12: the panel sits after the business division (note 13)', () => {
  const signedOn = (text: string) => proceedings(({ divisionOpinions }) => (divisionOpinions[0]!.signedOn = day(text)))

  it.each([
    ['2011-04-09', 'met'],
    ['2011-04-10', 'not-met'],
    ['2011-04-11', 'not-met'],
  ])('opinion of %s, panel on 2011-04-10: %s', (on, verdict) => {
    expect(verdictOf('R12-0a', signedOn(on))).toBe(verdict)
  })

  it('the same day is enough if the office says so', () => {
    const settings: FactsChange['settings'] = ({ interpretation }) => (interpretation.panelOnDayOfOpinion = true)
    expect(verdictOf('R12-0a', { ...signedOn('2011-04-10'), settings })).toBe('met')
    expect(verdictOf('R12-0a', { ...signedOn('2011-04-11'), settings })).toBe('not-met')
  })

  it.each(['reject', 'supplement'] as const)(
    'a business opinion that says %s keeps it from the panel',
    (conclusion) => {
      expect(
        verdictOf(
          'R12-0a',
          proceedings(({ divisionOpinions }) => (divisionOpinions[0]!.conclusion = conclusion)),
        ),
      ).toBe('not-met')
    },
  )

  it('without a panel the opinion alone counts', () => {
    expect(
      verdictOf(
        'R12-0a',
        proceedings((draft) => (draft.panel = null)),
      ),
    ).toBe('met')
    const silent = proceedings((draft) => {
      draft.panel = null
      draft.divisionOpinions = []
    })
    expect(verdictOf('R12-0a', silent)).toBe('not-applicable')
    const unheard = proceedings((draft) => {
      draft.divisionOpinions = []
    })
    expect(verdictOf('R12-0a', unheard)).toBe('not-met')
    expect(concernsOf('R12-0a', unheard)).toContain('missing missing opinion.business')
  })

  it('the opinion on organisation may come later, unless the office wants it before (note 12)', () => {
    const late = proceedings(({ divisionOpinions }) => (divisionOpinions[1]!.signedOn = day('2011-05-01')))
    const settings: FactsChange['settings'] = ({ interpretation }) => (interpretation.organisationBeforePanel = true)
    expect(verdictOf('R12-0a', late)).toBe('met')
    expect(verdictOf('R12-0a', { ...late, settings })).toBe('not-met')
    expect(verdictOf('R12-0a', { settings })).toBe('met')
  })
})

describe('Art. 12(1): every member signed', () => {
  it('one that did not is named', () => {
    const change = content(({ agreement }) => agreement.signatures.pop())
    expect(verdictOf('R12-1a')).toBe('met')
    expect(verdictOf('R12-1a', change)).toBe('not-met')
    expect(concernsOf('R12-1a', change)).toEqual(['contrary unsignedMember 示例丙研究院'])
  })

  it('one that has left need not have signed', () => {
    const change = content(({ agreement, members }) => {
      agreement.signatures.pop()
      members[2]!.leftOn = day('2010-01-01')
    })
    expect(verdictOf('R12-1a', change)).toBe('met')
  })

  it('an alliance without members is not met', () => {
    const change = content((draft) => (draft.members = []))
    expect(verdictOf('R12-1a', change)).toBe('not-met')
    expect(concernsOf('R12-1a', change)).toEqual(['missing missing members'])
  })

  it.each([
    ['2009-05-01', false, 'met'],
    ['2009-05-02', false, 'not-met'],
    ['2009-05-02', true, 'met'],
  ])('joined on %s, accession page %s, agreement of 2009-05-01: %s (note 14)', (joinedOn, accessionPage, verdict) => {
    const change = content(({ members, agreement }) => {
      members[2]!.joinedOn = day(joinedOn)
      Object.assign(agreement.signatures[2]!, { accessionPage, signedOn: joinedOn })
    })
    expect(verdictOf('R12-1a', change)).toBe(verdict)
  })
})

describe('Art. 12(1): by the legal representative of that day', () => {
  const first = (change: object) => content(({ agreement }) => Object.assign(agreement.signatures[0]!, change))

  it('an agent speaks against by the text, with or without a proxy on file', () => {
    expect(concernsOf('R12-1b')).toEqual([])
    expect(concernsOf('R12-1b', first({ capacity: 'agent', signer: '示例代理' }))).toEqual([
      'contrary signedByAgentCount 1',
      'contrary signedByAgent 示例甲有限公司：示例代理',
      'missing missing signature.proxy',
    ])
    expect(concernsOf('R12-1b', first({ capacity: 'agent', proxyMaterialId: 'agreement' }))).toHaveLength(2)
  })

  it('an agent is a hint if the office reads it so (note 14)', () => {
    const settings: FactsChange['settings'] = ({ interpretation }) => (interpretation.agentSignature = 'hint')
    const change = { ...first({ capacity: 'agent', proxyMaterialId: 'agreement' }), settings }
    expect(concernsOf('R12-1b', change).every((line) => line.startsWith('hint '))).toBe(true)
  })

  it.each([
    ['2009-04-30', '前任'],
    ['2009-05-01', '示例甲有限公司法人'],
    ['2009-05-02', '示例甲有限公司法人'],
  ])('signed on %s: the representative was %s', (signedOn, registered) => {
    const change = content(({ members, agreement }) => {
      members[0]!.legalRepresentatives = [
        { name: '前任', from: null, to: day('2009-04-30') },
        { name: '示例甲有限公司法人', from: day('2009-05-01'), to: null },
      ]
      agreement.signatures[0]!.signedOn = day(signedOn)
    })
    const lines = linesOf('R12-1b', change)
    expect(lines.includes('contrary signerNotRepresentative 示例甲有限公司：示例甲有限公司法人')).toBe(
      registered === '前任',
    )
    expect(lines.includes('fact registeredRepresentative 前任')).toBe(registered === '前任')
  })

  it('names are compared after folding', () => {
    expect(concernsOf('R12-1b', first({ signer: '示例甲 有限公司法人' }))).toEqual([])
  })

  it('a register that does not say is missing, no verdict', () => {
    expect(
      concernsOf(
        'R12-1b',
        content(({ members }) => (members[0]!.legalRepresentatives = [])),
      ),
    ).toEqual(['missing missing member.legalRepresentative'])
    const undated = content(({ agreement }) => {
      agreement.signedOn = null
      agreement.signatures[0]!.signedOn = null
    })
    expect(concernsOf('R12-1b', undated)).toEqual(['missing missing signature.signedOn'])
  })

  it('a signature without its own day takes that of the agreement', () => {
    expect(signatureFindings(buildFacts(first({ signedOn: null })).content)[0]).toMatchObject({
      signedOn: '2009-05-01',
      isLegalRepresentative: true,
    })
  })
})

describe('Art. 12(1): the seal bears the full name (note 38)', () => {
  const seal = (sealName: string | null) =>
    content(({ agreement, members }) => {
      members[0]!.fullName = '示例甲（四川）有限公司'
      members[0]!.formerNames = ['示例甲厂']
      agreement.signatures[0]!.sealName = sealName
    })

  it.each([
    ['示例甲（四川）有限公司', []],
    ['示例甲(四川) 有限公司', []],
    ['示例甲厂', ['hint sealOfFormerName 示例甲（四川）有限公司 / 示例甲厂']],
    ['示例甲四川有限公司', ['contrary sealDiffers 示例甲（四川）有限公司 / 示例甲四川有限公司']],
    [null, ['missing missing signature.seal']],
    [' ', ['missing missing signature.seal']],
  ])('%s', (sealName, concerns) => {
    expect(concernsOf('R12-1c', seal(sealName))).toEqual(concerns)
  })
})

describe('Art. 12(1) and 12(2): what people judge', () => {
  it.each([
    ['2011-10-10', []],
    ['2011-10-09', ['contrary agreementExpiresOn 2011-10-09']],
  ])('an agreement valid until %s, today 2011-10-10', (expiresOn, concerns) => {
    expect(
      concernsOf(
        'R12-1d',
        content(({ agreement }) => (agreement.expiresOn = day(expiresOn))),
      ),
    ).toEqual(concerns)
  })

  it('shows goals, and tasks without indicators', () => {
    const change = content(({ goals, tasks }) => {
      goals.stages = ''
      tasks[0]!.indicators = ''
    })
    expect(concernsOf('R12-2a', change)).toEqual([
      'missing missing goals.stages',
      'hint taskWithoutIndicators 示例任务',
    ])
  })

  it('hints at a member without a task and a task without a lead', () => {
    expect(concernsOf('R12-2b')).toEqual([])
    expect(
      concernsOf(
        'R12-2b',
        content(({ tasks }) => (tasks[0]!.unitIds = ['u2'])),
      ),
    ).toEqual(['hint memberWithoutTask 示例丙研究院'])
    expect(
      concernsOf(
        'R12-2b',
        content(({ tasks }) => Object.assign(tasks[0]!, { leadUnitId: null, unitIds: ['u1', 'u2', 'u3'] })),
      ),
    ).toEqual(['hint taskWithoutLead 示例任务'])
  })

  it('a lead that is no member any more speaks against', () => {
    const gone = content(({ members }) => (members[0]!.leftOn = day('2010-01-01')))
    expect(concernsOf('R12-2b', gone)).toEqual(['contrary taskLeadNoMember 示例任务'])
    expect(
      concernsOf(
        'R12-2b',
        content(({ tasks }) => (tasks[0]!.leadUnitId = 'u9')),
      ),
    ).toContain('contrary taskLeadNoMember 示例任务')
  })

  it('no tasks at all is missing', () => {
    expect(
      concernsOf(
        'R12-2b',
        content((draft) => (draft.tasks = [])),
      ),
    ).toContain('missing missing tasks')
  })
})

describe('Art. 12(3): nothing of Art. 9 is left open', () => {
  it('is met by the answers of the panel', () => {
    expect(verdictOf('R12-3')).toBe('met')
  })

  it.each([
    ['cannot-tell', 'not-met'],
    ['does-not-conform', 'met'],
  ] as const)('an answer %s to 9(3): %s', (verdict, expected) => {
    const change = proceedings(({ panelOpinion }) => {
      panelOpinion!.items.find(({ criterionId }) => criterionId === 'C9-3')!.verdict = verdict
    })
    expect(verdictOf('R12-3', change)).toBe(expected)
    expect(concernsOf('R12-3', change)).toEqual(
      expected === 'met' ? [] : ['R09-3a', 'R09-3b', 'R09-3d'].map((id) => `contrary openItem ${id}`),
    )
  })

  it('is met by judgements of people, too, one for each rule', () => {
    const judgeAll = (left: number) =>
      proceedings((draft) => {
        draft.panelOpinion = null
        const open = ['1a', '1b', '1c', '1d', '1e', '2b', '2c', '3a', '3b', '3d', '4c', '5b'].map((id) => `R09-${id}`)
        draft.judgements = open
          .slice(left)
          .map((ruleId) => ({ ruleId, verdict: 'conforms', reason: '示例', by: '示例', on: day('2011-03-01') }))
      })
    expect(verdictOf('R12-3', judgeAll(0))).toBe('met')
    expect(verdictOf('R12-3', judgeAll(1))).toBe('not-met')
    expect(concernsOf('R12-3', judgeAll(1))).toEqual(['contrary openItem R09-1a'])
  })

  it('is not asked before a panel is set', () => {
    expect(
      verdictOf(
        'R12-3',
        proceedings((draft) => (draft.panel = null)),
      ),
    ).toBe('not-applicable')
  })
})
