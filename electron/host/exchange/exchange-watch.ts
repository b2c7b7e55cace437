import { watch, type FSWatcher } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExchangeFile } from '@shared/ipc/exchange'
import { fileSystemError } from '../failure'
import type { OpenDesk } from '../open-desk'
import { Serial } from '../serial'
import { kindOfName } from './file-names'
import { peekBundle, type Peek } from './peek-bundle'

/** Between two looks at the same size and time before a file counts as at rest. */
const restMs = 1500

export type FoundFile = Omit<ExchangeFile, 'place'>

type Seen = { readonly size: number; readonly mtimeMs: number; readonly since: number; peek: Peek | null }

/**
 * Watches the exchange folder. A file is offered only when its size and time rested over two looks and its end is whole;
 * until then it waits, and never errs. Nothing is imported here. Shares do not notify, so whoever asks looks anew.
 */
export class ExchangeWatch {
  readonly #serial = new Serial()
  #seen = new Map<string, Seen>()
  #watched: { readonly folder: string; readonly watcher: FSWatcher | null } | null = null
  #imports: { desk: OpenDesk | null; count: number; at: Map<string, string> } = { desk: null, count: 0, at: new Map() }

  constructor(private readonly now: () => number) {}

  /** One look: every bundle of the folder, the newest first, with what can be said of it. */
  look(folder: string, desk: OpenDesk | null): Promise<FoundFile[]> {
    return this.#serial.run(async () => {
      this.follow(folder)
      const imports = await this.importsOf(desk)
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
        const manifest = peek?.kind === 'bundle' ? peek.manifest : null
        files.push({
          path,
          fileName,
          size: found.size,
          modifiedAt: found.mtime.toISOString(),
          state: kind === 'bundle' ? stateOf(peek, desk) : kind,
          kind: manifest?.kind ?? null,
          from: manifest === null ? null : `${manifest.from.name}（${manifest.from.unit}）`,
          importedAt: (manifest !== null && imports.get(manifest.bundleId)) || null,
        })
      }
      this.#seen = seen
      return files.sort((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : a.modifiedAt > b.modifiedAt ? -1 : 0))
    })
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

  /** When each bundle was imported, by its id; read on from where the last look stopped. */
  private async importsOf(desk: OpenDesk | null): Promise<ReadonlyMap<string, string>> {
    if (this.#imports.desk !== desk) this.#imports = { desk, count: 0, at: new Map() }
    if (desk === null) return this.#imports.at
    const { journal } = desk
    for (const record of await journal.read(this.#imports.count, journal.count)) {
      const { bundleId } = record.payload
      if (record.type === 'bundle.imported' && typeof bundleId === 'string') this.#imports.at.set(bundleId, record.at)
    }
    this.#imports.count = journal.count
    return this.#imports.at
  }
}

function stateOf(peek: Peek | null, desk: OpenDesk | null): ExchangeFile['state'] {
  if (peek === null || peek.kind === 'incomplete') return 'copying'
  if (peek.kind !== 'bundle') return peek.kind
  return peek.manifest.from.keyId === desk?.identity.desk.keyId ? 'own' : 'ready'
}
