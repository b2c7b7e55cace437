import { describe, expect, it } from 'vitest'
import { hostileCorpus } from '../../hostile/corpus'
import { environmentCases } from '../../hostile/environment-cases'
import { strictProfile } from '../../hostile/strict-profile'

const corpus: ReadonlySet<string> = new Set([
  ...hostileCorpus.map(({ group, name }) => `${group}: ${name}`),
  ...environmentCases.map(({ name }) => `environment: ${name}`),
])

describe('strict profile, point by point', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('point %i is held by a case', (point) => {
    const clauses = strictProfile.filter((clause) => clause.point === point)
    expect(clauses.flatMap(({ cases }) => cases)).not.toEqual([])
  })

  it.each(strictProfile.map(({ point, clause, cases }) => [point, clause, cases] as const))(
    'point %i: %s',
    (_point, _clause, cases) => {
      expect(cases).not.toEqual([])
      expect(cases.filter((name) => !corpus.has(name))).toEqual([])
    },
  )
})
