import { z } from 'zod'
import type { LetterValues } from '../documents/letter'
import { findingSchema } from '../inspection/finding'

/** What keeps a Word file from being a template: the inspection refuses it, or what shared/publishing found in it. */
export const templateProblemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refused'), finding: findingSchema }),
  z.strictObject({ kind: z.literal('unreadable'), part: z.string() }),
  z.strictObject({ kind: z.literal('too-large'), bytes: z.number() }),
  z.strictObject({ kind: z.literal('unknown-tag'), tag: z.string() }),
  z.strictObject({ kind: z.literal('missing-tag'), tag: z.string() }),
  z.strictObject({ kind: z.literal('wrong-form'), tag: z.string() }),
  z.strictObject({ kind: z.literal('broken-tag'), tag: z.string() }),
  z.strictObject({ kind: z.literal('external-relationship'), part: z.string(), target: z.string() }),
  z.strictObject({ kind: z.literal('macro'), part: z.string() }),
  z.strictObject({ kind: z.literal('alt-chunk'), part: z.string() }),
  z.strictObject({ kind: z.literal('embedded-object'), part: z.string() }),
  z.strictObject({ kind: z.literal('active-field'), part: z.string(), field: z.string() }),
  z.strictObject({
    kind: z.literal('not-carried'),
    part: z.string(),
    what: z.enum([
      'table',
      'picture',
      'text-box',
      'tracked-change',
      'note',
      'numbering',
      'field',
      'hidden-text',
      'struck-text',
      'symbol',
      'formula',
      'ruby',
      'header',
    ]),
  }),
  z.strictObject({ kind: z.literal('no-title') }),
])
export type TemplateProblem = z.infer<typeof templateProblemSchema>

/** Title and paragraphs of a letter. */
export const letterWordsSchema = z.strictObject({ title: z.string(), body: z.array(z.string()) })

/** What a letter's tags are filled with. */
export const letterValuesSchema: z.ZodType<LetterValues> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), z.array(letterValuesSchema)])),
)
