import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  type Stats,
} from 'node:fs'
import { basename, join } from 'node:path'
import { spaceLevel } from '@host/files/space'
import type { DatabaseKeeper } from '@host/context/host-context'
import { hostError } from '@host/lib/failure'
import type { HostError } from '@shared/ipc/contract'

type Place = {
  /** What the shell keeps for itself. */
  readonly dataFolder: string
  /** Below it, outermost first: the folders of the browser down to the one in which its databases lie. */
  readonly folders: readonly string[]
  readonly clock: () => Date
  /** Whether the disk has room for a copy. */
  readonly hasRoom: () => boolean
}

/**
 * Looks after the browser's database from outside of the browser, and before it: what is no folder is put aside, for no
 * browser could clear it away; and the database is held as it is, until the page has said what it found, for a browser
 * throws away what it cannot read.
 */
export function keepDatabase({ dataFolder, folders, clock, hasRoom }: Place): DatabaseKeeper {
  const keptFolder = join(dataFolder, 'damaged-database')
  const held = join(dataFolder, 'held-database')
  const databases = folders.at(-1) ?? dataFolder

  /** Puts what `fill` makes in the place of whatever was kept before. */
  const keep = (fill: (target: string) => void): string => {
    const name = clock().toISOString().replaceAll(/[-:.]/gu, '')
    const target = join(keptFolder, name)
    mkdirSync(keptFolder, { recursive: true, mode: 0o700 })
    fill(target)
    for (const other of readdirSync(keptFolder)) {
      if (other !== name) rmSync(join(keptFolder, other), { recursive: true, force: true })
    }
    return target
  }

  const clearTheWay = (): HostError[] => {
    const inTheWay = [...folders, ...databasesIn(databases)].filter((path) => isNoFolder(path))
    if (inTheWay.length === 0) return []
    const aside = keep((target) => {
      mkdirSync(target, { recursive: true, mode: 0o700 })
      for (const path of inTheWay) renameSync(path, join(target, basename(path)))
    })
    return inTheWay.map((path) => hostError('database.no-folder', { path, aside }))
  }

  const hold = (): void => {
    const part = `${held}.part`
    rmSync(part, { recursive: true, force: true })
    // What no page has judged yet is older than what a browser may have made of it since.
    if (lookAt(held) !== null || lookAt(databases) === null || !hasRoom()) return
    copyTree(databases, part)
    renameSync(part, held)
  }

  let notices: readonly HostError[] = []
  return {
    begin: () => {
      notices = attempt(clearTheWay, [])
      attempt(hold, undefined)
    },
    notices: () => notices,
    judge: async (verdict) => {
      if (verdict === 'sound') {
        attempt(() => rmSync(held, { recursive: true, force: true }), undefined)
        return null
      }
      return attempt(() => {
        if (lookAt(held) !== null) return keep((target) => renameSync(held, target))
        // Damaged since the start; one that is gone has nothing more to keep.
        if (verdict === 'gone' || lookAt(databases) === null || !hasRoom()) return null
        return keep((target) => copyTree(databases, target))
      }, null)
    },
    kept: async () => {
      const name = attempt(() => readdirSync(keptFolder), [])
        .sort()
        .at(-1)
      if (name === undefined) return null
      const path = join(keptFolder, name)
      return { path, at: statSync(path).mtime.toISOString(), bytes: bytesOf(path) }
    },
    remove: async () => {
      rmSync(keptFolder, { recursive: true, force: true })
    },
  }
}

/** Whether the disk of a folder is far from full: a copy that nobody needs must not fill it. */
export function hasRoomForCopies(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return spaceLevel(bavail * bsize) === 'ok'
}

/** A copy is a service to a person who looks for the cause: whatever hinders it hinders no desk. */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}

/** Null also where a file stands in the place of a folder above. */
const lookAt = (path: string): Stats | null => attempt(() => lstatSync(path), null)

/** A file, a link to nothing or to a file; false where there is nothing at all. */
const isNoFolder = (path: string): boolean =>
  lookAt(path) !== null && !attempt(() => statSync(path).isDirectory(), false)

/** Where a Chromium keeps the rows and the large values of each origin. */
const databasesIn = (folder: string): readonly string[] =>
  attempt(() => readdirSync(folder), [])
    .filter((name) => /\.indexeddb\.(?:leveldb|blob)$/u.test(name))
    .map((name) => join(folder, name))

/** Files that LevelDB and Chromium write once and never again: a second name for them costs nothing. */
const isWrittenOnce = (path: string): boolean => /\.ldb$|\.indexeddb\.blob[/\\]/u.test(path)

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) copyTree(source, target)
    // LOCK is empty, and nobody else may read it while a browser runs on Windows.
    else if (entry.isFile() && entry.name !== 'LOCK') copyOrLink(source, target)
  }
}

function copyOrLink(source: string, target: string): void {
  if (isWrittenOnce(source)) {
    try {
      linkSync(source, target)
      return
    } catch {
      // A file system without second names.
    }
  }
  copyFileSync(source, target)
}

function bytesOf(path: string): number {
  const info = statSync(path)
  if (!info.isDirectory()) return info.size
  return readdirSync(path).reduce((total, name) => total + bytesOf(join(path, name)), 0)
}
