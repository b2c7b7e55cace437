import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, readlink } from 'node:fs/promises'
import { hostname, uptime, userInfo } from 'node:os'
import { promisify } from 'node:util'
import { isAlive } from '../files/live-process'

const run = promisify(execFile)

/** Where a system does not tell something. */
export const unknown = '-'

/** This process as a lock names it. What a system does not tell is `-`. */
export type Whereabouts = {
  /** The name that people know the computer by. */
  readonly computer: string
  /** A hash of the system's own number of this computer, for two may have one name. */
  readonly machine: string
  /** Another one after every start of the system. */
  readonly boot: string
  /** Which processes can be seen: a container sees none of those beside it, and gives their numbers again. */
  readonly view: string
  readonly process: number
  /** When the process began, in ticks of its boot: its number may be given again. */
  readonly start: string
  readonly user: string
}

/** Who and where this process is. */
export async function whereabouts(): Promise<Whereabouts> {
  const [machine, boot, view, start] = await Promise.all([
    machineNumber(),
    bootNumber(),
    readlink('/proc/self/ns/pid').catch(() => unknown),
    startOf(process.pid),
  ])
  return {
    computer: hostname().slice(0, 100),
    machine:
      machine === unknown ? unknown : createHash('sha256').update(`lianshen ${machine}`).digest('hex').slice(0, 16),
    boot,
    view,
    process: process.pid,
    start,
    user: userName(),
  }
}

/** When this computer was started, by its own clock, in milliseconds. */
export const startedAt = (): number => Date.now() - uptime() * 1000

/** What can be said of a process of this computer. `unsure` where one has its number and nobody tells since when. */
export async function stateOf(process: number, start: string): Promise<'running' | 'gone' | 'unsure'> {
  if (!isAlive(process)) return 'gone'
  const { start: found, isEnded } = await statusOf(process)
  // Ended, and only waiting for its parent to hear of it: it writes nothing any more.
  if (isEnded) return 'gone'
  if (start === unknown || found === unknown) return 'unsure'
  return found === start ? 'running' : 'gone'
}

/** Start of a process in ticks since the boot (Linux), or as its system writes it; `-` where nobody tells. */
export const startOf = async (pid: number): Promise<string> => (await statusOf(pid)).start

async function statusOf(pid: number): Promise<{ readonly start: string; readonly isEnded: boolean }> {
  if (process.platform === 'darwin') {
    const [state = '', ...start] = (await asked('ps', ['-o', 'state=,lstart=', '-p', String(pid)])).split(/\s+/u)
    return { start: start.join(' ') || unknown, isEnded: state.startsWith('Z') }
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name of a program may hold anything, brackets too.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { start: fields[19] ?? unknown, isEnded: ['Z', 'X'].includes(fields[0] ?? '') }
}

async function machineNumber(): Promise<string> {
  if (process.platform === 'win32') {
    const key = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography'
    const answer = await asked('reg', ['query', key, '/v', 'MachineGuid', '/reg:64'])
    return /MachineGuid\s+REG_SZ\s+(\S+)/u.exec(answer)?.[1] ?? unknown
  }
  if (process.platform === 'darwin') {
    const answer = await asked('ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'])
    return /"IOPlatformUUID" = "([^"]+)"/u.exec(answer)?.[1] ?? unknown
  }
  const text = await readFile('/etc/machine-id', 'utf8').catch(() => '')
  return text.trim() || unknown
}

async function bootNumber(): Promise<string> {
  if (process.platform === 'darwin') return (await asked('sysctl', ['-n', 'kern.bootsessionuuid'])) || unknown
  const text = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return text.trim() || unknown
}

const asked = (program: string, args: readonly string[]): Promise<string> =>
  run(program, [...args], { windowsHide: true, timeout: 5000 }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )

function userName(): string {
  try {
    return userInfo().username.slice(0, 60)
  } catch {
    return unknown
  }
}
