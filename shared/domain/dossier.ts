import { z } from 'zod'
import { contentHash } from '../lib/sha256'
import { calendarDateSchema, calendarMonthSchema, type CalendarDate } from './date'
import { dossierIdSchema, fenSchema, localIdSchema, nameSchema, sha256Schema, textSchema } from './ids'
import { measureIdSchema, presentMeasureId } from './measure'
import { proceedingsSchema } from './proceedings'
import { unitKinds } from './unit-kinds'

const day = calendarDateSchema
const optionalDay = day.nullable().default(null)
const optionalText = textSchema.default('')
const optionalRef = localIdSchema.nullable().default(null)

export const memberRoles = ['chair', 'vice-chair', 'director', 'member', 'secretariat'] as const

/** One span in which a person was a unit's registered legal representative; `to` is the last day (note 14). */
export const legalRepresentativeSchema = z.strictObject({ name: nameSchema, from: optionalDay, to: optionalDay })

/** A member unit, one row of the application form's table B (成员单位表). */
export const memberSchema = z.strictObject({
  unitId: localIdSchema,
  fullName: nameSchema,
  formerNames: z.array(nameSchema).default([]),
  creditCode: z.string().max(40).nullable().default(null),
  kind: z.enum(unitKinds),
  /** Confirmed by a person; `null` is not yet known. */
  independentLegalPerson: z.boolean().nullable().default(null),
  parentUnit: nameSchema.nullable().default(null),
  leading: z.strictObject({ isLeading: z.boolean(), basis: optionalText }).nullable().default(null),
  frontier: optionalText,
  city: z.string().max(60).default(''),
  registeredCapitalFen: fenSchema.nullable().default(null),
  legalRepresentatives: z.array(legalRepresentativeSchema).default([]),
  role: z.enum(memberRoles),
  joinedOn: optionalDay,
  leftOn: optionalDay,
  contributionFen: fenSchema.default(0),
  contributionForm: z.string().max(100).default(''),
})
export type Member = Readonly<z.infer<typeof memberSchema>>

/** The parts of an agreement that the regulation or practice asks for; value: the clause number as printed. */
export const clauseKeys = [
  'goals',
  'division',
  'organisation',
  'membership',
  'funds',
  'projects',
  'intellectualProperty',
  'benefits',
  'breach',
  'dissolution',
  'disputes',
  'liableBody',
  'authorityScope',
  'authorityProcedure',
  'liabilitySharing',
  'fundsBreach',
] as const
export type ClauseKey = (typeof clauseKeys)[number]

export const clauseSchema = z.strictObject({
  number: z.string().trim().min(1).max(40),
  page: z.int().min(1).nullable().default(null),
})

export const signatureSchema = z.strictObject({
  unitId: localIdSchema,
  signer: nameSchema,
  capacity: z.enum(['legal-representative', 'agent']),
  signedOn: optionalDay,
  sealName: z.string().max(300).nullable().default(null),
  /** A later joiner signs an accession page of its own. */
  accessionPage: z.boolean().default(false),
  proxyMaterialId: optionalRef,
  page: z.int().min(1).nullable().default(null),
})
export type AgreementSignature = Readonly<z.infer<typeof signatureSchema>>

export const agreementSchema = z.strictObject({
  signedOn: optionalDay,
  effectiveOn: optionalDay,
  expiresOn: optionalDay,
  clauses: z.partialRecord(z.enum(clauseKeys), clauseSchema.nullable()).default({}),
  /** Art. 9(2): the body liable to outsiders. */
  liableBody: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('member'), unitId: localIdSchema }),
      z.strictObject({ kind: z.literal('registered-entity'), name: nameSchema, registrationNo: z.string().max(60) }),
    ])
    .nullable()
    .default(null),
  signatures: z.array(signatureSchema).default([]),
})

export const chainLinks = [
  'research',
  'pilot-test',
  'engineering',
  'industrialisation',
  'standard',
  'platform',
  'talent',
] as const

export const taskSchema = z.strictObject({
  id: localIdSchema,
  name: nameSchema,
  nature: z.enum(['key', 'common', 'key-and-common', 'other']).default('other'),
  chainLink: z.enum(chainLinks),
  leadUnitId: optionalRef,
  unitIds: z.array(localIdSchema).default([]),
  startMonth: calendarMonthSchema.nullable().default(null),
  endMonth: calendarMonthSchema.nullable().default(null),
  indicators: optionalText,
  annualPlan: optionalText,
  fundFen: fenSchema.default(0),
})
export type Task = Readonly<z.infer<typeof taskSchema>>

export const fundInjectionSchema = z.strictObject({
  source: z.enum(['member', 'government', 'social', 'other']),
  amountFen: fenSchema,
  receivedOn: day,
  evidenceMaterialId: optionalRef,
})

export const fundsSchema = z.strictObject({
  injections: z.array(fundInjectionSchema).default([]),
  operationStartedOn: optionalDay,
  /** Art. 9(3): the alliance's own rule on its funds. */
  rule: z
    .strictObject({ name: nameSchema, docNo: z.string().max(80).default(''), adoptedOn: optionalDay })
    .nullable()
    .default(null),
  managingUnitId: optionalRef,
  supervision: optionalText,
  /** How government money is accounted for apart; empty if there is no statement. */
  governmentAccounting: optionalText,
})

/** Art. 9(5): the five parts of a development strategy plan. */
export const planSchema = z.strictObject({
  overall: optionalText,
  stages: optionalText,
  keyTasks: optionalText,
  division: z.array(z.strictObject({ unitId: localIdSchema, work: textSchema })).default([]),
  annual: optionalText,
})

