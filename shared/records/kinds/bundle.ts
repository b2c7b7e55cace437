import { z } from 'zod'
import { dossierIdSchema, expertIdSchema, keyIdSchema, nameSchema, sha256Schema, textSchema } from '../../domain/ids'
import { writtenFileSchema } from './written-file'
import { recordKind } from './kind'

export const bundleKinds = ['assignment', 'opinion', 'return', 'countersign', 'dossier', 'archive'] as const
export type BundleKind = (typeof bundleKinds)[number]

/** Last record of an author's chain, as somebody saw it. */
export const headSchema = z.strictObject({ author: keyIdSchema, seq: z.int().min(1), id: sha256Schema })
export type ChainHead = Readonly<z.infer<typeof headSchema>>

const rowOfBundle = ({ bundleId }: { readonly bundleId: string }): string => bundleId

/** What went out of a desk and what came in. */
export const bundleRecords = {
  'bundle.exported': recordKind({
    schema: z.strictObject({
      bundleId: z.uuid(),
      kind: z.enum(bundleKinds),
      to: z.string().max(300),
      dossierIds: z.array(dossierIdSchema),
      expertId: expertIdSchema.nullable().default(null),
      /** An expert's hashes and declarations only, no opinion. */
      onlyCommitments: z.boolean().optional(),
      file: writtenFileSchema,
    }),
    table: 'bundleExports',
    rowId: rowOfBundle,
    indexes: ['*dossierIds'],
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
    sort: 'exchange',
    told: ({ kind, to, file }) => ({
      about: [{ key: `bundleKind.${kind}` }, { text: to }],
      papers: [file.fileName],
      opens: '/exchange',
    }),
  }),
  'bundle.imported': recordKind({
    schema: z.strictObject({
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
    table: 'bundleImports',
    rowId: rowOfBundle,
    indexes: ['*dossierIds'],
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
    sort: 'exchange',
    told: ({ kind, fileName }) => ({
      about: [{ key: `bundleKind.${kind}` }],
      papers: [fileName],
      opens: '/exchange',
    }),
  }),
  /** An import is undone (its records are hidden, none is deleted), or done again. The last word per bundle holds. */
  'import.undone': recordKind({
    schema: z.strictObject({
      bundleId: z.uuid(),
      recordIds: z.array(sha256Schema).min(1).max(1_000_000),
      dossierIds: z.array(dossierIdSchema),
      /** True: the import holds again. */
      redone: z.boolean().default(false),
      reason: textSchema.min(1),
      by: nameSchema,
    }),
    table: 'importUndoings',
    rowId: rowOfBundle,
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
    remark: ({ reason }) => reason,
    sort: 'exchange',
    told: ({ by }) => ({ by, opens: '/exchange' }),
  }),
}
