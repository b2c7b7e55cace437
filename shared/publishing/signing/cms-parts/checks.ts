/**
 * What is asked of a CMS signature, one named question after another. `refused`: it could be read in two ways, or not
 * at all. `altered`: it is not over these bytes, or not by this key. `other`: sound, but not as a desk signs; nobody's
 * word is taken for it. A test leaves out each in turn and sees something pass that must not.
 */
import { digestOf, isCanonicalEcdsa, schemeOf, verifySignature } from './algorithms'
import { tags, type DerNode } from './der'
import { isSameBytes, octetsOf, oidOf, timeOf, toHex } from './der-values'
import type { SignedAttribute, SignedDataParts, SignerParts } from './signed-data'
import { isDeskForm, type X509 } from './x509'

export interface Examined {
  readonly parts: SignedDataParts
  readonly signer: SignerParts
  /** The certificates that the signer's identifier names. */
  readonly named: readonly X509[]
  /** The one whose key is tried. */
  readonly certificate: X509
  readonly content: Uint8Array<ArrayBuffer>
  readonly size: number
  /** What follows the value. */
  readonly behind: Uint8Array
  readonly trailing: 'zeros' | 'none'
  readonly skipped: ReadonlySet<string>
}

export type Effect = 'refused' | 'altered' | 'other'
export interface Finding {
  readonly effect: Effect
  /** Why, where the name of the check does not say it. */
  readonly reason?: string
}
type Check = (examined: Examined) => Finding | null | Promise<Finding | null>

const attributeTypes = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const
const knownTypes: ReadonlySet<string> = new Set(Object.values(attributeTypes))
const idData = '1.2.840.113549.1.7.1'
const idSignedData = '1.2.840.113549.1.7.2'

/** SEQUENCE { sha-256, NULL }, as a desk writes it. */
const sha256Algorithm = '300d06096086480165030402010500'
/** Everything of a signing certificate attribute but the hash at its end. */
const essHead = '3037060b2a864886f70d010910022f312830263024302204' + '20'

/** Signatures with a chain, revocation lists and a time stamp stay far below. */
const maxSize = 4_000_000

const refuseUnless = (holds: boolean): Finding | null => (holds ? null : { effect: 'refused' })
const otherUnless = (holds: boolean): Finding | null => (holds ? null : { effect: 'other' })

const attributesOf = ({ signer }: Examined, type: string): readonly SignedAttribute[] =>
  signer.attributes?.filter((attribute) => attribute.type === type) ?? []
const attributeOf = (examined: Examined, type: string): SignedAttribute | undefined => attributesOf(examined, type)[0]

/** When it says it was signed; undefined if it does not. */
export const signedAtOf = (examined: Examined): string | undefined =>
  timeOf(attributeOf(examined, attributeTypes.signingTime)?.values[0]) ?? undefined

const hash = async (digest: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest(digest, bytes))

const isOrdered = (nodes: readonly DerNode[]): boolean =>
  nodes.every((node, index) => {
    const before = nodes[index - 1]
    return before === undefined || toHex(before.bytes) <= toHex(node.bytes)
  })

/** RFC 5652 5.1 */
function versionOf({ parts, signer }: Examined): number {
  if (parts.otherCertificates > 0) return parts.version
  return signer.version === 3 || parts.innerType !== idData ? 3 : 1
}

