import { z } from 'zod'
import { calendarFileSchema } from '../calendar/calendar-file'
import { countersignatureSchema, countersignClosingSchema, countersignRoundSchema } from '../domain/countersign'
import { calendarDateSchema, instantSchema } from '../domain/date'
import { dossierContentSchema } from '../domain/dossier'
import {
  batchIdSchema,
  dossierIdSchema,
  expertIdSchema,
  keyIdSchema,
  nameSchema,
  panelIdSchema,
  sha256Schema,
  textSchema,
} from '../domain/ids'
import { dossierLockSchema, lockSettlementSchema } from '../domain/dossier-lock'
import { ruleJudgementSchema, ruleOverrideSchema } from '../domain/judgement'
import { officeSettingsSchema } from '../domain/office'
import { opinionCommitmentSchema, opinionRevealSchema, opinionSaltSchema } from '../domain/opinion-commitment'
import {
  expertOpinionSchema,
  expertSchema,
  keyConfirmationSchema,
  panelOpinionSchema,
  panelSchema,
  recusalDecisionSchema,
  recusalDeclarationSchema,
} from '../domain/panel'
import {
  annualReportSchema,
  batchSchema,
  changeSchema,
  consultationSchema,
  evaluationSchema,
  pilotTermSchema,
  priorRevocationSchema,
  revocationSchema,
} from '../domain/pilot'
import { divisionOpinionSchema, filingDecisionSchema, reviewConfirmationSchema } from '../domain/proceedings'
import { dossierStatusSchema } from '../domain/status'

const day = calendarDateSchema
const ofDossier = { dossierId: dossierIdSchema }

export const deskRoles = ['division', 'expert'] as const

/** A desk says who it is: the first record of every author. The certificate is self-issued (X.509, DER, base64). */
export const deskStatementSchema = z.strictObject({
  keyId: keyIdSchema,
  name: nameSchema,
  unit: nameSchema,
  role: z.enum(deskRoles),
  certificate: z.base64(),
  /** Place kept for the age recipient of this desk (issue on secrecy). */
  encryptionKey: z.string().max(200).nullable().default(null),
})
export type DeskStatement = Readonly<z.infer<typeof deskStatementSchema>>

export const bundleKinds = ['assignment', 'opinion', 'return', 'countersign', 'dossier', 'archive'] as const
export type BundleKind = (typeof bundleKinds)[number]

const writtenFileSchema = z.strictObject({
  fileName: z.string().min(1),
  path: z.string().min(1),
  sha256: sha256Schema,
  size: z.int().min(0),
})
export type WrittenFile = Readonly<z.infer<typeof writtenFileSchema>>

/**
 * Kinds that two people may state of one row without knowing of each other, so that a person has to choose. What one
 * expert says, and what a desk does with files, has one author: there is nothing to choose.
 */
export const contestableTypes = [
  'calendar.saved',
  'dossier.saved',
  'status.set',
  'filing.decided',
  'rule.judged',
  'rule.overridden',
  'division-opinion.sealed',
  'expert.saved',
  'panel.saved',
  'assignment.issued',
  'recusal.decided',
  'panel-opinion.sealed',
  'review.confirmed',
  'consultation.recorded',
  'batch.saved',
  'pilot-term.set',
  'annual-report.saved',
  'change.saved',
  'evaluation.saved',
  'revocation.recorded',
  'revocation.registered',
] as const
export type ContestableType = (typeof contestableTypes)[number]

/** Last record of an author's chain, as somebody saw it. */
export const headSchema = z.strictObject({ author: keyIdSchema, seq: z.int().min(1), id: sha256Schema })
export type ChainHead = Readonly<z.infer<typeof headSchema>>

/**
 * Every kind of record and what it carries (version 1 of each). Adding a kind: here, and in `projection.ts`.
 * A payload states the whole of its slot, so that the fold is last-writer-wins per row and merging is a union.
 */
