import { z } from 'zod'
import { calendarDateSchema } from './date'
import {
  dossierIdSchema,
  expertIdSchema,
  keyIdSchema,
  nameSchema,
  panelIdSchema,
  sha256Schema,
  textSchema,
} from './ids'
import { judgedVersionShape } from './judged-version'
import { criterionJudgementSchema, handwritingSchema } from './judgement'
import { measureIdSchema } from './measure'

export const expertSpecialties = ['technology', 'law', 'finance', 'management'] as const

/** A person of the expert roster. No identity numbers, no private telephone (note 39). */
export const expertSchema = z.strictObject({
  id: expertIdSchema,
  name: nameSchema,
  unitName: nameSchema,
  /** Present, past (three years) and parent units, for the recusal hints. */
  otherUnits: z.array(nameSchema).default([]),
  title: z.string().max(100).default(''),
  specialty: z.enum(expertSpecialties),
  contact: z.string().max(200).default(''),
})
export type Expert = Readonly<z.infer<typeof expertSchema>>

/** Recusal grounds to declare, 1-8 (work rule, note 40). */
export const recusalGrounds = [1, 2, 3, 4, 5, 6, 7, 8] as const
export const recusalGroundSchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
  z.literal(8),
])
export type RecusalGround = z.infer<typeof recusalGroundSchema>

/** An expert answers every ground before the dossier opens; `exists: true` on any asks for recusal. */
export const recusalDeclarationSchema = z.strictObject({
  panelId: panelIdSchema,
  dossierId: dossierIdSchema,
  expertId: expertIdSchema,
  answers: z
    .array(z.strictObject({ ground: recusalGroundSchema, exists: z.boolean(), note: z.string().max(2000).default('') }))
    .length(8),
  /** Confidentiality and conduct pledge (专家承诺书). */
  pledged: z.boolean(),
  declaredOn: calendarDateSchema,
  ...judgedVersionShape,
})
export type RecusalDeclaration = Readonly<z.infer<typeof recusalDeclarationSchema>>

/** Whether an expert is recused for a dossier: decided by a person of the division. */
export const recusalDecisionSchema = z.strictObject({
  panelId: panelIdSchema,
  dossierId: dossierIdSchema,
  expertId: expertIdSchema,
  decision: z.enum(['recused', 'not-recused']),
  grounds: z.array(recusalGroundSchema).default([]),
  reason: textSchema.default(''),
  by: nameSchema,
  on: calendarDateSchema,
  ...judgedVersionShape,
})
export type RecusalDecision = Readonly<z.infer<typeof recusalDecisionSchema>>

export const majorities = ['1/2', '2/3', '3/4'] as const

/** 评审工作规则: ours, never the regulation's. Every value is a setting; a panel keeps the copy it was convened under. */
export const panelRulesSchema = z.strictObject({
  minSize: z.int().min(1).default(5),
  maxSize: z.int().min(1).default(15),
  oddSize: z.boolean().default(true),
  minPresent: z.int().min(1).default(5),
  /** Present must be at least numerator/denominator of invited. */
  presentShare: z.tuple([z.int().min(1), z.int().min(1)]).default([4, 5]),
  maxSameUnit: z.int().min(1).default(2),
  requireLaw: z.boolean().default(true),
  requireFinance: z.boolean().default(true),
  majority: z.enum(majorities).default('2/3'),
  abstentionsCount: z.boolean().default(true),
  /**
   * 先哈希、会上同时开封: experts send hashes first, what came in opens together at the meeting. Written only where it was
   * chosen, so that a reader who does not know it still reads every other panel.
   */
  revealTogether: z.boolean().optional(),
})
export type PanelRules = Readonly<z.infer<typeof panelRulesSchema>>

export const panelMemberSchema = z.strictObject({
  expertId: expertIdSchema,
  present: z.boolean().nullable().default(null),
})

