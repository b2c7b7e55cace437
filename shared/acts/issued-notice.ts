import { calendarDateSchema, type CalendarDate } from '../domain/date'
import { correctionSchema, sealedOriginalSchema, type SealedOriginal } from '../domain/issued-notice'
import type { Batch } from '../domain/pilot'
import type { KeptFile } from '../domain/public-display'
import { parseDocumentNumber } from '../documents/notice-facts'
import { err, ok } from '../lib/result'
import { gapAt, type Decided, type Gap, type Person } from './act'
import { numberGaps } from './typed-numbers'

/** One thing that a notice said wrongly, while it is typed. */
export type CorrectionItem = {
  /** The alliance in whose row it stands; null: elsewhere. */
  readonly dossierId: string | null
  readonly place: string
  readonly from: string
  readonly to: string
}

/** A correction while it is typed. */
export type CorrectionDraft = {
  readonly docNo: string
  readonly writtenOn: string | null
  readonly reason: string
  readonly items: readonly CorrectionItem[]
}
export const emptyItem: CorrectionItem = { dossierId: null, place: '', from: '', to: '' }
export const emptyCorrection: CorrectionDraft = { docNo: '', writtenOn: null, reason: '', items: [emptyItem] }

type Said = Person & { readonly today: CalendarDate }

/**
 * 更正: what a published notice said wrongly and what it is to say, by a document of its own. The notice stays as it was
 * issued, and so do the terms that it opened. Gaps: a notice that is not published, no number or day, a day before the
 * notice or to come, an item without place or words, one that changes nothing. Pure.
 */
export function correctNotice(
  batch: Batch,
  draft: CorrectionDraft,
  { by, today, id }: Said & { readonly id: string },
): Decided {
  const on = calendarDateSchema.safeParse(draft.writtenOn)
  const noticeOn = batch.notice.writtenOn
  const docNo = draft.docNo.trim()
  const gaps: Gap[] = [
    ...(batch.status === 'published' ? [] : [gapAt(null, 'not-offered')]),
    ...(docNo === ''
      ? [gapAt('docNo', 'needed')]
      : parseDocumentNumber(docNo) === undefined
        ? [gapAt('docNo', 'number-form', { number: docNo })]
        : docNo === batch.notice.docNo.trim()
          ? [gapAt('docNo', 'number-of-notice', { number: docNo })]
          : []),
    ...(on.success ? [] : [gapAt('writtenOn', draft.writtenOn === null ? 'needed' : 'need-date')]),
    ...(on.success && noticeOn !== null && on.data < noticeOn
      ? [gapAt('writtenOn', 'objection-early', { on: on.data, from: noticeOn })]
      : []),
    ...(on.success && on.data > today ? [gapAt('writtenOn', 'objection-to-come', { on: on.data })] : []),
    ...numberGaps('docNo', docNo, on.data ?? null),
    ...(draft.items.length === 0 ? [gapAt('items', 'needed')] : []),
    ...draft.items.flatMap(itemGaps),
  ]
  if (gaps.length > 0) return err(gaps)
  const correction = correctionSchema.parse({
    ...{ id, docNo, by, writtenOn: draft.writtenOn, reason: draft.reason.trim() },
    items: draft.items.map(({ dossierId, place, from, to }) => ({
      ...{ dossierId, place: place.trim(), from: from.trim(), to: to.trim() },
    })),
  })
  return ok([{ type: 'notice.corrected', payload: { batchId: batch.id, correction } }])
}

function itemGaps({ place, from, to }: CorrectionItem, index: number): readonly Gap[] {
  const at = (field: string) => `${field}/${index}`
  const empty = Object.entries({ place, from, to }).filter(([, words]) => words.trim() === '')
  if (empty.length > 0) return empty.map(([field]) => gapAt(at(field), 'needed'))
  if (place.trim().length > 300) return [gapAt(at('place'), 'too-long', { most: 300 })]
  return from.trim() === to.trim() ? [gapAt(at('to'), 'correction-same')] : []
}

/**
 * Keeps the scan of the sealed original of a notice or of its correction: from then on it is the authoritative copy,
 * and what was made here a working copy. One that is kept again takes the place of the one before, which stays in the
 * journal. Gaps: a notice that is not published. Pure.
 */
export function keepSealedOriginal(
  batch: Batch,
  file: KeptFile,
  paper: Pick<SealedOriginal, 'of' | 'correctionId'>,
  { by, today }: Said,
): Decided {
  if (batch.status === 'open') return err([gapAt(null, 'not-offered')])
  const original = sealedOriginalSchema.parse({ file, ...paper, attachedOn: today, by })
  return ok([{ type: 'sealed-original.attached', payload: { batchId: batch.id, original } }])
}
