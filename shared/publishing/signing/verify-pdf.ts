/** What each signature in a PDF says and whether it still holds; no network, no time authority. */
import type { SignerIdentity } from './cms'
import { judgePdf, type LaterChanges, type PdfProblem, type PdfVerdict } from './judge-pdf'
import { findFaults, type CheckName } from './pdf-checks'
import { endOf, isTimeStamp, isUnchecked, readPdfFacts, type PdfFacts, type SignatureFacts } from './pdf-facts'

export interface PdfSignatureReport {
  /** Absent when the file around the signature cannot be read. */
  fieldName?: string
  signer?: SignerIdentity
  /** The signing desk's local clock, in UTC; it is signed, but nobody vouches for it. */
  signedAt?: string
  reason?: string
  /** The bytes it covers are unchanged, all that it must cover, and the signature is the certificate's. */
  intact: boolean
  /** It covers every byte of the file but itself. An earlier signature of several does not. */
  coversWholeFile: boolean
  /** What was added to the file after it. */
  laterChanges: LaterChanges
  /** Its certificate is one of those given. */
  trusted: boolean
  /** The time it claims lies within its certificate's validity. */
  withinValidity: boolean
}

export interface PdfReport {
  verdict: PdfVerdict
  /** Nothing of its texts can be read, so that the other answers say little. */
  isEncrypted: boolean
  /** Made by this product, up to the first signature; a further signature belongs on no other file. */
  isOurs: boolean
  /** What is wrong, or to be known, and where. */
  problems: PdfProblem[]
  /** In the order of signing, but for time stamps and what is not checked here: problems tell of them. */
  signatures: PdfSignatureReport[]
}

/**
 * Checks every signature. `trustedFingerprints`: SHA-256 of certificates in lower-case hex. Throws never for bad input.
 */
export async function verifyPdf(
  bytes: Uint8Array<ArrayBuffer>,
  trustedFingerprints: readonly string[] = [],
): Promise<PdfReport> {
  return reportOf(await readPdfFacts(bytes), trustedFingerprints)
}

function reportOf(facts: PdfFacts, trustedFingerprints: readonly string[]): PdfReport {
  const { verdict, isOurs, problems, laterChanges } = judgePdf(facts)
  const ofSignatures: readonly CheckName[] = ['range-start', 'gap', 'signature']
  const unsound = new Set(findFaults(facts, ofSignatures).map(({ at }) => at))
  const signatures = facts.signatures.flatMap((signature, index): PdfSignatureReport[] => {
    if (isTimeStamp(signature) || isUnchecked(signature)) return []
    const { fieldName, signedAt, reason, cmsVerdict } = signature
    const signer = cmsVerdict === undefined || cmsVerdict.kind === 'unreadable' ? undefined : cmsVerdict.signer
    // Only a signature of our own form is a desk's word.
    const isDesks = cmsVerdict?.kind === 'intact' && cmsVerdict.form === 'ours'
    // A file whose chain is broken shows no reader where its signatures stand: their own bytes are all that is judged.
    const isSound = facts.revisions === undefined ? isWhole(signature) : !unsound.has(index)
    const report = {
      ...(fieldName === undefined ? {} : { fieldName }),
      ...(signer === undefined ? {} : { signer }),
      ...(signedAt === undefined ? {} : { signedAt }),
      ...(reason === undefined ? {} : { reason }),
      intact: isSound,
      coversWholeFile: isSound && endOf(signature) === facts.length,
      laterChanges: laterChanges[index] ?? 'other',
      trusted: isSound && isDesks && signer !== undefined && trustedFingerprints.includes(signer.fingerprint),
      withinValidity: isWithin(signedAt, signer),
    }
    return [report]
  })
  return { verdict, isEncrypted: facts.isEncrypted, isOurs, problems, signatures }
}

const isWhole = ({ cmsVerdict, range }: SignatureFacts): boolean => cmsVerdict?.kind === 'intact' && range?.[0] === 0

function isWithin(signedAt: string | undefined, signer: SignerIdentity | undefined): boolean {
  if (signedAt === undefined || signer === undefined) return false
  const at = Date.parse(signedAt)
  return Date.parse(signer.notBefore) <= at && at <= Date.parse(signer.notAfter)
}
