/** Looks at this process while it works: how long its main thread answered nobody, and its memory and processor time. */
import { readFileSync, writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

export type Probed = {
  readonly ms: number
  /** Processor time of all threads. */
  readonly cpuMs: number
  /** The longest time in which the main thread answered nobody. */
  readonly blockMs: number
  /** The same without the time in which it was ready to run but the machine gave its processors to other programs. */
  readonly ownBlockMs: number
  /** The most memory that was resident; undefined where the system does not say. */
  readonly peakMB: number | undefined
}

const tickMs = 4

/** Milliseconds that the main thread stood in the queue for a processor; 0 where the system does not say. */
function queuedMs(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}

function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // Then the peak is that of the whole run.
  }
}

function peakMB(): number | undefined {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'latin1')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

/** Runs something and looks on. */
export async function probed(run: () => Promise<unknown>): Promise<Probed> {
  resetPeak()
  let [blockMs, ownBlockMs] = [0, 0]
  let [last, lastQueued] = [performance.now(), queuedMs()]
  const look = (): void => {
    const [now, queued] = [performance.now(), queuedMs()]
    const gap = now - last - tickMs
    blockMs = Math.max(blockMs, gap)
    ownBlockMs = Math.max(ownBlockMs, gap - (queued - lastQueued))
    ;[last, lastQueued] = [now, queued]
  }
  const ticking = setInterval(look, tickMs)
  const [start, cpuBefore] = [performance.now(), process.cpuUsage()]
  try {
    await run()
  } finally {
    clearInterval(ticking)
  }
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(cpuBefore)
  look()
  return { ms, cpuMs: (user + system) / 1000, blockMs, ownBlockMs, peakMB: peakMB() }
}
