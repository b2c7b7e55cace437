import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { assertNever } from '@shared/lib/assert-never'
import { readRecoveryKey } from '@shared/lib/recovery-key'
import { fail } from '../lib/failure'
import { decodeChecked, encodeChecked } from '../files/checked-json'
import { writeDurably } from '../files/durable-file'
import { readJson } from '../profile/profile-folder'
import { openText, sealText } from '../vault/gcm'
import type { SystemKeystore } from './keystore'
import type { PassphraseStrength } from './passphrase-work'
import {
  makeKeystoreSlot,
  makePassphraseSlot,
  makeRecoverySlot,
  openKeystoreSlot,
  openPassphraseSlot,
  openRecoverySlot,
  slotSchema,
  type Slot,
} from './slots'

const base64 = z.base64()
const sealedKey = { nonce: base64, privateKey: base64 }

/** Members of a newer version stay as they are; what it changes gets a higher number. */
const keyFileSchema = z.looseObject({
  /** Version 2 says that everything else of the profile is encrypted under the data key; 1 is from before. */
  format: z.enum(['lianshen-keys/1', 'lianshen-keys/2']),
  suite: z.literal('p256-sha256-aes256gcm/1'),
  /** Slots of kinds that this version does not know are kept as they are. */
  slots: z.array(z.union([slotSchema, z.looseObject({ kind: z.string() })])).min(1),
  /** PKCS#8 of the signing key, AES-256-GCM under the data key; its self-issued certificate in the open. */
  signing: z.strictObject({ certificate: base64, ...sealedKey }),
  /** The raw X25519 key that opens what is encrypted to this desk, under the data key as well. */
  encryption: z.strictObject(sealedKey).optional(),
})
type KeyFile = z.infer<typeof keyFileSchema>

/** The keys of a desk: PKCS#8 and certificate (DER) of the signing key; the raw X25519 key, 32 bytes. */
export type DeskKeys = { readonly privateKey: Buffer; readonly certificate: Buffer; readonly encryptionKey: Buffer }

/** What a slot opens: the keys, and the data key (32 bytes) that all of the profile is encrypted under. */
export type UnlockedKeys = DeskKeys & {
  readonly dataKey: Buffer
  /** False until what an older version wrote in the open was converted. */
  readonly isAllSealed: boolean
}

/** How somebody wants in. */
export type KeyRequest =
  { readonly passphrase: string } | { readonly recoveryKey: string } | { readonly keystore: SystemKeystore }

/** Writes `keys.json`: a random data key wrapped by the passphrase and by a new recovery key, and the keys under it. */
export async function createKeyFile(
  path: string,
  passphrase: string,
  keys: DeskKeys,
  strength: PassphraseStrength,
): Promise<{ readonly unlocked: UnlockedKeys; readonly recoveryKey: string }> {
  const dataKey = randomBytes(32)
  const recovery = makeRecoverySlot(dataKey)
  const signing = sealText(dataKey, keys.privateKey, keys.certificate)
  await writeKeyFile(path, {
    format: 'lianshen-keys/2',
    suite: 'p256-sha256-aes256gcm/1',
    slots: [await makePassphraseSlot(dataKey, passphrase, strength), recovery.slot],
    signing: {
      certificate: keys.certificate.toString('base64'),
      nonce: signing.nonce,
      privateKey: signing.sealed,
    },
    encryption: sealEncryptionKey(dataKey, keys),
  })
  return { unlocked: { ...keys, dataKey, isAllSealed: true }, recoveryKey: recovery.recoveryKey }
}

/** Whether the text of a `keys.json` can be read at all. */
export function isKeyFile(text: string): boolean {
  try {
    return keyFileSchema.safeParse(decodeChecked(text)).success
  } catch {
    return false
  }
}

/** Which optional ways in a `keys.json` has. A file that cannot be read has none. */
export async function readSlotKinds(path: string): Promise<{ readonly recoveryKey: boolean; keystore: boolean }> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const kinds = isKeyFile(text) ? keyFileSchema.parse(decodeChecked(text)).slots.map((slot) => slot.kind) : []
  return { recoveryKey: kinds.includes('recovery'), keystore: kinds.includes('keystore') }
}

/**
 * Opens `keys.json`. A file of an older version gets its X25519 key at this moment.
 * @throws HostFailure `passphrase.wrong`, `recovery-key.malformed`, `recovery-key.wrong`, `recovery-key.none`,
 * `keystore.dummy`, `keystore.off`, `keystore.failed`, `profile.damaged`
 */
export async function openKeyFile(path: string, request: KeyRequest): Promise<UnlockedKeys> {
  const file = await readKeyFile(path)
  const dataKey = await openDataKey(file, request, path)
  const certificate = Buffer.from(file.signing.certificate, 'base64')
  const { nonce, privateKey: sealed } = file.signing
  const privateKey = openText(dataKey, { nonce, sealed }, certificate) ?? fail('profile.damaged', { path })
  const isAllSealed = file.format === 'lianshen-keys/2'
  if (file.encryption === undefined) {
    const keys = { privateKey, certificate, encryptionKey: randomBytes(32) }
    await writeKeyFile(path, { ...file, encryption: sealEncryptionKey(dataKey, keys) })
    return { ...keys, dataKey, isAllSealed }
  }
  const opened = { nonce: file.encryption.nonce, sealed: file.encryption.privateKey }
  const encryptionKey = openText(dataKey, opened, encryptionAad(certificate)) ?? fail('profile.damaged', { path })
  return { privateKey, certificate, encryptionKey, dataKey, isAllSealed }
}

