import { z } from 'zod'
import { sha256OfText } from '../lib/sha256'
import { calendarDateSchema } from './date'
import { expertIdSchema, nameSchema, panelIdSchema, textSchema } from './ids'

export const drawOutcomes = ['accepted', 'declined', 'not-reached', 'recused'] as const

/**
 * 专家抽取 (work rule; the measure knows none): from whom was drawn with which seed, in which order they came, and what
 * came of each. With pool and seed anybody draws the same order again.
 */
export const expertDrawSchema = z.strictObject({
  panelId: panelIdSchema,
  drawnOn: calendarDateSchema,
  place: z.string().max(300).default(''),
  field: z.string().max(300).default(''),
  /** How many are to sit. */
  wanted: z.int().min(1).max(99),
  /** Printable characters; recorded before the order is known to anybody. */
  seed: z.string().regex(/^[\x21-\x7e]{8,80}$/u),
  pool: z.array(z.strictObject({ expertId: expertIdSchema, name: nameSchema, unitName: nameSchema })).min(1),
  answers: z
    .array(z.strictObject({ expertId: expertIdSchema, outcome: z.enum(drawOutcomes), reason: textSchema.default('') }))
    .default([]),
  drawnBy: nameSchema,
  supervisedBy: nameSchema,
})
export type ExpertDraw = Readonly<z.infer<typeof expertDrawSchema>>

/**
 * The order of a draw: experts by the SHA-256 of `seed`, a line feed, and their id. Anybody with a hash at hand comes
 * to the same.
 */
export const drawnOrder = <One extends { readonly expertId: string }>(
  seed: string,
  pool: readonly One[],
): readonly One[] =>
  pool
    .map((one) => ({ one, lot: sha256OfText(`${seed}\n${one.expertId}`) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0))
    .map(({ one }) => one)

/** Those who sit: in the order drawn, whoever accepted, until there are enough; the others stand by in that order. */
export function seatedOf({ seed, pool, wanted, answers }: Pick<ExpertDraw, 'seed' | 'pool' | 'wanted' | 'answers'>) {
  const order = drawnOrder(seed, pool)
  const answerOf = new Map(answers.map((answer) => [answer.expertId as string, answer]))
  const open = order.filter(({ expertId }) => {
    const outcome = answerOf.get(expertId)?.outcome
    return outcome === undefined || outcome === 'accepted'
  })
  const seated = open.slice(0, wanted)
  return { order, answerOf, seated, standBy: open.slice(wanted) }
}
