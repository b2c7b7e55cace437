/**
 * Processes that are to each other as two computers: they see no process of one another, and have other names and
 * boots.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { resolve } from 'node:path'
import { build } from 'vite'
import { commandOf } from './somebody-else'

/** Whether this user may make namespaces, as root may. */
export const canBeAnotherComputer =
  process.platform === 'linux' &&
  spawnSync('unshare', ['--pid', '--fork', '--mount-proc', '--uts', 'true']).status === 0

export type Answer = { readonly kind: string; readonly error?: { code: string; params: Record<string, string> } } & {
  readonly acknowledged?: readonly string[]
  readonly refusal?: string | null
  readonly records?: readonly { readonly id: string }[]
  readonly notices?: readonly { readonly code: string }[]
}

type Machine = {
  /** Null for this very computer. */
  readonly computer: string | null
  /** Has started anew since, in the eyes of the system. */
  readonly otherBoot?: boolean
  /** As nobody, who is no root. */
  readonly asNobody?: boolean
  /** Milliseconds between two signs of life. */
  readonly renewEveryMs?: number
}

export class OtherComputer {
  /** Of this thread of the tests: others build theirs. */
  private static readonly folder = resolve(`.cache/test-other-computer-${process.env['VITEST_POOL_ID'] ?? '0'}`)
  readonly #lines: AsyncIterator<string>

  private constructor(private readonly child: ChildProcess) {
    if (child.stdout === null) throw new Error('no output')
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  }

  /** Bundles what each of them runs: several start in a second then. */
  static async build(): Promise<void> {
    await build({
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { '@shared': resolve('shared'), '@host': resolve('electron/host') } },
      build: {
        ssr: resolve('test/integration/host/append-when-told.ts'),
        target: 'node20.19',
        outDir: OtherComputer.folder,
        rolldownOptions: { output: { format: 'es', entryFileNames: 'append-when-told.mjs' } },
      },
    })
  }

  static start(
    root: string,
    { computer, otherBoot = false, asNobody = false, renewEveryMs = 200 }: Machine,
  ): OtherComputer {
    const script = resolve(OtherComputer.folder, 'append-when-told.mjs')
    const words = [process.execPath, script, root, String(renewEveryMs)]
    const program = asNobody ? commandOf(words) : words
    if (computer === null) {
      return new OtherComputer(spawn(program[0]!, program.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] }))
    }
    const boot = '/proc/sys/kernel/random/boot_id'
    const steps = [
      'hostname "$0"',
      ...(otherBoot ? ['f=$(mktemp)', 'cat /proc/sys/kernel/random/uuid > $f', `mount --bind $f ${boot}`] : []),
      'exec "$@"',
    ]
    const child = spawn(
      'unshare',
      ['--pid', '--fork', '--mount-proc', '--uts', '--kill-child', 'sh', '-ec', steps.join('; '), computer, ...program],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    )
    return new OtherComputer(child)
  }

  /** Gives an order without waiting. */
  say(order: string): void {
    this.child.stdin?.write(`${order}\n`)
  }

  async hear(): Promise<Answer> {
    const line: IteratorResult<string, undefined> = await this.#lines.next()
    if (line.done === true) throw new Error('the process ended')
    return JSON.parse(line.value) as Answer
  }

  ask(order: string): Promise<Answer> {
    this.say(order)
    return this.hear()
  }

  /** Stops it where it is, or lets it go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
    for (const pid of [...this.descendants()].reverse()) process.kill(pid, name)
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = new Promise((done) => this.child.once('close', done))
    this.signal('SIGKILL')
    await ended
  }

  /** Its process and those below it, by this computer's numbers. */
  private descendants(): readonly number[] {
    const all = [this.child.pid ?? 0]
    for (const pid of all) {
      const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
      all.push(...stdout.split(/\s+/u).filter(Boolean).map(Number))
    }
    return all
  }
}
