import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import type { PdfFilter } from './pdf-filters'
import type { PdfDict, PdfValue } from './pdf-lexer'
import { isDict, nameOf, numberOf, stringOf, type PdfObjects } from './pdf-objects'

/** What pads a password to 32 bytes (ISO 32000-1 7.6.3.3). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/** Undoes the encryption of streams. */
export type StreamKey = {
  /** The bytes of a stream, which may still be packed; as they are where they are not encrypted. */
  readonly open: (raw: Buffer, number: number, generation: number, filters: readonly PdfFilter[]) => Buffer
}

/**
 * The key of a PDF that opens without anybody typing a password, as files do that only restrict printing or copying;
 * null if one is needed. @param encrypt the dictionary /Encrypt @param id the first string of the trailer's /ID
 */
export function keyWithoutPassword(encrypt: PdfDict, id: Buffer, objects: PdfObjects): StreamKey | null {
  const get = (key: string): PdfValue | undefined => objects.resolve(encrypt.entries.get(key))
  const facts: Facts = {
    revision: numberOf(get('R')) ?? 0,
    version: numberOf(get('V')) ?? 0,
    length: numberOf(get('Length')) ?? 40,
    permissions: numberOf(get('P')) ?? 0,
    owner: stringOf(get('O')),
    user: stringOf(get('U')),
    ownerKey: stringOf(get('OE')),
    userKey: stringOf(get('UE')),
    leavesMetadata: get('EncryptMetadata') === false,
    id,
  }
  const key = facts.revision >= 5 ? longKey(facts) : shortKey(facts)
  if (key === null) return null
  const methodOf = (name: string): Method => {
    const filters = get('CF')
    const filter = isDict(filters) ? objects.resolve(filters.entries.get(name)) : undefined
    const method = isDict(filter) ? nameOf(objects.resolve(filter.entries.get('CFM'))) : null
    return method === 'V2' || method === 'AESV2' || method === 'AESV3' ? method : 'None'
  }
  const usual: Method = facts.version < 4 ? 'V2' : methodOf(nameOf(get('StmF')) ?? 'Identity')
  return {
    open: (raw, number, generation, filters) => {
      const crypt = filters.find(({ name }) => name === 'Crypt')
      const own = crypt === undefined ? null : (nameOf(objects.resolve(crypt.parms?.entries.get('Name'))) ?? 'Identity')
      return openStream(raw, key, own === null ? usual : methodOf(own), number, generation)
    },
  }
}

type Method = 'None' | 'V2' | 'AESV2' | 'AESV3'

type Facts = {
  readonly revision: number
  readonly version: number
  /** Of the key, in bits. */
  readonly length: number
  readonly permissions: number
  readonly owner: Buffer
  readonly user: Buffer
  readonly ownerKey: Buffer
  readonly userKey: Buffer
  readonly leavesMetadata: boolean
  readonly id: Buffer
}

/** Revisions 2 to 4 (ISO 32000-1 7.6.3): the key that the empty password of the user makes. */
function shortKey(facts: Facts): Buffer | null {
  const key = keyOf(facts)
  return isKeyOfUser(facts, key) ? key : null
}

const keyBytes = ({ revision, length }: Facts): number =>
  revision === 2 ? 5 : Math.min(16, Math.max(5, Math.floor(length / 8)))

function keyOf(facts: Facts): Buffer {
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(facts.permissions | 0)
  const md5 = createHash('md5').update(padding).update(facts.owner.subarray(0, 32))
  md5.update(permissions).update(facts.id)
  if (facts.revision >= 4 && facts.leavesMetadata) md5.update(Buffer.alloc(4, 0xff))
  let key: Buffer = md5.digest().subarray(0, keyBytes(facts))
  if (facts.revision === 2) return key
  for (let round = 0; round < 50; round += 1) key = createHash('md5').update(key).digest().subarray(0, keyBytes(facts))
  return key
}

