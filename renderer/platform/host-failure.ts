import type { HostError, IpcReply } from '@shared/ipc/contract'
import type { Given } from '@shared/messages/words'

/** A call that the host refused or could not finish: a bug or a closed desk, never an expected failure. */
export class HostCallError extends Error {
  override readonly name = 'HostCallError'
  constructor(
    readonly code: Extract<IpcReply<never>, { ok: false }>['code'] | 'unreachable',
    channel: string,
    detail: string,
  ) {
    super(code === 'failed' ? channel : `${channel}: ${code} ${detail}`)
  }
}

/** An expected failure of the host, with the code of its sentence. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure'
  constructor(readonly error: HostError) {
    super(error.code)
  }
}

/** What the page finds by itself, before it asks the host. */
export const pageFailures = ['space.no-rebuild'] as const

/** A failure of the page, with all that its sentence needs. */
export const pageFailure = <Code extends (typeof pageFailures)[number]>(
  code: Code,
  ...[params]: Given<`error.${Code}`>
): HostFailure => new HostFailure({ code, params: { ...params } })
