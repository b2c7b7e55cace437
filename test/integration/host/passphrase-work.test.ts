import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { doWorkHere } from '@host/keys/passphrase-work'
import { buildArgon2Worker } from '../../helpers/built-worker'
import { passphrase } from './desk-fixture'

describe('the thread that derives a key from a passphrase', () => {
  it('derives the same key as this thread does, and ends', async () => {
    const work = { passphrase, salt: Buffer.alloc(16, 7), memoryKiB: 1024, iterations: 3, parallelism: 1 }
    const thread = new Worker(await buildArgon2Worker(), { workerData: work })
    const ended = once(thread, 'exit')
    const [key] = (await once(thread, 'message')) as [Uint8Array]
    expect(Buffer.from(key).toString('hex')).toBe(Buffer.from(await doWorkHere(work)).toString('hex'))
    expect(await ended).toEqual([0])
  })
})
