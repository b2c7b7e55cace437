import { isIpcChannel } from '@shared/ipc/channels'
import { ipcContract, type IpcChannel, type IpcReply } from '@shared/ipc/contract'
import type { Host } from './host'

/** Channels that answer without an open profile. */
const withoutProfile: ReadonlySet<IpcChannel> = new Set<IpcChannel>([
  'app:get-status',
  'profile:create',
  'profile:unlock',
  'profile:conversion',
  'profile:stop-conversion',
  'profile:lock',
  // With the recovery key, for whoever forgot the passphrase.
  'profile:change-passphrase',
  'verify:file',
  'exchange:list',
  'dialog:pick-folder',
  'sample:list',
  'desk:watch',
  'desk:release',
])

/**
 * Channels that a page may call which does not have the desk; every other one is refused to it while the desk is open.
 */
const withoutHold: ReadonlySet<IpcChannel> = new Set<IpcChannel>([
  'app:get-status',
  'profile:create',
  'profile:unlock',
  'profile:conversion',
  'profile:stop-conversion',
  'desk:claim',
  'desk:watch',
  'desk:release',
  'verify:file',
  'exchange:list',
  'sample:list',
])

/** Who calls. */
type Sender = {
  readonly isTrustedSender: boolean
  /** The page, null if it did not say which; absent for a caller in the host's own process, which is no page. */
  readonly page?: string | null
  /** Fires when the page goes away before it has its answer. */
  readonly gone?: AbortSignal
}

/** One call from a screen. Whether its sender may be believed is the shell's to say. */
export type Dispatch = (channel: string, input: unknown, sender: Sender) => Promise<IpcReply<unknown>>

/**
 * The one door between a screen and the host, for both shells: sender, channel, shape of the input, open profile,
 * whether this page has the desk, then the handler. A thrown error is a bug: it is logged, and only the name of the
 * channel crosses.
 */
export function createDispatcher(
  host: Pick<Host, 'handlers' | 'isOpen' | 'hold'>,
  logError: (message: string, error: unknown) => void,
): Dispatch {
  return async (channel, input, { isTrustedSender, page, gone }) => {
    if (!isTrustedSender) return { ok: false, code: 'untrusted-sender', message: channel }
    if (!isIpcChannel(channel)) return { ok: false, code: 'bad-input', message: `unknown channel ${channel}` }
    const parsed = ipcContract[channel].input.safeParse(input)
    if (!parsed.success) {
      return {
        ok: false,
        code: 'bad-input',
        message: parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', '),
      }
    }
    if (!withoutProfile.has(channel) && !host.isOpen()) return { ok: false, code: 'locked', message: channel }
    if (page !== undefined && host.isOpen() && !withoutHold.has(channel) && !host.hold.holds(page)) {
      return { ok: false, code: 'not-writer', message: channel }
    }
    if (channel === 'desk:watch' && typeof page === 'string') {
      gone?.addEventListener('abort', () => {
        host.hold.vanish(page)
      })
    }
    try {
      const handler = host.handlers[channel] as (value: unknown) => Promise<unknown>
      return { ok: true, value: await handler(parsed.data) }
    } catch (error) {
      logError(`ipc ${channel} failed`, error)
      return { ok: false, code: 'failed', message: channel }
    }
  }
}
