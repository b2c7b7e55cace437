import { randomUUID } from 'node:crypto'
import { lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { digestOf } from '@host/files/durable-file'
import { createHost, type Host, type HostOptions } from '@host/host'
import type { PassphraseStrength } from '@host/keys/passphrase-work'
import { plainPlaces } from '@host/places/places'
import type { IpcChannel, IpcInput, IpcOutput } from '@shared/ipc/contract'
import { createDispatcher } from '@host/register'

const folders: string[] = []

/** A folder for one test; its name has Chinese characters and a space. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), '联审 测试-'))
  folders.push(folder)
  return folder
}

export async function removeTemporaryFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
}

export const passphrase = '示例口令-2026'

/** The least work a slot may name: most tests open desks to see something else. */
const quickPassphrase: PassphraseStrength = { memoryKiB: 8, iterations: 1, parallelism: 1 }

/** A clock that moves on by a second at every look. */
export function steppingClock(): () => Date {
  let now = Date.parse('2026-11-20T01:00:00Z')
  return () => new Date((now += 1000))
}

export type Desk = {
  readonly root: string
  readonly exchange: string
  readonly host: Host
  /** Calls through the dispatcher, as a shell does; throws unless the call itself went through. */
  readonly call: <C extends IpcChannel>(channel: C, input: IpcInput<C>) => Promise<IpcOutput<C>>
}

export async function startHost(root: string, options: Partial<HostOptions> = {}): Promise<Desk> {
  const exchange = options.exchangeFolder ?? join(root, '交换')
  const host = await createHost({
    profileFolder: join(root, '工作目录'),
    exchangeFolder: exchange,
    resourcesFolder: join(import.meta.dirname, '../../../resources'),
    shell: 'browser',
    version: '0.1.0',
    clock: steppingClock(),
    randomUuid: randomUUID,
    publisher: {
      renderPdf: () => Promise.reject(new Error('no publisher in this test')),
      renderDocx: () => Promise.reject(new Error('no publisher in this test')),
      markPdf: () => Promise.reject(new Error('no publisher in this test')),
      signPdf: () => Promise.reject(new Error('no publisher in this test')),
      signDetached: () => Promise.reject(new Error('no publisher in this test')),
    },
    dialogs: null,
    places: plainPlaces,
    passphraseStrength: quickPassphrase,
    ...options,
  })
  const dispatch = createDispatcher(host, () => undefined)
  return {
    root,
    exchange,
    host,
    call: async (channel, input) => {
      const reply = await dispatch(channel, input, { isTrustedSender: true })
      if (!reply.ok) throw new Error(`${channel}: ${reply.code} ${reply.message}`)
      return reply.value as never
    },
  }
}

/** A new desk, open. */
export async function createDesk(role: 'division' | 'expert', name: string, unit = '示例单位'): Promise<Desk> {
  const desk = await startHost(await temporaryFolder())
  succeeded(await desk.call('profile:create', { role, name, unit, passphrase }))
  return desk
}

type Failed = { readonly kind: 'failed'; readonly error: { code: string; params: Record<string, string | number> } }

export function succeeded<T extends { kind: string }>(answer: T): Exclude<T, Failed> {
  if (answer.kind === 'failed') throw new Error(JSON.stringify((answer as unknown as Failed).error))
  return answer as Exclude<T, Failed>
}

export function failure(answer: { kind: string }): Failed['error'] {
  if (answer.kind !== 'failed') throw new Error('did not fail')
  return (answer as Failed).error
}

/** Path and SHA-256 of every file under a folder: equal before and after means not one byte changed. */
export async function hashTree(root: string): Promise<Record<string, string>> {
  const tree: Record<string, string> = {}
  for (const name of await readdir(root, { recursive: true })) {
    const path = join(root, name)
    // Written a while after an opening: what was verified, and nothing that was recorded.
    if (/^journal\.(?:idx|mark)/u.test(basename(name))) continue
    // Renewed every few seconds while a desk is open, and of another number after each opening.
    if (/^lock-\d+$/u.test(basename(name))) tree['lock'] = 'lock'
    else if ((await lstat(path)).isFile()) tree[name] = digestOf(await readFile(path)).sha256
    else tree[name] = 'folder'
  }
  return tree
}

/** Writes records into the exchange folder as a bundle that nobody has to open. */
export const exportInTheOpen = async (
  desk: Desk,
  recordIds: readonly string[],
  fileName: string,
  kind: 'dossier' | 'opinion' = 'dossier',
) =>
  succeeded(
    await desk.call('bundle:export', {
      kind,
      to: '示例',
      recordIds: [...recordIds],
      attachments: [],
      fileName,
      protect: { kind: 'none' },
    }),
  )
