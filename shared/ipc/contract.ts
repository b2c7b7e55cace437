import { z } from 'zod'
import { documentModelSchema } from '../documents/blocks'
import { letterKinds } from '../documents/letter'
import { lockIdSchema } from '../domain/dossier-lock'
import { nameSchema, sha256Schema } from '../domain/ids'
import { deskRoles, deskStatementSchema, payloadSchemas, type Action } from '../records/payloads'
import { recordEnvelopeSchema } from '../records/record'
import { inspectedFileSchema } from '../inspection/finding'
import { importReportSchema } from '../bundle/import-report'
import { undoPreviewSchema } from '../bundle/undo-import'
import {
  auditAskedSchema,
  auditDetailSchema,
  auditLineSchema,
  auditPageSchema,
  auditQuerySchema,
  auditSummarySchema,
} from './audit'
import { exportBundleSchema, stageBundleSchema } from './bundle'
import { databaseVerdictSchema, keptDatabaseSchema } from './database'
import { deskSchema, statusSchema } from './desk'
import { artifactSchema } from './document'
import { documentChannels } from './document-channels'
import { exchangeFileSchema } from './exchange'
import { inspectSchema } from './inspection'
import { bytes, done, fileName, passphrase, place, writtenSchema } from './parts'
import { browsedFolderSchema, pickedFolderSchema } from './places'
import { journalCheckSchema } from './journal-check'
import { drillResultSchema, snapshotBudgetSchema, snapshotLineSchema, snapshotPreviewSchema } from './snapshot'
import { letterValuesSchema, letterWordsSchema, templateProblemSchema } from './template'
import { typingChannels } from './typing-channels'
import { autoLockMinutesSchema, changePassphraseSchema, unlockSchema } from './unlocking'
import { againRowSchema, againSourceSchema } from './verify-again'
import { verifyReportSchema } from './verify-report'

export type { Desk } from './desk'
export type { Artifact } from './document'
export type { HostError } from './parts'

const actionSchema = z.discriminatedUnion(
  'type',
  Object.entries(payloadSchemas).map(([type, payload]) => z.strictObject({ type: z.literal(type), payload })) as never,
) as unknown as z.ZodType<Action>

/**
 * Every message that may cross between renderer and host, and its shape. Adding a channel here is the only way to add
 * one: the host must handle it (handlers are typed as exhaustive) and preload passes it by name.
 */
