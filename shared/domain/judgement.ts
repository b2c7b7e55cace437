import { z } from 'zod'
import { calendarDateSchema } from './date'
import { localIdSchema, nameSchema, sha256Schema, textSchema } from './ids'
import { judgedVersionShape } from './judged-version'

/** The four answers to a criterion (符合 / 基本符合 / 不符合 / 材料不足以判断). The regulation knows no scores. */
export const judgementVerdicts = ['conforms', 'mostly-conforms', 'does-not-conform', 'cannot-tell'] as const
export const judgementVerdictSchema = z.enum(judgementVerdicts)
export type JudgementVerdict = z.infer<typeof judgementVerdictSchema>

export const ruleIdSchema = z.string().regex(/^R\d{2}-[0-9a-z]+$/u)

/**
 * What the panel judges one by one (note 15): Art. 12(1), 12(2) and, through 12(3), Art. 9(1)-9(5).
 * In the order of the opinion form.
 */
export const criterionIds = ['C12-1', 'C12-2', 'C9-1', 'C9-2', 'C9-3', 'C9-4', 'C9-5'] as const
export const criterionIdSchema = z.enum(criterionIds)
export type CriterionId = z.infer<typeof criterionIdSchema>

/** A page of a file of the dossier, pinned to a judgement; the hash says which bytes were seen. */
export const evidencePinSchema = z.strictObject({
  materialId: localIdSchema,
  materialTitle: nameSchema,
  sha256: sha256Schema,
  page: z.int().min(1),
  quote: z.string().max(2000).default(''),
  /** Part of the page in fractions of its width and height from the top left; absent for the whole page. */
  region: z
    .strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
    .nullable()
    .default(null),
})
export type EvidencePin = Readonly<z.infer<typeof evidencePinSchema>>

export const criterionJudgementSchema = z.strictObject({
  criterionId: criterionIdSchema,
  verdict: judgementVerdictSchema,
  reason: textSchema.min(1),
  evidence: z.array(evidencePinSchema).default([]),
})

/** A person's answer to a judgement rule, outside the panel (intake, divisions). */
export const ruleJudgementSchema = z.strictObject({
  ruleId: ruleIdSchema,
  verdict: judgementVerdictSchema,
  reason: textSchema.min(1),
  by: nameSchema,
  on: calendarDateSchema,
  ...judgedVersionShape,
})

/** A person overrides an automatic result, with a reason that the opinion shows. */
export const ruleOverrideSchema = z.strictObject({
  ruleId: ruleIdSchema,
  verdict: z.enum(['met', 'not-met', 'not-applicable']),
  reason: textSchema.min(1),
  by: nameSchema,
  on: calendarDateSchema,
  ...judgedVersionShape,
})

/** Handwriting by pen, touch or mouse: points in pixels of the pad with time in ms from the first point. */
export const handwritingSchema = z.strictObject({
  width: z.int().min(1),
  height: z.int().min(1),
  strokes: z.array(
    z.array(z.strictObject({ x: z.number(), y: z.number(), t: z.number(), pressure: z.number().optional() })),
  ),
})
export type Handwriting = Readonly<z.infer<typeof handwritingSchema>>
