import { chmod, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { inParallel } from '../lib/in-parallel'
import { guardOf } from './guarded-folder'

/** What only its owner reads, writes and enters, whatever the mask of the process says. */
export const privateMode = { file: 0o600, folder: 0o700 } as const
/** What the mask of the process decides: folders that a person chose are his or hers, and others read there. */
const openMode = { file: 0o666, folder: 0o777 } as const

/** With which mode something is made: in a profile for its owner alone. */
export const modeOf = (path: string, kind: keyof typeof openMode): number =>
  (guardOf(path) === null ? openMode : privateMode)[kind]

/** How many files and folders were open to others and are not any more, and how many could not be closed to them. */
export type MadePrivate = { readonly changed: number; readonly refused: number }

/**
 * Closes a folder and all in it to everybody but its owner, who loses nothing by it: only rights of others are taken.
 * Links are not followed. Where rights are not bits (Windows) nothing is done.
 */
export async function makePrivate(root: string): Promise<MadePrivate> {
  if (process.platform === 'win32') return { changed: 0, refused: 0 }
  let changed = 0
  let refused = 0
  const close = async (path: string): Promise<void> => {
    const found = await lstat(path).catch(() => null)
    if (found === null || found.isSymbolicLink()) return
    if ((found.mode & 0o077) !== 0) {
      try {
        await chmod(path, found.mode & 0o700)
        changed += 1
      } catch {
        refused += 1
      }
    }
    if (!found.isDirectory()) return
    const names = await readdir(path).catch(() => [])
    await inParallel(16, names, (name) => close(join(path, name)))
  }
  await close(root)
  return { changed, refused }
}

/** One sentence for the log; null if there is nothing to tell. */
export function tellMadePrivate(what: string, { changed, refused }: MadePrivate): string | null {
  if (changed + refused === 0) return null
  const left = refused === 0 ? '' : `; ${refused} belong to somebody else and stay as they are`
  return `${what}: ${changed} files and folders were open to other users of this computer and are not any more${left}`
}
