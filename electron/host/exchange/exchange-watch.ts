import { watch, type FSWatcher } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExchangeFile } from '@shared/ipc/exchange'
import { fileSystemError } from '../lib/failure'
import type { Manifest } from '@shared/bundle/manifest'
import type { OpenDesk } from '../desk/open-desk'
import type { BundleTraffic } from '../journal/bundle-traffic'
import { Serial } from '../lib/serial'
import { kindOfName } from './file-names'
import { peekBundle, type Peek } from './peek-bundle'

/** Between two looks at the same size and time before a file counts as at rest. */
const restMs = 1500

export type FoundFile = Omit<ExchangeFile, 'place'>

type Seen = { readonly size: number; readonly mtimeMs: number; readonly since: number; peek: Peek | null }

/**
 * Watches the exchange folder. A file is offered only when its size and time rested over two looks and its end is
 * whole; until then it waits, and never errs. Nothing is imported here. Shares do not notify, so whoever asks looks
 * anew.
 */
export class ExchangeWatch {
  readonly #serial = new Serial()
  #seen = new Map<string, Seen>()
  #watched: { readonly folder: string; readonly watcher: FSWatcher | null } | null = null
  /** What was in envelopes that a person opened with a passphrase, by their marks. */
  readonly #opened = new Map<string, Manifest>()

  constructor(private readonly now: () => number) {}

  /** One look: every bundle of the folder, the newest first, with what can be said of it. */
  look(folder: string, desk: OpenDesk | null): Promise<FoundFile[]> {
    return this.#serial.run(async () => {
      this.follow(folder)
      const past = desk?.journal.traffic ?? null
      const names = await readdir(folder).catch(() => [])
      const seen = new Map<string, Seen>()
      const files: FoundFile[] = []
      for (const fileName of names) {
        const kind = kindOfName(fileName)
        if (kind === 'other') continue
        const path = join(folder, fileName)
        const found = await stat(path).catch(() => null)
        if (found?.isFile() !== true) continue
        const item = this.meet(path, found)
        seen.set(path, item)
        const peek = kind === 'temporary' ? null : await this.peek(path, item, desk)
        const manifest = this.manifestIn(peek)
        const isOwn = past?.hasWritten(path, found.size) === true
        files.push({
          path,
          fileName,
          size: found.size,
          modifiedAt: found.mtime.toISOString(),
          state: kind !== 'bundle' ? kind : isOwn ? 'own' : stateOf(peek, desk),
          kind: manifest?.kind ?? null,
          from: manifest === null ? null : `${manifest.from.name}（${manifest.from.unit}）`,
          importedAt: importedAtOf(peek, manifest, past),
        })
      }
      this.#seen = seen
      return files.sort((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : a.modifiedAt > b.modifiedAt ? -1 : 0))
    })
  }

  /** A person opened an envelope: from now on it is known what is in it. */
  opened(mark: string, manifest: Manifest): void {
    this.#opened.set(mark, manifest)
  }

  /** Lets the folder go. */
  close(): void {
    this.#watched?.watcher?.close()
    this.#watched = null
  }

  /** Remembers since when a file has its size and time. */
  private meet(path: string, { size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): Seen {
    const before = this.#seen.get(path)
    return before?.size === size && before.mtimeMs === mtimeMs
      ? before
      : { size, mtimeMs, since: this.now(), peek: null }
  }

  private async peek(path: string, item: Seen, desk: OpenDesk | null): Promise<Peek | null> {
    if (this.now() - item.since < restMs) return null
    if (item.peek !== null) return item.peek
    try {
      item.peek = await peekBundle(path, desk?.identity.encryption ?? null)
    } catch (error) {
      // Held by the program that copies it, or gone: it waits.
      if (fileSystemError(error) === null) throw error
      return null
    }
    // An end that is not there yet is looked for again; what needs a desk, when one is open.
    const { peek } = item
    if (peek.kind === 'incomplete' || desk === null) item.peek = null
    return peek
  }

  /** A change begins the rest anew at once instead of at the next look. */
  private follow(folder: string): void {
    if (this.#watched?.folder === folder) return
    this.close()
    this.#seen = new Map()
    let watcher: FSWatcher | null = null
    try {
      watcher = watch(folder, { persistent: false }, (_event, fileName) => {
        if (fileName !== null) this.#seen.delete(join(folder, fileName))
      })
      watcher.on('error', () => this.close())
    } catch {
      // A folder that is not there, or a share that cannot be watched: looking is enough.
    }
    this.#watched = { folder, watcher }
  }

  private manifestIn(peek: Peek | null): Manifest | null {
    if (peek?.kind === 'bundle') return peek.manifest
    return peek?.kind === 'passphrase' ? (this.#opened.get(peek.mark) ?? null) : null
  }
}

function importedAtOf(peek: Peek | null, manifest: Manifest | null, past: BundleTraffic | null): string | null {
  const names = [manifest?.bundleId, peek?.kind === 'passphrase' ? peek.mark : undefined]
  for (const name of names) {
    const at = name === undefined ? null : (past?.importedAt(name) ?? null)
    if (at !== null) return at
  }
  return null
}

function stateOf(peek: Peek | null, desk: OpenDesk | null): ExchangeFile['state'] {
  if (peek === null || peek.kind === 'incomplete') return 'copying'
  if (peek.kind !== 'bundle') return peek.kind
  return peek.manifest.from.keyId === desk?.identity.desk.keyId ? 'own' : 'ready'
}
