import { z } from 'zod'
import { calendarDateSchema, instantSchema } from '../domain/date'
import { dossierIdSchema, keyIdSchema } from '../domain/ids'
import { locales } from '../messages/languages'

/** Which records of an audit are asked for; null or empty: all. */
export const auditFilterSchema = z.strictObject({
  dossierId: dossierIdSchema.nullable(),
  author: keyIdSchema.nullable(),
  type: z.string().min(1).max(60).nullable(),
  from: calendarDateSchema.nullable(),
  to: calendarDateSchema.nullable(),
  text: z.string().max(200),
})

/** An audit that runs or has ended, and the language of the words that are asked for. */
const asked = { auditId: z.uuid(), locale: z.enum(locales) }
export const auditAskedSchema = z.strictObject(asked)
export const auditQuerySchema = z.strictObject({ ...asked, filter: auditFilterSchema })
export const auditPageSchema = z.strictObject({
  ...asked,
  filter: auditFilterSchema,
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
})

const count = z.int().min(0)
const choice = z.strictObject({ id: z.string(), name: z.string() })

/** What an audit found, in words, and what one can filter by. */
export const auditSummarySchema = z.strictObject({
  isWhole: z.boolean(),
  verdict: z.string(),
  findings: z.array(z.string()).readonly(),
  count,
  dossiers: z.array(choice),
  people: z.array(choice),
  kinds: z.array(choice),
})
export type AuditSummary = Readonly<z.infer<typeof auditSummarySchema>>

const state = z.enum(['sound', 'later', 'bad', 'not-understood'])

/** A line of the list. */
export const auditLineSchema = z.strictObject({
  number: count,
  recordId: z.string(),
  at: instantSchema,
  name: z.string(),
  unit: z.string(),
  kind: z.string(),
  dossiers: z.string(),
  summary: z.string(),
  state,
})
export type AuditLine = Readonly<z.infer<typeof auditLineSchema>>

/** One record whole: every place that changed. */
export const auditDetailSchema = z.strictObject({
  ...auditLineSchema.omit({ summary: true }).shape,
  seq: count,
  lamport: count,
  role: z.string(),
  fingerprint: z.string(),
  isFirst: z.boolean(),
  changes: z.array(z.strictObject({ field: z.string(), from: z.string(), to: z.string() })),
})
export type AuditDetail = Readonly<z.infer<typeof auditDetailSchema>>
