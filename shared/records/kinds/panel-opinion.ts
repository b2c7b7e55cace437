import { z } from 'zod'
import {
  countersignatureIdOf,
  countersignatureSchema,
  countersignClosingSchema,
  countersignRoundSchema,
  roundIdOf,
} from '../../domain/countersign'
import { dossierIdSchema } from '../../domain/ids'
import { panelOpinionSchema } from '../../domain/panel'
import { reviewConfirmationSchema } from '../../domain/proceedings'
import { recordKind } from './kind'

/** What the panel says together, and who signed it. */
export const panelOpinionRecords = {
  'panel-opinion.sealed': recordKind({
    schema: panelOpinionSchema,
    table: 'panelOpinions',
    rowId: ({ dossierId, version }) => `${dossierId}@${version}`,
    indexes: ['dossierId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'picked',
    isContestable: true,
    isSealed: true,
    isInDossier: true,
    stage: 9,
    versionOf: ({ dossierId }) => dossierId,
    names: null,
    remark: null,
  }),
  /** 会签: the division sends a sealed panel opinion round; each expert answers; the leader may end it. */
  'countersign.opened': recordKind({
    schema: countersignRoundSchema,
    table: 'countersignRounds',
    rowId: roundIdOf,
    indexes: ['dossierId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'picked',
    isContestable: false,
    isSealed: false,
    isInDossier: false,
    stage: 10,
    versionOf: null,
    names: null,
    remark: null,
  }),
  /** Given once as well, but by a rule of its own: see shared/bundle/countersign-rules.ts. */
  'panel-opinion.signed': recordKind({
    schema: countersignatureSchema,
    table: 'countersignatures',
    rowId: countersignatureIdOf,
    indexes: ['dossierId'],
    saidBy: 'expert',
    writtenBy: 'screens',
    scope: 'signatures',
    isContestable: false,
    isSealed: false,
    isInDossier: false,
    stage: 11,
    versionOf: null,
    names: null,
    remark: null,
  }),
  'countersign.closed': recordKind({
    schema: countersignClosingSchema,
    table: 'countersignClosings',
    rowId: roundIdOf,
    indexes: ['dossierId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'picked',
    isContestable: false,
    isSealed: false,
    isInDossier: false,
    stage: 12,
    versionOf: null,
    names: null,
    remark: null,
  }),
  /** 复核: the panel's opinion holds for a later version of the dossier (note 37). */
  'review.confirmed': recordKind({
    schema: z.strictObject({ dossierId: dossierIdSchema, confirmation: reviewConfirmationSchema }),
    table: 'reviewConfirmations',
    rowId: ({ dossierId, confirmation }) => `${dossierId}@${confirmation.dossierVersion}`,
    indexes: ['dossierId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'picked',
    isContestable: true,
    isSealed: true,
    isInDossier: true,
    stage: 13,
    versionOf: ({ dossierId }) => dossierId,
    names: null,
    remark: null,
  }),
}
