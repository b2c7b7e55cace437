import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Plan } from './sitter'
import type { Said } from './said'

export type SittingEnd = {
  readonly lines: readonly Said[]
  readonly isFinished: boolean
  /** What it said on its way out if it broke. */
  readonly broke: string | null
}

/** A sitting that hangs is a defect, too. */
const longestMs = 600_000

/** Runs a sitting to its end, or kills it so many ms after the desk was open. */
export function runSitting(plan: Plan, killAfterMs: number | null): Promise<SittingEnd> {
  const program = join(import.meta.dirname, 'sitting.js')
  const child = spawn(process.execPath, ['--expose-gc', program, JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  let timer: NodeJS.Timeout | undefined
  let why: 'killed' | 'hung' | null = null
  const kill = (reason: 'killed' | 'hung'): void => {
    why = reason
    child.kill('SIGKILL')
  }
  // A character may lie over the end of a piece.
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    output += piece
    if (killAfterMs !== null && output.includes('"ready"')) {
      timer ??= setTimeout(() => {
        kill('killed')
      }, killAfterMs)
    }
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (errors += piece))
  const watchdog = setTimeout(() => {
    kill('hung')
  }, longestMs)
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(watchdog)
      clearTimeout(timer)
      const lines = linesIn(output)
      const isFinished = lines.some(({ kind }) => kind === 'finished')
      const broke = isFinished || why === 'killed' ? null : why === 'hung' ? 'hung' : errors.slice(-2000) || 'ended'
      resolve({ lines, isFinished, broke })
    })
  })
}

/** Lines of a child's output; the last may be cut off. */
const linesIn = (output: string): Said[] =>
  output.split('\n').flatMap((text) => {
    try {
      return text.startsWith('{') ? [JSON.parse(text) as Said] : []
    } catch {
      return []
    }
  })
