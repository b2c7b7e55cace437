import type { HostError } from '@shared/ipc/contract'
import type { MessageKey, MessageParams, PlacesOf } from '@shared/messages/words'

/** A code that messages have a sentence for, as `error.<code>`: no other can be declared. */
export type WordedCode = MessageKey extends infer Key ? (Key extends `error.${infer Code}` ? Code : never) : never

/** What the file system may answer. */
export const systemFailures = [
  'disk.full',
  'disk.fat',
  'disk.read-only',
  'disk.failed',
  'file.no-permission',
  'file.missing',
  'file.is-folder',
  'file.held',
  'file.too-many-open',
  'file.name-too-long',
] as const satisfies readonly WordedCode[]

/**
 * Codes of expected failures, declared beside what makes them: each room in its `failures.ts`, all in
 * `host/failures.ts`.
 */
export interface DeclaredFailures {
  readonly system: (typeof systemFailures)[number]
}
export type HostErrorCode = DeclaredFailures[keyof DeclaredFailures]

type PlaceOf<Code extends HostErrorCode> = PlacesOf<`error.${Code}`>

/** All that the sentence of a failure needs, and more where a program asks for it. */
type Given<Place extends string> = [Place] extends [never]
  ? [params?: MessageParams]
  : [params: MessageParams & Readonly<Record<Place, string | number>>]
type GivenTo<Code extends HostErrorCode> = Given<PlaceOf<Code>>
type GivenBeforeNamed<Code extends HostErrorCode> = Given<Exclude<PlaceOf<Code>, 'fileName'>>

export const hostError = <Code extends HostErrorCode>(code: Code, ...[params]: GivenTo<Code>): HostError => ({
  code,
  params: { ...params },
})

/** An expected failure on its way to the handler, which answers it as a value. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure'
  constructor(readonly error: HostError) {
    super(`${error.code} ${JSON.stringify(error.params)}`)
  }
}

/** @throws HostFailure always */
export function fail<Code extends HostErrorCode>(code: Code, ...given: GivenTo<Code>): never {
  throw new HostFailure(hostError(code, ...given))
}

/**
 * A refusal of what is in a file, by whoever reads bytes and knows no name: `withFileName` adds it before anybody is
 * told.
 * @throws HostFailure always, without `fileName`
 */
export function refuse<Code extends HostErrorCode>(code: Code, ...given: GivenBeforeNamed<Code>): never {
  throw new HostFailure(refusal(code, ...given))
}

/** The same as a value. */
export const refusal = <Code extends HostErrorCode>(code: Code, ...[params]: GivenBeforeNamed<Code>): HostError => ({
  code,
  params: { ...params },
})

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
  return code === undefined ? null : { code, params: { path } }
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
