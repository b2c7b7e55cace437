import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import { fail } from '../failure'
import { writeDurably } from '../files/durable-file'
import { readJson } from '../profile/profile-folder'

const base64 = z.base64()

/** A way to the data key. More kinds (recovery key, system keystore) may stand beside it; unknown ones are skipped. */
const passphraseSlotSchema = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.literal('argon2id'),
  // A file may not order an absurd amount of work.
  memoryKiB: z.int().min(8).max(1_048_576),
  iterations: z.int().min(1).max(32),
  parallelism: z.int().min(1).max(8),
  salt: base64,
  nonce: base64,
  wrappedKey: base64,
})
type PassphraseSlot = z.infer<typeof passphraseSlotSchema>

const keyFileSchema = z.strictObject({
  format: z.literal('lianshen-keys/1'),
  suite: z.literal('p256-sha256-aes256gcm/1'),
  slots: z.array(z.union([passphraseSlotSchema, z.looseObject({ kind: z.string() })])).min(1),
  /** PKCS#8 of the signing key, AES-256-GCM under the data key; its self-issued certificate in the open. */
  signing: z.strictObject({ certificate: base64, nonce: base64, privateKey: base64 }),
})
type KeyFile = z.infer<typeof keyFileSchema>

export type UnlockedKeys = { readonly privateKey: Buffer; readonly certificate: Buffer }

/** Argon2id: 64 MiB, three passes. */
const work = { memoryKiB: 65_536, iterations: 3, parallelism: 1 } as const

/** Writes `keys.json`: a random data key wrapped by the passphrase, and the signing key under the data key. */
export async function createKeyFile(path: string, passphrase: string, keys: UnlockedKeys): Promise<void> {
  const dataKey = randomBytes(32)
  const head = { kind: 'passphrase', kdf: 'argon2id', ...work, salt: randomBytes(16).toString('base64') } as const
  const wrapped = seal(await deriveKey(passphrase, head), dataKey, aadOf(head))
  const signing = seal(dataKey, keys.privateKey, keys.certificate)
  const file: KeyFile = {
    format: 'lianshen-keys/1',
    suite: 'p256-sha256-aes256gcm/1',
    slots: [{ ...head, nonce: wrapped.nonce, wrappedKey: wrapped.sealed }],
    signing: {
      certificate: keys.certificate.toString('base64'),
      nonce: signing.nonce,
      privateKey: signing.sealed,
    },
  }
  await writeDurably(path, Buffer.from(JSON.stringify(file, null, 1)))
}

/** Whether the text of a `keys.json` can be read at all. */
export function isKeyFile(text: string): boolean {
  try {
    return keyFileSchema.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}

/** Opens `keys.json`. @throws HostFailure `passphrase.wrong`, `profile.damaged` */
export async function openKeyFile(path: string, passphrase: string): Promise<UnlockedKeys> {
  const file = readJson(await readFile(path, 'utf8'), keyFileSchema, path)
  const slots = file.slots.flatMap((slot) => {
    const parsed = passphraseSlotSchema.safeParse(slot)
    return parsed.success ? [parsed.data] : []
  })
  if (slots.length === 0) fail('profile.damaged', { path })
  for (const slot of slots) {
    const dataKey = unseal(await deriveKey(passphrase, slot), slot.nonce, slot.wrappedKey, aadOf(slot))
    if (dataKey === null) continue
    const certificate = Buffer.from(file.signing.certificate, 'base64')
    const privateKey = unseal(dataKey, file.signing.nonce, file.signing.privateKey, certificate)
    return privateKey === null ? fail('profile.damaged', { path }) : { privateKey, certificate }
  }
  return fail('passphrase.wrong')
}

type SlotHead = Pick<PassphraseSlot, 'memoryKiB' | 'iterations' | 'parallelism' | 'salt'>

async function deriveKey(passphrase: string, slot: SlotHead): Promise<Uint8Array> {
  return argon2id({
    // One spelling, so that a passphrase typed by another input method still opens the desk.
    password: passphrase.normalize('NFKC'),
    salt: Buffer.from(slot.salt, 'base64'),
    memorySize: slot.memoryKiB,
    iterations: slot.iterations,
    parallelism: slot.parallelism,
    hashLength: 32,
    outputType: 'binary',
  })
}

const aadOf = ({ memoryKiB, iterations, parallelism, salt }: SlotHead): Buffer =>
  Buffer.from(`lianshen/slot/1 argon2id ${memoryKiB} ${iterations} ${parallelism} ${salt}`)

function seal(key: Uint8Array, plain: Uint8Array, aad: Uint8Array): { nonce: string; sealed: string } {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(aad)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') }
}

function unseal(key: Uint8Array, nonce: string, sealed: string, aad: Uint8Array): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'))
    decipher.setAAD(aad)
    decipher.setAuthTag(bytes.subarray(-16))
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()])
  } catch {
    return null
  }
}
