/** Opens, uses and closes the desk of one profile in a process of its own, so that its memory is the host's alone. */
import { performance } from 'node:perf_hooks'
import { BlackBox } from '../durability/desk/black-box'
import { opinionReturned } from '../integration/host/review-actions'
import { probed } from './probe'

export type HostUse = {
  /** Unlocking until the desk has answered what a page asks first; with the work of the passphrase. */
  readonly open: Awaited<ReturnType<typeof probed>>
  /** Memory when it is at rest after that, MB. */
  readonly restMB: number
  /** The first append, which waits until all was compared, and the median of those after it. */
  readonly firstAppendMs: number
  readonly appendMs: number
  /** Locking: snapshot, image, mark. */
  readonly close: Awaited<ReturnType<typeof probed>>
}

const [root = ''] = process.argv.slice(2)
const desk = await BlackBox.start(root, { sizes: {} })
const open = await probed(async () => {
  await desk.unlock()
  const { count } = await desk.call('journal:get-status', undefined)
  await desk.call('journal:read', { after: Math.max(0, count - 1), limit: 1 })
  await desk.call('app:get-status', undefined)
})
await new Promise((resolve) => setTimeout(resolve, 500))
const restMB = process.memoryUsage().rss / 1e6
const appends: number[] = []
for (let round = 0; round < 21; round += 1) {
  const start = performance.now()
  await desk.must('journal:append', { actions: [opinionReturned(`第${round}次（示例）`)] })
  appends.push(performance.now() - start)
}
const [firstAppendMs = NaN, ...rest] = appends
const appendMs = rest.toSorted((a, b) => a - b)[rest.length >> 1] ?? NaN
const close = await probed(() => desk.close())
console.log(JSON.stringify({ open, restMB, firstAppendMs, appendMs, close } satisfies HostUse))
