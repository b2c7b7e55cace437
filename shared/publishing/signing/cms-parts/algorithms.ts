/** Digests and signature algorithms that are still sound, and how WebCrypto is asked for them. */
import { readDer, tags, type DerNode } from './der'
import { oidOf, smallIntegerOf } from './der-values'
import type { PublicKey } from './x509'

export type Digest = 'SHA-256' | 'SHA-384' | 'SHA-512'

const digests: Readonly<Record<string, Digest>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}
/** Digests that were sound once: a file signed with one cannot be judged any more. */
const brokenDigests = new Set(['1.3.14.3.2.26', '1.2.840.113549.2.5', '1.2.840.113549.2.2'])

/** SHA-1 is here for a test that leaves the check on sound digests out; nothing else asks for it. */
export const digestOf = (algorithm: DerNode): Digest | 'SHA-1' | 'broken' | 'unknown' => {
  const type = oidOf(algorithm.children[0])
  return digests[type] ?? (brokenDigests.has(type) ? (type === '1.3.14.3.2.26' ? 'SHA-1' : 'broken') : 'unknown')
}

type Scheme =
  | { readonly kind: 'ec'; readonly digest: Digest }
  | { readonly kind: 'rsa'; readonly digest: Digest | null }
  | { readonly kind: 'pss'; readonly digest: Digest; readonly saltLength: number }

const schemes: Readonly<Record<string, Scheme>> = {
  '1.2.840.10045.4.3.2': { kind: 'ec', digest: 'SHA-256' },
  '1.2.840.10045.4.3.3': { kind: 'ec', digest: 'SHA-384' },
  '1.2.840.10045.4.3.4': { kind: 'ec', digest: 'SHA-512' },
  '1.2.840.113549.1.1.1': { kind: 'rsa', digest: null },
  '1.2.840.113549.1.1.11': { kind: 'rsa', digest: 'SHA-256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa', digest: 'SHA-384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa', digest: 'SHA-512' },
}

/** What an AlgorithmIdentifier of a signature asks for; null if it is not known here. */
export function schemeOf(algorithm: DerNode): Scheme | null {
  const [type, parameters] = algorithm.children
  if (oidOf(type) === '1.2.840.113549.1.1.10') return pssOf(parameters)
  const scheme = schemes[oidOf(type)]
  if (scheme === undefined || algorithm.children.length > 2) return null
  // RFC 5758 3.2: no parameters with ECDSA; RFC 4055 5: NULL with RSA.
  if (scheme.kind === 'ec') return parameters === undefined ? scheme : null
  return parameters === undefined || parameters.id === tags.null ? scheme : null
}

/**
 * RFC 4055 3.1: the hash in [0], the mask in [1], the salt's length in [2]; what is left out means SHA-1, which is
 * refused.
 */
function pssOf(parameters: DerNode | undefined): Scheme | null {
  const field = (number: number) => parameters?.children.find(({ id }) => id === tags.context0 + number)?.children[0]
  const hash = digests[oidOf(field(0)?.children[0])]
  const mask = digests[oidOf(field(1)?.children[1]?.children[0])]
  const saltLength = field(2) === undefined ? 20 : smallIntegerOf(field(2))
  return hash === undefined || mask !== hash || saltLength < 0 ? null : { kind: 'pss', digest: hash, saltLength }
}

const orders = {
  'P-256': 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  'P-384': 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  'P-521':
    0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
} as const
type Curve = keyof typeof orders
const sizeOf = (curve: Curve): number => (curve === 'P-256' ? 32 : curve === 'P-384' ? 48 : 66)

/** SEQUENCE { r, s }: exactly two numbers, each from 1 to the group's order less 1, in DER and nothing behind. */
export function isCanonicalEcdsa(signature: Uint8Array<ArrayBuffer>, curve: Curve): boolean {
  try {
    const { node, end } = readDer(signature)
    return (
      end === signature.length &&
      node.id === tags.sequence &&
      node.children.length === 2 &&
      node.children.every(({ id, content }) => {
        if (id !== tags.integer || (content[0] ?? 0x80) >= 0x80) return false
        const value = content.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
        return value > 0n && value < orders[curve]
      })
    )
  } catch {
    return false
  }
}

/**
 * The two numbers side by side, as WebCrypto wants them. Lenient: whether they were written well is a check of its own.
 */
function rawEcdsa(
  signature: Uint8Array<ArrayBuffer>,
  curve: Curve,
  skipped: ReadonlySet<string>,
): Uint8Array<ArrayBuffer> {
  const size = sizeOf(curve)
  const raw = new Uint8Array(2 * size)
  const [r, s] = readDer(signature, skipped).node.children
  for (const [index, number] of [r, s].entries()) {
    const bytes = [...(number?.content ?? [])]
    while (bytes.length > size && bytes[0] === 0) bytes.shift()
    if (bytes.length > size) throw new RangeError('longer than the group')
    raw.set(bytes, (index + 1) * size - bytes.length)
  }
  return raw
}

export type SignatureOutcome = 'holds' | 'fails' | 'unsupported' | 'weak'

/**
 * Whether a signature over `data` is this key's. `digest`: the one that the file names beside it, for RSA without one.
 */
export async function verifySignature(asked: {
  readonly key: PublicKey
  readonly algorithm: DerNode
  readonly digest: Digest | null
  readonly signature: Uint8Array<ArrayBuffer>
  readonly data: Uint8Array<ArrayBuffer>
  readonly skipped?: ReadonlySet<string>
}): Promise<SignatureOutcome> {
  const { key, signature, data, skipped = new Set() } = asked
  const scheme = schemeOf(asked.algorithm)
  if (scheme === null || key.kind === 'other' || (scheme.kind === 'ec') !== (key.kind === 'ec')) return 'unsupported'
  const digest = scheme.digest ?? asked.digest
  if (digest === null) return 'unsupported'
  if (key.kind === 'rsa' && key.bits < 2048) return 'weak'
  try {
    if (key.kind === 'ec') {
      const imported = await importKey(key.spki, { name: 'ECDSA', namedCurve: key.curve })
      const raw = rawEcdsa(signature, key.curve, skipped)
      return said(await crypto.subtle.verify({ name: 'ECDSA', hash: digest }, imported, raw, data))
    }
    const name = scheme.kind === 'pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5'
    const imported = await importKey(key.spki, { name, hash: digest })
    const how = scheme.kind === 'pss' ? { name, saltLength: scheme.saltLength } : { name }
    return said(await crypto.subtle.verify(how, imported, signature, data))
  } catch {
    return 'fails'
  }
}

const said = (holds: boolean): SignatureOutcome => (holds ? 'holds' : 'fails')

const importKey = (
  spki: Uint8Array<ArrayBuffer>,
  algorithm: EcKeyImportParams | RsaHashedImportParams,
): Promise<CryptoKey> => crypto.subtle.importKey('spki', spki, algorithm, false, ['verify'])