export const payloadSchemas = {
  'desk.introduced': deskStatementSchema,
  'key.confirmed': keyConfirmationSchema,
  'settings.saved': officeSettingsSchema,
  /** A year's working days as the State Council arranged them, read from a file by a person. */
  'calendar.saved': calendarFileSchema,
  /** A committed version of what the applicant handed in. */
  'dossier.saved': z.strictObject({
    ...ofDossier,
    version: z.int().min(1),
    contentHash: sha256Schema,
    regulationVersionId: z.string().min(1),
    receivedOn: day.nullable().default(null),
    note: z.string().max(2000).default(''),
    content: dossierContentSchema,
  }),
  'status.set': z.strictObject({
    ...ofDossier,
    action: z.string().min(1).max(60),
    from: dossierStatusSchema,
    to: dossierStatusSchema,
    on: day,
    by: nameSchema,
    note: textSchema.default(''),
  }),
  'filing.decided': z.strictObject({ ...ofDossier, ...filingDecisionSchema.shape }),
  'rule.judged': z.strictObject({ ...ofDossier, ...ruleJudgementSchema.shape }),
  'rule.overridden': z.strictObject({ ...ofDossier, ...ruleOverrideSchema.shape }),
  'division-opinion.sealed': z.strictObject({
    ...ofDossier,
    dossierVersion: z.int().min(1),
    dossierHash: sha256Schema,
    opinion: divisionOpinionSchema,
  }),
  'expert.saved': expertSchema,
  'panel.saved': panelSchema,
  /** Which dossiers one expert was asked to judge; travels in the assignment bundle. */
  'assignment.issued': z.strictObject({
    panelId: panelIdSchema,
    expertId: expertIdSchema,
    dossierIds: z.array(dossierIdSchema).min(1),
    issuedOn: day,
    dueOn: day.nullable().default(null),
    from: nameSchema,
  }),
  /** A dossier of an assignment, closed until the expert has declared on recusal (docs/adr/0009). */
  'dossier.locked': dossierLockSchema,
  /** The expert's host opened it, or destroyed its key. */
  'lock.settled': lockSettlementSchema,
  'recusal.declared': recusalDeclarationSchema,
  'recusal.decided': recusalDecisionSchema,
  /** Written directly before the opinion that it is for, in one append: see docs/adr/0012. */
  'opinion.salted': opinionSaltSchema,
  'opinion.sealed': expertOpinionSchema,
  /** 先送封存哈希: leaves the expert's desk without the opinion. */
  'opinion.committed': opinionCommitmentSchema,
  /** 会上同时开封: the opinions of a panel open together. */
  'opinions.revealed': opinionRevealSchema,
  /** 退回补正: the division hands an opinion back with a reason; the sealed one stays. */
  'opinion.returned': z.strictObject({
    panelId: panelIdSchema,
    dossierId: dossierIdSchema,
    expertId: expertIdSchema,
    reason: textSchema.min(1),
    on: day,
  }),
  'panel-opinion.sealed': panelOpinionSchema,
  /** 会签: the division sends a sealed panel opinion round; each expert answers; the leader may end it. */
  'countersign.opened': countersignRoundSchema,
  'panel-opinion.signed': countersignatureSchema,
  'countersign.closed': countersignClosingSchema,
  /** 复核: the panel's opinion holds for a later version of the dossier (trap A37). */
  'review.confirmed': z.strictObject({ ...ofDossier, confirmation: reviewConfirmationSchema }),
  'consultation.recorded': z.strictObject({ ...ofDossier, consultation: consultationSchema }),
  'batch.saved': batchSchema,
  'pilot-term.set': z.strictObject({ ...ofDossier, term: pilotTermSchema }),
  'annual-report.saved': z.strictObject({ ...ofDossier, report: annualReportSchema }),
  'change.saved': z.strictObject({ ...ofDossier, change: changeSchema }),
  'evaluation.saved': z.strictObject({ ...ofDossier, cycle: z.int().min(1), evaluation: evaluationSchema }),
  'revocation.recorded': z.strictObject({ ...ofDossier, revocation: revocationSchema }),
  /** Register of earlier revocations known to the office. */
  'revocation.registered': z.strictObject({ id: sha256Schema, revocation: priorRevocationSchema }),
  'bundle.exported': z.strictObject({
    bundleId: z.uuid(),
    kind: z.enum(bundleKinds),
    to: z.string().max(300),
    dossierIds: z.array(dossierIdSchema),
    expertId: expertIdSchema.nullable().default(null),
    /** An expert's hashes and declarations only, no opinion. */
    onlyCommitments: z.boolean().optional(),
    file: writtenFileSchema,
  }),
  'bundle.imported': z.strictObject({
    bundleId: z.uuid(),
    kind: z.enum(bundleKinds),
    from: keyIdSchema,
    fileName: z.string().max(300),
    sha256: sha256Schema,
    /** By what its envelope is known again without opening it; null if it came in the open. */
    envelopeMark: sha256Schema.nullable().default(null),
    newRecords: z.int().min(0),
    dossierIds: z.array(dossierIdSchema),
    /** What this import brought: the records that undoing it hides. */
    recordIds: z.array(sha256Schema).max(1_000_000).default([]),
    /** Last records of all chains that the sender knew, by its signed word: a receipt to compare with later. */
    heads: z.array(headSchema).max(20_000).default([]),
  }),
  /** An import is undone (its records are hidden, none is deleted), or done again. The last word per bundle holds. */
  'import.undone': z.strictObject({
    bundleId: z.uuid(),
    recordIds: z.array(sha256Schema).min(1).max(1_000_000),
    dossierIds: z.array(dossierIdSchema),
    /** True: the import holds again. */
    redone: z.boolean().default(false),
    reason: textSchema.min(1),
    by: nameSchema,
  }),
  /**
   * A person chose between statements of one row whose authors had not known of each other. Carries the whole statement
   * that holds, so that it holds on every desk that gets this record.
   */
  'conflict.resolved': z.strictObject({
    contested: z.enum(contestableTypes),
    rowId: z.string().min(1).max(400),
    dossierIds: z.array(dossierIdSchema),
    /** The statements that the person saw. */
    recordIds: z.array(sha256Schema).min(2).max(100),
    /** The one that holds, and whose it is; null: a third text by hand. */
    chosen: z.strictObject({ recordId: sha256Schema, author: keyIdSchema, at: instantSchema }).nullable(),
    value: z.record(z.string(), z.unknown()),
    reason: textSchema.min(1),
    by: nameSchema,
  }),
  /** A bundle showed another history than this desk holds. Kept for people to look into; nothing was merged of it. */
  'history.doubted': z.strictObject({
    kind: z.enum(['rewritten', 'shortened', 'went-back']),
    /** Whose chain. */
    author: keyIdSchema,
    held: z.strictObject({ seq: z.int().min(0), id: sha256Schema.nullable() }),
    shown: z.strictObject({ seq: z.int().min(0), id: z.string().max(64) }),
    bundleId: z.uuid(),
    from: keyIdSchema,
  }),
  'document.exported': z.strictObject({
    documentKind: z.string().min(1).max(60),
    dossierId: dossierIdSchema.nullable().default(null),
    batchId: batchIdSchema.nullable().default(null),
    /** 8 characters printed on paper; resolve in the register (reserved, empty until printed). */
    code: z.string().max(16).default(''),
    /** The whole hash in the QR code beside it (`withPaperCode`); null if no code was printed. */
    codeHash: sha256Schema.nullable().default(null),
    files: z.array(writtenFileSchema).min(1),
    /** The office's template that gave the words; `null`: the built-in words. */
    template: z
      .strictObject({ sha256: sha256Schema, version: z.int().min(1) })
      .nullable()
      .default(null),
  }),
  /**
   * The wording of a kind of letter from now on: a Word file that lies with the attachments, or (`file` is `null`) the
   * built-in words again. Versions count every change of a kind.
   */
  'template.saved': z.strictObject({
    documentKind: z.string().min(1).max(60),
    version: z.int().min(1),
    file: z
      .strictObject({ fileName: z.string().min(1).max(255), sha256: sha256Schema, size: z.int().min(1) })
      .nullable(),
    by: nameSchema,
    on: day,
  }),
} as const

export type RecordType = keyof typeof payloadSchemas
export type Payload<T extends RecordType> = Readonly<z.infer<(typeof payloadSchemas)[T]>>
export type PayloadInput<T extends RecordType> = z.input<(typeof payloadSchemas)[T]>

export const recordTypes = Object.keys(payloadSchemas) as readonly RecordType[]
export const isRecordType = (type: string): type is RecordType => Object.hasOwn(payloadSchemas, type)

/** What a screen asks the journal to append: a kind and its payload; the host adds author, order and signature. */
export type Action = { readonly [T in RecordType]: { readonly type: T; readonly payload: PayloadInput<T> } }[RecordType]
