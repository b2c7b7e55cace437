import { z } from 'zod'
import { sha256Schema } from './ids'

/**
 * The version of a dossier that a human act judged: division opinions, judgements, overrides, consultations,
 * confirmations. Absent in what older versions of the program wrote; there it is told from the order of the records,
 * and unknown in a file.
 */
export const judgedVersionShape = {
  dossierVersion: z.int().min(1).optional(),
  dossierHash: sha256Schema.optional(),
} as const

export type JudgedVersion = { readonly dossierVersion?: number | undefined; readonly dossierHash?: string | undefined }

/** Hashes of the versions that say in substance what the present one says; absent: nothing is known of versions. */
export type PresentHashes = { readonly presentHashes?: readonly string[] | undefined }

/**
 * Whether an act judged a version that says otherwise than the present one, so that it counts for nothing until a
 * person confirms it or does it anew. What is not known to be stale stands (work rule, notes 36 and 37).
 */
export const isStale = ({ dossierHash }: JudgedVersion, { presentHashes }: PresentHashes): boolean =>
  dossierHash !== undefined && presentHashes !== undefined && !presentHashes.includes(dossierHash)
