import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

export type CliRun = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** Runs the command line through its real entry in a process of its own. */
export function runCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliRun> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--import', 'tsx', resolve('electron/cli/index.ts'), ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', failed)
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}