/** 评审会: one sitting of experts over one or more dossiers. */
export const panelSchema = z.strictObject({
  id: panelIdSchema,
  title: nameSchema,
  heldOn: calendarDateSchema,
  place: z.string().max(200).default(''),
  rules: panelRulesSchema.prefault({}),
  experts: z.array(expertSchema),
  members: z.array(panelMemberSchema),
  /** Elected by those present, recorded (work rule). */
  leaderExpertId: expertIdSchema.nullable().default(null),
  dossierIds: z.array(dossierIdSchema),
  /** Whether the alliance was heard in person. */
  hearing: z.boolean().default(false),
})
export type Panel = Readonly<z.infer<typeof panelSchema>>

export const votes = ['agree', 'disagree', 'abstain'] as const
export const voteSchema = z.enum(votes)
export type Vote = z.infer<typeof voteSchema>

/** 个人评审意见: sealed by its author over a dossier version; never changed, a correction is a new version. */
export const expertOpinionSchema = z.strictObject({
  format: z.literal('lianshen-opinion/1'),
  panelId: panelIdSchema,
  dossierId: dossierIdSchema,
  expertId: expertIdSchema,
  expertName: nameSchema,
  /** Which dossier was judged. */
  dossierVersion: z.int().min(1),
  dossierHash: sha256Schema,
  regulationVersionId: measureIdSchema,
  /** 1, 2, … : a correction is a new version of the same opinion. */
  version: z.int().min(1),
  items: z.array(criterionJudgementSchema).length(7),
  overall: textSchema.min(1),
  problems: textSchema.default(''),
  suggestions: textSchema.default(''),
  vote: voteSchema,
  /** Verbatim dissent, wished to be printed in the panel opinion. */
  dissent: textSchema.default(''),
  handwriting: handwritingSchema.nullable().default(null),
  signedOn: calendarDateSchema,
})
export type ExpertOpinion = Readonly<z.infer<typeof expertOpinionSchema>>

export const tallySchema = z.strictObject({
  invited: z.int().min(0),
  present: z.int().min(0),
  recused: z.int().min(0),
  agree: z.int().min(0),
  disagree: z.int().min(0),
  abstain: z.int().min(0),
  /** Present, not recused, and no vote on file yet. */
  missing: z.int().min(0),
})
export type Tally = Readonly<z.infer<typeof tallySchema>>

export const panelConclusions = ['pass', 'pass-after-rework', 'reject', 'return-for-materials'] as const

/** 专家组综合审核意见 (Art. 12): people's sentences; every number beside them is computed when it is printed. */
export const panelOpinionSchema = z.strictObject({
  panelId: panelIdSchema,
  dossierId: dossierIdSchema,
  dossierVersion: z.int().min(1),
  dossierHash: sha256Schema,
  version: z.int().min(1),
  /** The panel's judgement and reason for each criterion; typed by people. */
  items: z.array(criterionJudgementSchema).length(7),
  problems: textSchema.min(1),
  suggestions: textSchema.min(1),
  conclusion: z.enum(panelConclusions),
  dissents: z.array(z.strictObject({ expertId: expertIdSchema, text: textSchema.min(1) })).default([]),
  refusals: z.array(z.strictObject({ expertId: expertIdSchema, reason: textSchema.min(1) })).default([]),
  tally: tallySchema,
  /** Record ids of the sealed expert opinions that were counted. */
  countedOpinionIds: z.array(sha256Schema).default([]),
  leaderExpertId: expertIdSchema,
  signedOn: calendarDateSchema,
})
export type PanelOpinion = Readonly<z.infer<typeof panelOpinionSchema>>

/** Binds a roster expert to the key of the desk that speaks for him or her, after the fingerprints were compared. */
export const keyConfirmationSchema = z.strictObject({
  keyId: keyIdSchema,
  expertId: expertIdSchema.nullable().default(null),
  confirmedOn: calendarDateSchema,
  note: z.string().max(500).default(''),
})
