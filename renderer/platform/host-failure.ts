import type { HostError, IpcReply } from '@shared/ipc/contract'

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
