import { z } from 'zod'
import { calendarDateSchema } from '../../domain/date'
import { dossierIdSchema, expertIdSchema, panelIdSchema, textSchema } from '../../domain/ids'
import {
  opinionCommitmentSchema,
  opinionMarksSchema,
  opinionRevealSchema,
  opinionSaltSchema,
  opinionSlotOf,
} from '../../domain/opinion-commitment'
import { expertOpinionSchema } from '../../domain/panel'
import { recordKind, rowOfExpert, rowOfItsOwn } from './kind'
import { tabOf } from './told'

type OfVersion = Parameters<typeof rowOfExpert>[0] & { readonly version: number }

/** What each expert says alone, and how it comes to the division. */
export const opinionRecords = {
  /** Written directly before the opinion that it is for, in one append: see docs/adr/0012. */
  'opinion.salted': recordKind({
    schema: opinionSaltSchema,
    table: 'opinionSalts',
    rowId: opinionSlotOf,
    indexes: ['dossierId', 'expertId'],
    saidBy: 'expert',
    writtenBy: 'screens',
    scope: 'opinions',
    isContestable: false,
    isSealed: true,
    isInDossier: true,
    stage: 7,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'panel',
    told: ({ panelId }) => ({ opens: `/panels/${panelId}` }),
  }),
  'opinion.sealed': recordKind({
    schema: expertOpinionSchema,
    table: 'expertOpinions',
    rowId: ({ panelId, dossierId, expertId, version }: OfVersion) =>
      opinionSlotOf({ panelId, dossierId, expertId, opinionVersion: version }),
    indexes: ['dossierId', 'expertId'],
    saidBy: 'expert',
    writtenBy: 'screens',
    scope: 'opinions',
    isContestable: false,
    isSealed: true,
    isInDossier: true,
    stage: 7,
    versionOf: rowOfExpert,
    names: null,
    remark: null,
    sort: 'panel',
    told: ({ expertName, signedOn }) => ({ on: signedOn, by: expertName, opens: tabOf('opinions') }),
  }),
  /** Marks that go along with an opinion, written with it; what is private is no record and goes nowhere. */
  'opinion.marked': recordKind({
    schema: opinionMarksSchema,
    table: 'opinionMarks',
    rowId: opinionSlotOf,
    indexes: ['dossierId', 'expertId'],
    saidBy: 'expert',
    writtenBy: 'screens',
    scope: 'opinions',
    isContestable: false,
    isSealed: true,
    isInDossier: false,
    stage: 7,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'panel',
    told: () => ({ opens: tabOf('opinions') }),
  }),
  /** 先送封存哈希: leaves the expert's desk without the opinion. Two that differ are told, none takes the other's place. */
  'opinion.committed': recordKind({
    schema: opinionCommitmentSchema,
    table: 'opinionCommitments',
    rowId: rowOfItsOwn,
    indexes: ['dossierId', 'expertId'],
    saidBy: 'expert',
    writtenBy: 'screens',
    scope: 'opinions',
    isContestable: false,
    isSealed: false,
    isInDossier: true,
    stage: 7,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'panel',
    told: ({ panelId, committedOn }) => ({ on: committedOn, opens: `/panels/${panelId}` }),
  }),
  /** 会上同时开封: the opinions of a panel open together. Every opening stays. */
  'opinions.revealed': recordKind({
    schema: opinionRevealSchema,
    table: 'opinionReveals',
    rowId: rowOfItsOwn,
    indexes: ['*dossierIds'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'picked',
    isContestable: false,
    isSealed: false,
    isInDossier: true,
    stage: 8,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'panel',
    told: ({ panelId, on, by }) => ({ on, by, opens: `/panels/${panelId}` }),
  }),
  /** 退回补正: the division hands an opinion back with a reason; the sealed one stays. */
  'opinion.returned': recordKind({
    schema: z.strictObject({
      panelId: panelIdSchema,
      dossierId: dossierIdSchema,
      expertId: expertIdSchema,
      reason: textSchema.min(1),
      on: calendarDateSchema,
    }),
    table: 'returns',
    rowId: rowOfItsOwn,
    indexes: ['dossierId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'its-expert',
    isContestable: false,
    isSealed: false,
    isInDossier: true,
    stage: 8,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'panel',
    told: ({ panelId, on }) => ({ on, opens: `/panels/${panelId}` }),
  }),
}
