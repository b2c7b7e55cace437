import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regulation2010 } from '@shared/regulation/2010/index'
import { addYears } from '@shared/domain/date'
import type { EndedAlliance } from '@shared/domain/ended-alliance'
import { termsOf } from '@shared/domain/pilot-terms'
import { sameAllianceHints } from '@shared/regulation/same-alliance'
import { checkDossier } from '@shared/regulation/check-dossier'
import { deadlinesOf } from '@shared/workflow/deadline-of'
import { isArrival, isMoveOfTable } from '@shared/workflow/status-moves'
import { traitsOf } from '@shared/workflow/status-table'
import { RandomLife, type Step } from '../../helpers/random-life'
import { runs } from '../../helpers/runs'

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    days: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 40 }) }, fc.integer({ min: 100, max: 900 })),
    which: fc.nat(1000),
    choice: fc.nat(1000),
  }),
  { minLength: 5, maxLength: 18 },
)

/** Lives one life and looks at it after every step. */
function live(isPilot: boolean, list: readonly Step[], look: (life: RandomLife) => void): RandomLife {
  const life = new RandomLife(isPilot)
  for (const step of list) {
    life.step(step)
    look(life)
  }
  return life
}

const eachLife = (look: (life: RandomLife) => void) =>
  fc.assert(
    fc.property(fc.boolean(), steps, (isPilot, list) => {
      live(isPilot, list, look)
    }),
    { numRuns: runs(12) },
  )

const movesOf = ({ records }: RandomLife) =>
  records.flatMap((record) => (record.type === 'status.set' ? [record.payload] : []))

describe('the life of an alliance, whatever is done in it', () => {
  it('leads by chance alone to reports, changes, a second term and a revocation', () => {
    const lives = fc.sample(fc.tuple(fc.constant(true), steps), { seed: 7, numRuns: 30 })
    const done = new Set(
      lives.flatMap(([isPilot, list]) => live(isPilot, list, () => undefined).done.map(({ action }) => action)),
    )
    const expected = ['receive-annual-report', 'file-change', 'evaluate', 're-register', 'revoke'] as const
    expect(expected.filter((action) => !done.has(action))).toEqual([])
  })

  it('goes by the status table alone: every move is one of its rows, and begins where the last one ended', () => {
    eachLife((life) => {
      let before = 'draft'
      for (const move of movesOf(life)) {
        expect(isMoveOfTable(move) || isArrival(move)).toBe(true)
        expect(move.from === before || (before === 'piloting' && move.from === 'expired')).toBe(true)
        before = move.to
      }
    })
  })

  it('loses no day: every change that is not filed has its deadline while the alliance is a pilot, every term its end', () => {
    eachLife((life) => {
      const { status, file, facts } = life.now()
      if (!traitsOf(status).isPilot) return
      const terms = termsOf(file.proceedings)
      const owed = file.proceedings.changes.filter(
        ({ kind, filedOn, completedOn }) =>
          // Art. 18 names 牵头单位 and 成员单位; the others are the office's own work rule.
          !['other', 'alliance-renamed', 'secretariat-changed'].includes(kind) &&
          filedOn === null &&
          terms.some(({ from, to }) => from <= completedOn && completedOn <= to),
      )
      const deadlines = deadlinesOf(status, facts)
      expect(deadlines.filter(({ kind }) => kind === 'change-filing')).toHaveLength(owed.length)
      expect(deadlines.filter(({ kind }) => kind === 'term-end')).toHaveLength(1)
    })
  })

  it('is revoked only where a revocation is on record, and expired only when its last day has passed', () => {
    eachLife((life) => {
      const { status, file } = life.now()
      const { revocation, pilotTerm } = file.proceedings
      expect(status === 'revoked').toBe(revocation !== null)
      if (pilotTerm === null) return
      if (status === 'expired') expect(life.today > pilotTerm.to).toBe(true)
      if (status === 'piloting') expect(life.today <= pilotTerm.to).toBe(true)
    })
  })

  it('has terms of three years, one behind the other, a new one only after an evaluation that it passed', () => {
    eachLife((life) => {
      const { proceedings } = life.now().file
      const terms = termsOf(proceedings)
      for (const [index, { from, to }] of terms.entries()) {
        expect(to).toBe(addYears(from, 3))
        const earlier = terms[index - 1]
        if (earlier !== undefined) expect(from > earlier.to || from > earlier.from).toBe(true)
      }
      const passed = proceedings.evaluations.filter(({ result }) => result === 'qualified')
      expect(terms.length).toBeLessThanOrEqual(1 + passed.length)
    })
  })

  it('is the same whatever the order in which its records are read, and read twice', () => {
    fc.assert(
      fc.property(fc.boolean(), steps, fc.nat(), (isPilot, list, seed) => {
        const life = live(isPilot, list, () => undefined)
        const mixed = [...life.records, ...life.records]
          .map((record, index) => ({ record, rank: (Math.imul(index + 1, 2_654_435_761) ^ seed) >>> 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ record }) => record)
        expect(life.now(mixed)).toEqual(life.now())
      }),
      { numRuns: runs(8) },
    )
  })

  it('once revoked stands in the way of its like for three years, by name as by its members, and is told after', () => {
    eachLife((life) => {
      const { status, file, facts } = life.now()
      const { revocation } = file.proceedings
      if (status !== 'revoked' || revocation === null) return
      const { alliance, members } = file.content
      const entry: EndedAlliance = {
        names: [alliance.name],
        leadNames: [members.find(({ unitId }) => unitId === alliance.chairUnitId)?.fullName ?? ''],
        members: members.map(({ fullName }) => [fullName]),
        ground: revocation.ground,
        decidedOn: revocation.decidedOn,
      }
      expect(sameAllianceHints(file.content, [entry], facts.settings)).toHaveLength(1)
      const again = {
        ...facts,
        proceedings: { ...facts.proceedings, revocation: null, endedAlliances: [entry] },
      }
      const barred = checkDossier(regulation2010, again).find(({ ruleId }) => ruleId === 'R19-6')
      const isBarring = revocation.ground !== '17' && life.today <= addYears(revocation.decidedOn, 3)
      if (isBarring) expect(barred?.outcome).not.toMatchObject({ verdict: 'met' })
    })
  })
})
