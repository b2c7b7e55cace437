import { gcm } from '@noble/ciphers/aes.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'

/** A row of the desk as the screens see it. */
export type PlainRow = Readonly<Record<string, unknown>>

/** A row as it lies in the browser's database: what indexes need, and everything else closed. */
export type SealedRow = PlainRow & { readonly sealed: Uint8Array }

/** A closed row, and its mark. */
export type MarkedRow = { readonly row: SealedRow; readonly mark: bigint }

/** A stored row is not what was written under its name: swapped, changed, or closed with another key. */
export class SealedRowBroken extends Error {
  constructor(readonly table: string) {
    super(`a row of ${table} does not open`)
    this.name = 'SealedRowBroken'
  }
}

const nonceSize = 12
const tagSize = 16
const markBits = 128n
const encoder = new TextEncoder()
const inUtf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text)

/**
 * Closes rows with AES-256-GCM. The associated data names table, id and stamp, so that no row can stand in the place of
 * another one. Each call is synchronous: an IndexedDB transaction does not wait for anything else.
 */
export class RowCipher {
  readonly #rowKey: Uint8Array<ArrayBuffer>
  /** With its key in, so that each mark hashes its own bytes only. */
  readonly #marking: ReturnType<typeof hmac.create>
  #nativeKey: Promise<CryptoKey> | null = null

  /** @param databaseKey 32 bytes, from the host, never stored */
  constructor(databaseKey: Uint8Array) {
    this.#rowKey = new Uint8Array(hmac(sha256, databaseKey, inUtf8('lianshen/rows/1')))
    this.#marking = hmac.create(sha256, hmac(sha256, databaseKey, inUtf8('lianshen/marks/1')))
  }

  /** @param inClear paths of the row that indexes are built from, dotted */
  seal(table: string, row: PlainRow, inClear: readonly string[]): SealedRow {
    const nonce = crypto.getRandomValues(new Uint8Array(nonceSize))
    const plain = inUtf8(JSON.stringify(row))
    const sealed = concatBytes(nonce, gcm(this.#rowKey, nonce, identityOf(table, row)).encrypt(plain))
    return { ...pick(row, inClear), sealed }
  }

  /**
   * What `seal` makes, of many rows at once by the browser's own cipher, and the mark of each: outside of transactions,
   * where it may take its time.
   * @param rows not more than 5,000, for which the browser gives nonces in one go
   */
  async sealMany(table: string, rows: readonly PlainRow[], inClear: readonly string[]): Promise<readonly MarkedRow[]> {
    const key = await this.#browsersKey()
    const nonces = crypto.getRandomValues(new Uint8Array(nonceSize * rows.length))
    return Promise.all(
      rows.map(async (row, index) => {
        const iv = nonces.subarray(index * nonceSize, (index + 1) * nonceSize)
        const identity = identityOf(table, row)
        const plain = inUtf8(JSON.stringify(row))
        const closed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: identity }, key, plain)
        const sealed = new Uint8Array(nonceSize + closed.byteLength)
        sealed.set(iv)
        sealed.set(new Uint8Array(closed), nonceSize)
        return { row: { ...pick(row, inClear), sealed }, mark: this.#mark(identity, sealed) }
      }),
    )
  }

  /**
   * What `open` answers, of many rows at once by the browser's own cipher: outside of transactions.
   * @throws SealedRowBroken
   */
  async openMany(table: string, rows: readonly PlainRow[]): Promise<readonly PlainRow[]> {
    const key = await this.#browsersKey()
    return Promise.all(
      rows.map(async (row) => {
        const sealed = wholeSealed(table, row)
        const iv = sealed.subarray(0, nonceSize)
        const how = { name: 'AES-GCM', iv, additionalData: identityOf(table, row) }
        try {
          const plain = await crypto.subtle.decrypt(how, key, sealed.subarray(nonceSize))
          return JSON.parse(new TextDecoder().decode(plain)) as PlainRow
        } catch {
          throw new SealedRowBroken(table)
        }
      }),
    )
  }

  /** @throws SealedRowBroken */
  open(table: string, row: PlainRow): PlainRow {
    const sealed = wholeSealed(table, row)
    const cipher = gcm(this.#rowKey, sealed.subarray(0, nonceSize), identityOf(table, row))
    try {
      return JSON.parse(new TextDecoder().decode(cipher.decrypt(sealed.subarray(nonceSize)))) as PlainRow
    } catch {
      throw new SealedRowBroken(table)
    }
  }

  /**
   * A keyed mark of one stored row. The sum of the marks of all rows tells whether these rows, in these versions, are
   * the ones that were written: an older version of a row that was put back changes it.
   */
  markOf(table: string, row: PlainRow): bigint {
    const { sealed } = row
    return this.#mark(identityOf(table, row), sealed instanceof Uint8Array ? sealed : new Uint8Array())
  }

  #browsersKey(): Promise<CryptoKey> {
    return (this.#nativeKey ??= crypto.subtle.importKey('raw', this.#rowKey, 'AES-GCM', false, ['encrypt', 'decrypt']))
  }

  #mark(identity: Uint8Array, sealed: Uint8Array): bigint {
    const tag = sealed.subarray(-tagSize)
    const ending = new Uint8Array(tag.length + 4)
    ending.set(tag)
    new DataView(ending.buffer).setUint32(tag.length, checksum(sealed))
    const { buffer } = this.#marking.clone().update(identity).update(ending).digest()
    const words = new DataView(buffer)
    return (words.getBigUint64(0) << (markBits / 2n)) | words.getBigUint64(8)
  }
}

/**
 * FNV-1a, 32 bits: the browser keeps large values in files of their own, without a checksum, and to open every row at
 * every start would cost too much.
 */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  // Not `of`, which asks an iterator for every byte.
  for (let at = 0; at < bytes.length; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return hash >>> 0
}

/** @throws SealedRowBroken */
function wholeSealed(table: string, { sealed }: PlainRow): Uint8Array<ArrayBuffer> {
  if (!(sealed instanceof Uint8Array) || sealed.length < nonceSize + tagSize) throw new SealedRowBroken(table)
  return sealed as Uint8Array<ArrayBuffer>
}

/** Adds marks, or takes them away by adding the negative. */
export const addMarks = (a: bigint, b: bigint): bigint => BigInt.asUintN(Number(markBits), a + b)

/** A sum of marks as text, and back. */
export const marksAsText = (marks: bigint): string => marks.toString(16)
export const marksFromText = (text: string): bigint => BigInt(`0x${text}`)

const identityOf = (table: string, { id, key, stamp }: PlainRow): Uint8Array<ArrayBuffer> =>
  inUtf8(JSON.stringify([table, id ?? key ?? null, stamp ?? null]))

/** The parts of a row at these paths, in their places. */
function pick(row: PlainRow, paths: readonly string[]): PlainRow {
  const picked: Record<string, unknown> = {}
  for (const path of paths) {
    const steps = path.split('.')
    const last = steps.pop()
    let from: unknown = row
    let into = picked
    for (const step of steps) {
      from = isObject(from) ? from[step] : undefined
      into = (into[step] ??= {}) as Record<string, unknown>
    }
    const value = isObject(from) && last !== undefined ? from[last] : undefined
    if (last !== undefined && value !== undefined) into[last] = value
  }
  return picked
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
