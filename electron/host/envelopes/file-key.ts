import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { fail, refuse } from '../lib/failure'
import { decodeBase64, encodeBase64 } from './base64'
import { isHeaderWhole, type EnvelopeHeader, type Stanza } from './envelope-header'
import { generateEncryptionKeys, sharedSecret, type EncryptionKeys } from '../keys/recipient'

/** log2 of scrypt's N that we write: 128 MiB and under half a second, also on an old office computer. */
export const writtenWorkFactor = 17
/** The most work a file may order from us: 1 GiB. The age program writes 18. */
export const maxWorkFactor = 20

const x25519Info = 'age-encryption.org/v1/X25519'
const scryptLabel = 'age-encryption.org/v1/scrypt'
const zeroNonce = Buffer.alloc(12)

/** What this side can open an envelope with. */
export type EnvelopeKeys = {
  readonly desk: Pick<EncryptionKeys, 'secretKey' | 'publicKey'> | null
  readonly passphrase: string | null
}

/** A file key of 16 bytes; used for one file. */
export const newFileKey = (): Buffer => randomBytes(16)

/** The stanza that lets the owner of an X25519 key open the file. */
export function wrapForRecipient(fileKey: Uint8Array, recipient: Uint8Array): Stanza {
  const ephemeral = generateEncryptionKeys()
  const secret = sharedSecret(ephemeral.secretKey, recipient) ?? fail('envelope.bad-recipient')
  const key = x25519WrapKey(secret, ephemeral.publicKey, recipient)
  return { args: ['X25519', encodeBase64(ephemeral.publicKey)], body: seal(key, fileKey) }
}

/** The stanza that lets whoever knows the passphrase open the file; it stands alone in its header. */
export async function wrapForPassphrase(
  fileKey: Uint8Array,
  passphrase: string,
  workFactor: number = writtenWorkFactor,
): Promise<Stanza> {
  const salt = randomBytes(16)
  const key = await scryptWrapKey(passphrase, salt, workFactor)
  return { args: ['scrypt', encodeBase64(salt), String(workFactor)], body: seal(key, fileKey) }
}

/**
 * Finds the file key. Stanzas of kinds not known here are passed over.
 * @throws HostFailure `envelope.passphrase-needed`, `envelope.wrong-passphrase`, `envelope.work-factor`,
 * `envelope.wrong-recipient`, `envelope.two-ways` (a passphrase beside another way), `envelope.header-changed`,
 * `envelope.malformed`
 */
export async function unwrapFileKey(header: EnvelopeHeader, keys: EnvelopeKeys): Promise<Buffer> {
  const fileKey = await findFileKey(header, keys)
  return isHeaderWhole(header, fileKey) ? fileKey : refuse('envelope.header-changed')
}

async function findFileKey({ stanzas }: EnvelopeHeader, { desk, passphrase }: EnvelopeKeys): Promise<Buffer> {
  const byPassphrase = stanzas.find(({ args }) => args[0] === 'scrypt')
  if (byPassphrase !== undefined) {
    if (stanzas.length !== 1) return refuse('envelope.two-ways')
    return unwrapByPassphrase(byPassphrase, passphrase)
  }
  const own = stanzas.filter(({ args }) => args[0] === 'X25519').map(readX25519)
  if (desk === null) return refuse('envelope.needs-desk')
  for (const stanza of own) {
    const secret = sharedSecret(desk.secretKey, stanza.share) ?? refuse('envelope.malformed', { line: 2 })
    const fileKey = unseal(x25519WrapKey(secret, stanza.share, desk.publicKey), stanza.body)
    if (fileKey !== null) return fileKey
  }
  return refuse('envelope.wrong-recipient')
}

function readX25519({ args, body }: Stanza): { readonly share: Buffer; readonly body: Buffer } {
  const share = args.length === 2 && args[1] !== undefined ? decodeBase64(args[1]) : null
  return share?.length === 32 && body.length === 32 ? { share, body } : refuse('envelope.malformed', { line: 2 })
}

async function unwrapByPassphrase({ args, body }: Stanza, passphrase: string | null): Promise<Buffer> {
  const [, salted, factor] = args
  const salt = salted === undefined ? null : decodeBase64(salted)
  const isWellFormed =
    args.length === 3 &&
    salt?.length === 16 &&
    body.length === 32 &&
    factor !== undefined &&
    /^[1-9]\d{0,3}$/u.test(factor)
  if (!isWellFormed) return refuse('envelope.malformed', { line: 2 })
  if (Number(factor) > maxWorkFactor) refuse('envelope.work-factor', { factor, most: maxWorkFactor })
  if (passphrase === null) return refuse('envelope.passphrase-needed')
  return unseal(await scryptWrapKey(passphrase, salt, Number(factor)), body) ?? refuse('envelope.wrong-passphrase')
}

const x25519WrapKey = (secret: Uint8Array, share: Uint8Array, recipient: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.concat([share, recipient]), x25519Info, 32))

const scryptAsync = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
)

/** NFC, as nearly everything that is typed: so the age program asks for the very same passphrase. */
function scryptWrapKey(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Buffer> {
  const N = 2 ** workFactor
  const salted = Buffer.concat([Buffer.from(scryptLabel), salt])
  return scryptAsync(passphrase.normalize('NFC'), salted, 32, { N, r: 8, p: 1, maxmem: 128 * 8 * (N + 8) + 65_536 })
}

// A wrapping key is used once, so its nonce is zero (age v1).
function seal(key: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, zeroNonce, { authTagLength: 16 })
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function unseal(key: Uint8Array, sealed: Buffer): Buffer | null {
  const decipher = createDecipheriv('chacha20-poly1305', key, zeroNonce, { authTagLength: 16 })
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    return null
  }
}
