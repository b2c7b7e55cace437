import { z } from 'zod'
import { verifyHeadlines } from './verify-headline'
import { place } from './parts'
import { verifyReportSchema } from './verify-report'

/** Which files are verified again: those that the register names, where they were written, or all in a folder. */
export const againSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('register') }),
  z.strictObject({ kind: z.literal('folder'), folder: place }),
])
export type AgainSource = z.infer<typeof againSourceSchema>

/** How an older version judged a file. */
export const verdictsBefore = ['intact', 'not-signed', 'damaged'] as const

/** One file verified again. */
export const againRowSchema = z.strictObject({
  fileName: z.string(),
  /** Where it lies, for a person to read. */
  path: z.string(),
  /**
   * missing: not where the register says; unread: too large, locked by a passphrase, or of no kind that is verified.
   */
  outcome: z.enum(['verified', 'missing', 'unread']),
  /** Null unless it was verified. */
  headline: z.enum(verifyHeadlines).nullable(),
  signers: z.array(z.string()),
  problems: verifyReportSchema.shape.problems,
  /** What versions up to 0.1.0 said; null where nothing has changed since. */
  before: z.strictObject({ verdict: z.enum(verdictsBefore), signers: z.array(z.string()) }).nullable(),
  /** It was called intact then, in a name that is not confirmed by what is known today. */
  isOtherVerdict: z.boolean(),
})
export type AgainRow = z.infer<typeof againRowSchema>