export const ipcContract = {
  'app:get-status': {
    input: z.void(),
    output: statusSchema,
  },
  'profile:create': {
    input: z.strictObject({
      role: z.enum(deskRoles),
      name: nameSchema,
      unit: nameSchema,
      passphrase: z.string().min(8).max(200),
    }),
    /** The recovery key is shown this once, to be printed. */
    output: done({ desk: deskSchema, recoveryKey: z.string() }),
  },
  /** A wrong passphrase costs the whole work; after three of them each further try has to wait (`passphrase.wait`). */
  'profile:unlock': { input: unlockSchema, output: done({ desk: deskSchema }) },
  /**
   * How many attachments an unlocking that is under way has encrypted of those an older version left in the open; else
   * null.
   */
  'profile:conversion': {
    input: z.void(),
    output: z.strictObject({ converted: z.int().min(0), total: z.int().min(1) }).nullable(),
  },
  /** Lets it stop after the present file (`vault.stopped`); the next unlocking goes on. */
  'profile:stop-conversion': { input: z.void(), output: z.void() },
  'profile:lock': { input: z.void(), output: z.void() },
  /** Rewraps the data key; nothing else of the profile is written anew. */
  'profile:change-passphrase': { input: changePassphraseSchema, output: done({}) },
  /** The recovery key before opens nothing any more; the new one is shown this once. */
  'profile:renew-recovery-key': {
    input: z.strictObject({ passphrase: z.string().max(200) }),
    output: done({ recoveryKey: z.string() }),
  },
  /** Whether the system's keystore may open the desk beside the passphrase; never alone, never a pretended one. */
  'profile:keystore': {
    input: z.strictObject({ enable: z.boolean(), passphrase: z.string().max(200) }),
    output: done({ enabled: z.boolean() }),
  },
  'profile:set-auto-lock': {
    input: z.strictObject({ minutes: autoLockMinutesSchema }),
    output: done({ minutes: autoLockMinutesSchema }),
  },
  /** 32 bytes under which the page encrypts the rows of its database: of this desk, the same at every unlocking. */
  'profile:database-key': { input: z.void(), output: done({ key: bytes }) },
  /**
   * Lets the shell delete all that the page has stored, for a database that can neither be opened nor deleted by the
   * page.
   */
  'profile:discard-database': { input: z.void(), output: done({}) },
  /**
   * What the page found of its database, before it deletes one; answers where the damaged one was kept, if anywhere.
   */
  'database:judge': {
    input: z.strictObject({ verdict: databaseVerdictSchema }),
    output: done({ kept: z.string().nullable() }),
  },
  'database:kept': { input: z.void(), output: keptDatabaseSchema.nullable() },
  'database:remove-kept': { input: z.void(), output: done({}) },

  'journal:get-status': {
    input: z.void(),
    output: z.strictObject({ count: z.int().min(0), headId: sha256Schema.nullable(), lamport: z.int().min(0) }),
  },
  /** Appends all or nothing; answers after fdatasync. */
  'journal:append': {
    input: z.strictObject({ actions: z.array(actionSchema).min(1).max(500) }),
    output: done({ records: z.array(recordEnvelopeSchema), count: z.int().min(1) }),
  },
  /** Records in local order; `after` is how many the caller has already. */
  'journal:read': {
    input: z.strictObject({ after: z.int().min(0), limit: z.int().min(1).max(5000) }),
    output: z.strictObject({ records: z.array(recordEnvelopeSchema), count: z.int().min(0) }),
  },

  /** Records as their authors signed them, with the introduction of every author among them. */
  'journal:find': {
    input: z.strictObject({ recordIds: z.array(sha256Schema).min(1).max(500) }),
    output: done({ records: z.array(recordEnvelopeSchema), desks: z.array(deskStatementSchema) }),
  },

  /**
   * Second records under a number that was taken: kept apart, never folded. `held`: the one that is used here, if any.
   */
  'journal:list-quarantined': {
    input: z.void(),
    output: z.array(z.strictObject({ apart: recordEnvelopeSchema, held: recordEnvelopeSchema.nullable() })),
  },

  ...typingChannels,

  'attachment:put': { input: z.strictObject({ bytes }), output: done({ sha256: sha256Schema, size: z.int().min(0) }) },
  'attachment:stat': {
    input: z.strictObject({ sha256: sha256Schema }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('present'), size: z.int().min(0) }),
      z.strictObject({ kind: z.literal('missing') }),
    ]),
  },
  /** A range of an attachment, for the viewer; at most 4 MiB a call. */
  'attachment:read': {
    input: z.strictObject({ sha256: sha256Schema, offset: z.int().min(0), length: z.int().min(1).max(4_194_304) }),
    output: done({ bytes, size: z.int().min(0) }),
  },

  /**
   * Looks into attachments without running anything of them: bytes that are handed in (nothing is stored), stored ones
   * (those that are not here are left out), or `count` of those of a staged bundle, so that a screen can tell how far
   * it is.
   */
  'attachment:inspect': {
    input: inspectSchema,
    output: done({ files: z.array(inspectedFileSchema), total: z.int().min(0) }),
  },

  /**
   * Writes a signed bundle into a folder: `.part`, fsync, re-read, re-hash, rename. Desk statements of all authors go
   * along.
   */
  'bundle:export': {
    input: exportBundleSchema,
    output: done({ bundleId: z.uuid(), file: writtenSchema, recordCount: z.int(), attachmentCount: z.int() }),
  },
  /**
   * Reads and verifies everything into a staging area; nothing of the desk changes. An envelope for this desk opens by
   * itself; one by passphrase fails with `envelope.passphrase-needed` until the passphrase comes along.
   */
  'bundle:stage': {
    input: stageBundleSchema,
    output: done({ stageId: z.uuid(), report: importReportSchema }),
  },
  /** One journal append of all new records, after the attachments are in place. */
  'bundle:commit': {
    input: z.strictObject({ stageId: z.uuid() }),
    output: done({ records: z.array(recordEnvelopeSchema), count: z.int() }),
  },
  'bundle:discard': { input: z.strictObject({ stageId: z.uuid() }), output: z.void() },

  /**
   * Goes on opening a locked dossier, a portion of its attachments at a time; asked again until `taken` is there. Only
   * after the declaration on recusal is in the journal, and for nobody who is recused.
   */
  'lock:open': {
    input: z.strictObject({ lockId: lockIdSchema }),
    output: done({
      doneBytes: z.int().min(0),
      totalBytes: z.int().min(0),
      taken: z.strictObject({ records: z.array(recordEnvelopeSchema), count: z.int() }).nullable(),
    }),
  },

  /** What undoing an import (`redo`: bringing it back) would change, and what stands against it. Changes nothing. */
  'import:preview-undo': {
    input: z.strictObject({ bundleId: z.uuid(), redo: z.boolean() }),
    output: done({ preview: undoPreviewSchema }),
  },
  /** One append of one `import.undone`; refused while later own work builds on the import. */
  'import:undo': {
    input: z.strictObject({
      bundleId: z.uuid(),
      redo: z.boolean(),
      reason: payloadSchemas['import.undone'].shape.reason,
      by: nameSchema,
      /** Records of exported papers that the person was told of and answered for. */
      papers: z.array(sha256Schema).optional(),
    }),
    output: done({ records: z.array(recordEnvelopeSchema), count: z.int() }),
  },

  ...documentChannels,

  /**
   * A letter's Word file to edit: the built-in words with their tags, or a version that was saved. Written as documents
   * are.
   */
  'template:start': {
    input: z.strictObject({ documentKind: z.enum(letterKinds), sha256: sha256Schema.nullable() }),
    output: done({ artifact: artifactSchema }),
  },
  /**
   * Whether a Word file may give the words of a letter, and the words; a file that may is kept with the attachments.
   */
  'template:check': {
    input: z.strictObject({ documentKind: z.enum(letterKinds), bytes }),
    output: done({
      problems: z.array(templateProblemSchema),
      words: letterWordsSchema.nullable(),
      file: z.strictObject({ sha256: sha256Schema, size: z.int().min(1) }).nullable(),
    }),
  },
  /** The words of a kept template, filled. */
  'template:fill': {
    input: z.strictObject({ documentKind: z.enum(letterKinds), sha256: sha256Schema, values: letterValuesSchema }),
    output: done({ words: letterWordsSchema }),
  },

  /** Bundle, PDF, or DOCX with its .p7s: who signed what, intact or not. */
  'verify:file': {
    input: z.strictObject({ fileName, bytes, signature: bytes.optional(), passphrase: passphrase.optional() }),
    output: done({ report: verifyReportSchema }),
  },
  /** Verifies again what the register names, or what lies in a folder; one such job at a time. */
  'verify:again-begin': {
    input: z.strictObject({ source: againSourceSchema }),
    output: done({ jobId: z.uuid(), total: z.int().min(0) }),
  },
  /** Goes on for a moment: the files done since the last answer. */
  'verify:again-continue': {
    input: z.strictObject({ jobId: z.uuid() }),
    output: done({ rows: z.array(againRowSchema), done: z.int().min(0), total: z.int().min(0) }),
  },
  'verify:again-stop': { input: z.strictObject({ jobId: z.uuid() }), output: z.void() },

  'exchange:list': {
    input: z.void(),
    output: z.strictObject({
      folder: z.string(),
      files: z.array(exchangeFileSchema),
    }),
  },
  'exchange:set-folder': { input: z.strictObject({ folder: place }), output: done({ folder: z.string() }) },
  'dialog:pick-folder': {
    input: z.void(),
    output: pickedFolderSchema,
  },

  /**
   * Folders to choose from where the shell has no dialog of the system; `folder` null: the places where choosing
   * begins.
   */
  'folder:browse': {
    input: z.strictObject({ folder: place.nullable() }),
    output: done(browsedFolderSchema.shape),
  },

  /**
   * Copies of journal, drafts, keys, profile and settings, the newest first; each is read and verified before it is
   * named good.
   */
  'snapshot:list': {
    input: z.void(),
    output: z.strictObject({
      folder: z.string(),
      budgetMB: snapshotBudgetSchema,
      snapshots: z.array(snapshotLineSchema),
      lastDrill: drillResultSchema.nullable(),
    }),
  },
  /** When the journal was last looked over, and how far a verification is. */
  'journal:check-status': { input: z.void(), output: journalCheckSchema },
  /** Reads and verifies every record anew, with its signature, behind people's work; nothing if that is under way. */
  'journal:check-begin': { input: z.void(), output: done({}) },
  'journal:check-stop': { input: z.void(), output: z.void() },
  /** What going back to a snapshot would bring; changes nothing. */
  'snapshot:preview': {
    input: z.strictObject({ name: z.string().min(1).max(100) }),
    output: done({ preview: snapshotPreviewSchema }),
  },
  /** 恢复演练: takes a snapshot and prepares to restore it into a folder of its own; one at a time. */
  'drill:begin': { input: z.void(), output: done({ drillId: z.uuid() }) },
  /** Goes on for a moment; the result, once there is one, is kept with its date. */
  'drill:continue': {
    input: z.strictObject({ drillId: z.uuid() }),
    output: done({ checked: z.int().min(0), total: z.int().min(0), result: drillResultSchema.nullable() }),
  },
  'drill:stop': { input: z.strictObject({ drillId: z.uuid() }), output: z.void() },
  /**
   * Goes back to a snapshot without losing anything: the journal becomes the union of both, and its file as it was is
   * kept under `aside`. Drafts come back only if the desk's own were lost.
   */
  'snapshot:restore': {
    input: z.strictObject({ name: z.string().min(1).max(100) }),
    output: done({
      aside: z.string(),
      count: z.int().min(0),
      recovered: z.int(),
      quarantined: z.int().min(0),
      drafts: z.int().min(0),
    }),
  },
  'snapshot:set-budget': {
    input: z.strictObject({ budgetMB: snapshotBudgetSchema }),
    output: done({ budgetMB: snapshotBudgetSchema }),
  },

  /** Audit: walks every chain of the journal and says what each record changed; one at a time. Changes nothing. */
  'audit:begin': { input: z.void(), output: done({ auditId: z.uuid() }) },
  /** Goes on for a moment. What was found is kept until the audit is stopped, another begins or the desk is locked. */
  'audit:continue': {
    input: z.strictObject({ auditId: z.uuid() }),
    output: done({ checked: z.int().min(0), total: z.int().min(0), isDone: z.boolean() }),
  },
  'audit:summary': { input: auditAskedSchema, output: done({ summary: auditSummarySchema }) },
  /** Records that pass the filter, the newest first; `total` is how many pass. */
  'audit:list': {
    input: auditPageSchema,
    output: done({ total: z.int().min(0), lines: z.array(auditLineSchema) }),
  },
  'audit:detail': {
    input: z.strictObject({ ...auditAskedSchema.shape, number: z.int().min(1) }),
    output: done({ detail: auditDetailSchema.nullable() }),
  },
  /** The records that pass as a CSV table, to be written as documents are. */
  'audit:table': { input: auditQuerySchema, output: done({ artifact: artifactSchema, total: z.int().min(0) }) },
  /** The same as a paper: 记录审计报告. */
  'audit:report': { input: auditQuerySchema, output: done({ model: documentModelSchema }) },
  'audit:stop': { input: z.strictObject({ auditId: z.uuid() }), output: z.void() },

  /** Dossiers and people shipped for training, all invented (示例). */
  'sample:list': {
    input: z.void(),
    output: z.array(z.strictObject({ slug: z.string(), name: z.string(), defect: z.string(), materialCount: z.int() })),
  },
  /** Puts the sample's files into the attachment store and answers its dossier file (JSON value). */
  'sample:load': {
    input: z.strictObject({ slug: z.string().regex(/^[a-z0-9-]+$/u) }),
    output: done({ dossier: z.unknown(), experts: z.unknown() }),
  },

  'desk:statement': { input: z.void(), output: done({ statement: deskStatementSchema }) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type IpcContract = typeof ipcContract
export type IpcChannel = keyof IpcContract
export type IpcInput<C extends IpcChannel> = z.input<IpcContract[C]['input']>
export type IpcOutput<C extends IpcChannel> = z.output<IpcContract[C]['output']>
export type IpcHandlers = {
  readonly [C in IpcChannel]: (input: z.output<IpcContract[C]['input']>) => Promise<IpcOutput<C>>
}

/** What crosses the wire: a bug or a refused call is told apart from an expected failure inside `value`. */
export type IpcReply<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly code: 'untrusted-sender' | 'bad-input' | 'locked' | 'not-writer' | 'failed'
      readonly message: string
    }

/** The only object on `window`. One method, typed by channel. */
export type Bridge = {
  readonly invoke: <C extends IpcChannel>(
    channel: C,
    input: IpcInput<C>,
    /** Which page calls: only the one that has the desk is heard. */
    page: string,
  ) => Promise<IpcReply<IpcOutput<C>>>
}
