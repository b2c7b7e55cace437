/** Public tools that check our files where they are installed; a test that needs one says so when it is not. */
import { spawnSync } from 'node:child_process'

export interface ToolOutput {
  status: number | null
  text: string
}

export const hasTool = (name: string): boolean => spawnSync('which', [name]).status === 0

/** Runs a tool to its end. */
export function runTool(name: string, ...args: string[]): ToolOutput {
  const { status, stdout, stderr } = spawnSync(name, args, { encoding: 'utf8', timeout: 120_000 })
  return { status, text: stdout + stderr }
}