const structure = {
  size: ({ size }) => refuseUnless(size <= maxSize),
  /** A PDF pads the room it kept with zeros; a file of its own ends where the value ends. */
  'nothing-behind': ({ behind, trailing }) =>
    refuseUnless(trailing === 'zeros' ? behind.every((byte) => byte === 0) : behind.length === 0),
  'is-signed-data': ({ parts }) => refuseUnless(parts.contentType === idSignedData),
  'content-is-data': ({ parts }) => refuseUnless(parts.innerType === idData),
  /** A signature that carries another original would pass for one over this file. */
  detached: ({ parts }) => refuseUnless(parts.embedded === undefined),
  'one-signer': ({ parts }) => refuseUnless(parts.signers.length === 1),
  'signed-data-version': (examined) => refuseUnless(examined.parts.version === versionOf(examined)),
  /** RFC 5652 5.3: 1 with issuer and serial, 3 with a key identifier. */
  'signer-version': ({ signer }) => refuseUnless(signer.version === (signer.sid.id === tags.sequence ? 1 : 3)),
  'one-digest': ({ parts, signer }) =>
    refuseUnless(
      parts.digestAlgorithms.length === 1 &&
        parts.digestAlgorithms.every(({ bytes }) => isSameBytes(bytes, signer.digestAlgorithm.bytes)),
    ),
  'digest-parameters': ({ signer: { digestAlgorithm } }) => {
    const [, parameters, ...more] = digestAlgorithm.children
    return refuseUnless(more.length === 0 && (parameters === undefined || parameters.id === tags.null))
  },
  'sound-digest': ({ signer }) => {
    const digest = digestOf(signer.digestAlgorithm)
    if (digest === 'unknown') return { effect: 'refused', reason: 'unknown-algorithm' }
    return digest === 'SHA-1' || digest === 'broken' ? { effect: 'refused', reason: 'weak-algorithm' } : null
  },
  /** Exactly one certificate is named: it is the one that is tried, shown and compared. */
  'names-one-certificate': ({ named }) => refuseUnless(named.length === 1),
  'has-attributes': ({ signer }) => refuseUnless(signer.attributes !== undefined),
  /** RFC 5652 5.4: what is hashed is the DER of the set, in which there is one order. */
  'attributes-in-order': ({ signer }) => refuseUnless(isOrdered(signer.attributes?.map(({ node }) => node) ?? [])),
  'no-attribute-twice': ({ signer }) => {
    const types = (signer.attributes ?? []).map(({ type }) => type)
    return refuseUnless(new Set(types).size === types.length)
  },
  'one-value-each': ({ signer }) =>
    refuseUnless((signer.attributes ?? []).every(({ type, values }) => !knownTypes.has(type) || values.length === 1)),
  /** RFC 5652 11: these belong under the signature; outside of it anybody may have written them. */
  'signed-where-signed': ({ signer: { unsignedAttributes } }) =>
    refuseUnless(!(unsignedAttributes ?? []).some(({ type }) => knownTypes.has(type))),
  'content-type': (examined) => {
    const value = attributeOf(examined, attributeTypes.contentType)?.values[0]
    return examined.signer.attributes === undefined ? null : refuseUnless(oidOf(value) === examined.parts.innerType)
  },
  'signing-time': (examined) => {
    const attribute = attributeOf(examined, attributeTypes.signingTime)
    return refuseUnless(attribute === undefined || timeOf(attribute.values[0]) !== null)
  },
  'signature-algorithm': ({ signer, certificate }) => {
    const scheme = schemeOf(signer.signatureAlgorithm)
    if (scheme === null || certificate.key.kind === 'other') return { effect: 'refused', reason: 'unknown-algorithm' }
    const digest = digestOf(signer.digestAlgorithm)
    return refuseUnless(scheme.digest === null || scheme.digest === digest || digest === 'SHA-1')
  },
  'ecdsa-numbers': ({ signer, certificate: { key } }) =>
    refuseUnless(key.kind !== 'ec' || isCanonicalEcdsa(signer.signature, key.curve)),
} satisfies Record<string, Check>

