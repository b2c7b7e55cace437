import { z } from 'zod'
import { commitmentChecks } from '../records/opinion-standing'

/** One signature found in a file. */
export const signatureReportSchema = z.strictObject({
  signer: z.string(),
  unit: z.string(),
  /** Hex SHA-256 of the certificate. */
  certificateFingerprint: z.string(),
  /** Of the key, in the groups of digits that two people compare by telephone; absent where it was not read. */
  keyFingerprint: z.string().optional(),
  /** Local clock of the signer, ISO instant; null if the file does not say. */
  signedAt: z.string().nullable(),
  /** The bytes that were signed are unchanged. */
  intact: z.boolean(),
  /** Nothing was added after it, or only further signatures. */
  coversWholeFile: z.boolean(),
  /** confirmed: pinned on this desk; known: a desk met before; unknown: never met. */
  trust: z.enum(['self', 'confirmed', 'known', 'unknown']),
  /** A key that is unknown here bears the name of this desk, or of one met before. */
  namesake: z.enum(['self', 'known']).optional(),
})
export type SignatureReport = z.infer<typeof signatureReportSchema>

/** One expert's signature over the panel's opinion, as a file carries it. */
export const opinionSignatureSchema = z.strictObject({
  name: z.string(),
  /** Name and unit of the desk that signed, as its certificate's statement says. */
  desk: z.string(),
  certificateFingerprint: z.string(),
  kind: z.enum(['handwriting', 'scan', 'declined']),
  /** Local clock of the expert's desk, ISO instant. */
  signedAt: z.string(),
  recordId: z.string(),
  /** SHA-256 of the scan of the page signed on paper. */
  scanSha256: z.string().nullable(),
  /** The record is unchanged, signed by that desk's key, and over this very opinion. */
  intact: z.boolean(),
  trust: signatureReportSchema.shape.trust,
})
export type OpinionSignature = z.infer<typeof opinionSignatureSchema>

/** A hash that went ahead of an expert's opinion, compared with what is in the same bundle. */
export const commitmentReportSchema = z.strictObject({
  dossierId: z.string(),
  version: z.int(),
  commitment: z.string(),
  /** 封存码. */
  code: z.string(),
  /** `commit.check.<check>` in messages. */
  check: z.enum(commitmentChecks),
})
export type CommitmentReport = z.infer<typeof commitmentReportSchema>

/** What verifying one file gave. */
export const verifyReportSchema = z.strictObject({
  fileName: z.string(),
  format: z.enum(['bundle', 'pdf', 'docx']),
  sha256: z.string(),
  /**
   * 'other-form': the signatures hold, but file or signature are not made as this product makes them. 'unchecked':
   * signed by others in a way that is not checked here; nothing can be said of it. 'locked': encrypted, so that nothing
   * in it is read.
   */
  verdict: z.enum(['intact', 'other-form', 'unchecked', 'locked', 'not-signed', 'damaged']),
  signatures: z.array(signatureReportSchema),
  /** 会签: the experts' own signatures over the opinion inside; they do not depend on their order. */
  opinionSignatures: z.array(opinionSignatureSchema),
  /** 先送封存哈希: each hash inside, and whether the opinion inside is the one that was promised. */
  commitments: z.array(commitmentReportSchema),
  /** Codes (`verify.<code>`) with parameters: what is wrong and where. */
  problems: z.array(
    z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  /** Facts to show beside it, such as which dossier version an opinion is about. */
  facts: z.array(z.strictObject({ key: z.string(), value: z.union([z.string(), z.number()]) })),
})
export type VerifyReport = z.infer<typeof verifyReportSchema>
