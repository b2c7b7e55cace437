import { HostFailure } from '../lib/failure'
import type { HostContext } from './host-context'
import { everyInterval } from '../lib/timers'
import type { Hold } from '../profile/hold'

const everyMs = 5000

/**
 * Gives a sign of life every few seconds, looks whether the profile is still ours and its journal untouched, and tells
 * the person at once if not. Answers how to end it.
 */
export const keepHold = (
  hold: Hold,
  { state, notify }: Pick<HostContext, 'state' | 'notify'>,
  ms: number = everyMs,
): (() => void) =>
  everyInterval(ms, () => {
    const look = async (): Promise<void> => {
      await hold.renew()
      await hold.check()
      await state.open?.look()
    }
    look().catch((error: unknown) => {
      // A disk that fails is told where something is to be written.
      if (error instanceof HostFailure) notify(error.error)
      // What is written from now on would be said to be saved, and is not.
      if (hold.lost !== null) state.open?.journal.hold()
    })
  })
