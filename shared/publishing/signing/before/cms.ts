/**
 * How versions up to 0.1.0 judged a CMS signature. Frozen, mistakes and all, so that it can be told which files would
 * get another verdict today; nothing else may ask it.
 */
import { fromBER, Sequence, UTCTime } from 'asn1js'
import { Certificate, ContentInfo, CryptoEngine, SignedData, type SignerInfo } from 'pkijs'

/** Who signed, as the certificate says: it is that certificate's word, not a person checked by us. */
interface SignerIdentity {
  commonName: string
  organisation: string
  /** SHA-256 of the certificate, lower-case hex. */
  fingerprint: string
  notBefore: string
  notAfter: string
}

export type CmsVerdictBefore =
  | { kind: 'intact'; signer: SignerIdentity; signedAt: string | undefined }
  | { kind: 'altered'; signer: SignerIdentity | undefined; signedAt: string | undefined }
  | { kind: 'unreadable' }

const oid = {
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
} as const
/** Digests that are still sound: SHA-256, SHA-384, SHA-512. */
const soundDigests = new Set(['2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.2', '2.16.840.1.101.3.4.2.3'])

const engine = (): CryptoEngine => new CryptoEngine({ crypto })

const sha256 = (bytes: BufferSource): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', bytes)

const toHex = (bytes: ArrayBuffer | Uint8Array): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Checks a detached signature against the bytes it should be over. Never throws: what cannot be read is 'unreadable'.
 */
export async function verifyCmsBefore(
  content: Uint8Array<ArrayBuffer>,
  der: Uint8Array<ArrayBuffer>,
): Promise<CmsVerdictBefore> {
  let signedData: SignedData
  try {
    signedData = new SignedData({ schema: ContentInfo.fromBER(trimDer(der)).content })
  } catch {
    return { kind: 'unreadable' }
  }
  const certificate = signedData.certificates?.find((found) => found instanceof Certificate)
  const [info, ...others] = signedData.signerInfos
  if (certificate === undefined || info === undefined || others.length > 0) return { kind: 'unreadable' }
  const signer = await identityOf(certificate)
  const signedAt = signingTimeOf(info)
  const isIntact =
    soundDigests.has(info.digestAlgorithm.algorithmId) &&
    (await namesCertificate(info, certificate)) &&
    (await isVerified(signedData, content))
  return isIntact ? { kind: 'intact', signer, signedAt } : { kind: 'altered', signer, signedAt }
}

async function isVerified(signedData: SignedData, content: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    // pkijs takes a view's whole buffer in places: hand it a buffer of its own.
    const data = content.slice().buffer
    const result = await signedData.verify({ signer: 0, data, checkChain: false, extendedMode: true }, engine())
    return result.signatureVerified === true
  } catch {
    return false
  }
}

/** EN 319 122-1 5.2.2: the signed attribute binds the signature to this certificate and no other with the same key. */
async function namesCertificate(info: SignerInfo, certificate: Certificate): Promise<boolean> {
  const attribute = info.signedAttrs?.attributes.find(({ type }) => type === oid.signingCertificateV2)
  if (attribute === undefined) return false
  const value: unknown = attribute.values[0]
  if (!(value instanceof Sequence)) return false
  return toHex(value.toBER(false)).includes(toHex(await sha256(certificate.toSchema().toBER(false))))
}

function signingTimeOf(info: SignerInfo): string | undefined {
  const attribute = info.signedAttrs?.attributes.find(({ type }) => type === oid.signingTime)
  const value: unknown = attribute?.values[0]
  return value instanceof UTCTime ? value.toDate().toISOString() : undefined
}

async function identityOf(certificate: Certificate): Promise<SignerIdentity> {
  const named = (type: string): string => {
    const found = certificate.subject.typesAndValues.find((entry) => entry.type === type)
    return found === undefined ? '' : found.value.valueBlock.value
  }
  return {
    commonName: named(oid.commonName),
    organisation: named(oid.organisation),
    fingerprint: toHex(await sha256(certificate.toSchema().toBER(false))),
    notBefore: certificate.notBefore.value.toISOString(),
    notAfter: certificate.notAfter.value.toISOString(),
  }
}

/** A PDF pads the signature with zeros; anything else after it is nobody's and is refused. */
function trimDer(der: Uint8Array<ArrayBuffer>): ArrayBuffer {
  const { offset } = fromBER(der)
  if (offset <= 0 || der.subarray(offset).some((byte) => byte !== 0)) throw new TypeError('no single DER value')
  return der.slice(0, offset).buffer
}
