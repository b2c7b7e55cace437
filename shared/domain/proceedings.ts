import { z } from 'zod'
import { campaignOfDossierSchema } from './campaign'
import { calendarDateSchema } from './date'
import { endedAllianceSchema } from './ended-alliance'
import { successionSchema } from './handling'
import { isStale, judgedVersionShape, type PresentHashes } from './judged-version'
import { batchIdSchema, expertIdSchema, localIdSchema, nameSchema, sha256Schema, textSchema } from './ids'
import { judgementVerdictSchema, ruleIdSchema, ruleJudgementSchema, ruleOverrideSchema } from './judgement'
import {
  expertOpinionSchema,
  panelOpinionSchema,
  panelSchema,
  recusalDecisionSchema,
  recusalDeclarationSchema,
} from './panel'
import { dossierStatusSchema } from './status'
import { changeSchema } from './change'
import {
  annualReportSchema,
  consultationSchema,
  evaluationSchema,
  noticeSchema,
  pilotTermSchema,
  priorRevocationSchema,
  revocationSchema,
} from './pilot'

const day = calendarDateSchema

export const divisionOpinionKinds = ['business', 'organisation'] as const

/** What a division concludes (Art. 10, 11). */
export const divisionConclusions = ['pass', 'reject', 'supplement'] as const

/**
 * 处室审核意见. `business`: standing in the trade, necessity, technology (Art. 10, 11), by the host division and each
 * co-division. `organisation`: organisational form by the policy and regulations division (Art. 10).
 */
export const divisionOpinionSchema = z.strictObject({
  kind: z.enum(divisionOpinionKinds),
  divisionId: localIdSchema,
  divisionName: nameSchema,
  items: z.array(z.strictObject({ ruleId: ruleIdSchema, verdict: judgementVerdictSchema, reason: textSchema.min(1) })),
  /** 行业地位评价 (Art. 11), business division only. */
  standing: textSchema.default(''),
  conclusion: z.enum(divisionConclusions),
  comment: textSchema.default(''),
  signer: nameSchema,
  signedOn: day,
})
export type DivisionOpinion = Readonly<z.infer<typeof divisionOpinionSchema>>

/** The decision on filing (Art. 6). The act has no deadline and no validity in the text (note 4). */
export const filingDecisionSchema = z.strictObject({
  /** `withdrawn`: the alliance took its filing back (work rule; the text is silent). */
  decision: z.enum(['filed', 'refused', 'withdrawn']),
  on: day,
  no: z.string().max(80).default(''),
  reason: textSchema.default(''),
  ...judgedVersionShape,
})

/** What a move says beside its note, where it has something to say. */
export const moveDetailsSchema = z.strictObject({
  /** The last day that a notice of supplement itself names (work rule). */
  until: day.nullable().optional(),
  /** The applicant's paper that a withdrawal rests on: its name or number. */
  paper: z.string().max(300).optional(),
})

/** The last move of a dossier: what papers that tell its result are made of. */
export const lastMoveSchema = z.strictObject({
  action: z.string(),
  from: dossierStatusSchema,
  on: day,
  note: textSchema.default(''),
  ...moveDetailsSchema.shape,
})
export type LastMove = Readonly<z.infer<typeof lastMoveSchema>>

/**
 * 复核: a person confirms, after the panel, that the panel's opinion holds for a later version of the dossier: rework the
 * panel asked for, or a change made since (note 37). Work rule.
 */
export const reviewConfirmationSchema = z.strictObject({
  dossierVersion: z.int().min(1),
  dossierHash: sha256Schema,
  note: textSchema.min(1),
  by: nameSchema,
  on: day,
})

/**
 * An opinion as it lies in the file: with the version that it judged, and later versions for which a person confirmed
 * it.
 */
export const divisionOpinionOnFileSchema = divisionOpinionSchema.extend({
  ...judgedVersionShape,
  confirmations: z.array(reviewConfirmationSchema).optional(),
})
export type DivisionOpinionOnFile = Readonly<z.infer<typeof divisionOpinionOnFileSchema>>

/**
 * Whether an opinion of a division stands for the present version: given on it, or confirmed for it (Art. 10, 11; work
 * rule).
 */
export const divisionOpinionStands = (opinion: DivisionOpinionOnFile, known: PresentHashes): boolean =>
  !isStale(opinion, known) || (opinion.confirmations ?? []).some((confirmed) => !isStale(confirmed, known))

/**
 * Everything that happened to a dossier after it was handed in: acts and judgements of people, not part of the content
 * hash.
 */
export const proceedingsSchema = z.strictObject({
  receivedOn: day.nullable().default(null),
  filingDecision: filingDecisionSchema.nullable().default(null),
  lastMove: lastMoveSchema.nullable().default(null),
  /** Hashes of the versions that say in substance what the present one says (`shared/domain/judged-version.ts`). */
  presentHashes: z.array(sha256Schema).optional(),
  /** Divisions that took the part of others in this dossier, the oldest first. */
  successions: z.array(successionSchema).optional(),
  judgements: z.array(ruleJudgementSchema).default([]),
  overrides: z.array(ruleOverrideSchema).default([]),
  divisionOpinions: z.array(divisionOpinionOnFileSchema).default([]),
  panel: panelSchema.nullable().default(null),
  /**
   * Members of the panel whose last word on recusal is of a version that did not name somebody whom the present one
   * names.
   */
  recusalsToRenew: z.array(expertIdSchema).optional(),
  recusalDeclarations: z.array(recusalDeclarationSchema).default([]),
  recusalDecisions: z.array(recusalDecisionSchema).default([]),
  expertOpinions: z.array(expertOpinionSchema).default([]),
  panelOpinion: panelOpinionSchema.nullable().default(null),
  reviewConfirmations: z.array(reviewConfirmationSchema).default([]),
  consultation: consultationSchema.nullable().default(null),
  /** The batch the dossier sits in, with its notice once there is one. */
  publication: z.strictObject({ batchId: batchIdSchema, notice: noticeSchema }).nullable().default(null),
  /** Other open batches that also hold this dossier: must be empty (note 18). */
  otherOpenBatchIds: z.array(batchIdSchema).default([]),
  pilotTerm: pilotTermSchema.nullable().default(null),
  /** Terms before the present one, the oldest first: what was owed in them is owed still. */
  earlierTerms: z.array(pilotTermSchema).optional(),
  annualReports: z.array(annualReportSchema).default([]),
  /** Rounds of the office that ask this alliance, the earliest first; absent in what older versions wrote. */
  campaigns: z.array(campaignOfDossierSchema).optional(),
  changes: z.array(changeSchema).default([]),
  evaluations: z.array(evaluationSchema).default([]),
  revocation: revocationSchema.nullable().default(null),
  priorRevocations: z.array(priorRevocationSchema).default([]),
  /** Other dossiers of the desk that were revoked: they bear on this one as the office's list does. */
  endedAlliances: z.array(endedAllianceSchema).default([]),
})
export type Proceedings = Readonly<z.infer<typeof proceedingsSchema>>

/** What happened to a dossier since it is a pilot: what days are computed from (Art. 14, 16-18). */
export type PilotProceedings = Pick<
  Proceedings,
  'pilotTerm' | 'earlierTerms' | 'annualReports' | 'campaigns' | 'changes' | 'evaluations'
>
