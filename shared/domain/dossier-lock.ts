import { z } from 'zod'
import { calendarDateSchema } from './date'
import type { DossierContent } from './dossier'
import { dossierIdSchema, expertIdSchema, localIdSchema, nameSchema, panelIdSchema, sha256Schema } from './ids'
import type { RecusalDecision, RecusalDeclaration } from './panel'

/** Of one export of one dossier to one expert. */
export const lockIdSchema = z.string().regex(/^[0-9a-f]{32}$/u)

/**
 * Whom an expert must know of to declare on recusal: the alliance, its members, and the persons whom the dossier names.
 * The same shape as in the dossier itself, so that hints are computed from either.
 */
export const dossierNamesSchema = z.strictObject({
  alliance: z.strictObject({
    name: nameSchema,
    chairPerson: z.string().max(100),
    secretaryGeneral: z.string().max(100),
  }),
  members: z.array(
    z.strictObject({
      unitId: localIdSchema,
      fullName: nameSchema,
      formerNames: z.array(nameSchema),
      parentUnit: nameSchema.nullable(),
      legalRepresentatives: z.array(z.strictObject({ name: nameSchema })),
      leftOn: calendarDateSchema.nullable(),
    }),
  ),
  agreement: z.strictObject({
    signatures: z.array(z.strictObject({ unitId: localIdSchema, signer: nameSchema })),
  }),
})
export type DossierNames = Readonly<z.infer<typeof dossierNamesSchema>>

/** The names out of a dossier, and nothing else of it. */
export const namesOfDossier = ({ alliance, members, agreement }: DossierContent): DossierNames => ({
  alliance: {
    name: alliance.name,
    chairPerson: alliance.chairPerson,
    secretaryGeneral: alliance.secretaryGeneral,
  },
  members: members.map(({ unitId, fullName, formerNames, parentUnit, legalRepresentatives, leftOn }) => ({
    unitId,
    fullName,
    formerNames: [...formerNames],
    parentUnit,
    legalRepresentatives: legalRepresentatives.map(({ name }) => ({ name })),
    leftOn,
  })),
  agreement: { signatures: agreement.signatures.map(({ unitId, signer }) => ({ unitId, signer })) },
})

/** One file of ciphertext, by its own hash. */
const lockedPartSchema = z.strictObject({ sha256: sha256Schema, size: z.int().min(0) })
export type LockedPart = Readonly<z.infer<typeof lockedPartSchema>>

/**
 * A dossier that went to an expert under a key of its own (docs/adr/0009): what may be known before the declaration.
 */
export const dossierLockSchema = z.strictObject({
  lockId: lockIdSchema,
  panelId: panelIdSchema,
  dossierId: dossierIdSchema,
  expertId: expertIdSchema,
  version: z.int().min(1),
  names: dossierNamesSchema,
  materialCount: z.int().min(0),
  /** The records, closed. */
  body: lockedPartSchema,
  /** The attachments, closed. */
  files: z.array(lockedPartSchema).max(20_000),
})
export type DossierLock = Readonly<z.infer<typeof dossierLockSchema>>

/** What became of a lock on the expert's desk, once and for all. */
export const lockSettlementSchema = z.strictObject({
  lockId: lockIdSchema,
  dossierId: dossierIdSchema,
  outcome: z.enum(['opened', 'destroyed']),
})

/** Whether an expert is out of a matter: the division's word, and before there is one, the expert's own. Work rule. */
export function isOutByRecusal(declaration: RecusalDeclaration | null, decision: RecusalDecision | null): boolean {
  if (decision !== null) return decision.decision === 'recused'
  return declaration?.answers.some((answer) => answer.exists) ?? false
}

/** Where a lock stands: it opens only for somebody who has declared and is not recused. */
export type LockStanding = 'undeclared' | 'recused' | 'may-open' | 'opened' | 'destroyed'

export function lockStanding(
  settlement: Readonly<z.infer<typeof lockSettlementSchema>> | null,
  declaration: RecusalDeclaration | null,
  decision: RecusalDecision | null,
): LockStanding {
  if (settlement !== null) return settlement.outcome
  if (isOutByRecusal(declaration, decision)) return 'recused'
  return declaration === null ? 'undeclared' : 'may-open'
}
