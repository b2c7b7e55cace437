import { describe, expect, it } from 'vitest'
import { correctNotice, emptyItem, keepSealedOriginal, type CorrectionDraft } from '@shared/acts/issued-notice'
import type { CalendarDate } from '@shared/domain/date'
import { batchSchema } from '@shared/domain/pilot'

const batch = batchSchema.parse({
  ...{ id: '40000000-0000-4000-8000-000000000001', year: 2026, seq: 1, status: 'published' },
  notice: { docNo: '川科示〔2026〕27号', writtenOn: '2026-11-20' },
})
const said = { by: '示例', today: '2026-12-01' as CalendarDate }
const item = { ...emptyItem, place: '附件第1行', from: '甲', to: '乙' }
const draft: CorrectionDraft = { docNo: '川科示〔2026〕30号', writtenOn: '2026-11-25', reason: '', items: [item] }
const codes = (part: Partial<CorrectionDraft>, of = batch) => {
  const decided = correctNotice(of, { ...draft, ...part }, { ...said, id: 'c1' })
  return decided.ok ? [] : decided.error.map(({ field, code }) => [field, code])
}

describe('a correction', () => {
  it('is recorded beside the notice, which no record of it touches', () => {
    const decided = correctNotice(batch, draft, { ...said, id: 'c1' })
    expect(decided.ok && decided.value.map(({ type }) => type)).toEqual(['notice.corrected'])
    expect(decided).toMatchObject({
      value: [{ payload: { batchId: batch.id, correction: { id: 'c1', items: [item] } } }],
    })
  })

  it('has a number of its own, a day not before the notice, and items that change something', () => {
    expect(codes({ docNo: '川科示〔2026〕27号' })).toEqual([['docNo', 'number-of-notice']])
    expect(codes({ docNo: '第三号' })).toEqual([['docNo', 'number-form']])
    expect(codes({ docNo: '', writtenOn: null })).toEqual([
      ['docNo', 'needed'],
      ['writtenOn', 'needed'],
    ])
    expect(codes({ writtenOn: '2026-11-19' })).toEqual([['writtenOn', 'objection-early']])
    expect(codes({ writtenOn: '2026-12-02' })).toEqual([['writtenOn', 'objection-to-come']])
    expect(codes({ items: [] })).toEqual([['items', 'needed']])
    expect(codes({ items: [item, { ...item, to: ' 甲 ' }, emptyItem] })).toEqual([
      ['to/1', 'correction-same'],
      ['place/2', 'needed'],
      ['from/2', 'needed'],
      ['to/2', 'needed'],
    ])
    expect(codes({}, { ...batch, status: 'open' })).toEqual([[null, 'not-offered']])
  })
})

describe('the scan of a sealed original', () => {
  const file = { fileName: '示例.pdf', sha256: 'a'.repeat(64), size: 7 }

  it('is kept of what is published alone, with its hash', () => {
    const paper = { of: 'notice' as const, correctionId: null }
    expect(keepSealedOriginal(batch, file, paper, said)).toMatchObject({
      value: [{ type: 'sealed-original.attached', payload: { original: { file, attachedOn: '2026-12-01' } } }],
    })
    expect(keepSealedOriginal({ ...batch, status: 'open' }, file, paper, said).ok).toBe(false)
  })
})
