import { z } from 'zod'
import { expertDrawSchema } from '../../domain/expert-draw'
import { batchIdSchema, dossierIdSchema, localIdSchema } from '../../domain/ids'
import { correctionSchema, sealedOriginalSchema } from '../../domain/issued-notice'
import { displaySchema, objectionSchema } from '../../domain/public-display'
import { supportSchema } from '../../domain/support'
import { recordKind } from './kind'
import { named, tabOf } from './told'

const ofBatch = { batchId: batchIdSchema }
type OfBatch = { readonly batchId: string }

/** What every kind of this room has in common. */
const common = {
  saidBy: 'division',
  writtenBy: 'screens',
  scope: 'picked',
  isContestable: true,
  isSealed: false,
  isInDossier: false,
  versionOf: null,
  names: null,
} as const

/** Around a publication (Art. 14): 公示 and objections, corrections, sealed originals; drawing of experts; support. */
export const publicationRecords = {
  'display.saved': recordKind({
    ...common,
    schema: z.strictObject({ ...ofBatch, display: displaySchema }),
    table: 'displays',
    rowId: ({ batchId }) => batchId,
    indexes: ['batchId'],
    stage: 16,
    remark: null,
    sort: 'decision',
    told: ({ batchId, display: { from, to, dossierIds } }, dossierId) =>
      dossierIds.some((id) => id === dossierId)
        ? { on: from, about: [{ key: 'common.span', params: { from, to } }], opens: `/batches/${batchId}` }
        : null,
  }),
  'objection.saved': recordKind({
    ...common,
    schema: z.strictObject({ ...ofBatch, objection: objectionSchema }),
    table: 'objections',
    rowId: ({ batchId, objection }) => `${batchId}/${objection.id}`,
    indexes: ['batchId'],
    stage: 16,
    remark: ({ objection }) => objection.reason,
    sort: 'decision',
    told: ({ batchId, objection: { dossierId: about, receivedOn } }, dossierId) =>
      about === null || about === dossierId ? { on: receivedOn, opens: `/batches/${batchId}` } : null,
  }),
  'notice.corrected': recordKind({
    ...common,
    schema: z.strictObject({ ...ofBatch, correction: correctionSchema }),
    table: 'corrections',
    rowId: ({ batchId, correction }) => `${batchId}/${correction.id}`,
    indexes: ['batchId'],
    stage: 18,
    remark: ({ correction }) => correction.reason,
    sort: 'decision',
    told: ({ batchId, correction: { writtenOn, docNo, by } }) => ({
      on: writtenOn,
      by,
      papers: named(docNo),
      opens: `/batches/${batchId}`,
    }),
  }),
  'sealed-original.attached': recordKind({
    ...common,
    schema: z.strictObject({ ...ofBatch, original: sealedOriginalSchema }),
    table: 'sealedOriginals',
    rowId: ({ batchId, original }: OfBatch & { readonly original: z.output<typeof sealedOriginalSchema> }) =>
      `${batchId}/${original.of}/${original.correctionId ?? ''}`,
    indexes: ['batchId'],
    stage: 18,
    remark: null,
    sort: 'paper',
    told: ({ batchId, original: { attachedOn, by, file } }) => ({
      on: attachedOn,
      by,
      papers: [file.fileName],
      opens: `/batches/${batchId}`,
    }),
  }),
  'experts.drawn': recordKind({
    ...common,
    schema: z.strictObject({ id: localIdSchema, draw: expertDrawSchema }),
    table: 'expertDraws',
    rowId: ({ id }) => id,
    indexes: ['id'],
    stage: 9,
    remark: null,
    sort: 'panel',
    told: ({ draw: { panelId, drawnOn, drawnBy } }) => ({
      on: drawnOn,
      by: drawnBy,
      opens: `/panels/${panelId}`,
    }),
  }),
  'support.saved': recordKind({
    ...common,
    schema: z.strictObject({ dossierId: dossierIdSchema, support: supportSchema }),
    table: 'supports',
    rowId: ({ dossierId, support }) => `${dossierId}/${support.id}`,
    indexes: ['dossierId'],
    stage: 18,
    remark: ({ support }) => support.basis,
    sort: 'support',
    told: ({ support: { kind, on, document } }) => ({
      on,
      about: [{ key: `supportKind.${kind}` }],
      papers: named(document),
      opens: tabOf('years'),
    }),
  }),
}
