import { z } from 'zod'

/** One signature found in a file. */
export const signatureReportSchema = z.strictObject({
  signer: z.string(),
  unit: z.string(),
  /** Hex SHA-256 of the certificate. */
  certificateFingerprint: z.string(),
  /** Local clock of the signer, ISO instant; null if the file does not say. */
  signedAt: z.string().nullable(),
  /** The bytes that were signed are unchanged. */
  intact: z.boolean(),
  /** Nothing was added after it, or only further signatures. */
  coversWholeFile: z.boolean(),
  /** confirmed: pinned on this desk; known: a desk met before; unknown: never met. */
  trust: z.enum(['self', 'confirmed', 'known', 'unknown']),
})
export type SignatureReport = z.infer<typeof signatureReportSchema>

/** What verifying one file gave. */
export const verifyReportSchema = z.strictObject({
  fileName: z.string(),
  format: z.enum(['bundle', 'pdf', 'docx']),
  sha256: z.string(),
  verdict: z.enum(['intact', 'not-signed', 'damaged']),
  signatures: z.array(signatureReportSchema),
  /** Codes (`verify.<code>`) with parameters: what is wrong and where. */
  problems: z.array(
    z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  /** Facts to show beside it, such as which dossier version an opinion is about. */
  facts: z.array(z.strictObject({ key: z.string(), value: z.union([z.string(), z.number()]) })),
})
export type VerifyReport = z.infer<typeof verifyReportSchema>
