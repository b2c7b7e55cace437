import type { SignatureReport, VerifyReport } from '@shared/ipc/verify-report'
import { readAttachments } from '@shared/publishing/pdf/read-attachments'
import { verifyPdf, type PdfSignatureReport } from '@shared/publishing/signing/verify-pdf'
import { examineOpinionFiles } from './countersignatures'
import { isCutOff } from '../inspection/pdf-tail'
import { keyDigits } from './key-digits'
import type { CertificateTrust } from './known-desks'
import { problem, said } from './problem'

type PdfToVerify = { readonly fileName: string; readonly bytes: Uint8Array }
/** What a report says of a file before it was looked into. */
type ReportHead = Pick<VerifyReport, 'fileName' | 'format' | 'sha256' | 'opinionSignatures' | 'commitments'>
type Trust = (fingerprint: string) => CertificateTrust

/** Who signed a PDF, what each signature covers, and the opinion inside with its countersignatures. */
export async function verifyPdfFile(file: PdfToVerify, head: ReportHead, trust: Trust): Promise<VerifyReport> {
  const refused = (code: 'pdf.broken' | 'pdf.encrypted'): VerifyReport => {
    const verdict = code === 'pdf.encrypted' ? 'locked' : 'damaged'
    return { ...head, verdict, signatures: [], problems: [problem(code, { fileName: file.fileName })], facts: [] }
  }
  if (isCutOff(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))) {
    return refused('pdf.broken')
  }
  const { verdict, isEncrypted, signatures, problems: found } = await verifyPdf(new Uint8Array(file.bytes))
  if (isEncrypted) return refused('pdf.encrypted')
  const inside = examineOpinionFiles(await readAttachments(new Uint8Array(file.bytes)), trust)
  const late = signatures.flatMap((signature) =>
    signature.intact && !signature.withinValidity
      ? [problem('outside-validity', { signer: signature.signer?.commonName ?? '?' })]
      : [],
  )
  const isContradicted = verdict !== 'not-signed' && inside.problems.length > 0
  return {
    ...head,
    verdict: isContradicted ? 'damaged' : verdict,
    signatures: signatures.map((signature) => describePdfSignature(signature, trust)),
    problems: [...found.map(said), ...late, ...inside.problems],
    facts: inside.facts,
    opinionSignatures: inside.opinionSignatures,
  }
}

function describePdfSignature(signature: PdfSignatureReport, trust: Trust): SignatureReport {
  const { signer } = signature
  const fingerprint = signer?.fingerprint ?? ''
  return {
    signer: signer?.commonName ?? '',
    unit: signer?.organisation ?? '',
    certificateFingerprint: fingerprint,
    ...(signer === undefined ? {} : { keyFingerprint: keyDigits(signer) }),
    signedAt: signature.signedAt ?? null,
    intact: signature.intact,
    coversWholeFile: signature.intact && signature.laterChanges !== 'other',
    trust: signature.intact ? trust(fingerprint) : 'unknown',
  }
}
