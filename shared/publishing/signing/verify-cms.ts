/** Whether a detached CMS signature (RFC 5652) is over these bytes, by whom, and whether it is as a desk signs. */
import { findingsOf, signedAtOf, type CheckName } from './cms-parts/checks'
import { DerError, readDer, tags, type DerRuleName } from './cms-parts/der'
import { isSameBytes, toHex } from './cms-parts/der-values'
import { readSignedData, ShapeError, type SignedDataParts, type SignerParts } from './cms-parts/signed-data'
import { nameIn, readX509, type X509 } from './cms-parts/x509'

/** Who signed, as the certificate says: it is that certificate's word, not a person checked by us. */
export interface SignerIdentity {
  commonName: string
  organisation: string
  /** SHA-256 of the certificate that the signature names, lower-case hex. */
  fingerprint: string
  /** SHA-256 of its public key (SPKI), lower-case hex: what two people compare. */
  keySha256: string
  notBefore: string
  notAfter: string
}

/** Why a signature was refused: the rule of DER or the check that it broke. `verify.refused.<reason>` in messages. */
export type RefusalReason = CheckName | DerRuleName | 'der-structure' | 'shape' | 'unknown-algorithm' | 'weak-algorithm'

/**
 * intact: over these bytes, by the key of the certificate that it names. `form` 'ours': in the one form in which desks
 * sign; only then may the certificate be looked up among known desks. 'other': sound, but made by another program, or
 * with something added (`notOurs` names what); it is nobody's word here.
 * altered: the bytes, or the signature, are not what was signed.
 * unreadable: no signature, or one that could be read in two ways; `reason` says why.
 */
export type CmsVerdict =
  | {
      kind: 'intact'
      form: 'ours' | 'other'
      signer: SignerIdentity
      signedAt: string | undefined
      notOurs: readonly CheckName[]
    }
  | { kind: 'altered'; signer: SignerIdentity | undefined; signedAt: string | undefined; reason: CheckName }
  | { kind: 'unreadable'; reason: RefusalReason }

export interface CmsOptions {
  /** 'zeros': the room that a PDF kept is filled up with zeros. 'none': the file is the signature and nothing else. */
  trailing?: 'zeros' | 'none'
  /** For tests alone: checks and rules to leave out, so that what each of them stops can be seen. */
  skipped?: ReadonlySet<string>
}

/** Checks a detached signature against the bytes it should be over. Never throws. */
export async function verifyCms(
  content: Uint8Array<ArrayBuffer>,
  der: Uint8Array<ArrayBuffer>,
  { trailing = 'zeros', skipped = new Set() }: CmsOptions = {},
): Promise<CmsVerdict> {
  let read: { readonly parts: SignedDataParts; readonly end: number }
  try {
    read = readSignedData(der, skipped)
  } catch (error) {
    if (error instanceof DerError) return { kind: 'unreadable', reason: error.rule }
    if (error instanceof ShapeError) return { kind: 'unreadable', reason: 'shape' }
    throw error
  }
  const { parts, end } = read
  const [signer] = parts.signers
  if (signer === undefined) return { kind: 'unreadable', reason: 'one-signer' }
  const named = parts.certificates.filter((certificate) => isNamed(certificate, signer))
  const certificate = named[0] ?? parts.certificates[0]
  if (certificate === undefined) return { kind: 'unreadable', reason: 'names-one-certificate' }
  const behind = der.subarray(end)
  const examined = { parts, signer, named, certificate, content, size: end, behind, trailing, skipped }
  const findings = await findingsOf(examined)
  const refusal = findings.find(({ effect }) => effect === 'refused')
  if (refusal !== undefined) return { kind: 'unreadable', reason: (refusal.reason ?? refusal.check) as RefusalReason }
  const identity = await identityOf(certificate)
  const signedAt = signedAtOf(examined)
  const alteration = findings.find(({ effect }) => effect === 'altered')
  if (alteration !== undefined) return { kind: 'altered', signer: identity, signedAt, reason: alteration.check }
  const notOurs = findings.map(({ check }) => check)
  return { kind: 'intact', form: notOurs.length === 0 ? 'ours' : 'other', signer: identity, signedAt, notOurs }
}

/** RFC 5652 5.3: by issuer and serial number, or by the identifier of the key. */
function isNamed(certificate: X509, { sid }: SignerParts): boolean {
  if (sid.id === tags.primitive0) {
    return certificate.keyIdentifier !== null && isSameBytes(certificate.keyIdentifier, sid.content)
  }
  const [issuer, serial, ...more] = sid.children
  return (
    sid.id === tags.sequence &&
    more.length === 0 &&
    issuer !== undefined &&
    serial?.id === tags.integer &&
    isSameBytes(issuer.bytes, certificate.issuer.bytes) &&
    isSameBytes(serial.content, certificate.serial)
  )
}

/** The identity in a certificate given as DER. Throws when it is none, or when anything follows it. */
export const readIdentity = async (certificate: Uint8Array<ArrayBuffer>): Promise<SignerIdentity> =>
  identityOf(wholeX509(certificate))

/** The names in a certificate given as DER. Throws when it is none, or when anything follows it. */
export const namesIn = (certificate: Uint8Array<ArrayBuffer>): Pick<SignerIdentity, 'commonName' | 'organisation'> =>
  namesOf(wholeX509(certificate))

function wholeX509(certificate: Uint8Array<ArrayBuffer>): X509 {
  const { node, end } = readDer(certificate)
  const read = end === certificate.length ? readX509(node) : null
  if (read === null) throw new TypeError('no certificate')
  return read
}

const namesOf = ({ subject }: X509) => ({
  commonName: nameIn(subject, '2.5.4.3'),
  organisation: nameIn(subject, '2.5.4.10'),
})

async function identityOf(certificate: X509): Promise<SignerIdentity> {
  const { der, spki, notBefore, notAfter } = certificate
  return {
    ...namesOf(certificate),
    fingerprint: toHex(await crypto.subtle.digest('SHA-256', der)),
    keySha256: toHex(await crypto.subtle.digest('SHA-256', spki)),
    notBefore,
    notAfter,
  }
}
