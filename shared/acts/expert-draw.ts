import { calendarDateSchema, type CalendarDate } from '../domain/date'
import { drawOutcomes, expertDrawSchema, type ExpertDraw } from '../domain/expert-draw'
import type { Expert, Panel } from '../domain/panel'
import { err, ok } from '../lib/result'
import { gapAt, type Decided, type Gap, type Person } from './act'

/** A drawing while it is prepared. */
export type DrawDraft = {
  readonly drawnOn: string | null
  readonly place: string
  readonly field: string
  readonly wanted: number | null
  /** Printable characters; it is on record together with the order that follows from it. */
  readonly seed: string
  /** Who is left out of the roster. */
  readonly leftOut: readonly string[]
  readonly supervisedBy: string
}
export const emptyDraw: DrawDraft = {
  ...{ drawnOn: null, place: '', field: '', wanted: null, seed: '', supervisedBy: '' },
  leftOut: [],
}

/**
 * 专家抽取 (work rule): pool, seed and number go on record; the order follows from them and anybody comes to it again. Each
 * drawing is a record of its own: one that is made anew takes no other's place. Gaps: fields that are missing or wrong,
 * fewer in the pool than are wanted, one person who draws and watches. Pure.
 */
export function drawExperts(
  panel: Pick<Panel, 'id'>,
  draft: DrawDraft,
  roster: readonly Expert[],
  { by, today, id }: Person & { readonly today: CalendarDate; readonly id: string },
): Decided {
  const on = calendarDateSchema.safeParse(draft.drawnOn)
  const pool = roster.filter((expert) => !draft.leftOut.includes(expert.id))
  const { wanted } = draft
  const supervisedBy = draft.supervisedBy.trim()
  const gaps: Gap[] = [
    ...(on.success ? [] : [gapAt('drawnOn', draft.drawnOn === null ? 'needed' : 'need-date')]),
    ...(on.success && on.data > today ? [gapAt('drawnOn', 'objection-to-come', { on: on.data })] : []),
    ...(wanted === null || !Number.isInteger(wanted) ? [gapAt('wanted', 'needed')] : []),
    ...(wanted !== null && pool.length < wanted
      ? [gapAt('wanted', 'draw-pool-small', { wanted, count: pool.length })]
      : []),
    ...(/^[\x21-\x7e]{8,80}$/u.test(draft.seed) ? [] : [gapAt('seed', 'draw-seed')]),
    ...(supervisedBy === '' ? [gapAt('supervisedBy', 'needed')] : []),
    ...(supervisedBy !== '' && supervisedBy === by.trim() ? [gapAt('supervisedBy', 'draw-one-person')] : []),
  ]
  if (gaps.length > 0) return err(gaps)
  const draw = expertDrawSchema.parse({
    ...{ panelId: panel.id, drawnOn: draft.drawnOn, wanted, seed: draft.seed, drawnBy: by, supervisedBy },
    ...{ place: draft.place.trim(), field: draft.field.trim() },
    pool: pool.map(({ id: expertId, name, unitName }) => ({ expertId, name, unitName })),
  })
  return ok([{ type: 'experts.drawn', payload: { id, draw } }])
}

/**
 * What one who was drawn answered; whoever cannot come gives a reason, and the next in the order takes the place. Gaps:
 * nobody of the pool, no outcome, no reason where one is due. Pure.
 */
export function answerDraw(
  id: string,
  draw: ExpertDraw,
  said: { readonly expertId: string; readonly outcome: string | null; readonly reason: string },
): Decided {
  const outcome = drawOutcomes.find((one) => one === said.outcome)
  const isOfPool = draw.pool.some(({ expertId }) => expertId === said.expertId)
  const gaps: Gap[] = [
    ...(isOfPool ? [] : [gapAt(null, 'not-offered')]),
    ...(outcome === undefined ? [gapAt('outcome', 'needed')] : []),
    ...(outcome !== undefined && outcome !== 'accepted' && said.reason.trim() === ''
      ? [gapAt('reason', 'needed')]
      : []),
  ]
  if (gaps.length > 0) return err(gaps)
  const others = draw.answers.filter(({ expertId }) => expertId !== said.expertId)
  const answers = [...others, { expertId: said.expertId, outcome, reason: said.reason.trim() }]
  return ok([{ type: 'experts.drawn', payload: { id, draw: expertDrawSchema.parse({ ...draw, answers }) } }])
}