/**
 * The data key, for whoever only reads a profile: not a byte of it changes.
 * @throws HostFailure as `openKeyFile`
 */
export async function openForReading(
  path: string,
  request: KeyRequest,
): Promise<Pick<UnlockedKeys, 'dataKey' | 'isAllSealed'>> {
  const file = await readKeyFile(path)
  return { dataKey: await openDataKey(file, request, path), isAllSealed: file.format === 'lianshen-keys/2' }
}

/** Rewraps the data key under another passphrase; every other slot and key stays as it is. */
export async function replacePassphrase(
  path: string,
  request: KeyRequest,
  next: string,
  strength: PassphraseStrength,
): Promise<void> {
  const file = await readKeyFile(path)
  const slot = await makePassphraseSlot(await openDataKey(file, request, path), next, strength)
  await writeKeyFile(path, withSlot(file, slot))
}

/** Makes a new recovery key; the one before opens nothing any more. */
export async function renewRecoveryKey(path: string, passphrase: string): Promise<string> {
  const file = await readKeyFile(path)
  const { slot, recoveryKey } = makeRecoverySlot(await openDataKey(file, { passphrase }, path))
  await writeKeyFile(path, withSlot(file, slot))
  return recoveryKey
}

/** Lets the system's keystore open the desk, too. @throws HostFailure `keystore.dummy`, `keystore.failed` */
export async function addKeystore(path: string, passphrase: string, keystore: SystemKeystore): Promise<void> {
  const file = await readKeyFile(path)
  const dataKey = await openDataKey(file, { passphrase }, path)
  if (!(await keystore.isReal())) fail('keystore.dummy')
  const slot = await makeKeystoreSlot(dataKey, keystore).catch(() => fail('keystore.failed'))
  await writeKeyFile(path, withSlot(file, slot))
}

/** The system's keystore opens nothing any more. */
export async function removeKeystore(path: string, passphrase: string): Promise<void> {
  const file = await readKeyFile(path)
  await openDataKey(file, { passphrase }, path)
  await writeKeyFile(path, { ...file, slots: file.slots.filter((slot) => slot.kind !== 'keystore') })
}

/** Says that nothing of the profile lies in the open any more. */
export async function markAllSealed(path: string): Promise<void> {
  await writeKeyFile(path, { ...(await readKeyFile(path)), format: 'lianshen-keys/2' })
}

const readKeyFile = async (path: string): Promise<KeyFile> =>
  readJson(await readFile(path, 'utf8'), keyFileSchema, path)

async function writeKeyFile(path: string, file: KeyFile): Promise<void> {
  // Whoever forgets the recovery key or changes the computer must still have the passphrase.
  if (!file.slots.some((slot) => slot.kind === 'passphrase')) throw new Error('keys without a passphrase')
  await writeDurably(path, encodeChecked(file))
}

const withSlot = (file: KeyFile, slot: Slot): KeyFile => ({
  ...file,
  slots: [...file.slots.filter((other) => other.kind !== slot.kind), slot],
})

function slotOf<K extends Slot['kind']>(file: KeyFile, kind: K): Extract<Slot, { kind: K }> | null {
  for (const slot of file.slots) {
    const parsed = slotSchema.safeParse(slot)
    if (parsed.success && parsed.data.kind === kind) return parsed.data as Extract<Slot, { kind: K }>
  }
  return null
}

async function openDataKey(file: KeyFile, request: KeyRequest, path: string): Promise<Buffer> {
  if ('passphrase' in request) {
    const slot = slotOf(file, 'passphrase') ?? fail('profile.damaged', { path })
    return (await openPassphraseSlot(slot, request.passphrase)) ?? fail('passphrase.wrong')
  }
  if ('recoveryKey' in request) {
    const reading = readRecoveryKey(request.recoveryKey)
    if (reading.kind === 'malformed') return fail('recovery-key.malformed', { group: reading.group })
    const slot = slotOf(file, 'recovery') ?? fail('recovery-key.none')
    return openRecoverySlot(slot, reading.bytes) ?? fail('recovery-key.wrong')
  }
  if ('keystore' in request) {
    const slot = slotOf(file, 'keystore') ?? fail('keystore.off')
    if (!(await request.keystore.isReal())) fail('keystore.dummy')
    const dataKey = await openKeystoreSlot(slot, request.keystore).catch(() => null)
    return dataKey ?? fail('keystore.failed')
  }
  return assertNever(request, 'unknown way in')
}

/** A swapped certificate opens neither key. */
const encryptionAad = (certificate: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from('lianshen/encryption-key/1 '), certificate])

function sealEncryptionKey(dataKey: Uint8Array, keys: DeskKeys): { nonce: string; privateKey: string } {
  const { nonce, sealed } = sealText(dataKey, keys.encryptionKey, encryptionAad(keys.certificate))
  return { nonce, privateKey: sealed }
}
