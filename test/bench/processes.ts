/** Processor time and memory of other processes, as the system counts them (Linux). */
import { readdirSync, readFileSync } from 'node:fs'

export type ProcessUse = {
  /** Processor time of all threads so far. */
  readonly cpuMs: number
  /** The most memory that was ever resident. */
  readonly peakMB: number
  readonly residentMB: number
}

/** The system counts in ticks of a hundredth of a second. */
const tickMs = 10

/** Processes whose command line has all of these words. */
export function processesWith(...words: readonly string[]): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((pid) => {
      const line = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
      return words.every((word) => line.includes(word))
    })
    .map(Number)
}

/** What processes used together. */
export function useOf(pids: readonly number[]): ProcessUse {
  const each = pids.map((pid) => {
    const [, fields = ''] = read(`/proc/${pid}/stat`).split(') ')
    const times = fields.split(' ')
    const status = read(`/proc/${pid}/status`)
    return {
      cpuMs: (Number(times[11] ?? 0) + Number(times[12] ?? 0)) * tickMs,
      peakMB: kilobytes(status, 'VmHWM') / 1024,
      residentMB: kilobytes(status, 'VmRSS') / 1024,
    }
  })
  const sum = (of: (use: ProcessUse) => number): number => each.reduce((total, use) => total + of(use), 0)
  return { cpuMs: sum((use) => use.cpuMs), peakMB: sum((use) => use.peakMB), residentMB: sum((use) => use.residentMB) }
}

const kilobytes = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(status)?.[1] ?? 0)

/** Empty if the process is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
