import { z } from 'zod'
import { calendarDateSchema } from './date'
import { evaluationCourseSchema } from './evaluation-course'
import { handedInFileSchema } from './handed-in'
import { batchIdSchema, dossierIdSchema, localIdSchema, nameSchema, textSchema } from './ids'
import { judgedVersionShape } from './judged-version'

const day = calendarDateSchema

/** Art. 13: what the coordination group settled for one dossier. */
export const consultationSchema = z.strictObject({
  heldOn: day,
  minutesNo: z.string().max(120),
  attendeeAgencyIds: z.array(localIdSchema).default([]),
  decision: z.enum(['decided', 'not-decided', 'deferred']),
  note: textSchema.default(''),
  /** 暂缓: until when, on what condition. */
  until: day.optional(),
  condition: textSchema.optional(),
  /** 重点培育 (work rule of offices that keep such a list). */
  isCultivated: z.boolean().optional(),
  ...judgedVersionShape,
})
export type Consultation = Readonly<z.infer<typeof consultationSchema>>

/** Body of the joint publication (Art. 14). Which bodies publish is editable data of the office. */
export const issuerSchema = z.strictObject({ agencyId: localIdSchema, name: nameSchema, isHost: z.boolean() })

/** 公布通知: only what a person must say; counts, names and terms are computed. */
export const noticeSchema = z.strictObject({
  /** 发文字号, e.g. 川科高〔2026〕27号. */
  docNo: z.string().max(80).default(''),
  /** 成文日期: the last signer's date; starts the term (note 19). */
  writtenOn: day.nullable().default(null),
  printedOn: day.nullable().default(null),
  issuers: z.array(issuerSchema).default([]),
  addressee: z.string().max(500).default(''),
  copiedTo: z.string().max(500).default(''),
  printedBy: z.string().max(200).default(''),
  note: z.string().max(200).default(''),
})
export type Notice = Readonly<z.infer<typeof noticeSchema>>

/** What one notice may publish together, in the order of its annexes. */
export const noticeSections = ['added', 're-registered', 'renamed', 'rectifying', 'revoked', 'in-force'] as const
export type NoticeSection = (typeof noticeSections)[number]

/** Columns that a list of a notice may have beside serial number and name. */
export const listColumns = [
  'chair',
  'industry',
  'term',
  'city',
  'memberCount',
  'secretariat',
  'formerName',
  'filingNo',
] as const
export type ListColumn = (typeof listColumns)[number]

/** A section of a notice beside the new pilots: whom it lists, and what it says of each. */
const batchSectionSchema = z.strictObject({
  kind: z.enum(noticeSections.slice(1) as [Exclude<NoticeSection, 'added'>, ...Exclude<NoticeSection, 'added'>[]]),
  dossierIds: z.array(dossierIdSchema).default([]),
  columns: z.array(z.enum(listColumns)).optional(),
  /** 限期整改: until when. */
  until: day.optional(),
})
export type BatchSection = Readonly<z.infer<typeof batchSectionSchema>>

/** 撤回: a published notice is taken back by another document. */
const withdrawalSchema = z.strictObject({
  docNo: z.string().max(80).default(''),
  writtenOn: day,
  reason: textSchema.min(1),
  by: nameSchema,
})

/** 批次: dossiers that were settled, published together (Art. 14). */
export const batchSchema = z.strictObject({
  id: batchIdSchema,
  year: z.int().min(2000).max(2200),
  /** 第N批. */
  seq: z.int().min(1).max(999),
  dossierIds: z.array(dossierIdSchema).default([]),
  notice: noticeSchema.prefault({}),
  status: z.enum(['open', 'published', 'withdrawn']).default('open'),
  /** Columns of the list of new pilots; absent: those of always. */
  columns: z.array(z.enum(listColumns)).optional(),
  /** What the notice publishes beside them. */
  sections: z.array(batchSectionSchema).optional(),
  withdrawal: withdrawalSchema.optional(),
})
export type Batch = Readonly<z.infer<typeof batchSchema>>

/** Whether a batch holds its dossiers and its number still. */
export const isLive = ({ status }: Pick<Batch, 'status'>): boolean => status !== 'withdrawn'

/** 试点期. `to` is the last day (Art. 14, note 19). */
export const pilotTermSchema = z.strictObject({
  batchId: batchIdSchema.nullable().default(null),
  noticeNo: z.string().max(80).default(''),
  from: day,
  to: day,
  kind: z.enum(['first', 're-registered']).default('first'),
  /** The notice that opened it was taken back: from this day on it is none. */
  withdrawnOn: day.optional(),
})
export type PilotTerm = Readonly<z.infer<typeof pilotTermSchema>>

/** Art. 16: both parts to both divisions. */
export const annualReportSchema = z.strictObject({
  year: z.int().min(2000).max(2200),
  hasSummary: z.boolean().default(false),
  hasPlan: z.boolean().default(false),
  toBusinessOn: day.nullable().default(null),
  toPolicyOn: day.nullable().default(null),
  /** At the other place that the office's notice names. */
  toOtherOn: day.nullable().optional(),
  files: z.array(handedInFileSchema).optional(),
  /** A yearly notice may move the window. */
  override: z
    .strictObject({ from: day, to: day, noticeNo: z.string().max(120) })
    .nullable()
    .default(null),
})
export type AnnualReport = Readonly<z.infer<typeof annualReportSchema>>

/** Art. 15, 17. An evaluation is of one term (`shared/domain/pilot-terms.ts`). */
export const evaluationSchema = z.strictObject({
  /** First day of the term that was evaluated; absent in what older versions wrote. */
  termFrom: day.optional(),
  openedOn: day.nullable().default(null),
  decidedOn: day.nullable().default(null),
  result: z.enum(['qualified', 'not-qualified']).nullable().default(null),
  reRegisteredOn: day.nullable().default(null),
  noticeNo: z.string().max(120).default(''),
  /** How it was carried out (work rule). */
  course: evaluationCourseSchema.optional(),
})
export type Evaluation = Readonly<z.infer<typeof evaluationSchema>>

export const revocationGrounds = ['17', '19.1', '19.2', '19.3', '19.4', '19.5'] as const

/** Art. 17 or one of the five grounds of Art. 19, with facts and evidence. */
export const revocationSchema = z.strictObject({
  ground: z.enum(revocationGrounds),
  facts: textSchema,
  evidence: textSchema.default(''),
  /** Good practice, not statute: the alliance was told and heard (note 30). */
  heardOn: day.nullable().default(null),
  decidedOn: day,
  noticeNo: z.string().max(120).default(''),
})
export type Revocation = Readonly<z.infer<typeof revocationSchema>>

/**
 * An earlier revocation or ending known to the office, matched against new applications (Art. 19, note 26): before this
 * desk was there, or elsewhere.
 */
export const priorRevocationSchema = z.strictObject({
  allianceName: nameSchema,
  leadUnitName: z.string().max(300).default(''),
  memberNames: z.array(nameSchema).default([]),
  /** `null`: it ended without a revocation, and nothing is barred. */
  ground: z.enum(revocationGrounds).nullable(),
  decidedOn: day,
  /** The document that says so: its name or number. */
  source: z.string().max(300).optional(),
  formerNames: z.array(nameSchema).optional(),
  /** Why a line was struck off the register; it stays readable and counts for nothing. */
  struck: textSchema.min(1).optional(),
})
export type PriorRevocation = Readonly<z.infer<typeof priorRevocationSchema>>
