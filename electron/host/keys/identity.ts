import { createPrivateKey, createPublicKey, randomBytes, X509Certificate, webcrypto, type KeyObject } from 'node:crypto'
import type { Desk } from '@shared/ipc/contract'
import type { DeskStatement } from '@shared/records/payloads'
import { createSelfSignedCertificate } from '@shared/publishing/certificate'
import { recipientOf } from './recipient'
import { fingerprintOf, keyIdOf } from './fingerprint'
import type { DeskKeys } from './key-file'

/** The desk that is open, with its keys. Nothing of this leaves the host but the statement. */
export type Identity = {
  readonly desk: Desk
  readonly statement: DeskStatement
  readonly certificate: Buffer
  /** For records and manifests. */
  readonly privateKey: KeyObject
  /** The same key for PDF and DOCX signatures. */
  readonly signingKey: CryptoKey
  /** The X25519 key to which others encrypt for this desk: raw, 32 bytes each. */
  readonly encryption: { readonly secretKey: Buffer; readonly publicKey: Buffer }
}

const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const

const dayMs = 86_400_000

/**
 * A new P-256 key with its self-issued certificate, for ten years from the day before `at`, and a new X25519 key.
 * `serial` is hexadecimal.
 */
export async function createKeys(person: { name: string; unit: string; at: Date; serial: string }): Promise<DeskKeys> {
  const pair = await webcrypto.subtle.generateKey(p256, true, ['sign', 'verify'])
  const subject = {
    commonName: person.name,
    organisation: person.unit,
    notBefore: new Date(person.at.getTime() - dayMs).toISOString(),
    notAfter: new Date(person.at.getTime() + 3652 * dayMs).toISOString(),
    serial: person.serial,
  }
  const certificate = Buffer.from(await createSelfSignedCertificate(subject, pair))
  const privateKey = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', pair.privateKey))
  return { certificate, privateKey, encryptionKey: randomBytes(32) }
}

/** Public key of a certificate (SPKI, DER). @throws if the bytes are no certificate */
export const spkiOf = (certificate: Uint8Array): Buffer =>
  new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' })

/** Who a desk is, from its certificate and what the person typed. */
export function deskOf(certificate: Uint8Array, person: Pick<Desk, 'name' | 'unit' | 'role'>): Desk {
  const spki = spkiOf(certificate)
  return { keyId: keyIdOf(spki), fingerprint: fingerprintOf(spki), ...person }
}

/** Turns unlocked keys into the identity that signs. */
export async function openIdentity(desk: Desk, keys: DeskKeys): Promise<Identity> {
  const encryption = { secretKey: keys.encryptionKey, publicKey: x25519PublicKeyOf(keys.encryptionKey) }
  return {
    desk,
    statement: {
      keyId: desk.keyId,
      name: desk.name,
      unit: desk.unit,
      role: desk.role,
      certificate: keys.certificate.toString('base64'),
      encryptionKey: recipientOf(encryption.publicKey),
    },
    certificate: keys.certificate,
    privateKey: createPrivateKey({ key: keys.privateKey, format: 'der', type: 'pkcs8' }),
    signingKey: await webcrypto.subtle.importKey('pkcs8', keys.privateKey, p256, false, ['sign']),
    encryption,
  }
}

/** RFC 8410: the fixed head of a PKCS#8 X25519 key, before its 32 bytes. */
const x25519Head = Buffer.from('302e020100300506032b656e04220420', 'hex')

function x25519PublicKeyOf(secretKey: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.concat([x25519Head, secretKey]), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
}
