import type { HostError } from '@shared/ipc/contract'
import type { Host } from '@host/host'
import { HostFailure } from '@host/lib/failure'
import type { TakeOver } from '@host/profile/lock'
import { openHost } from './open-host'

/**
 * Opens the host; where it cannot be known whether another computer still has the profile, a person is told who held it
 * and since when, and decides. What he or she allows is the taking of that very lock: if another comes between, he or
 * she is asked again. @throws HostFailure as `openHost`, also `profile.held` if the answer is no
 */
export async function openHostAsking(
  options: Parameters<typeof openHost>[0],
  takeOver: TakeOver | null,
  ask: (held: HostError) => Promise<boolean>,
  open: typeof openHost = openHost,
): Promise<Host> {
  for (let allowed = takeOver; ;) {
    try {
      return await open({ ...options, lock: { ...options.lock, takeOver: allowed } })
    } catch (error) {
      if (!isHeldElsewhere(error) || !(await ask(error.error))) throw error
      allowed = Number(error.error.params['number'])
    }
  }
}

/** Whether somebody may decide to take the profile over. */
export const isHeldElsewhere = (error: unknown): error is HostFailure =>
  error instanceof HostFailure && (error.error.code === 'profile.held' || error.error.code === 'profile.held-unknown')
