import type { SignatureReport, VerifyReport } from '@shared/ipc/verify-report'
import { readAttachments } from '@shared/publishing/pdf/read-attachments'
import { verifyPdf, type PdfSignatureReport } from '@shared/publishing/signing/verify-pdf'
import { examineOpinionFiles } from './countersignatures'
import { inspectPdf } from './inspect-pdf'
import type { CertificateTrust } from './known-desks'

type PdfToVerify = { readonly fileName: string; readonly bytes: Uint8Array }
/** What a report says of a file before it was looked into. */
type ReportHead = Pick<VerifyReport, 'fileName' | 'format' | 'sha256' | 'opinionSignatures' | 'commitments'>
type Trust = (fingerprint: string) => CertificateTrust

/** Who signed a PDF, what each signature covers, and the opinion inside with its countersignatures. */
export async function verifyPdfFile(file: PdfToVerify, head: ReportHead, trust: Trust): Promise<VerifyReport> {
  const state = inspectPdf(file.bytes)
  if (state !== 'readable') {
    const problem = { code: `pdf.${state}`, params: { fileName: file.fileName } }
    return { ...head, verdict: 'damaged', signatures: [], problems: [problem], facts: [] }
  }
  const { signatures } = await verifyPdf(new Uint8Array(file.bytes))
  const inside = examineOpinionFiles(await readAttachments(file.bytes), trust)
  const problems = [...signatures.flatMap((signature) => problemsOf(signature)), ...inside.problems]
  return {
    ...head,
    verdict: signatures.length === 0 ? 'not-signed' : problems.some(isDamage) ? 'damaged' : 'intact',
    signatures: signatures.map((signature) => describePdfSignature(signature, trust)),
    problems,
    facts: inside.facts,
    opinionSignatures: inside.opinionSignatures,
  }
}

const isDamage = ({ code }: { code: string }): boolean => code !== 'outside-validity'

function problemsOf(signature: PdfSignatureReport): VerifyReport['problems'] {
  const params = { signer: signature.signer?.commonName ?? '?' }
  if (!signature.intact) return [{ code: 'altered', params }]
  if (signature.laterChanges === 'other') return [{ code: 'changed-later', params }]
  return signature.withinValidity ? [] : [{ code: 'outside-validity', params }]
}

function describePdfSignature(signature: PdfSignatureReport, trust: Trust): SignatureReport {
  const fingerprint = signature.signer?.fingerprint ?? ''
  return {
    signer: signature.signer?.commonName ?? '',
    unit: signature.signer?.organisation ?? '',
    certificateFingerprint: fingerprint,
    signedAt: signature.signedAt ?? null,
    intact: signature.intact,
    coversWholeFile: signature.laterChanges !== 'other',
    trust: signature.intact ? trust(fingerprint) : 'unknown',
  }
}
