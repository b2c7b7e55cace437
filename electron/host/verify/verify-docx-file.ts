import type { SignatureReport, VerifyReport } from '@shared/ipc/verify-report'
import type { CmsVerdict, SignerIdentity } from '@shared/publishing/signing/cms'
import { verifyDetached } from '@shared/publishing/signing/detached'
import { keyDigits } from './key-digits'
import type { CertificateTrust } from './known-desks'
import { problem, type ProblemCode } from './problem'

type DocxToVerify = { readonly bytes: Uint8Array; readonly signature?: Uint8Array }
/** What a report says of a file before it was looked into. */
type ReportHead = Pick<VerifyReport, 'fileName' | 'format' | 'sha256' | 'opinionSignatures' | 'commitments'>
type Found = Pick<VerifyReport, 'verdict' | 'signatures' | 'problems'>

/** Who signed a DOCX, by the .p7s beside it. */
export async function verifyDocxFile(
  { bytes, signature }: DocxToVerify,
  head: ReportHead,
  trust: (fingerprint: string) => CertificateTrust,
): Promise<VerifyReport> {
  if (signature === undefined) {
    return { ...head, verdict: 'not-signed', signatures: [], problems: [problem('no-p7s')], facts: [] }
  }
  const verdict = await verifyDetached(new Uint8Array(bytes), new Uint8Array(signature))
  return { ...head, facts: [], ...found(verdict, trust) }
}

function found(verdict: CmsVerdict, trust: (fingerprint: string) => CertificateTrust): Found {
  if (verdict.kind === 'unreadable') return { verdict: 'damaged', signatures: [], problems: [refusal(verdict.reason)] }
  const { signer, signedAt } = verdict
  const params = { signer: signer?.commonName ?? '?' }
  if (verdict.kind === 'altered') {
    const signatures = signer === undefined ? [] : [describe(signer, signedAt, false, 'unknown')]
    return { verdict: 'damaged', signatures, problems: [problem('altered', params)] }
  }
  if (verdict.form === 'ours') {
    const signatures = [describe(verdict.signer, signedAt, true, trust(verdict.signer.fingerprint))]
    return { verdict: 'intact', signatures, problems: [] }
  }
  const late = verdict.notOurs.includes('within-validity') ? [problem('outside-validity', params)] : []
  const signatures = [describe(verdict.signer, signedAt, true, 'unknown')]
  return { verdict: 'other-form', signatures, problems: [problem('other-form', params), ...late] }
}

const describe = (
  signer: SignerIdentity,
  signedAt: string | undefined,
  intact: boolean,
  trust: CertificateTrust,
): SignatureReport => ({
  signer: signer.commonName,
  unit: signer.organisation,
  certificateFingerprint: signer.fingerprint,
  keyFingerprint: keyDigits(signer),
  signedAt: signedAt ?? null,
  intact,
  coversWholeFile: true,
  trust,
})

type Refusal = Extract<CmsVerdict, { kind: 'unreadable' }>['reason']

const codeOfRefusal = {
  'der-structure': 'p7s-unreadable',
  'is-signed-data': 'p7s-unreadable',
  size: 'p7s-unreadable',
  detached: 'p7s-embedded',
  'one-signer': 'p7s-several-signers',
  'names-one-certificate': 'p7s-ambiguous-signer',
  'certificate-signed-by-itself': 'p7s-false-certificate',
  'unknown-algorithm': 'p7s-algorithm',
  'weak-algorithm': 'p7s-algorithm',
} as const satisfies Partial<Readonly<Record<Refusal, ProblemCode>>>

/** Why a .p7s was refused; what is only of use to whoever looks into it goes along as its technical name. */
const refusal = (reason: Refusal): VerifyReport['problems'][number] => ({
  ...(isNamed(reason) ? problem(codeOfRefusal[reason]) : problem('p7s-malformed', { reason })),
  params: { reason },
})

const isNamed = (reason: Refusal): reason is keyof typeof codeOfRefusal => Object.hasOwn(codeOfRefusal, reason)
