/** Entry of the thread that reads one bundle and ends: a file that overwhelms it takes nothing else with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { describeRefusal, readBundleHere, type BundleAnswer, type BundleToRead } from './bundle-job'
import type { OpenedBundle } from './read-bundle'

const portionChars = 200_000

const answer = (message: BundleAnswer): void => parentPort?.postMessage(message)

function* portionsOf(records: OpenedBundle['records']): Generator<OpenedBundle['records']> {
  let portion: OpenedBundle['records'][number][] = []
  let chars = 0
  for (const record of records) {
    portion.push(record)
    chars += JSON.stringify(record.envelope).length
    if (chars < portionChars) continue
    yield portion
    portion = []
    chars = 0
  }
  if (portion.length > 0) yield portion
}

readBundleHere(workerData as BundleToRead).then(
  ({ records, ...head }) => {
    const portions = portionsOf(records)
    parentPort?.on('message', () => {
      const next = portions.next()
      if (next.done !== true) answer({ kind: 'records', records: next.value })
    })
    answer({ kind: 'opened', head, recordCount: records.length })
  },
  (error: unknown) => answer(describeRefusal(error)),
)
