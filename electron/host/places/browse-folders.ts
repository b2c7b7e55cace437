import { readdir, realpath, stat } from 'node:fs/promises'
import { homedir, userInfo } from 'node:os'
import { dirname, join, relative, isAbsolute } from 'node:path'
import { compareNames } from '@shared/lib/names'
import { fail } from '../lib/failure'

export type FolderLine = { readonly name: string; readonly path: string }
export type FolderView = {
  /** Null where one of several places to begin is chosen. */
  readonly path: string | null
  /** Null at a place to begin: above it are the other places to begin. */
  readonly parent: string | null
  readonly folders: readonly FolderLine[]
}

/** Where a folder really lies; null if there is none. */
async function reallyAt(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  return found?.isDirectory() === true ? realpath(path).catch(() => null) : null
}

/** What is listed of one folder: nobody chooses among more. */
const mostLines = 2000

const subfolders = async (path: string): Promise<FolderLine[]> =>
  (await readdir(path, { withFileTypes: true }))
    // A link leads who knows where; a hidden folder is some program's.
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ name, path: join(path, name) }))
    .sort((a, b) => compareNames(a.name, b.name))
    .slice(0, mostLines)

async function mounted(): Promise<FolderLine[]> {
  if (process.platform === 'win32') {
    const letters = Array.from({ length: 24 }, (_, index) => `${String.fromCharCode(67 + index)}:\\`)
    const there = await Promise.all(letters.map(reallyAt))
    return letters.filter((_, index) => typeof there[index] === 'string').map((path) => ({ name: path, path }))
  }
  const parents =
    process.platform === 'darwin'
      ? ['/Volumes']
      : [`/media/${userInfo().username}`, `/run/media/${userInfo().username}`, '/mnt']
  const found = await Promise.all(parents.map((path) => subfolders(path).catch(() => [])))
  return found.flat()
}

/** Where choosing may begin: the person's own folder, the exchange folder, and what is plugged in or mounted. */
async function startingPlaces(exchangeFolder: string): Promise<FolderLine[]> {
  const own = [homedir(), exchangeFolder].map((path) => ({ name: path, path }))
  const all = [...own, ...(await mounted())]
  const found = await Promise.all(all.map(async ({ name, path }) => ({ name, path: await reallyAt(path) })))
  const places = new Map(found.flatMap(({ name, path }) => (path === null ? [] : [[path, name] as const])))
  return [...places].map(([path, name]) => ({ name, path }))
}

const isWithin = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return !way.startsWith('..') && !isAbsolute(way)
}

/**
 * Folders to choose from where the shell has no dialog of the system: names of folders, never of files, below the
 * places where choosing may begin. @throws HostFailure `folder.missing`, or a file system error
 */
export async function browseFolders(path: string | null, exchangeFolder: string): Promise<FolderView> {
  const starts = await startingPlaces(exchangeFolder)
  if (path === null) return { path, parent: null, folders: starts }
  const isAllowed = starts.some((start) => isWithin(start.path, path)) && (await reallyAt(path)) === path
  if (!isAllowed) return fail('folder.missing', { folder: path })
  const parent = dirname(path)
  const hasParent = parent !== path && starts.some((start) => isWithin(start.path, parent))
  return { path, parent: hasParent ? parent : null, folders: await subfolders(path) }
}
