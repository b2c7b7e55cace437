import { createInterface } from 'node:readline'
import { fail, HostFailure } from '@host/lib/failure'
import { fileSystemError } from '@host/lib/failure'
import { passphrase, startHost, type Desk } from './desk-fixture'
import { opinionReturned } from './review-actions'

/**
 * A computer of its own for profile-lock.test.ts: takes lines from its standard input, and answers each by one line of
 * JSON. `open`, `take-over`, `unlock`, `append WORD`, `append-for MS WORD`, `draft KEY VALUE`, `close`.
 */
const [root, renewEveryMs = '200'] = process.argv.slice(2)
if (root === undefined) throw new Error('usage: append-when-told ROOT [MS]')
let desk: Desk | null = null
let counter = 0

const open = async (takeOver: 'any' | null) => {
  desk = await startHost(root, { lock: { takeOver, renewEveryMs: Number(renewEveryMs) } })
  return { kind: 'done' }
}
const present = (): Desk => desk ?? fail('profile.none')
const append = (word: string) =>
  present().call('journal:append', { actions: [opinionReturned(`${word}-${(counter += 1)}（示例）`)] })

async function appendFor(ms: number, word: string): Promise<object> {
  const acknowledged: string[] = []
  let refusal: string | null = null
  for (const until = Date.now() + ms; Date.now() < until && refusal === null;) {
    const answer = await append(word)
    if (answer.kind === 'done') acknowledged.push(...answer.records.map(({ id }) => id))
    else refusal = answer.error.code
  }
  return { kind: 'done', acknowledged, refusal }
}

async function obey([word = '', ...rest]: readonly string[]): Promise<object> {
  if (word === 'open' || word === 'take-over') return open(word === 'open' ? null : 'any')
  if (word === 'unlock') return present().call('profile:unlock', { passphrase })
  if (word === 'append') return append(rest[0] ?? '')
  if (word === 'append-for') return appendFor(Number(rest[0]), rest[1] ?? '')
  if (word === 'draft') return present().call('draft:put', { key: rest[0] ?? '', value: rest[1] ?? '' })
  if (word === 'notices') return { kind: 'done', notices: (await present().call('app:get-status', undefined)).notices }
  await present().host.close()
  desk = null
  return { kind: 'done' }
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await obey(line.split(' ')).catch((error: unknown) => {
    const known = error instanceof HostFailure ? error.error : fileSystemError(error)
    return { kind: 'failed', error: known ?? { code: String(error), params: {} } }
  })
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
