import { gcm } from '@noble/ciphers/aes.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** A row of the desk as the screens see it. */
export type PlainRow = Readonly<Record<string, unknown>>

/** A row as it lies in the browser's database: what indexes need, and everything else closed. */
export type SealedRow = PlainRow & { readonly sealed: Uint8Array }

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

/**
 * Closes rows with AES-256-GCM. The associated data names table, id and stamp, so that no row can stand in the place of
 * another one. Each call is synchronous: an IndexedDB transaction does not wait for anything else.
 */
export class RowCipher {
  readonly #rowKey: Uint8Array
  readonly #markKey: Uint8Array

  /** @param databaseKey 32 bytes, from the host, never stored */
  constructor(databaseKey: Uint8Array) {
    this.#rowKey = hmac(sha256, databaseKey, utf8ToBytes('lianshen/rows/1'))
    this.#markKey = hmac(sha256, databaseKey, utf8ToBytes('lianshen/marks/1'))
  }

  /** @param inClear paths of the row that indexes are built from, dotted */
  seal(table: string, row: PlainRow, inClear: readonly string[]): SealedRow {
    const nonce = crypto.getRandomValues(new Uint8Array(nonceSize))
    const plain = utf8ToBytes(JSON.stringify(row))
    const sealed = concatBytes(nonce, gcm(this.#rowKey, nonce, identityOf(table, row)).encrypt(plain))
    return { ...pick(row, inClear), sealed }
  }

  /** @throws SealedRowBroken */
  open(table: string, row: PlainRow): PlainRow {
    const { sealed } = row
    if (!(sealed instanceof Uint8Array) || sealed.length < nonceSize + tagSize) throw new SealedRowBroken(table)
    const cipher = gcm(this.#rowKey, sealed.subarray(0, nonceSize), identityOf(table, row))
    try {
      return JSON.parse(new TextDecoder().decode(cipher.decrypt(sealed.subarray(nonceSize)))) as PlainRow
    } catch {
      throw new SealedRowBroken(table)
    }
  }

  /**
   * A keyed mark of one stored row. The sum of the marks of all rows tells whether these rows, in these versions, are the
   * ones that were written: an older version of a row that was put back changes it.
   */
  markOf(table: string, row: PlainRow): bigint {
    const { sealed } = row
    const tag = sealed instanceof Uint8Array ? sealed.subarray(-tagSize) : new Uint8Array()
    const mark = hmac(sha256, this.#markKey, concatBytes(identityOf(table, row), tag))
    return BigInt(`0x${bytesToHex(mark.subarray(0, Number(markBits) / 8))}`)
  }
}

/** Adds marks, or takes them away by adding the negative. */
export const addMarks = (a: bigint, b: bigint): bigint => BigInt.asUintN(Number(markBits), a + b)

/** A sum of marks as text, and back. */
export const marksAsText = (marks: bigint): string => marks.toString(16)
export const marksFromText = (text: string): bigint => BigInt(`0x${text}`)

const identityOf = (table: string, { id, key, stamp }: PlainRow): Uint8Array =>
  utf8ToBytes(JSON.stringify([table, id ?? key ?? null, stamp ?? null]))

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
