import type { HostError } from '@shared/ipc/contract'
import type { zhErrors } from '@shared/messages/zh/errors'

/** Codes of expected failures; each has its sentence in messages as `error.<code>` (held by type). */
export type HostErrorCode = keyof typeof zhErrors extends infer K ? (K extends `error.${infer C}` ? C : never) : never

export const hostError = (code: HostErrorCode, params: HostError['params'] = {}): HostError => ({ code, params })

/** An expected failure on its way to the handler, which answers it as a value. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure'
  constructor(readonly error: HostError) {
    super(`${error.code} ${JSON.stringify(error.params)}`)
  }
}

/** @throws HostFailure always */
export function fail(code: HostErrorCode, params: HostError['params'] = {}): never {
  throw new HostFailure(hostError(code, params))
}

const codeOfErrno: Readonly<Partial<Record<string, HostErrorCode>>> = {
  ENOSPC: 'disk.full',
  EDQUOT: 'disk.full',
  EFBIG: 'disk.fat',
  EROFS: 'disk.read-only',
  EACCES: 'file.no-permission',
  EPERM: 'file.no-permission',
  ENOENT: 'file.missing',
  ENOTDIR: 'file.missing',
  EISDIR: 'file.is-folder',
  EBUSY: 'file.held',
  ETXTBSY: 'file.held',
  EMFILE: 'file.too-many-open',
  ENFILE: 'file.too-many-open',
  ENAMETOOLONG: 'file.name-too-long',
  EIO: 'disk.failed',
  ENODEV: 'disk.failed',
  ENXIO: 'disk.failed',
}

/** The sentence for a failure of the file system; null if it is none that is expected. */
export function fileSystemError(error: unknown): HostError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const code = codeOfErrno[error.code]
  const path = 'path' in error && typeof error.path === 'string' ? error.path : ''
  return code === undefined ? null : hostError(code, { path })
}

type Failed = { readonly kind: 'failed'; readonly error: HostError }

/** Runs a handler's work: expected failures become `{ kind: 'failed' }`, a bug is thrown on. */
export async function answer<T extends object>(
  run: () => Promise<T>,
): Promise<(T & { readonly kind: 'done' }) | Failed> {
  try {
    return { kind: 'done', ...(await run()) }
  } catch (error) {
    const expected = error instanceof HostFailure ? error.error : fileSystemError(error)
    if (expected === null) throw error
    return { kind: 'failed', error: expected }
  }
}
