import type { HostError, IpcOutput } from '@shared/ipc/contract'

/** A true desk that has taken a bundle of three megabytes in, and the two places where a case happens. */
export type EnvironmentScene = {
  readonly root: string
  readonly exchange: string
  /** Where the bundle lies that is brought, and where an export goes. */
  readonly source: string
  readonly target: string
  readonly large: Buffer
  readonly worker: URL
  /** Takes a file into the dry run, which is dropped again. */
  readonly stage: (path: string) => Promise<IpcOutput<'bundle:stage'>>
  readonly export: () => Promise<IpcOutput<'bundle:export'>>
  /** Closes the desk, opens it anew and answers what it tells then. */
  readonly reopen: () => Promise<readonly HostError[]>
  readonly close: () => Promise<void>
}

export type Answer = { readonly kind: string; readonly error?: HostError }

export type EnvironmentCase = {
  /** Says, in a sentence's end, what happens to the bundle. */
  readonly name: string
  /** Refused with this code, or done in spite of all. */
  readonly expected: string
  /** Every answer is judged by itself; a string is a fault that was found besides. */
  readonly act: (scene: EnvironmentScene) => AsyncIterable<Answer | string>
}
