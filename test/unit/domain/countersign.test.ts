import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countersignatureSchema,
  countersignClosingSchema,
  countersignRoundSchema,
  longestChain,
  roundStanding,
  type Countersignature,
} from '@shared/domain/countersign'
import { contentHash } from '@shared/lib/sha256'

const uuid = (n: number) => `30000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const experts = [1, 2, 3, 4, 5, 6, 7].map(uuid)
const hash = (value: unknown) => contentHash(value)
const about = { panelId: uuid(90), dossierId: uuid(91), opinionVersion: 1, opinionHash: hash('opinion') }
const base = hash('paper')

const round = countersignRoundSchema.parse({
  ...about,
  paper: { sha256: base, size: 10 },
  model: { sha256: hash('model'), size: 10 },
  places: experts.map((expertId) => ({ expertId, field: 'f', page: 1, rect: { x: 0, y: 0, width: 1, height: 1 } })),
  openedOn: '2026-11-20',
  dueOn: '2026-11-27',
  from: '示例处室',
})

const signature = (expertId: string, more: object = {}): Countersignature =>
  countersignatureSchema.parse({
    ...about,
    expertId,
    expertName: '示例',
    answer: { kind: 'handwriting', handwriting: { width: 1, height: 1, strokes: [[{ x: 0, y: 0, t: 0 }]] } },
    signedOn: '2026-11-22',
    ...more,
  })

const noRefusal = { refusals: [] }
const statesOf = (signatures: readonly Countersignature[], today = '2026-11-23') =>
  roundStanding(round, noRefusal, signatures, null, today).experts.map(({ state }) => state)

describe('the standing of a countersigning round', () => {
  it('is the same in whatever order, split or repetition the seven signatures come in, and finished with the last', () => {
    const all = experts.map((expertId) => signature(expertId))
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 0 }), fc.nat(6), (some, repeated) => {
        const standing = roundStanding(round, noRefusal, [...some, ...some.slice(0, repeated)], null, '2026-11-23')
        const signed = standing.experts.filter(({ state }) => state === 'signed').map(({ expertId }) => expertId)
        expect(new Set(signed)).toEqual(new Set(some.map(({ expertId }) => expertId)))
        expect(signed).toEqual(experts.filter((id) => (signed as string[]).includes(id)))
        expect(standing.isFinished).toBe(some.length === 7)
      }),
    )
  })

  it('calls those who have not signed awaited, and late after the day that was set', () => {
    expect(statesOf([signature(experts[0]!)])).toEqual(['signed', ...experts.slice(1).map(() => 'awaited')])
    expect(statesOf([], '2026-11-27')).toEqual(experts.map(() => 'awaited'))
    expect(statesOf([], '2026-11-28')).toEqual(experts.map(() => 'late'))
  })

  it('counts no signature on another content or version of the opinion', () => {
    const others = [
      signature(experts[0]!, { opinionHash: hash('other') }),
      signature(experts[1]!, { opinionVersion: 2 }),
    ]
    expect(new Set(statesOf(others))).toEqual(new Set(['awaited']))
  })

  it('is finished with a refusal and with one that stands in the opinion already', () => {
    const [first, second, ...rest] = experts
    const declined = signature(first!, { answer: { kind: 'declined', reason: '不同意结论（示例）' } })
    const refusals = [{ expertId: second!, reason: '示例' }] as never
    const standing = roundStanding(
      round,
      { refusals },
      [declined, ...rest.map((id) => signature(id))],
      null,
      '2026-11-23',
    )
    expect(standing.experts.slice(0, 2).map(({ state }) => state)).toEqual(['declined', 'refused-before'])
    expect(standing.isFinished).toBe(true)
  })

  it('is ended by the leader with the missing named', () => {
    const closing = countersignClosingSchema.parse({
      ...about,
      missing: experts.slice(1),
      reason: '示例',
      leaderExpertId: experts[0],
      by: '示例',
      on: '2026-11-29',
    })
    const standing = roundStanding(round, noRefusal, [signature(experts[0]!)], closing, '2026-12-01')
    expect(standing.isFinished).toBe(true)
    expect(standing.experts.map(({ state }) => state)).toEqual(['signed', ...experts.slice(1).map(() => 'missing')])
  })
})

describe('the chain of signatures on the PDF itself', () => {
  /** Each expert adds to what the one before handed on; `order` is the order of signing. */
  const chained = (order: readonly string[], from = base): Countersignature[] => {
    let last = from
    return order.map((expertId) => {
      const sha256 = hash([last, expertId])
      const link = signature(expertId, { signedPaper: { from: last, sha256, size: 20 } })
      last = sha256
      return link
    })
  }

  it('is found whole in whatever order its signatures come in', () => {
    fc.assert(
      fc.property(
        fc
          .shuffledSubarray(experts, { minLength: 7 })
          .chain((order) => fc.tuple(fc.constant(order), fc.shuffledSubarray(chained(order), { minLength: 7 }))),
        ([order, arrived]) => {
          expect(longestChain(round, arrived).signers.map(({ expertId }) => expertId)).toEqual(order)
        },
      ),
    )
  })

  it('is the longest of several, the same on every desk, and nobody stands in it twice', () => {
    const long = chained(experts.slice(0, 3))
    const short = chained(experts.slice(3, 5))
    const loop = signature(experts[0]!, { signedPaper: { from: long[2]!.signedPaper!.sha256, sha256: base, size: 1 } })
    fc.assert(
      fc.property(fc.shuffledSubarray([...long, ...short, loop], { minLength: 6 }), (arrived) => {
        expect(longestChain(round, arrived).signers.map(({ expertId }) => expertId)).toEqual(experts.slice(0, 3))
      }),
    )
    const [left, right] = [chained([experts[5]!])[0]!, chained([experts[6]!])[0]!]
    expect(longestChain(round, [left, right])).toEqual(longestChain(round, [right, left]))
  })

  it('is the paper alone while nobody has signed it, or with links missing', () => {
    expect(longestChain(round, [])).toEqual({ head: round.paper, signers: [] })
    expect(longestChain(round, chained(experts).slice(1)).signers).toEqual([])
  })
})
