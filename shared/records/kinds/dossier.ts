import { z } from 'zod'
import { calendarDateSchema } from '../../domain/date'
import { dossierContentSchema } from '../../domain/dossier'
import { handlingSchema } from '../../domain/handling'
import { dossierIdSchema, localIdSchema, nameSchema, sha256Schema, textSchema } from '../../domain/ids'
import { measureIdSchema } from '../../domain/measure'
import { ruleJudgementSchema, ruleOverrideSchema } from '../../domain/judgement'
import {
  divisionOpinionKinds,
  divisionOpinionSchema,
  filingDecisionSchema,
  moveDetailsSchema,
  reviewConfirmationSchema,
} from '../../domain/proceedings'
import { dossierStatusSchema } from '../../domain/status'
import { recordKind, rowOfDossier } from './kind'
import { named, tabOf } from './told'

const ofDossier = { dossierId: dossierIdSchema }

type OfRule = { readonly dossierId: string; readonly ruleId: string }
const rowOfRule = ({ dossierId, ruleId }: OfRule): string => `${dossierId}/${ruleId}`

/** What a decision on a filing is called by the status that it leads to. */
const filingStatus = { filed: 'filed', refused: 'filing-refused', withdrawn: 'withdrawn' } as const

/** What was handed in, where it stands, and what divisions judged of it. */
export const dossierRecords = {
  /** A committed version of what the applicant handed in. */
  'dossier.saved': recordKind({
    schema: z.strictObject({
      ...ofDossier,
      version: z.int().min(1),
      contentHash: sha256Schema,
      regulationVersionId: measureIdSchema,
      receivedOn: calendarDateSchema.nullable().default(null),
      note: z.string().max(2000).default(''),
      content: dossierContentSchema,
    }),
    table: 'dossierVersions',
    rowId: ({ dossierId, version }: { readonly dossierId: string; readonly version: number }) =>
      `${dossierId}@${version}`,
    indexes: ['dossierId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'picked',
    isContestable: true,
    isSealed: false,
    isInDossier: true,
    stage: 0,
    versionOf: ({ dossierId }) => dossierId,
    names: ({ dossierId, content }) => [[dossierId, content.alliance.name]],
    remark: ({ note }) => note,
    sort: 'version',
    told: ({ version, receivedOn }) => ({
      on: version === 1 ? receivedOn : null,
      about: [{ key: 'dossier.version', params: { version } }],
      opens: `?tab=timeline&version=${version}`,
    }),
  }),
  /** How the office handles it: divisions, its own numbers and days. Makes no version (`shared/domain/handling.ts`). */
  'handling.saved': recordKind({
    schema: z.strictObject({
      ...ofDossier,
      handling: handlingSchema,
      /** Why a matter was handed over. */
      reason: textSchema.default(''),
      by: nameSchema,
      on: calendarDateSchema,
    }),
    table: 'handlings',
    rowId: rowOfDossier,
    indexes: ['dossierId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'locked',
    isContestable: true,
    isSealed: false,
    isInDossier: true,
    stage: 0,
    versionOf: null,
    names: null,
    remark: ({ reason }) => reason,
    sort: 'step',
    told: ({ by, on }) => ({ by, on }),
  }),
  'status.set': recordKind({
    schema: z.strictObject({
      ...ofDossier,
      action: z.string().min(1).max(60),
      from: dossierStatusSchema,
      to: dossierStatusSchema,
      on: calendarDateSchema,
      by: nameSchema,
      note: textSchema.default(''),
      ...moveDetailsSchema.shape,
    }),
    table: 'statuses',
    rowId: rowOfDossier,
    indexes: ['dossierId', 'to'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'locked',
    isContestable: true,
    isSealed: false,
    isInDossier: true,
    stage: 'every',
    versionOf: null,
    names: null,
    remark: ({ note }) => note,
    sort: 'step',
    told: ({ action, to, on, by, paper = '' }) => ({
      on,
      by,
      about: [{ key: `action.${action}` }, { key: `status.${to}` }],
      papers: named(paper),
    }),
  }),
  'filing.decided': recordKind({
    schema: z.strictObject({ ...ofDossier, ...filingDecisionSchema.shape }),
    table: 'filingDecisions',
    rowId: rowOfDossier,
    indexes: ['dossierId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'locked',
    isContestable: true,
    isSealed: false,
    isInDossier: true,
    stage: 15,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'step',
    told: ({ decision, on, no }) => ({
      on,
      about: [{ key: `status.${filingStatus[decision]}` }],
      papers: named(no),
    }),
  }),
  'rule.judged': recordKind({
    schema: z.strictObject({ ...ofDossier, ...ruleJudgementSchema.shape }),
    table: 'ruleJudgements',
    rowId: rowOfRule,
    indexes: ['dossierId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'locked',
    isContestable: true,
    isSealed: false,
    isInDossier: true,
    stage: 1,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'review',
    told: ({ ruleId, verdict, by, on }) => ({
      on,
      by,
      about: [{ key: `rule.${ruleId}.title` }, { key: `judgement.${verdict}` }],
      opens: tabOf('checks'),
    }),
  }),
  'rule.overridden': recordKind({
    schema: z.strictObject({ ...ofDossier, ...ruleOverrideSchema.shape }),
    table: 'ruleOverrides',
    rowId: rowOfRule,
    indexes: ['dossierId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'locked',
    isContestable: true,
    isSealed: false,
    isInDossier: true,
    stage: 1,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'review',
    told: ({ ruleId, verdict, by, on }) => ({
      on,
      by,
      about: [{ key: `rule.${ruleId}.title` }, { key: `verdict.${verdict}` }],
      opens: tabOf('checks'),
    }),
  }),
  'division-opinion.sealed': recordKind({
    schema: z.strictObject({
      ...ofDossier,
      dossierVersion: z.int().min(1),
      dossierHash: sha256Schema,
      opinion: divisionOpinionSchema,
    }),
    table: 'divisionOpinions',
    rowId: ({ dossierId, opinion }) => `${dossierId}/${opinion.kind}/${opinion.divisionId}`,
    indexes: ['dossierId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'locked',
    isContestable: true,
    isSealed: true,
    isInDossier: true,
    stage: 2,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'review',
    told: ({ opinion: { divisionName, conclusion, signer, signedOn } }) => ({
      on: signedOn,
      by: signer,
      about: [{ text: divisionName }, { key: `divisionConclusion.${conclusion}` }],
      opens: tabOf('opinions'),
    }),
  }),
  /** A division's opinion holds for a later version of the dossier; the sealed words stay as they are. */
  'division-opinion.confirmed': recordKind({
    schema: z.strictObject({
      ...ofDossier,
      kind: z.enum(divisionOpinionKinds),
      divisionId: localIdSchema,
      confirmation: reviewConfirmationSchema,
    }),
    table: 'divisionConfirmations',
    rowId: ({ dossierId, kind, divisionId, confirmation }) =>
      `${dossierId}/${kind}/${divisionId}@${confirmation.dossierVersion}`,
    indexes: ['dossierId'],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'locked',
    isContestable: true,
    isSealed: true,
    isInDossier: true,
    stage: 2,
    versionOf: null,
    names: null,
    remark: ({ confirmation }) => confirmation.note,
    sort: 'review',
    told: ({ kind, confirmation: { on, by } }) => ({
      on,
      by,
      about: [{ key: `divisionOpinion.${kind}` }],
      opens: tabOf('opinions'),
    }),
  }),
}
