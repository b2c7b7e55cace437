import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { argon2id } from 'hash-wasm'

/** How much work of Argon2id one guess costs; memory in KiB. */
export type PassphraseStrength = {
  readonly memoryKiB: number
  readonly iterations: number
  readonly parallelism: number
}

/** One turn of Argon2id. */
export type PassphraseWork = PassphraseStrength & { readonly passphrase: string; readonly salt: Uint8Array }

/** 32 bytes by Argon2id, in this very thread. */
export const doWorkHere = ({ passphrase, salt, memoryKiB, iterations, parallelism }: PassphraseWork) =>
  argon2id({
    password: passphrase,
    salt,
    memorySize: memoryKiB,
    iterations,
    parallelism,
    hashLength: 32,
    outputType: 'binary',
  })

/**
 * The same in a thread that ends with it where one is built beside this code: meanwhile the desk goes on answering, and
 * the memory of the work is the system's again at once instead of when this thread collects its garbage.
 */
export function doWork(work: PassphraseWork): Promise<Uint8Array> {
  const url = ['./argon2-worker.js', '../argon2-worker.js']
    .map((path) => new URL(path, import.meta.url))
    .find((candidate) => existsSync(candidate))
  return url === undefined ? doWorkHere(work) : doWorkIn(new Worker(url, { workerData: work }))
}

function doWorkIn(worker: Worker): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.on('message', resolve)
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the thread of the passphrase ended')))
  })
}
