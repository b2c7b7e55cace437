import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { bech32 } from '@scure/base'

/** An X25519 key pair as raw bytes, 32 each. */
export type EncryptionKeys = { readonly secretKey: Uint8Array; readonly publicKey: Uint8Array }

const prefix = 'age'
// DER before the raw 32 bytes of an X25519 key (RFC 8410).
const spkiHead = Buffer.from('302a300506032b656e032100', 'hex')
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex')

const publicKeyObject = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' })

const secretKeyObject = (raw: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8Head, raw]), format: 'der', type: 'pkcs8' })

/** A new key pair. */
export function generateEncryptionKeys(): EncryptionKeys {
  const pair = generateKeyPairSync('x25519')
  return {
    secretKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32),
  }
}

/** The X25519 secret of two keys; null if the other key is of low order, which would make it known to everybody. */
export function sharedSecret(secretKey: Uint8Array, publicKey: Uint8Array): Buffer | null {
  try {
    const secret = diffieHellman({ privateKey: secretKeyObject(secretKey), publicKey: publicKeyObject(publicKey) })
    return secret.every((byte) => byte === 0) ? null : secret
  } catch {
    return null
  }
}

/** The public key as `age1…` (Bech32, BIP 173), the way the age program writes recipients. */
export const recipientOf = (publicKey: Uint8Array): string => bech32.encodeFromBytes(prefix, publicKey)

/** The 32 bytes of an `age1…` recipient; null if the text is none. */
export function readRecipient(text: string): Buffer | null {
  try {
    const { prefix: found, bytes } = bech32.decodeToBytes(text)
    return found === prefix && bytes.length === 32 ? Buffer.from(bytes) : null
  } catch {
    return null
  }
}
