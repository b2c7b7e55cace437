import { describe, expect, it } from 'vitest'
import { recusalHints } from '@shared/regulation/recusal-hints'
import { buildFacts, day, type FactsChange } from '../../helpers/facts'

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
