import { z } from 'zod'
import { instantSchema } from '../../domain/date'
import { dossierIdSchema, keyIdSchema, nameSchema, sha256Schema, textSchema } from '../../domain/ids'
import { contestableTypes } from './contestable'
import { recordKind, rowOfItsOwn } from './kind'
import { nothingMore } from './told'

/** What a person decides where histories meet. Nothing of it is contestable itself: its schema tells what is. */
export const mergingRecords = {
  /**
   * A person chose between statements of one row whose authors had not known of each other. Carries the whole statement
   * that holds, so that it holds on every desk that gets this record.
   */
  'conflict.resolved': recordKind({
    schema: z.strictObject({
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
    table: 'resolutions',
    rowId: rowOfItsOwn,
    indexes: ['*dossierIds'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'picked',
    isContestable: false,
    isSealed: false,
    isInDossier: false,
    stage: null,
    versionOf: null,
    names: null,
    remark: ({ reason }) => reason,
    sort: 'other',
    told: ({ by }) => ({ by }),
  }),
  /** A bundle showed another history than this desk holds. Kept for people to look into; nothing was merged of it. */
  'history.doubted': recordKind({
    schema: z.strictObject({
      kind: z.enum(['rewritten', 'shortened', 'went-back']),
      /** Whose chain. */
      author: keyIdSchema,
      held: z.strictObject({ seq: z.int().min(0), id: sha256Schema.nullable() }),
      shown: z.strictObject({ seq: z.int().min(0), id: z.string().max(64) }),
      bundleId: z.uuid(),
      from: keyIdSchema,
    }),
    table: 'historyDoubts',
    rowId: rowOfItsOwn,
    indexes: [],
    saidBy: 'division',
    writtenBy: 'host',
    scope: 'own',
    isContestable: false,
    isSealed: false,
    isInDossier: false,
    stage: null,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'other',
    told: nothingMore,
  }),
}
