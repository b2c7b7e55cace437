import { sep } from 'node:path'

/** What stands before every writing into a folder that one process holds. */
export type Guard = {
  /** Rises with every taking of the folder. */
  readonly number: number
  /** On a disk of this computer, which answers at once: questions to it need not wait in line. */
  readonly isNear: boolean
  /** @throws whatever says that it is another's now */
  readonly check: () => Promise<void>
}

const guards = new Map<string, Guard>()

/**
 * From now on everything that is written under `root` by the functions of this folder asks first. Answers how to end
 * it.
 */
export function guardFolder(root: string, guard: Guard): () => void {
  guards.set(root, guard)
  return () => {
    if (guards.get(root) === guard) guards.delete(root)
  }
}

/** The guard of a path; null where everybody may write. */
export function guardOf(path: string): Guard | null {
  for (const [root, guard] of guards) if (path === root || path.startsWith(root + sep)) return guard
  return null
}

/**
 * To be asked before something is written, renamed or removed, and again before anybody is told that it was: between
 * the two the folder may have been taken. @throws what the guard says
 */
export const mayWrite = async (path: string): Promise<void> => guardOf(path)?.check()

/** The name of a part file beside `path`: in a guarded folder one of this holding, which no other writes into. */
export function partOf(path: string): string {
  const guard = guardOf(path)
  return guard === null ? `${path}.part` : `${path}.${guard.number}.part`
}
