/**
 * Looks at this process while it works: how long its main thread answered nobody, and its memory and processor time.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

export type Probed = {
  readonly ms: number
  /** Processor time of all threads. */
  readonly cpuMs: number
  /** The longest time in which the main thread answered nobody. */
  readonly blockMs: number
  /**
   * The most processor time that it used up without answering: what such a block is on a quiet machine, whatever other
   * programs take from this one.
   */
  readonly busyMs: number
  /** The most memory that was resident; undefined where the system does not say. */
  readonly peakMB: number | undefined
}

const tickMs = 4

/** Milliseconds that the main thread had a processor; null where the system does not say. */
function ranMs(): number | null {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[0]) / 1e6
  } catch {
    return null
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
  let [blockMs, busyMs] = [0, 0]
  let [last, lastRan] = [performance.now(), ranMs()]
  const look = (): void => {
    const [now, ran] = [performance.now(), ranMs()]
    const gap = now - last - tickMs
    blockMs = Math.max(blockMs, gap)
    busyMs = Math.max(busyMs, ran === null || lastRan === null ? gap : ran - lastRan)
    ;[last, lastRan] = [now, ran]
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
  return { ms, cpuMs: (user + system) / 1000, blockMs, busyMs, peakMB: peakMB() }
}
