import type { PowerMonitor } from 'electron'
import type { Host } from '@host/host'

type Desk = {
  readonly host: Pick<Host, 'handlers' | 'isOpen'>
  /** Throws the page away with everything that it holds decrypted. */
  readonly reload: () => void
  readonly logError: (message: string, error: unknown) => void
}

/** Locks the desk when the computer sleeps or its own screen is locked. */
export function lockWithSystem(monitor: Pick<PowerMonitor, 'on'>, { host, reload, logError }: Desk): void {
  const lock = (): void => {
    if (!host.isOpen()) return
    host.handlers['profile:lock'](undefined).then(reload, (error: unknown) => logError('lock failed', error))
  }
  monitor.on('suspend', lock)
  monitor.on('lock-screen', lock)
}
