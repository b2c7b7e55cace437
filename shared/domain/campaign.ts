import { z } from 'zod'
import { calendarDateSchema } from './date'
import { handedInFileSchema, reportParts, reportRecipients, type ReportPart } from './handed-in'
import { campaignIdSchema, dossierIdSchema, localIdSchema, nameSchema, textSchema } from './ids'

const day = calendarDateSchema

/**
 * 年度总结 (Art. 16), 复审, 三年测评 (Art. 15, 17), 年度统计. Only the first and the third carry out the measure; a 复审 and statistics
 * are the office's own notice.
 */
export const campaignKinds = ['annual-summary', 're-examination', 'evaluation', 'statistics'] as const
export type CampaignKind = (typeof campaignKinds)[number]

/** Alliances of which a campaign may ask: pilots, those whose term is over, those that are filed and no pilots. */
export const cohortGroups = ['piloting', 'expired', 'filed'] as const
export type CohortGroup = (typeof cohortGroups)[number]

/** Whom a campaign asks, as a question to the desk; its answer is a list that people correct. */
export const cohortQuerySchema = z.strictObject({
  groups: z.array(z.enum(cohortGroups)).default(['piloting']),
  /** Only those that were fixed (a pilot's first term, a filing) before this day. */
  fixedBefore: day.nullable().default(null),
})
export type CohortQuery = Readonly<z.infer<typeof cohortQuerySchema>>

/** An alliance that the question found and people left out, with the reason. */
const excludedSchema = z.strictObject({ dossierId: dossierIdSchema, name: nameSchema, reason: nameSchema })

/** How the office's notice sets a round: what is printed in it, and what rules, days and reminders read. */
const termsShape = {
  kind: z.enum(campaignKinds),
  /** The year that the round is about, which may be over when it begins. */
  year: z.int().min(2000).max(2199),
  /** 发文字号 of the notice; empty: a notice without a number, or none. */
  noticeNo: z.string().max(120).default(''),
  /** 成文日期 of the notice; null: none. */
  issuedOn: day.nullable().default(null),
  from: day,
  to: day,
  recipients: z.array(z.enum(reportRecipients)).min(1).default(['business', 'policy']),
  /** Name of the other place that the notice names. */
  otherRecipient: z.string().max(300).default(''),
}

/** One round over many alliances. */
export const campaignSchema = z.strictObject({
  id: campaignIdSchema,
  ...termsShape,
  status: z.enum(['preparing', 'running', 'closed']).default('preparing'),
  query: cohortQuerySchema.prefault({}),
  /** Who owes an answer. */
  dossierIds: z.array(dossierIdSchema).default([]),
  excluded: z.array(excludedSchema).default([]),
  /** Copies on paper; null: none asked for. */
  copies: z.int().min(1).max(99).nullable().default(null),
  outline: textSchema.default(''),
  /** Figures of the office's own table that are asked for. */
  figureIds: z.array(localIdSchema).default([]),
  contact: textSchema.default(''),
})
export type Campaign = Readonly<z.infer<typeof campaignSchema>>

/** 延期: one alliance has until another day, with the reason. */
export const extensionSchema = z.strictObject({
  to: day,
  reason: textSchema.min(1),
  grantedOn: day,
  by: nameSchema,
})
export type Extension = Readonly<z.infer<typeof extensionSchema>>

/** What an alliance handed in on a campaign other than the yearly report, which has a record of its own (Art. 16). */
export const campaignReturnSchema = z.strictObject({
  /** Parts that arrived, on paper or as files. */
  parts: z.array(z.enum(reportParts)).default([]),
  files: z.array(handedInFileSchema).default([]),
  toBusinessOn: day.nullable().default(null),
  toPolicyOn: day.nullable().default(null),
  toOtherOn: day.nullable().default(null),
  /** What a person found to be missing; empty: complete. */
  lacking: textSchema.default(''),
})
export type CampaignReturn = Readonly<z.infer<typeof campaignReturnSchema>>

/** A running or closed campaign as one alliance of its cohort knows it. */
export const campaignOfDossierSchema = z.strictObject({
  campaignId: campaignIdSchema,
  ...termsShape,
  isClosed: z.boolean(),
  extension: extensionSchema.nullable().default(null),
  returned: campaignReturnSchema.nullable().default(null),
})
export type CampaignOfDossier = Readonly<z.infer<typeof campaignOfDossierSchema>>

/** What a campaign knows of one of its cohort; null while it is being prepared, for then nobody owes anything. */
export function campaignOfDossier(
  campaign: Campaign,
  extension: Extension | null,
  returned: CampaignReturn | null,
): CampaignOfDossier | null {
  if (campaign.status === 'preparing') return null
  const { id, kind, year, noticeNo, issuedOn, from, to, recipients, otherRecipient, status } = campaign
  const terms = { kind, year, noticeNo, issuedOn, from, to, recipients, otherRecipient }
  return { campaignId: id, ...terms, isClosed: status === 'closed', extension, returned }
}

/** The last day for one alliance: that of the notice, or of its own extension. */
export const lastDayOf = ({ to, extension }: Pick<CampaignOfDossier, 'to' | 'extension'>) => extension?.to ?? to

/** Papers that a round asks for (work rule; Art. 16 names those of the first). */
export const partsAsked: Readonly<Record<CampaignKind, readonly ReportPart[]>> = {
  'annual-summary': ['summary', 'plan'],
  're-examination': ['self-report'],
  evaluation: ['self-report'],
  statistics: ['statistics'],
}