const binding = {
  'message-digest': async (examined) => {
    if (examined.signer.attributes === undefined) return null
    const said = octetsOf(attributeOf(examined, attributeTypes.messageDigest)?.values[0])
    if (said === null) return { effect: 'refused' }
    const digest = digestOf(examined.signer.digestAlgorithm)
    if (digest === 'broken' || digest === 'unknown') return { effect: 'refused', reason: 'unknown-algorithm' }
    return isSameBytes(said, await hash(digest, examined.content)) ? null : { effect: 'altered' }
  },
  signature: async ({ signer, certificate, content, skipped }) => {
    const digest = digestOf(signer.digestAlgorithm)
    const outcome = await verifySignature({
      key: certificate.key,
      algorithm: signer.signatureAlgorithm,
      digest: digest === 'SHA-256' || digest === 'SHA-384' || digest === 'SHA-512' ? digest : null,
      signature: signer.signature,
      data: signer.attributes === undefined ? content : signer.attributesAsSigned,
      skipped,
    })
    if (outcome === 'weak') return { effect: 'refused', reason: 'weak-algorithm' }
    if (outcome === 'unsupported') return { effect: 'refused', reason: 'unknown-algorithm' }
    return outcome === 'holds' ? null : { effect: 'altered' }
  },
  /** EN 319 122-1 5.2.2, RFC 5035 4: bound to this certificate and no other with the same key. */
  'signing-certificate': async (examined) => {
    const attribute = attributeOf(examined, attributeTypes.signingCertificateV2)
    if (attribute === undefined) return null
    const first = attribute.values[0]?.children[0]?.children[0]
    const parts = [...(first?.children ?? [])]
    const digest = parts[0]?.id === tags.sequence ? digestOf(parts.shift() ?? parts[0]) : 'SHA-256'
    const said = octetsOf(parts[0])
    if (said === null || digest === 'unknown' || digest === 'broken' || digest === 'SHA-1') return { effect: 'refused' }
    return isSameBytes(said, await hash(digest, examined.certificate.der)) ? null : { effect: 'altered' }
  },
} satisfies Record<string, Check>

const ourForm = {
  'one-certificate': ({ parts }) => otherUnless(parts.certificates.length === 1 && parts.otherCertificates === 0),
  'no-revocations': ({ parts }) => otherUnless(parts.revocations === undefined),
  'no-unsigned-attributes': ({ signer }) => otherUnless(signer.unsignedAttributes === undefined),
  'attributes-of-a-desk': ({ signer }) =>
    otherUnless((signer.attributes ?? []).every(({ type }) => knownTypes.has(type))),
  'issuer-and-serial': ({ signer }) => otherUnless(signer.sid.id === tags.sequence),
  'digest-of-a-desk': ({ signer }) => otherUnless(toHex(signer.digestAlgorithm.bytes) === sha256Algorithm),
  'signing-certificate-of-a-desk': (examined) => {
    const bytes = attributeOf(examined, attributeTypes.signingCertificateV2)?.node.bytes
    return otherUnless(bytes?.length === essHead.length / 2 + 32 && toHex(bytes).startsWith(essHead))
  },
  'certificate-of-a-desk': ({ certificate }) => otherUnless(isDeskForm(certificate)),
  /** A certificate that says it is its own issuer, and is not, was made or changed by somebody else. */
  'certificate-signed-by-itself': async ({ certificate }) => {
    if (!isSameBytes(certificate.issuer.bytes, certificate.subject.bytes)) return null
    const outcome = await verifySignature({
      key: certificate.key,
      algorithm: certificate.signatureAlgorithm,
      digest: null,
      signature: certificate.signature,
      data: certificate.signed,
    })
    const isWhole = certificate.key.kind !== 'ec' || isCanonicalEcdsa(certificate.signature, certificate.key.curve)
    return outcome === 'fails' || !isWhole ? { effect: 'refused' } : null
  },
  /** By the clock of the one who signed: nobody else vouches for it. */
  'within-validity': (examined) => {
    const at = signedAtOf(examined)
    const { notBefore, notAfter } = examined.certificate
    return otherUnless(at === undefined || (notBefore <= at && at <= notAfter))
  },
} satisfies Record<string, Check>

const checks: Readonly<Record<string, Check>> = { ...structure, ...binding, ...ourForm }
export type CheckName = keyof typeof structure | keyof typeof binding | keyof typeof ourForm
export const checkNames = Object.keys(checks) as readonly CheckName[]

/** Everything that was found, by the name of its check, in the order above. */
export async function findingsOf(examined: Examined): Promise<readonly (Finding & { readonly check: CheckName })[]> {
  const findings: (Finding & { readonly check: CheckName })[] = []
  for (const check of checkNames) {
    if (examined.skipped.has(check)) continue
    const finding = await checks[check]?.(examined)
    if (finding === null || finding === undefined) continue
    findings.push({ check, ...finding })
    if (finding.effect === 'refused') break
  }
  return findings
}
