import {
  memberSchema,
  signatureSchema,
  taskSchema,
  type AgreementSignature,
  type DossierContent,
  type Member,
  type Task,
} from '@shared/domain/dossier'
import type { InjectionRow } from '@shared/tables/injection-table'
import type { MemberRow } from '@shared/tables/member-table'
import type { SignatureRow } from '@shared/tables/signature-table'
import type { TaskRow } from '@shared/tables/task-table'

/**
 * A choice that a person has still to make: the form asks for it when it is saved. What rules count is never chosen
 * beforehand.
 */
export const unset = '' as never

/** Whether nothing was typed into a new row: such a row may give way to a table. */
export const isUntouched = (row: unknown, created: unknown): boolean => JSON.stringify(row) === JSON.stringify(created)

type Injection = DossierContent['funds']['injections'][number]

/** A new row of member units; kind is for a person to say. */
export const newMember = (unitId: string): Member => ({
  ...memberSchema.parse({ unitId, fullName: '?', kind: 'enterprise', role: 'member' }),
  fullName: '',
  kind: unset,
})

/** A row of a pasted table as a member; what the table does not say stays open. */
export function memberOf(row: Partial<MemberRow>, unitId: string): Member {
  const empty = newMember(unitId)
  return {
    ...empty,
    fullName: row.fullName ?? '',
    creditCode: row.creditCode ?? null,
    kind: row.kind ?? empty.kind,
    independentLegalPerson: row.independent ?? null,
    city: row.city ?? '',
    legalRepresentatives: row.representative === undefined ? [] : [{ name: row.representative, from: null, to: null }],
    role: row.role ?? empty.role,
    registeredCapitalFen: row.capital ?? null,
    contributionFen: row.contribution ?? 0,
    contributionForm: row.contributionForm ?? '',
    parentUnit: row.parentUnit ?? null,
    frontier: row.frontier ?? '',
    joinedOn: row.joinedOn ?? null,
    leftOn: row.leftOn ?? null,
  }
}

/** A new row of signatures; in what capacity somebody signed is the very thing that Art. 12(1) asks. */
export const newSignature = (unitId: string): AgreementSignature => ({
  ...signatureSchema.parse({ unitId: 'u', signer: '?', capacity: 'legal-representative' }),
  unitId,
  signer: '',
  capacity: unset,
})

export const signatureOf = (row: Partial<SignatureRow>): AgreementSignature => {
  const empty = newSignature(row.unitId ?? '')
  return {
    ...empty,
    signer: row.signer ?? '',
    capacity: row.capacity ?? empty.capacity,
    signedOn: row.signedOn ?? null,
    sealName: row.sealName ?? null,
    page: row.page ?? null,
  }
}

export const newTask = (id: string): Task => ({
  ...taskSchema.parse({ id, name: '?', chainLink: 'research' }),
  name: '',
  chainLink: unset,
})

export function taskOf(row: Partial<TaskRow>, id: string): Task {
  const empty = newTask(id)
  return {
    ...empty,
    name: row.name ?? '',
    nature: row.nature ?? empty.nature,
    chainLink: row.chainLink ?? empty.chainLink,
    leadUnitId: row.lead ?? null,
    unitIds: [...(row.units ?? [])],
    startMonth: row.start ?? row.span?.from ?? null,
    endMonth: row.end ?? row.span?.to ?? null,
    fundFen: row.fund ?? 0,
    indicators: row.indicators ?? '',
    annualPlan: row.annualPlan ?? '',
  }
}

export const newInjection = (): Injection => ({
  source: unset,
  amountFen: 0,
  receivedOn: unset,
  evidenceMaterialId: null,
})

export const injectionOf = (row: Partial<InjectionRow>): Injection => {
  const empty = newInjection()
  return {
    ...empty,
    source: row.source ?? empty.source,
    amountFen: row.amount ?? 0,
    receivedOn: row.receivedOn ?? empty.receivedOn,
  }
}
