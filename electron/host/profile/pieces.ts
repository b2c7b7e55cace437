import { constants } from 'node:fs'
import { access, lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostError } from '@shared/ipc/contract'
import type { PieceName, PieceProblem } from '@shared/ipc/profile-pieces'
import { hostError, HostFailure } from '../lib/failure'
import type { ProfileFolder } from './profile-folder'

type Piece = {
  readonly name: PieceName
  readonly path: string
  readonly kind: 'file' | 'folder'
  /** Without it a desk can be worked at: a person is told, and the desk opens. */
  readonly isSpared?: boolean
}

const { R_OK, W_OK, X_OK } = constants

/**
 * Looks at every file and folder of a profile before one of them is touched: whether it is what it must be and can be
 * read and written. What is missing is no business of this. Answers what hinders no work.
 * @throws HostFailure `piece.<problem>.<piece>` of the first that does
 */
export async function inspectPieces(folder: ProfileFolder): Promise<readonly HostError[]> {
  const told: HostError[] = []
  for (const piece of await piecesOf(folder)) {
    const problem = await problemOf(piece)
    if (problem === null) continue
    const error = hostError(`piece.${problem}.${piece.name}`, { path: piece.path })
    const isBearable = piece.isSpared === true && (problem === 'unreadable' || problem === 'read-only')
    if (!isBearable) throw new HostFailure(error)
    told.push(error)
  }
  return told
}

async function piecesOf(folder: ProfileFolder): Promise<readonly Piece[]> {
  const inside = async (name: PieceName, path: string, isSpared = false): Promise<readonly Piece[]> => {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
    const folders = entries.filter((entry) => entry.isDirectory())
    return folders.map((entry) => ({ name, path: join(path, entry.name), kind: 'folder', isSpared }))
  }
  return [
    { name: 'root', path: folder.root, kind: 'folder' },
    { name: 'profile', path: folder.profile, kind: 'file' },
    { name: 'keys', path: folder.keys, kind: 'file' },
    { name: 'journal', path: folder.journal, kind: 'file' },
    { name: 'drafts', path: folder.drafts, kind: 'file' },
    { name: 'settings', path: folder.settings, kind: 'file' },
    { name: 'wait', path: folder.unlockWait, kind: 'file', isSpared: true },
    { name: 'attachments', path: folder.attachments, kind: 'folder' },
    ...(await inside('attachments', folder.attachments)),
    { name: 'staging', path: folder.staging, kind: 'folder' },
    { name: 'locks', path: folder.locks, kind: 'folder' },
    ...(await inside('locks', folder.locks)),
    { name: 'snapshots', path: folder.snapshots, kind: 'folder', isSpared: true },
    ...(await inside('snapshots', folder.snapshots, true)),
    { name: 'aside', path: folder.aside, kind: 'folder', isSpared: true },
  ]
}

async function problemOf({ path, kind }: Piece): Promise<PieceProblem | null> {
  const found = await lstat(path).catch((error: unknown) => codeOf(error))
  if (found === 'ENOENT' || found === 'ENOTDIR') return null
  if (typeof found === 'string') return 'unreadable'
  const meant = found.isSymbolicLink() ? await stat(path).catch((error: unknown) => codeOf(error)) : found
  if (typeof meant === 'string') return meant === 'EACCES' ? 'unreadable' : 'dead-link'
  if (kind === 'folder' && !meant.isDirectory()) return 'no-folder'
  if (kind === 'file' && !meant.isFile()) return 'no-file'
  const reading = kind === 'folder' ? R_OK | X_OK : R_OK
  if (!(await may(path, reading)).isAllowed) return 'unreadable'
  const { isAllowed, code } = await may(path, reading | W_OK)
  if (isAllowed) return null
  return code === 'EROFS' ? 'disk-read-only' : 'read-only'
}

const may = (path: string, mode: number): Promise<{ readonly isAllowed: boolean; readonly code: string }> =>
  access(path, mode).then(
    () => ({ isAllowed: true, code: '' }),
    (error: unknown) => ({ isAllowed: false, code: codeOf(error) }),
  )

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''
