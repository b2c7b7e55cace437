import { writeSync } from 'node:fs'
import { passphrase, startHost, succeeded } from './desk-fixture'
import { opinionReturned } from './review-actions'

/** Run by snapshots.test.ts as a process of its own: a snapshot after every record, without end. */
const root = process.argv[2]
if (root === undefined) throw new Error('usage: snapshot-forever ROOT')
const desk = await startHost(root)
for (;;) {
  succeeded(await desk.call('profile:unlock', { passphrase }))
  succeeded(await desk.call('journal:append', { actions: [opinionReturned('长'.repeat(50_000 % 19_000))] }))
  writeSync(1, '.')
  await desk.call('profile:lock', undefined)
}
