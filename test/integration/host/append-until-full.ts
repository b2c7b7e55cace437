import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { passphrase, startHost, succeeded } from './desk-fixture'
import { opinionReturned } from './review-actions'

/**
 * Run by disk-full.test.ts as a process whose files may not grow beyond a limit: appends until that fails, and prints
 * what was acknowledged and how it failed.
 */
const root = process.argv[2]
if (root === undefined) throw new Error('usage: append-until-full ROOT')
const desk = await startHost(root)
succeeded(await desk.call('profile:unlock', { passphrase }))
const acknowledged: string[] = []
for (;;) {
  const answer = await desk.call('journal:append', {
    actions: [opinionReturned(`示例${randomBytes(6000).toString('base64')}`)],
  })
  if (answer.kind === 'done') {
    acknowledged.push(...answer.records.map((record) => record.id))
    continue
  }
  const small = await desk.call('journal:append', { actions: [opinionReturned('短（示例）')] })
  const reads = await desk.call('journal:read', { after: 0, limit: 5000 })
  writeSync(
    1,
    JSON.stringify({
      acknowledged,
      failure: answer.error,
      small: small.kind === 'failed' ? small.error.code : small.kind,
      readable: reads.records.length,
    }),
  )
  await desk.host.close()
  break
}
