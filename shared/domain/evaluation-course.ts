import { z } from 'zod'
import { calendarDateSchema } from './date'
import { campaignIdSchema, textSchema } from './ids'

const day = calendarDateSchema
const count = z.int().min(0).max(9999)

/**
 * How an evaluation (Art. 15, 17) is carried out in an office: what came in, who went there, what was told. All of it
 * is a work rule. Art. 17 knows 测评 and, of those that fail, revocation, and nothing between: a rectification can only
 * stand before the result, where the office has chosen it.
 */
export const evaluationCourseSchema = z.strictObject({
  /** The round that opened it. */
  campaignId: campaignIdSchema.optional(),
  selfReportOn: day.optional(),
  /** To the members. */
  questionnaires: z.strictObject({ sent: count, returned: count }).optional(),
  visit: z.strictObject({ on: day, persons: z.string().max(300), notes: textSchema }).optional(),
  /** What follows for one that did not is a person's to judge. */
  tookPart: z.boolean().optional(),
  /** On the office's own scale, beside the result of the text. */
  grade: z.string().max(60).optional(),
  feedback: z.strictObject({ problems: textSchema, suggestions: textSchema }).optional(),
  rectification: z
    .strictObject({
      items: textSchema.min(1),
      orderedOn: day,
      until: day,
      secondLook: z.strictObject({ on: day, isDone: z.boolean(), findings: textSchema.min(1) }).optional(),
    })
    .optional(),
  display: z.strictObject({ from: day, to: day }).optional(),
})
export type EvaluationCourse = Readonly<z.infer<typeof evaluationCourseSchema>>
