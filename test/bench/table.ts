/** What every bench measures with and prints. */
import { availableParallelism, loadavg } from 'node:os'
import { performance } from 'node:perf_hooks'

export interface Measure {
  what: string
  /** Undefined: could not be measured, e.g. because a program is not installed. */
  value: number | undefined
  unit: string
  target?: { bound: 'at most' | 'at least'; value: number }
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN

/** The value that `percent` of them do not pass. */
export const percentile = (values: readonly number[], percent: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1] ?? NaN

/** Milliseconds that something takes. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

const isMet = ({ value, target }: Measure): boolean =>
  target === undefined ||
  (value !== undefined && (target.bound === 'at most' ? value <= target.value : value >= target.value))

/** Prints a table and the same as JSON; the process ends with 1 when a target is missed or could not be measured. */
export function print(measures: readonly Measure[]): void {
  const rows = measures.map((measure) => {
    const { what, value, unit, target } = measure
    const shown = value === undefined ? 'not measured' : `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`
    const wanted = target === undefined ? '' : `${target.bound} ${target.value} ${unit}`
    return [what, shown, wanted, target === undefined ? '' : isMet(measure) ? 'met' : 'MISSED']
  })
  const table = [['measure', 'value', 'target', ''], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
  const [load = 0] = loadavg()
  const cores = availableParallelism()
  const missed = measures.filter((measure) => !isMet(measure)).length
  const targets = measures.filter(({ target }) => target !== undefined).length
  console.log(`\n${targets - missed} of ${targets} targets met; load ${load.toFixed(1)} on ${cores} processors`)
  if (load > cores) {
    console.log('Other programs were at work: seconds are longer than on a quiet machine, and ratios waver.')
  }
  const machine = { node: process.version, cores, load }
  console.log(
    `\n${JSON.stringify({ machine, measures: measures.map((one) => ({ ...one, met: isMet(one) })) }, null, 2)}`,
  )
  process.exitCode = measures.every(isMet) ? 0 : 1
}
