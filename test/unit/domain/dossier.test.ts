import { describe, expect, it } from 'vitest'
import { dossierContentHash, dossierContentSchema, legalRepresentativesOn, membersOn } from '@shared/domain/dossier'
import { dossierStatusSchema } from '@shared/domain/status'
import { buildFacts, day } from '../../helpers/facts'

describe('the content of a dossier', () => {
  it('has one hash whatever the order of its fields, another for any other content', () => {
    const { content } = buildFacts()
    const reordered = Object.fromEntries(Object.entries(content).reverse())
    expect(dossierContentHash(dossierContentSchema.parse(reordered))).toBe(dossierContentHash(content))
    const changed = buildFacts({ content: ({ alliance }) => (alliance.shortName = '示例') })
    expect(dossierContentHash(changed.content)).not.toBe(dossierContentHash(content))
  })

  it('refuses an unknown field and a wrong one', () => {
    const { content } = buildFacts()
    expect(dossierContentSchema.safeParse({ ...content, extra: 1 }).success).toBe(false)
    expect(dossierContentSchema.safeParse({ ...content, tasks: {} }).success).toBe(false)
    expect(dossierContentSchema.safeParse({ ...content, alliance: { name: ' ' } }).success).toBe(false)
  })

  it.each([
    ['2010-03-31', ['u1', 'u2']],
    ['2010-04-01', ['u1', 'u2', 'u3']],
    ['2010-05-31', ['u1', 'u2', 'u3']],
    ['2010-06-01', ['u1', 'u3']],
  ])('has on %s the members %o', (on, unitIds) => {
    const { content } = buildFacts({
      content: ({ members }) => {
        members[2]!.joinedOn = day('2010-04-01')
        members[1]!.leftOn = day('2010-06-01')
      },
    })
    expect(membersOn(content, day(on)).map(({ unitId }) => unitId)).toEqual(unitIds)
  })

  it.each([
    ['2009-12-31', ['甲']],
    ['2010-01-01', ['乙']],
    ['2012-01-01', []],
  ])('has on %s the legal representative %o', (on, names) => {
    const { content } = buildFacts({
      content: ({ members }) => {
        members[0]!.legalRepresentatives = [
          { name: '甲', from: null, to: day('2009-12-31') },
          { name: '乙', from: day('2010-01-01'), to: day('2011-12-31') },
        ]
      },
    })
    expect(legalRepresentativesOn(content.members[0]!, day(on))).toEqual(names)
  })

  it('a status is one of the table', () => {
    expect(dossierStatusSchema.safeParse('piloting').success).toBe(true)
    expect(dossierStatusSchema.safeParse('approved').success).toBe(false)
  })
})
