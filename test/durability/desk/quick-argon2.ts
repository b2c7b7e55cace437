/**
 * Stands in for `hash-wasm` in the harness: the hash of the same inputs, at once. The harness opens desks thousands of
 * times to see what a disk did to them; that a passphrase costs its work is tested elsewhere.
 */
import { createHash } from 'node:crypto'
import type * as HashWasm from 'hash-wasm'

type Options = Parameters<typeof HashWasm.argon2id>[0]

export function argon2id({ password, salt, memorySize, iterations, parallelism }: Options): Promise<Uint8Array> {
  const hash = createHash('sha256')
    .update(`${memorySize} ${iterations} ${parallelism} `)
    .update(salt as Uint8Array)
    .update(password as string)
  return Promise.resolve(new Uint8Array(hash.digest()))
}
