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

/** As the work rule says: how many of what. */
const series = [
  { limit: 24, bucketMs: hour },
  { limit: 14, bucketMs: 24 * hour },
  { limit: 12, bucketMs: 7 * 24 * hour },
] as const

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

  it('over a year of work, with a clock that jumps to and fro, keeps the last 24 hours, 14 days and 12 weeks there were', () => {
    const jumps = fc.array(
      fc.record({ afterSnapshots: fc.integer({ min: 0, max: 2600 }), days: fc.integer({ min: -400, max: 400 }) }),
      { maxLength: 6 },
    )
    const perDay = fc.integer({ min: 1, max: 10 })
    fc.assert(
      fc.property(jumps, perDay, fc.constantFrom(260, 365), (clockJumps, hoursPerDay, days) => {
        let kept: readonly Kept[] = []
        let jumped = 0
        const seen = new Map<number, number[]>(series.map(({ bucketMs }) => [bucketMs, []]))
        for (let number = 1; number <= days * hoursPerDay; number += 1) {
          for (const jump of clockJumps) if (jump.afterSnapshots === number) jumped += jump.days * 24
          const workHours = Math.floor(number / hoursPerDay) * 24 + (number % hoursPerDay)
          const next = snapshot(number, { takenAt: at(workHours + jumped) })
          for (const { bucketMs } of series) {
            const bucket = Math.floor(Date.parse(next.takenAt) / bucketMs)
            const buckets = seen.get(bucketMs)!.filter((one) => one !== bucket)
            seen.set(bucketMs, [bucket, ...buckets])
          }
          kept = after([...kept, next], 1e9)
          // The newest in the order of taking is there, whatever day it thinks it is.
          expect(kept.at(-1)).toBe(next)
          expect(kept.length).toBeLessThanOrEqual(24 + 14 + 12)
        }
        // As many hours, days and weeks as there were, up to the limit, and the last ones in the order of taking.
        for (const { bucketMs, limit } of series) {
          const held = new Set(kept.map(({ takenAt }) => Math.floor(Date.parse(takenAt) / bucketMs)))
          for (const bucket of seen.get(bucketMs)!.slice(0, limit)) expect(held).toContain(bucket)
        }
      }),
      { numRuns: 12 },
    )
  })

  it('a fuller one that the journal does not contain outlives a year of emptier ones', () => {
    let kept: readonly Kept[] = [snapshot(1, { count: 5000, isContained: false })]
    for (let number = 2; number <= 3000; number += 1) kept = after([...kept, snapshot(number, { count: 10 })], 20)
    expect(kept.map(({ name }) => name)).toContain('s1')
  })

  it('counts a file that several share once, and lets go no more than the budget asks', () => {
    const shared = (...names: string[]) => names.map((name) => ({ name, bytes: 100 }))
    const list = [
      snapshot(1, { shared: shared('a', 'b') }),
      snapshot(2, { shared: shared('a', 'b', 'c') }),
      snapshot(3, { shared: shared('a', 'b', 'c', 'd') }),
    ]
    expect(after(list, 403)).toHaveLength(3)
    // The oldest alone sets nothing free but its own byte.
    expect(after(list, 402).map(({ name }) => name)).toEqual(['s2', 's3'])
    expect(after(list, 401).map(({ name }) => name)).toEqual(['s3'])
    const another = [snapshot(0, { takenAt: at(-200), shared: shared('old a', 'old b') }), ...list]
    expect(after(another, 403).map(({ name }) => name)).toEqual(['s1', 's2', 's3'])
  })
})
