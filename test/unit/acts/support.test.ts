import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptySupport,
  registerSupport,
  strikeSupport,
  supportDraftOf,
  supportGaps,
  type Supported,
} from '@shared/acts/support'
import { supportTotals } from '@shared/acts/support-totals'
import { addDays, type CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import { supportKinds, supportSchema } from '@shared/domain/support'
import { formatYuan, parseYuan, yuanDigits } from '@shared/lib/yuan'

const dossierId = '20000000-0000-4000-8000-000000000001' as DossierId
const day = (text: string) => text as CalendarDate
const today = day('2026-11-20')
const term = (from: string, to: string, kind: 'first' | 're-registered' = 'first') => ({
  batchId: null,
  noticeNo: '',
  from: day(from),
  to: day(to),
  kind,
})
const pilot: Supported = {
  dossierId,
  name: '示例联盟',
  life: {
    earlierTerms: [term('2020-03-01', '2023-03-01')],
    pilotTerm: term('2024-01-01', '2027-01-01', 're-registered'),
    revocation: null,
  },
}
const typed = {
  ...emptySupport,
  dossierId,
  kind: 'science-plan',
  on: '2025-05-06',
  basis: '示例计划',
  recipient: '示例单位',
}
const codes = (draft: typeof typed, of = [pilot]) =>
  supportGaps(draft, of, today).map(({ code, field }) => [field, code])

describe('a measure of support', () => {
  it('is put on the register for a day inside a term, with its money as integer fen', () => {
    const draft = { ...typed, amount: '1,200,000.5 ' }
    expect(registerSupport(draft, [pilot], { today, id: 's1' })).toMatchObject({
      ok: true,
      value: [
        { type: 'support.saved', payload: { dossierId, support: { amountFen: 120_000_050, kind: 'science-plan' } } },
      ],
    })
  })

  it('is refused for any day on which the alliance was no pilot, and says its terms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2800 }), (offset) => {
        const on = addDays(day('2019-06-01'), offset)
        const isPilot = (on >= '2020-03-01' && on <= '2023-03-01') || (on >= '2024-01-01' && on <= '2027-01-01')
        const gaps = supportGaps({ ...typed, on }, [pilot], day('2027-12-31'))
        expect(gaps.map(({ code }) => code)).toEqual(isPilot ? [] : ['support-outside'])
        if (!isPilot) expect(gaps[0]!.params!['terms']).toBe('2020-03-01—2023-03-01、2024-01-01—2027-01-01')
      }),
    )
  })

  it('ends with a revocation, though the term would go on', () => {
    const revocation = {
      ground: '19.1',
      facts: '示例',
      evidence: '',
      heardOn: null,
      decidedOn: day('2025-05-05'),
      noticeNo: '',
    }
    const revoked = { ...pilot, life: { ...pilot.life, revocation: revocation as never } }
    expect(codes(typed, [revoked])).toEqual([['on', 'support-outside']])
    expect(codes({ ...typed, on: '2025-05-05' }, [revoked])).toEqual([])
  })

  it('names everything that is missing or wrong, field by field', () => {
    expect(
      codes({ ...typed, dossierId: null as never, kind: null as never, on: null as never, basis: ' ', recipient: '' }),
    ).toEqual([
      ['dossierId', 'needed'],
      ['kind', 'needed'],
      ['on', 'needed'],
      ['basis', 'needed'],
      ['recipient', 'needed'],
    ])
    expect(codes({ ...typed, amount: '12万', on: '2026-11-21' })).toEqual([
      ['amount', 'no-yuan'],
      ['on', 'support-to-come'],
    ])
    const never = { ...pilot, life: { pilotTerm: null, revocation: null } }
    expect(codes(typed, [never])).toEqual([['dossierId', 'support-no-pilot']])
  })

  it('is corrected in its own line, and struck off with a reason alone', () => {
    const support = supportSchema.parse({
      id: 's1',
      kind: 'patent',
      on: '2025-05-06',
      basis: '示例',
      recipient: '示例单位',
    })
    expect(registerSupport(supportDraftOf(dossierId, support), [pilot], { today, id: 's1' })).toEqual({
      ok: true,
      value: [{ type: 'support.saved', payload: { dossierId, support } }],
    })
    expect(strikeSupport(dossierId, support, ' ')).toMatchObject({ ok: false, error: [{ field: 'reason' }] })
    const struck = { ...support, struck: '重复' }
    expect(strikeSupport(dossierId, support, ' 重复 ')).toMatchObject({ value: [{ payload: { support: struck } }] })
    expect(strikeSupport(dossierId, struck, '再划')).toMatchObject({ ok: false })
  })
})

const line = fc.record({
  field: fc.constantFrom('', '示例甲', '示例乙'),
  support: fc.record({
    kind: fc.constantFrom(...supportKinds),
    year: fc.integer({ min: 2020, max: 2026 }),
    amountFen: fc.option(fc.integer({ min: 0, max: 1e12 })),
    isStruck: fc.boolean(),
  }),
})

describe('totals of support', () => {
  it('add up alike by year, field and kind, and count nothing that was struck off', () => {
    fc.assert(
      fc.property(fc.array(line), (drawn) => {
        const lines = drawn.map(({ field, support: { kind, year, amountFen, isStruck } }, index) => ({
          field,
          support: supportSchema.parse({
            ...{ id: `s${index}`, kind, on: `${year}-06-01`, basis: '示例', recipient: '示例', amountFen },
            ...(isStruck && { struck: '示例' }),
          }),
        }))
        const counted = lines.filter(({ support }) => support.struck === undefined)
        const sum = counted.reduce((total, { support }) => total + (support.amountFen ?? 0), 0)
        const totals = supportTotals(lines, null)
        for (const rows of [totals.byYear, totals.byField, totals.byKind, [{ total: totals.all }]]) {
          expect(rows.reduce((all, { total }) => all + total.amountFen, 0)).toBe(sum)
          expect(rows.reduce((all, { total }) => all + total.count, 0)).toBe(counted.length)
        }
        const years = totals.byYear.map(({ key }) => supportTotals(lines, Number(key)).all)
        expect(years).toEqual(totals.byYear.map(({ total }) => total))
      }),
    )
  })
})

describe('an amount in yuan', () => {
  it('comes back as it was typed, to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
        expect(parseYuan(yuanDigits(fen))).toBe(fen)
        expect(parseYuan(formatYuan(fen))).toBe(fen)
      }),
    )
    expect(parseYuan('１，２００．５')).toBe(120_050)
    for (const wrong of ['', '-1', '1.234', '1e3', '12万', '1.']) expect(parseYuan(wrong)).toBeNull()
    expect(formatYuan(123_456_789_00)).toBe('123,456,789.00')
  })
})
