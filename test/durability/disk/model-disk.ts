/**
 * What a disk would still have after a power cut: for every file its content at the last sync and what was written
 * since, for every folder its entries at the last sync and what changed since. Entries and bytes are lost
 * independently, as POSIX allows: the strictest file system that a desk may lie on.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'

type FileChange =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number }

export type FileNode = { readonly kind: 'file'; durable: Buffer; pending: FileChange[] }
type FolderChange = { readonly number: number; readonly name: string; readonly node: Node | null }
export type FolderNode = {
  readonly kind: 'folder'
  durable: Map<string, Node>
  readonly live: Map<string, Node>
  pending: FolderChange[]
}
export type Node = FileNode | FolderNode

/** Which of the changes that were not synced a power cut leaves. */
export type Survival = {
  readonly name: string
  readonly keepsEntry: (change: number) => boolean
  readonly keepsBytes: () => boolean
}

/** Survivals by name; `seed` makes the two random ones repeatable. */
export function survivals(seed: number): readonly Survival[] {
  return [
    { name: 'nothing unsynced', keepsEntry: () => false, keepsBytes: () => false },
    { name: 'entries without bytes', keepsEntry: () => true, keepsBytes: () => false },
    { name: 'bytes without entries', keepsEntry: () => false, keepsBytes: () => true },
    randomSurvival(seed * 2 + 1),
    randomSurvival(seed * 2 + 2),
  ]
}

function randomSurvival(seed: number): Survival {
  const random = randomOf(seed)
  const kept = new Map<number, boolean>()
  return {
    name: `random ${seed}`,
    keepsEntry: (change) => {
      const known = kept.get(change) ?? random() < 0.5
      kept.set(change, known)
      return known
    },
    keepsBytes: () => random() < 0.5,
  }
}

/** Mulberry32: numbers from 0 to 1 that a seed repeats. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export class ModelDisk {
  readonly #root: FolderNode
  #changes = 0

  /** Takes what lies under `root` as synced. */
  constructor(readonly root: string) {
    this.#root = readFolder(root)
  }

  /** The node at a path; null outside the root or where nothing is. */
  find(path: string): Node | null {
    const way = relative(this.root, path)
    if (way === '') return this.#root
    if (way.startsWith('..')) return null
    let node: Node | undefined = this.#root
    for (const name of way.split(sep)) node = node?.kind === 'folder' ? node.live.get(name) : undefined
    return node ?? null
  }

  createFile(path: string): void {
    this.change([[path, { kind: 'file', durable: Buffer.alloc(0), pending: [] }]])
  }

  createFolders(path: string): void {
    if (path === this.root || this.find(path) !== null || relative(this.root, path).startsWith('..')) return
    this.createFolders(dirname(path))
    this.change([[path, { kind: 'folder', durable: new Map(), live: new Map(), pending: [] }]])
  }

  remove(path: string): void {
    this.change([[path, null]])
  }

  rename(from: string, to: string): void {
    this.change([
      [from, null],
      [to, this.find(from)],
    ])
  }

  link(from: string, to: string): void {
    this.change([[to, this.find(from)]])
  }

  write(node: Node | null, at: number, bytes: Uint8Array): void {
    if (node?.kind === 'file') node.pending.push({ kind: 'write', at, bytes: Buffer.from(bytes) })
  }

  truncate(node: Node | null, length: number): void {
    if (node?.kind === 'file') node.pending.push({ kind: 'truncate', length })
  }

  sync(node: Node | null): void {
    if (node === null) return
    if (node.kind === 'file') {
      node.durable = writtenContent(node)
      node.pending = []
      return
    }
    const numbers = new Set(node.pending.map(({ number }) => number))
    // A rename between two folders is one change of the disk: it is there in both or in neither.
    for (const folder of foldersOf(this.#root)) {
      for (const change of folder.pending) if (numbers.has(change.number)) apply(folder.durable, change)
      folder.pending = folder.pending.filter((change) => !numbers.has(change.number))
    }
  }

  /** Writes the disk as a power cut may leave it into an empty place. */
  writeCrash(target: string, survival: Survival): void {
    rmSync(target, { recursive: true, force: true })
    writeFolder(target, this.#root, survival)
  }

  private change(entries: readonly (readonly [string, Node | null])[]): void {
    this.#changes += 1
    for (const [path, node] of entries) {
      const folder = this.find(dirname(path))
      if (folder?.kind !== 'folder') continue
      const change = { number: this.#changes, name: basename(path), node }
      apply(folder.live, change)
      folder.pending.push(change)
    }
  }
}

function apply(entries: Map<string, Node>, { name, node }: FolderChange): void {
  if (node === null) entries.delete(name)
  else entries.set(name, node)
}

/** The content with every change. */
function writtenContent({ durable, pending }: FileNode): Buffer {
  let content = durable
  for (const change of pending) {
    if (change.kind === 'truncate') content = resized(content, change.length)
    else {
      content = resized(content, Math.max(content.length, change.at + change.bytes.length))
      change.bytes.copy(content, change.at)
    }
  }
  return content
}

/** What a disk writes whole or not at all, in bytes. */
const sectorSize = 512

/** The content as a power cut leaves it: the new length or the old one, and every sector new or old. */
function contentOf(node: FileNode, keeps: () => boolean): Buffer {
  if (node.pending.length === 0) return node.durable
  const written = writtenContent(node)
  const content = resized(node.durable, keeps() ? written.length : node.durable.length)
  for (let at = 0; at < content.length; at += sectorSize) {
    if (keeps()) written.copy(content, at, at, Math.min(at + sectorSize, content.length, written.length))
  }
  return content
}

function resized(content: Buffer, length: number): Buffer {
  const next = Buffer.alloc(length)
  content.copy(next, 0, 0, length)
  return next
}

function* foldersOf(folder: FolderNode): Generator<FolderNode> {
  yield folder
  const seen = new Set([...folder.live.values(), ...folder.durable.values()])
  for (const node of seen) if (node.kind === 'folder') yield* foldersOf(node)
}

function writeFolder(target: string, folder: FolderNode, survival: Survival): void {
  mkdirSync(target, { recursive: true })
  const entries = new Map(folder.durable)
  for (const change of folder.pending) if (survival.keepsEntry(change.number)) apply(entries, change)
  for (const [name, node] of entries) {
    const path = join(target, name)
    if (node.kind === 'folder') writeFolder(path, node, survival)
    else writeFileSync(path, contentOf(node, survival.keepsBytes))
  }
}

function readFolder(path: string): FolderNode {
  const live = new Map<string, Node>()
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const way = join(path, entry.name)
    if (entry.isDirectory()) live.set(entry.name, readFolder(way))
    else if (entry.isFile()) live.set(entry.name, { kind: 'file', durable: readFileSync(way), pending: [] })
  }
  return { kind: 'folder', durable: new Map(live), live, pending: [] }
}
