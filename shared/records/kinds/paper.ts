import { z } from 'zod'
import { calendarDateSchema } from '../../domain/date'
import { batchIdSchema, campaignIdSchema, dossierIdSchema, nameSchema, sha256Schema } from '../../domain/ids'
import { recordKind, rowOfItsOwn } from './kind'
import { nothingMore, tabOf } from './told'
import { writtenFileSchema } from './written-file'

/** Papers that were written, and the words they are written with. */
export const paperRecords = {
  'document.exported': recordKind({
    schema: z.strictObject({
      documentKind: z.string().min(1).max(60),
      dossierId: dossierIdSchema.nullable().default(null),
      batchId: batchIdSchema.nullable().default(null),
      campaignId: campaignIdSchema.nullable().default(null),
      /**
       * The document's own id (`DocumentModel`), so that another copy of the same is known from another paper of its
       * kind.
       */
      documentId: z.string().max(400).default(''),
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
    table: 'documentExports',
    rowId: rowOfItsOwn,
    indexes: ['dossierId', 'batchId', 'campaignId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'own',
    isContestable: false,
    isSealed: false,
    isInDossier: false,
    stage: null,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'paper',
    told: ({ documentKind, files }) => ({
      about: [{ key: `document.${documentKind}` }],
      papers: files.map(({ fileName }) => fileName),
      opens: tabOf('documents'),
    }),
  }),
  /**
   * The wording of a kind of letter from now on: a Word file that lies with the attachments, or (`file` is `null`) the
   * built-in words again. Versions count every change of a kind.
   */
  'template.saved': recordKind({
    schema: z.strictObject({
      documentKind: z.string().min(1).max(60),
      version: z.int().min(1),
      file: z
        .strictObject({ fileName: z.string().min(1).max(255), sha256: sha256Schema, size: z.int().min(1) })
        .nullable(),
      by: nameSchema,
      on: calendarDateSchema,
    }),
    table: 'templates',
    rowId: rowOfItsOwn,
    indexes: ['documentKind'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'own',
    isContestable: false,
    isSealed: false,
    isInDossier: false,
    stage: null,
    versionOf: ({ documentKind }) => documentKind,
    names: null,
    remark: null,
    sort: 'other',
    told: nothingMore,
  }),
}
