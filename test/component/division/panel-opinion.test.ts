// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { expertOpinionSchema } from '@shared/domain/panel'
import { matrixRows } from '@renderer/features/panel-opinion/matrix'
import { emptyReview, reviewGaps } from '@shared/acts/division-review'
import { reviewItems } from '@shared/acts/review-items'
import { judgementVerdicts } from '@shared/domain/judgement'
import type { CalendarDate } from '@shared/domain/date'

const sample = z
  .object({ opinions: z.array(expertOpinionSchema) })
  .parse(JSON.parse(readFileSync('resources/samples/opinions.json', 'utf8')))

describe('the matrix of a panel', () => {
  it('puts what the experts disagree on before what they agree on', () => {
    const rows = matrixRows(sample.opinions)
    const firstAgreed = rows.findIndex((row) => !row.contested)
    expect(firstAgreed).toBeGreaterThan(0)
    expect(rows.slice(firstAgreed).every((row) => !row.contested)).toBe(true)
  })

  it('keeps the order of the form while nobody has judged', () => {
    expect(matrixRows([]).map((row) => row.criterionId)).toEqual([
      'C12-1',
      'C12-2',
      'C9-1',
      'C9-2',
      'C9-3',
      'C9-4',
      'C9-5',
    ])
  })

  it('counts a single expert who cannot tell as open', () => {
    const [opinion] = sample.opinions
    const unsure = {
      ...opinion!,
      items: opinion!.items.map((item) => ({ ...item, verdict: 'cannot-tell' as const })),
    }
    expect(matrixRows([unsure]).every((row) => row.contested)).toBe(true)
  })
})

describe("a division's opinion", () => {
  const today = '2026-09-29' as CalendarDate
  const answered = (kind: 'business' | 'organisation') => ({
    ...emptyReview('赵示例', today),
    divisionId: 'business-1',
    answers: Object.fromEntries(
      reviewItems[kind].map((ruleId) => [ruleId, { verdict: judgementVerdicts[0], reason: '材料齐备。' }]),
    ),
    standing: '行业内具有主体地位。',
    conclusion: 'pass' as const,
  })

  it('begins without any verdict or conclusion', () => {
    const empty = emptyReview('赵示例', today)
    expect(empty.conclusion).toBeNull()
    expect(empty.answers).toEqual({})
    expect(reviewGaps('business', empty).map(({ field }) => field)).toEqual([
      ...reviewItems.business,
      'divisionId',
      'standing',
      'conclusion',
    ])
  })

  it.each(['business', 'organisation'] as const)('of kind %s is complete with every point answered', (kind) => {
    expect(reviewGaps(kind, answered(kind))).toEqual([])
  })

  it('wants a reason for every verdict', () => {
    const draft = answered('organisation')
    const [first] = reviewItems.organisation
    const silent = { ...draft, answers: { ...draft.answers, [first!]: { verdict: 'conforms' as const, reason: '  ' } } }
    expect(reviewGaps('organisation', silent)).toMatchObject([{ field: first, code: 'need-reason' }])
  })

  it('of the organisation needs no assessment of the trade', () => {
    expect(reviewGaps('organisation', { ...answered('organisation'), standing: '' })).toEqual([])
  })
})
