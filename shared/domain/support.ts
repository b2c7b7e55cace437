import { z } from 'zod'
import { calendarDateSchema, type CalendarDate } from './date'
import { fenSchema, localIdSchema, nameSchema, textSchema } from './ids'
import { termsOf } from './pilot-terms'
import type { Proceedings } from './proceedings'

/** What the measure offers a pilot, by the article that says so (Art. 20-27). Names the message `supportKind.<id>`. */
export const supportArticles = {
  'policy-trial': '20',
  roadmap: '21',
  'policy-study': '21',
  'national-project': '22',
  'provincial-project': '22',
  platform: '22',
  talent: '22',
  'science-plan': '22',
  patent: '23',
  product: '24',
  finance: '25',
  'guidance-fund': '25',
  publicity: '26',
  commendation: '27',
  'national-pilot': '27',
  reward: '27',
} as const
export type SupportKind = keyof typeof supportArticles
export const supportKinds = Object.keys(supportArticles) as readonly SupportKind[]

/** One measure of support that a pilot was given. */
export const supportSchema = z.strictObject({
  id: localIdSchema,
  kind: z.enum(supportKinds as [SupportKind, ...SupportKind[]]),
  /** The day on which it was given, inside a term. */
  on: calendarDateSchema,
  /** Which decision or plan it rests on. */
  basis: textSchema.min(1),
  /** Integer fen; null: no money, or none that is known. */
  amountFen: fenSchema.nullable().default(null),
  /** The document that says so: its name or number. */
  document: z.string().max(300).default(''),
  /** Who was given it: a member, the alliance, a person. */
  recipient: nameSchema,
  note: textSchema.default(''),
  /** Why a line was struck off; it stays readable and counts for nothing. */
  struck: textSchema.min(1).optional(),
})
export type Support = Readonly<z.infer<typeof supportSchema>>

type Life = Pick<Proceedings, 'pilotTerm' | 'earlierTerms' | 'revocation'>

/** The days on which an alliance was a pilot: its terms, the last one cut by a revocation (Art. 14, 17, 19). */
export const daysAsPilot = (life: Life): readonly { readonly from: CalendarDate; readonly to: CalendarDate }[] => {
  const end = life.revocation?.decidedOn ?? null
  return termsOf(life).flatMap(({ from, to }) =>
    end === null || end > to ? [{ from, to }] : end < from ? [] : [{ from, to: end }],
  )
}
