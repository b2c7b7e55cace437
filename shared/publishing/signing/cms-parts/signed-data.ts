/** The parts of a CMS SignedData (RFC 5652 5), taken apart without judging them: judging is the checks' work. */
import { readDer, tags, type DerNode } from './der'
import { octetsOf, oidOf, smallIntegerOf } from './der-values'
import { readX509, type X509 } from './x509'

export interface SignedAttribute {
  readonly type: string
  readonly node: DerNode
  readonly values: readonly DerNode[]
}

export interface SignerParts {
  readonly version: number
  readonly sid: DerNode
  readonly digestAlgorithm: DerNode
  /** Undefined when there are none at all. */
  readonly attributes: readonly SignedAttribute[] | undefined
  /** The signed attributes as they are hashed: under the tag of a SET (RFC 5652 5.4). */
  readonly attributesAsSigned: Uint8Array<ArrayBuffer>
  readonly signatureAlgorithm: DerNode
  readonly signature: Uint8Array<ArrayBuffer>
  readonly unsignedAttributes: readonly SignedAttribute[] | undefined
}

export interface SignedDataParts {
  readonly contentType: string
  readonly version: number
  readonly digestAlgorithms: readonly DerNode[]
  readonly innerType: string
  /** The content that it carries itself, if it does. */
  readonly embedded: DerNode | undefined
  readonly certificates: readonly X509[]
  /** Certificates of other kinds, such as attribute certificates. */
  readonly otherCertificates: number
  readonly revocations: DerNode | undefined
  readonly signers: readonly SignerParts[]
}

/** Thrown when the bytes are DER but no SignedData. */
export class ShapeError extends Error {}

/** @throws DerError, ShapeError. `end` is where the value ends in the bytes. */
export function readSignedData(
  bytes: Uint8Array<ArrayBuffer>,
  skipped: ReadonlySet<string> = new Set(),
): { readonly parts: SignedDataParts; readonly end: number } {
  const { node, end } = readDer(bytes, skipped)
  const [type, explicit, ...more] = expect(node, tags.sequence).children
  if (more.length > 0) throw new ShapeError()
  const [data, ...others] = expect(explicit, tags.context0).children
  if (others.length > 0) throw new ShapeError()
  return { parts: partsOf(oidOf(expect(type, tags.oid)), expect(data, tags.sequence), skipped), end }
}

function partsOf(contentType: string, data: DerNode, skipped: ReadonlySet<string>): SignedDataParts {
  const rest = [...data.children]
  const version = smallIntegerOf(expect(rest.shift(), tags.integer))
  const digestAlgorithms = expect(rest.shift(), tags.set).children
  const [innerType, explicit, ...more] = expect(rest.shift(), tags.sequence).children
  const certificateSet = rest[0]?.id === tags.context0 ? rest.shift()?.children : []
  const revocations = rest[0]?.id === tags.context1 ? rest.shift() : undefined
  const signers = expect(rest.shift(), tags.set).children
  if (rest.length > 0 || more.length > 0) throw new ShapeError()
  const plain = (certificateSet ?? []).filter(({ id }) => id === tags.sequence)
  // RFC 5652 10.2.2, 10.2.1: other kinds of certificates and of revocations stand under tags of their own.
  const isKnown = ({ id }: DerNode): boolean => id === tags.sequence || (id >= tags.context0 && id <= tags.context3)
  if (certificateSet?.every(isKnown) === false) stop()
  if (revocations?.children.some(({ id }) => id !== tags.sequence && id !== tags.context1) === true) stop()
  return {
    contentType,
    version,
    digestAlgorithms,
    innerType: oidOf(expect(innerType, tags.oid)),
    embedded: explicit === undefined ? undefined : expect(explicit, tags.context0),
    certificates: plain.map((node) => readX509(node, skipped) ?? stop()),
    otherCertificates: (certificateSet ?? []).length - plain.length,
    revocations,
    signers: signers.map(signerOf),
  }
}

function signerOf(node: DerNode): SignerParts {
  const rest = [...expect(node, tags.sequence).children]
  const version = smallIntegerOf(expect(rest.shift(), tags.integer))
  const sid = rest.shift() ?? stop()
  const digestAlgorithm = expect(rest.shift(), tags.sequence)
  const signed = rest[0]?.id === tags.context0 ? rest.shift() : undefined
  const signatureAlgorithm = expect(rest.shift(), tags.sequence)
  const signature = octetsOf(rest.shift()) ?? stop()
  const unsigned = rest[0]?.id === tags.context1 ? rest.shift() : undefined
  if (rest.length > 0) throw new ShapeError()
  const attributesAsSigned = signed?.bytes.slice() ?? new Uint8Array()
  attributesAsSigned[0] = tags.set
  return {
    version,
    sid,
    digestAlgorithm,
    attributes: signed?.children.map(attributeOf),
    attributesAsSigned,
    signatureAlgorithm,
    signature,
    unsignedAttributes: unsigned?.children.map(attributeOf),
  }
}

function attributeOf(node: DerNode): SignedAttribute {
  const [type, values, ...more] = expect(node, tags.sequence).children
  if (more.length > 0) throw new ShapeError()
  return { type: oidOf(expect(type, tags.oid)), node, values: expect(values, tags.set).children }
}

function expect(node: DerNode | undefined, id: number): DerNode {
  return node?.id === id ? node : stop()
}

function stop(): never {
  throw new ShapeError()
}
