import { execFileSync, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createTranslator } from '@shared/messages/translate'
import { runProgram } from '../../../electron/cli/program'
import { localDay } from '../../../electron/cli/world'

export type CliRun = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** The command line as it is shipped; built anew where the sources are newer, once for a file of tests. */
let built: string | undefined
function builtCli(): string {
  if (built === undefined) {
    execFileSync(process.execPath, [resolve('scripts/build.mjs'), '--if-needed'], { stdio: 'pipe' })
    built = resolve('out/main/cli.js')
  }
  return built
}

/** Runs the built command line in a process of its own. */
export function runCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  /** A command that runs ours, with its own arguments. */
  before: readonly string[] = [],
): Promise<CliRun> {
  return new Promise((done, failed) => {
    const program = [...before, process.execPath, builtCli(), ...args]
    const child = spawn(program[0]!, program.slice(1), {
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

/** The same program in this process: every part is real but the two streams. For long tables of cases. */
export async function runHere(
  args: readonly string[],
  /** What a person types at the terminal; there is none unless it is given. */
  askSecret: (prompt: string) => Promise<string | null> = async () => null,
): Promise<CliRun> {
  let stdout = ''
  let stderr = ''
  let ending = 0
  const code = await runProgram(args, {
    t: createTranslator('zh-CN'),
    locale: 'zh-CN',
    answer: (text) => (stdout += text),
    say: (text) => (stderr += text),
    askSecret,
    now: () => new Date(),
    today: () => localDay(new Date()),
    endWith: (wanted) => (ending = wanted),
    resourcesFolder: resolve('resources'),
    version: '0.0.0-test',
  })
  return { code: code === 0 ? ending : code, stdout, stderr }
}
