import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planRotation, type Kept } from '@host/snapshots/rotation'

const start = Date.parse('2026-11-20T00:30:00Z')
const hour = 3_600_000
const at = (hours: number) => new Date(start + hours * hour).toISOString()

const snapshot = (number: number, changes: Partial<Kept> = {}): Kept => ({
  name: `s${number}`,
  number,
  takenAt: at(number),
  count: number,
  bytes: 1,
  isContained: true,
  ...changes,
})

const histories = fc
  .array(
    fc.record({
      gapHours: fc.integer({ min: -30, max: 400 }),
      bytes: fc.integer({ min: 1, max: 50 }),
      count: fc.nat(100),
      isContained: fc.boolean(),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((items) => {
    let hours = 0
    return items.map(({ gapHours, ...rest }, index) => {
      hours += gapHours
      return snapshot(index + 1, { ...rest, takenAt: at(hours) })
    })
  })

const after = (list: readonly Kept[], budget: number) => {
  const goes = planRotation(list, budget)
  return list.filter(({ name }) => !goes.has(name))
}

describe('the rotation of snapshots (work rule)', () => {
  it('keeps 24 hours, 14 days and 12 weeks of a desk that is always open', () => {
    const kept = after(
      Array.from({ length: 24 * 7 * 30 }, (_, index) => snapshot(index + 1)),
      1e9,
    )
    const ages = kept.map(({ takenAt }) => (start + 24 * 7 * 30 * hour - Date.parse(takenAt)) / hour)
    expect(ages.filter((age) => age < 24)).toHaveLength(24)
    // The newest of a day and of a week are among the hours, or the days, of that day and week.
    expect(kept.length).toBeGreaterThan(24 + 12 + 8)
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 12)
    expect(Math.max(...ages)).toBeGreaterThan(10 * 24 * 7)
  })

  it('comes to the same, whether it runs after every snapshot or once at the end', () => {
    const all = Array.from({ length: 24 * 7 * 14 }, (_, index) => snapshot(index + 1))
    let kept: readonly Kept[] = []
    for (const next of all) kept = after([...kept, next], 1e9)
    expect(kept).toEqual(after(all, 1e9))
  })

  it('never removes the newest, nor the fullest of those that the journal does not contain', () => {
    fc.assert(
      fc.property(histories, fc.nat(200), (list, budget) => {
        const kept = after(list, budget)
        expect(kept).toContain(list.at(-1))
        const most = Math.max(...list.filter((one) => !one.isContained).map(({ count }) => count))
        if (Number.isFinite(most)) expect(kept.some((one) => !one.isContained && one.count === most)).toBe(true)
      }),
    )
  })

  it('stays within the budget, but for those two', () => {
    fc.assert(
      fc.property(histories, fc.nat(200), (list, budget) => {
        const kept = after(list, budget)
        const bytes = kept.reduce((total, one) => total + one.bytes, 0)
        expect(bytes <= budget || kept.length <= 2).toBe(true)
      }),
    )
  })

  it('has nothing more to remove when it was done, and removes no more for a larger budget', () => {
    fc.assert(
      fc.property(histories, fc.nat(200), fc.nat(200), (list, budget, more) => {
        const kept = after(list, budget)
        expect(after(kept, budget)).toEqual(kept)
        expect(after(list, budget + more).length).toBeGreaterThanOrEqual(kept.length)
      }),
    )
  })

  it('asks the order of taking, not the clock, which is the newest', () => {
    const list = [snapshot(1, { takenAt: at(90_000) }), snapshot(2, { takenAt: at(1) })]
    expect(after(list, 0).map(({ name }) => name)).toEqual(['s2'])
  })
})
