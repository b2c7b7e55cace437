/** X.509 certificates (RFC 5280) as they stand in a signature: read strictly, believed in nothing. */
import { readDer, tags, type DerNode } from './der'
import { fromHex, isSameBytes, oidOf, smallIntegerOf, textOf, timeOf } from './der-values'

/** A key that can be verified with here, or what it is instead. */
export type PublicKey =
  | { readonly kind: 'ec'; readonly curve: 'P-256' | 'P-384' | 'P-521'; readonly spki: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'rsa'; readonly bits: number; readonly spki: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'other' }

export interface X509 {
  readonly der: Uint8Array<ArrayBuffer>
  /** What its issuer signed. */
  readonly signed: Uint8Array<ArrayBuffer>
  readonly version: number
  readonly serial: Uint8Array
  readonly issuer: DerNode
  readonly subject: DerNode
  readonly notBefore: string
  readonly notAfter: string
  readonly key: PublicKey
  readonly spki: Uint8Array<ArrayBuffer>
  /** Raw extension list; undefined if there is none. */
  readonly extensions: readonly DerNode[]
  readonly innerAlgorithm: DerNode
  readonly signatureAlgorithm: DerNode
  readonly signature: Uint8Array<ArrayBuffer>
  /** The subject key identifier, if it names one. */
  readonly keyIdentifier: Uint8Array | null
}

const curves: Readonly<Record<string, 'P-256' | 'P-384' | 'P-521'>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
}

/** Null when the value is no certificate: its parts are missing, out of order, or of another kind. */
export function readX509(node: DerNode, skipped?: ReadonlySet<string>): X509 | null {
  const [tbs, signatureAlgorithm, signature, ...more] = node.children
  if (node.id !== tags.sequence || tbs?.id !== tags.sequence || more.length > 0) return null
  if (signatureAlgorithm?.id !== tags.sequence || signature?.id !== tags.bitString) return null
  // A signature is whole octets.
  if (signature.content[0] !== 0) return null
  const isVersioned = tbs.children[0]?.id === tags.context0
  const version = isVersioned ? smallIntegerOf(tbs.children[0]?.children[0]) + 1 : 1
  const [serial, innerAlgorithm, issuer, validity, subject, spki, ...rest] = tbs.children.slice(isVersioned ? 1 : 0)
  const notBefore = timeOf(validity?.children[0])
  const notAfter = timeOf(validity?.children[1])
  if (serial?.id !== tags.integer || innerAlgorithm === undefined || subject?.id !== tags.sequence) return null
  if (issuer?.id !== tags.sequence || spki?.id !== tags.sequence || notBefore === null || notAfter === null) return null
  const extensions = rest.find(({ id }) => id === tags.context3)?.children[0]?.children ?? []
  return {
    der: node.bytes,
    signed: tbs.bytes,
    version,
    serial: serial.content,
    issuer,
    subject,
    notBefore,
    notAfter,
    key: keyOf(spki, skipped),
    spki: spki.bytes,
    extensions,
    innerAlgorithm,
    signatureAlgorithm,
    signature: signature.content.slice(1),
    keyIdentifier: keyIdentifierOf(extensions, skipped),
  }
}

function keyOf(spki: DerNode, skipped?: ReadonlySet<string>): PublicKey {
  const [algorithm, bits] = spki.children
  const kind = oidOf(algorithm?.children[0])
  if (kind === '1.2.840.10045.2.1') {
    const curve = curves[oidOf(algorithm?.children[1])]
    return curve === undefined ? { kind: 'other' } : { kind: 'ec', curve, spki: spki.bytes.slice() }
  }
  if (kind !== '1.2.840.113549.1.1.1' || bits === undefined) return { kind: 'other' }
  const modulus = within(bits.content.slice(1), skipped)?.children[0]
  if (modulus?.id !== tags.integer) return { kind: 'other' }
  const length = modulus.content[0] === 0 ? modulus.content.length - 1 : modulus.content.length
  return { kind: 'rsa', bits: length * 8, spki: spki.bytes.slice() }
}

function keyIdentifierOf(extensions: readonly DerNode[], skipped?: ReadonlySet<string>): Uint8Array | null {
  const value = extensions.find(({ children: [type] }) => oidOf(type) === '2.5.29.14')?.children.at(-1)
  const inner = value === undefined ? null : within(value.content.slice(), skipped)
  return inner?.id === tags.octetString ? inner.content : null
}

/** One value that lies inside a string; null if there is none, or more. */
function within(bytes: Uint8Array<ArrayBuffer>, skipped?: ReadonlySet<string>): DerNode | null {
  try {
    const { node, end } = readDer(bytes, skipped)
    return end === bytes.length ? node : null
  } catch {
    return null
  }
}

/** The first name of this kind in a distinguished name; empty if there is none. */
export function nameIn(name: DerNode, type: string): string {
  for (const relative of name.children) {
    for (const { children } of relative.children) if (oidOf(children[0]) === type) return textOf(children[1])
  }
  return ''
}

/** SEQUENCE { ecdsa-with-SHA256 }, without parameters (RFC 5758 3.2). */
export const ecdsaSha256 = fromHex('300a06082a8648ce3d040302')

/** The extensions that a desk's certificate has, up to the key's identifier: see `certificate.ts`. */
const fixedExtensions = [
  '30120603551d130101ff040830060101ff020100',
  '300e0603551d0f0101ff0404030202c4',
  '301d0603551d0e04160414',
].map(fromHex)

/**
 * Whether this is the certificate of a desk by its form: version 3, its own issuer, one organisation and one name in
 * UTF-8, an uncompressed P-256 key, ECDSA with SHA-256, and our three extensions. Whose it is, this does not say.
 */
export function isDeskForm(certificate: X509): boolean {
  const { key, subject, issuer, extensions, version } = certificate
  return (
    version === 3 &&
    isSameBytes(subject.bytes, issuer.bytes) &&
    isDeskName(subject) &&
    key.kind === 'ec' &&
    key.curve === 'P-256' &&
    key.spki.length === 91 &&
    isSameBytes(certificate.innerAlgorithm.bytes, ecdsaSha256) &&
    isSameBytes(certificate.signatureAlgorithm.bytes, ecdsaSha256) &&
    extensions.length === fixedExtensions.length &&
    extensions.every(({ bytes }, index) => {
      const head = fixedExtensions[index] ?? new Uint8Array()
      return isSameBytes(bytes.subarray(0, head.length), head) && bytes.length === head.length + (index === 2 ? 20 : 0)
    })
  )
}

const isDeskName = ({ children }: DerNode): boolean =>
  children.length === 2 &&
  children.every(({ id, children: relative }, index) => {
    const [type, value] = relative[0]?.children ?? []
    const isOne = id === tags.set && relative.length === 1 && relative[0]?.children.length === 2
    return isOne && oidOf(type) === (index === 0 ? '2.5.4.10' : '2.5.4.3') && value?.id === tags.utf8
  })
