import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { formatRecoveryKey } from '@shared/lib/recovery-key'
import { deriveSubkey, openText, sealText } from '../vault/gcm'
import type { SystemKeystore } from './keystore'
import { doWork, type PassphraseStrength } from './passphrase-work'

const base64 = z.base64()
const wrapped = { nonce: base64, wrappedKey: base64 }

const passphraseSlotSchema = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.literal('argon2id'),
  // A file may not order an absurd amount of work.
  memoryKiB: z.int().min(8).max(1_048_576),
  iterations: z.int().min(1).max(32),
  parallelism: z.int().min(1).max(8),
  salt: base64,
  ...wrapped,
})
const recoverySlotSchema = z.strictObject({
  kind: z.literal('recovery'),
  kdf: z.literal('hkdf-sha256'),
  salt: base64,
  ...wrapped,
})
/** `secret` is a random key as the system's keystore wrapped it. */
const keystoreSlotSchema = z.strictObject({ kind: z.literal('keystore'), secret: base64, ...wrapped })

export const slotSchema = z.discriminatedUnion('kind', [passphraseSlotSchema, recoverySlotSchema, keystoreSlotSchema])
/** A way to the data key. */
export type Slot = z.infer<typeof slotSchema>
type SlotOf<K extends Slot['kind']> = Extract<Slot, { kind: K }>

/**
 * What the product asks of whoever guesses: 64 MiB, three passes. Its shells and commands have no way to ask for less.
 */
export const productStrength: PassphraseStrength = { memoryKiB: 65_536, iterations: 3, parallelism: 1 }

export async function makePassphraseSlot(
  dataKey: Uint8Array,
  passphrase: string,
  { memoryKiB, iterations, parallelism }: PassphraseStrength,
): Promise<Slot> {
  const salt = randomBytes(16).toString('base64')
  const head = { kind: 'passphrase', kdf: 'argon2id', memoryKiB, iterations, parallelism, salt } as const
  return { ...head, ...wrap(await passphraseKey(passphrase, head), dataKey, passphraseAad(head)) }
}

/** A slot for a new recovery key, and the key as it is shown once. It is 256 random bits: no work factor is needed. */
export function makeRecoverySlot(dataKey: Uint8Array): { readonly slot: Slot; readonly recoveryKey: string } {
  const secret = randomBytes(32)
  const head = { kind: 'recovery', kdf: 'hkdf-sha256', salt: randomBytes(16).toString('base64') } as const
  const slot = { ...head, ...wrap(recoveryKeyOf(secret, head), dataKey, recoveryAad) }
  return { slot, recoveryKey: formatRecoveryKey(secret) }
}

/** @throws what the system's keystore throws */
export async function makeKeystoreSlot(dataKey: Uint8Array, keystore: SystemKeystore): Promise<Slot> {
  const secret = randomBytes(32)
  const kept = Buffer.from(await keystore.wrap(secret)).toString('base64')
  return { kind: 'keystore', secret: kept, ...wrap(secret, dataKey, keystoreAad) }
}

/** The data key; null if the passphrase is another. Costs the whole work either way. */
export const openPassphraseSlot = async (slot: SlotOf<'passphrase'>, passphrase: string): Promise<Buffer | null> =>
  unwrap(await passphraseKey(passphrase, slot), slot, passphraseAad(slot))

/** The data key; null if the recovery key is another. */
export const openRecoverySlot = (slot: SlotOf<'recovery'>, secret: Uint8Array): Buffer | null =>
  unwrap(recoveryKeyOf(secret, slot), slot, recoveryAad)

/** The data key; null if the system gives another secret back. @throws what the system's keystore throws */
export const openKeystoreSlot = async (slot: SlotOf<'keystore'>, keystore: SystemKeystore): Promise<Buffer | null> =>
  unwrap(await keystore.unwrap(Buffer.from(slot.secret, 'base64')), slot, keystoreAad)

type WorkOrder = Pick<SlotOf<'passphrase'>, 'memoryKiB' | 'iterations' | 'parallelism' | 'salt'>

const passphraseKey = (passphrase: string, slot: WorkOrder): Promise<Uint8Array> =>
  doWork({
    // One spelling, so that a passphrase typed by another input method still opens the desk.
    passphrase: passphrase.normalize('NFKC'),
    salt: Buffer.from(slot.salt, 'base64'),
    memoryKiB: slot.memoryKiB,
    iterations: slot.iterations,
    parallelism: slot.parallelism,
  })

const passphraseAad = ({ memoryKiB, iterations, parallelism, salt }: WorkOrder): Buffer =>
  Buffer.from(`lianshen/slot/1 argon2id ${memoryKiB} ${iterations} ${parallelism} ${salt}`)

const recoveryKeyOf = (secret: Uint8Array, { salt }: Pick<SlotOf<'recovery'>, 'salt'>): Buffer =>
  deriveSubkey(secret, 'lianshen/slot/1 recovery', Buffer.from(salt, 'base64'))
const recoveryAad = Buffer.from('lianshen/slot/1 recovery')
const keystoreAad = Buffer.from('lianshen/slot/1 keystore')

function wrap(key: Uint8Array, dataKey: Uint8Array, aad: Uint8Array): { nonce: string; wrappedKey: string } {
  const { nonce, sealed } = sealText(key, dataKey, aad)
  return { nonce, wrappedKey: sealed }
}

const unwrap = (key: Uint8Array, slot: Pick<Slot, 'nonce' | 'wrappedKey'>, aad: Uint8Array): Buffer | null =>
  key.length === 32 ? openText(key, { nonce: slot.nonce, sealed: slot.wrappedKey }, aad) : null