function isKeyOfUser({ revision, user, id }: Facts, key: Buffer): boolean {
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32))
  let check: Buffer = createHash('md5').update(padding).update(id).digest()
  for (let round = 0; round < 20; round += 1) check = rc4(withRound(key, round), check)
  return check.equals(user.subarray(0, 16))
}

const withRound = (key: Buffer, round: number): Buffer => Buffer.from(key.map((byte) => byte ^ round))

/** Revisions 5 and 6 (ISO 32000-2 7.6.4): the key of the file lies in it, wrapped. */
function longKey({ revision, user, owner, userKey, ownerKey }: Facts): Buffer | null {
  const hash = (salt: Buffer, more: Buffer): Buffer =>
    revision === 5 ? createHash('sha256').update(salt).update(more).digest() : hardenedHash(salt, more)
  const none = Buffer.alloc(0)
  const whole = user.subarray(0, 48)
  const ways = [
    { stated: user, wrapped: userKey, more: none },
    { stated: owner, wrapped: ownerKey, more: whole },
  ]
  for (const { stated, wrapped, more } of ways) {
    if (stated.length < 48 || !hash(stated.subarray(32, 40), more).equals(stated.subarray(0, 32))) continue
    if (wrapped.length < 32) return Buffer.alloc(32)
    const cipher = createDecipheriv('aes-256-cbc', hash(stated.subarray(40, 48), more), Buffer.alloc(16))
    return cipher.setAutoPadding(false).update(wrapped.subarray(0, 32))
  }
  return null
}

function openStream(raw: Buffer, key: Buffer, method: Method, number: number, generation: number): Buffer {
  if (method === 'None') return raw
  if (method === 'AESV3') return openAes('aes-256-cbc', key, raw)
  const salt = Buffer.from([number, number >> 8, number >> 16, generation, generation >> 8].map((byte) => byte & 0xff))
  const md5 = createHash('md5').update(key).update(salt)
  if (method === 'AESV2') md5.update('sAlT')
  const own = md5.digest().subarray(0, Math.min(16, key.length + 5))
  return method === 'V2' ? rc4(own, raw) : openAes('aes-128-cbc', own, raw)
}

/** The first block is the initial vector; what pads the last one does no harm. */
function openAes(name: 'aes-128-cbc' | 'aes-256-cbc', key: Buffer, raw: Buffer): Buffer {
  const length = Math.floor(raw.length / 16) * 16
  if (length < 32 || key.length !== (name === 'aes-128-cbc' ? 16 : 32)) return Buffer.alloc(0)
  return createDecipheriv(name, key, raw.subarray(0, 16)).setAutoPadding(false).update(raw.subarray(16, length))
}

/**
 * The hash of revision 6 for the empty password (ISO 32000-2 7.6.4.3.4, algorithm 2.B);
 * `more`: what the user's entry adds to the owner's.
 */
function hardenedHash(salt: Buffer, more: Buffer): Buffer {
  let key = createHash('sha256').update(salt).update(more).digest()
  for (let round = 1; ; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false)
    const sealed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => [key, more]).flat()))
    const remainder = sealed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = createHash(remainder === 0 ? 'sha256' : remainder === 1 ? 'sha384' : 'sha512')
      .update(sealed)
      .digest()
    if (round >= 64 && (sealed.at(-1) ?? 0) <= round - 32) return key.subarray(0, 32)
  }
}

/** RC4, which newer builds of OpenSSL leave out. Only to read what older programs wrote. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  for (let i = 0, j = 0; i < 256; i += 1) {
    const held = state[i] ?? 0
    j = (j + held + (key[i % key.length] ?? 0)) & 0xff
    state[i] = state[j] ?? 0
    state[j] = held
  }
  const opened = Buffer.alloc(bytes.length)
  for (let at = 0, i = 0, j = 0; at < bytes.length; at += 1) {
    i = (i + 1) & 0xff
    const held = state[i] ?? 0
    j = (j + held) & 0xff
    const other = state[j] ?? 0
    state[i] = other
    state[j] = held
    opened[at] = (bytes[at] ?? 0) ^ (state[(held + other) & 0xff] ?? 0)
  }
  return opened
}