export const materialCodes = [
  'filing-form',
  'agreement',
  'necessity',
  'pilot-application',
  'strategy-plan',
  'funds-rule',
  'funds-proof',
  'business-licences',
  'proxy',
  'government-accounting',
  'change-evidence',
  'annual-summary',
  'annual-plan',
  'other',
] as const
export type MaterialCode = (typeof materialCodes)[number]

/** A file of the dossier. Its bytes live in the attachment store under `sha256`. */
export const materialSchema = z.strictObject({
  id: localIdSchema,
  code: z.enum(materialCodes),
  title: nameSchema,
  fileName: z.string().trim().min(1).max(255),
  sha256: sha256Schema,
  size: z.int().min(0),
  mediaType: z.string().max(120).default('application/pdf'),
  pages: z.int().min(1).nullable().default(null),
  textLayer: z.enum(['present', 'absent', 'unknown']).default('unknown'),
  /** What a person saw on the paper; `null` is not looked at yet. */
  signed: z.boolean().nullable().default(null),
  sealed: z.boolean().nullable().default(null),
  allPages: z.boolean().nullable().default(null),
  signaturePage: z.int().min(1).nullable().default(null),
  receivedOn: optionalDay,
})
export type Material = Readonly<z.infer<typeof materialSchema>>

export const allianceSchema = z.strictObject({
  /** Registered full name, printed verbatim and never corrected (note 2). */
  name: nameSchema,
  shortName: z.string().max(100).default(''),
  formerNames: z.array(nameSchema).default([]),
  establishedOn: optionalDay,
  /** Art. 11(1): an item of a catalogue version, pinned. */
  industry: z
    .strictObject({ catalogueId: z.string().min(1).max(60), itemCode: z.string().min(1).max(60) })
    .nullable()
    .default(null),
  /** Art. 2 各地资源及产业优势, for filing only. */
  localAdvantage: optionalText,
  technicalField: z.string().max(200).default(''),
  chairUnitId: optionalRef,
  /** Art. 18 speaks of 牵头单位; equal to the chair unit unless stated (note 5). */
  leadUnitId: optionalRef,
  secretariatUnitId: optionalRef,
  chairPerson: z.string().max(100).default(''),
  secretaryGeneral: z.string().max(100).default(''),
  recommendedBy: z.string().max(200).default(''),
  contact: z
    .strictObject({ name: z.string().max(100), phone: z.string().max(60) })
    .nullable()
    .default(null),
})

/** Art. 8: the four subjects on which a pilot tries things first. */
export const mechanismsSchema = z.strictObject({
  credit: optionalText,
  responsibility: optionalText,
  benefit: optionalText,
  organisation: optionalText,
})

export const filingSchema = z.strictObject({
  submittedOn: optionalDay,
  /** The day on which the alliance was filed (备案日期). */
  filedOn: optionalDay,
  filingNo: z.string().max(80).default(''),
})

export const applicationSchema = z.strictObject({
  no: z.string().max(80).default(''),
  appliedOn: optionalDay,
  acceptedOn: optionalDay,
  applicantUnitId: optionalRef,
  hostDivisionId: localIdSchema.nullable().default(null),
  coDivisionIds: z.array(localIdSchema).default([]),
})

/** What the applicant handed in and what the paper says: the part of a dossier that is versioned and hashed. */
export const dossierContentSchema = z.strictObject({
  alliance: allianceSchema,
  members: z.array(memberSchema).default([]),
  agreement: agreementSchema.prefault({}),
  goals: z.strictObject({ overall: optionalText, stages: optionalText }).prefault({}),
  tasks: z.array(taskSchema).default([]),
  funds: fundsSchema.prefault({}),
  plan: planSchema.prefault({}),
  mechanisms: mechanismsSchema.prefault({}),
  filing: filingSchema.prefault({}),
  application: applicationSchema.prefault({}),
  materials: z.array(materialSchema).default([]),
})
export type DossierContent = Readonly<z.infer<typeof dossierContentSchema>>

export const dossierFormat = 'lianshen-dossier/1'

/** A dossier on its own in a file: what `lianshen check` reads. Unknown fields are refused. */
export const dossierFileSchema = z.strictObject({
  format: z.literal(dossierFormat),
  id: dossierIdSchema,
  /** Counts revisions of the content, from 1. */
  version: z.int().min(1),
  regulationVersionId: measureIdSchema.default(presentMeasureId),
  content: dossierContentSchema,
  proceedings: proceedingsSchema.prefault({}),
})
export type DossierFile = Readonly<z.infer<typeof dossierFileSchema>>

/** What an opinion is about: SHA-256 over the canonical JSON of the content. */
export const dossierContentHash = (content: DossierContent): string => contentHash(content)

/** Parties on a day: joined on or before it (or from the start) and not yet left. */
export const membersOn = (content: DossierContent, on: CalendarDate): readonly Member[] =>
  content.members.filter((m) => (m.joinedOn === null || m.joinedOn <= on) && (m.leftOn === null || m.leftOn > on))

/** Parties today: those that have not left. */
export const currentMembers = (content: DossierContent): readonly Member[] =>
  content.members.filter((m) => m.leftOn === null)

export const memberById = (content: DossierContent, unitId: string | null): Member | undefined =>
  content.members.find((m) => m.unitId === unitId)

/** Names of the registered legal representatives on a day; empty if the register does not say. */
export const legalRepresentativesOn = (member: Member, on: CalendarDate): readonly string[] =>
  member.legalRepresentatives
    .filter((r) => (r.from === null || r.from <= on) && (r.to === null || r.to >= on))
    .map((r) => r.name)
