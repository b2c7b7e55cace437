/** A CMS signature put together part by part, so that any part can be another's, missing, doubled or wrong. */
import { createHash, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { bits, integer, nothing, octets, oid, seq, set, sorted, time, tlv, utf8 } from './tlv'

/** A key with its certificate, as DER. */
export interface Hand {
  readonly key: KeyObject
  readonly certificate: Buffer
  readonly issuer: Buffer
  readonly serial: Buffer
  readonly keyIdentifier: Buffer
}

export const algorithms = {
  sha1: seq(oid('1.3.14.3.2.26'), nothing),
  md5: seq(oid('1.2.840.113549.2.5'), nothing),
  sha256: seq(oid('2.16.840.1.101.3.4.2.1'), nothing),
  sha256Bare: seq(oid('2.16.840.1.101.3.4.2.1')),
  sha384: seq(oid('2.16.840.1.101.3.4.2.2'), nothing),
  sha512: seq(oid('2.16.840.1.101.3.4.2.3'), nothing),
  ecdsaSha256: seq(oid('1.2.840.10045.4.3.2')),
  ecdsaSha384: seq(oid('1.2.840.10045.4.3.3')),
  ecdsaSha512: seq(oid('1.2.840.10045.4.3.4')),
  rsa: seq(oid('1.2.840.113549.1.1.1'), nothing),
  rsaSha256: seq(oid('1.2.840.113549.1.1.11'), nothing),
} as const

export const deskName = (organisation: string, commonName: string): Buffer =>
  seq(set(seq(oid('2.5.4.10'), utf8(organisation))), set(seq(oid('2.5.4.3'), utf8(commonName))))

const extensions = (keyIdentifier: Buffer): Buffer[] => [
  seq(oid('2.5.29.19'), tlv(1, Buffer.from([0xff])), octets(seq(tlv(1, Buffer.from([0xff])), integer(0)))),
  seq(oid('2.5.29.15'), tlv(1, Buffer.from([0xff])), octets(bits(Buffer.from([0xc4]), 2))),
  seq(oid('2.5.29.14'), octets(octets(keyIdentifier))),
]

export interface CertificateRecipe {
  readonly curve?: 'P-256' | 'P-384'
  readonly rsaBits?: number
  readonly subject?: Buffer
  readonly issuer?: Buffer
  readonly serial?: Buffer
  readonly notBefore?: string
  readonly notAfter?: string
  readonly algorithm?: Buffer
  readonly digest?: string
  readonly extensions?: (own: Buffer[]) => readonly Buffer[]
  /** Of another hand: the public key that the certificate is for. */
  readonly key?: KeyObject
  readonly publicKey?: Buffer
  /** Who signs it; its own key if not given. */
  readonly signedBy?: KeyObject
  readonly signature?: (own: Buffer) => Buffer
  readonly version?: number
}

const newKey = ({ curve = 'P-256', rsaBits }: CertificateRecipe): KeyObject =>
  rsaBits === undefined
    ? generateKeyPairSync('ec', { namedCurve: curve }).privateKey
    : generateKeyPairSync('rsa', { modulusLength: rsaBits }).privateKey

/** A hand of its own: without further words, in the very form of a desk's certificate. */
export function makeHand(commonName: string, recipe: CertificateRecipe = {}): Hand {
  const key = recipe.key ?? newKey(recipe)
  const spki = recipe.publicKey ?? publicKeyOf(key)
  const subject = recipe.subject ?? deskName('四川省科学技术厅（示例）', commonName)
  const issuer = recipe.issuer ?? subject
  const serial = recipe.serial ?? integer('5f3a77c1')
  const algorithm = recipe.algorithm ?? algorithms.ecdsaSha256
  const keyIdentifier = createHash('sha1').update(spki).digest()
  const own = extensions(keyIdentifier)
  const body = seq(
    ...(recipe.version === 1 ? [] : [tlv(0xa0, integer(2))]),
    serial,
    algorithm,
    issuer,
    seq(time(recipe.notBefore ?? '260101000000Z'), time(recipe.notAfter ?? '360101000000Z')),
    subject,
    spki,
    ...(recipe.version === 1 ? [] : [tlv(0xa3, seq(...(recipe.extensions?.(own) ?? own)))]),
  )
  const made = sign(recipe.digest ?? 'sha256', body, recipe.signedBy ?? key)
  const certificate = seq(body, algorithm, bits(recipe.signature?.(made) ?? made))
  return { key, certificate, issuer, serial, keyIdentifier }
}

export const publicKeyOf = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' })

const attribute = (type: string, ...values: readonly Uint8Array[]): Buffer => seq(oid(type), set(...values))
export const idData = oid('1.2.840.113549.1.7.1')
export const hashOf = (digest: string, bytes: Uint8Array): Buffer => createHash(digest).update(bytes).digest()

/** The signed attributes that there are, each as a desk writes it unless said otherwise. */
export const attributes = {
  contentType: (...values: readonly Uint8Array[]) =>
    attribute('1.2.840.113549.1.9.3', ...(values.length === 0 ? [idData] : values)),
  time: (text = '261120090000Z') => attribute('1.2.840.113549.1.9.5', time(text)),
  digest: (content: Uint8Array, digest = 'sha256') =>
    attribute('1.2.840.113549.1.9.4', octets(hashOf(digest, content))),
  digests: (...values: readonly Uint8Array[]) => attribute('1.2.840.113549.1.9.4', ...values),
  signingCertificate: (...certificates: readonly Uint8Array[]) =>
    attribute(
      '1.2.840.113549.1.9.16.2.47',
      seq(seq(...certificates.map((certificate) => seq(octets(hashOf('sha256', certificate)))))),
    ),
  foreign: attribute('1.2.840.113549.1.9.15', seq()),
  location: attribute('1.2.840.113549.1.9.16.2.17', seq()),
} as const

export interface Recipe {
  readonly content: Uint8Array
  readonly hand: Hand
  readonly certificates?: readonly Buffer[]
  readonly certificateSet?: Buffer
  readonly sid?: Buffer
  readonly digest?: string
  /** What the signature is made with, if not with the same. */
  readonly signDigest?: string
  readonly digestAlgorithm?: Buffer
  readonly digestAlgorithms?: readonly Buffer[]
  readonly signatureAlgorithm?: Buffer
  /** In this order, as they are; sorted, if a list is made from the usual ones. */
  readonly attributes?: (usual: readonly Buffer[]) => readonly Buffer[]
  readonly inOrder?: false
  readonly noAttributes?: true
  readonly signature?: (own: Buffer) => Buffer
  readonly signedWith?: KeyObject
  readonly signedBytes?: Uint8Array
  readonly version?: number
  readonly signerVersion?: number
  readonly contentType?: Buffer
  readonly innerType?: Buffer
  readonly embedded?: Uint8Array
  readonly revocations?: Buffer
  readonly unsigned?: readonly Buffer[]
  readonly moreSigners?: (own: Buffer) => readonly Buffer[]
}

export const issuerAndSerial = ({ issuer, serial }: Pick<Hand, 'issuer' | 'serial'>): Buffer => seq(issuer, serial)

/** The usual attributes of a desk's detached signature. */
const usualAttributes = ({ content, hand, digest = 'sha256' }: Recipe): Buffer[] => [
  attributes.contentType(),
  attributes.time(),
  attributes.digest(content, digest),
  attributes.signingCertificate(hand.certificate),
]

export function signerInfo(recipe: Recipe): Buffer {
  const { hand, digest = 'sha256' } = recipe
  const usual = usualAttributes(recipe)
  const chosen = recipe.attributes?.(usual) ?? usual
  const list = recipe.inOrder === false ? chosen : sorted(chosen)
  const data = recipe.noAttributes === true ? recipe.content : set(...list)
  const made = sign(
    recipe.signDigest ?? (digest === 'md5' || digest === 'sha1' ? 'sha256' : digest),
    recipe.signedBytes ?? data,
    recipe.signedWith ?? hand.key,
  )
  return seq(
    integer(recipe.signerVersion ?? 1),
    recipe.sid ?? issuerAndSerial(hand),
    recipe.digestAlgorithm ?? algorithms.sha256,
    ...(recipe.noAttributes === true ? [] : [tlv(0xa0, ...list)]),
    recipe.signatureAlgorithm ?? algorithms.ecdsaSha256,
    octets(recipe.signature?.(made) ?? made),
    ...(recipe.unsigned === undefined ? [] : [tlv(0xa1, ...recipe.unsigned)]),
  )
}

/** The whole file. With content and hand alone it is what a desk writes. */
export function forge(recipe: Recipe): Buffer {
  const own = signerInfo(recipe)
  const data = seq(
    integer(recipe.version ?? 1),
    set(...(recipe.digestAlgorithms ?? [recipe.digestAlgorithm ?? algorithms.sha256])),
    seq(recipe.innerType ?? idData, ...(recipe.embedded === undefined ? [] : [tlv(0xa0, octets(recipe.embedded))])),
    recipe.certificateSet ?? tlv(0xa0, ...(recipe.certificates ?? [recipe.hand.certificate])),
    ...(recipe.revocations === undefined ? [] : [recipe.revocations]),
    set(...(recipe.moreSigners?.(own) ?? [own])),
  )
  return seq(recipe.contentType ?? oid('1.2.840.113549.1.7.2'), tlv(0xa0, data))
}
