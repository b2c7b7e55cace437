import { writeSync } from 'node:fs'
import { passphrase, startHost, succeeded } from './desk-fixture'
import { opinionReturned } from './review-actions'

/**
 * Run by journal.test.ts as a process of its own: appends pairs of records and prints each id once it is acknowledged.
 */
const root = process.argv[2]
if (root === undefined) throw new Error('usage: append-forever ROOT')
const desk = await startHost(root)
succeeded(await desk.call('profile:unlock', { passphrase }))
for (let number = 0; ; number += 1) {
  const actions = [opinionReturned(`甲${number}`), opinionReturned('长'.repeat((number * 997) % 5000) + '。')]
  const { records } = succeeded(await desk.call('journal:append', { actions }))
  writeSync(1, records.map((record) => `${record.id}\n`).join(''))
}
