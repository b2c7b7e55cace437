import { sign, verify, X509Certificate, type KeyObject } from 'node:crypto'
import { namesIn } from '@shared/publishing/signing/cms'
import type { DeskStatement } from '@shared/records/payloads'
import { recordDomainTag } from '@shared/records/record'
import { keyIdOf } from './fingerprint'

/** ECDSA P-256 with SHA-256 over a domain tag followed by a hexadecimal hash; IEEE P1363, 64 bytes. */
const signTagged = (tag: string, hash: string, key: KeyObject): Buffer =>
  sign('sha256', Buffer.from(tag + hash), { key, dsaEncoding: 'ieee-p1363' })

const verifyTagged = (tag: string, hash: string, signature: Uint8Array, key: KeyObject): boolean =>
  signature.length === 64 && verify('sha256', Buffer.from(tag + hash), { key, dsaEncoding: 'ieee-p1363' }, signature)

/** `sig` of a record with this id, base64. */
export const signRecordId = (id: string, key: KeyObject): string =>
  signTagged(recordDomainTag, id, key).toString('base64')

/** False, too, for one written otherwise than we write it: spare bits of base64 would give one record several texts. */
export function isRecordSignature(id: string, sig: string, key: KeyObject): boolean {
  const bytes = Buffer.from(sig, 'base64')
  return bytes.toString('base64') === sig && verifyTagged(recordDomainTag, id, bytes, key)
}

/** Signed over with the hash of manifest.json, apart from every other kind of signature. */
const manifestDomainTag = 'lianshen/manifest/1'

export const signManifestHash = (sha256: string, key: KeyObject): Buffer => signTagged(manifestDomainTag, sha256, key)

export const isManifestSignature = (sha256: string, signature: Uint8Array, key: KeyObject): boolean =>
  verifyTagged(manifestDomainTag, sha256, signature, key)

/**
 * The public key of a desk's statement; null unless its certificate is one DER value, P-256, signed by itself, and
 * hashes to the key id it states.
 */
export function publicKeyOf(statement: Pick<DeskStatement, 'keyId' | 'certificate'>): KeyObject | null {
  try {
    const bytes = Buffer.from(statement.certificate, 'base64')
    const certificate = new X509Certificate(bytes)
    const { publicKey } = certificate
    const isP256 = publicKey.asymmetricKeyType === 'ec' && publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1'
    const keyId = keyIdOf(publicKey.export({ type: 'spki', format: 'der' }))
    const isWhole = certificate.raw.equals(bytes) && certificate.verify(publicKey)
    return isP256 && isWhole && keyId === statement.keyId ? publicKey : null
  } catch {
    return null
  }
}

/** The names in a statement's certificate; null unless the statement says the same of itself. */
export function certifiedNames({
  certificate,
  name,
  unit,
}: Pick<DeskStatement, 'name' | 'unit' | 'certificate'>): ReturnType<typeof namesIn> | null {
  try {
    const names = namesIn(new Uint8Array(Buffer.from(certificate, 'base64')))
    return names.commonName === name && names.organisation === unit ? names : null
  } catch {
    return null
  }
}
