import { setTimeout as wait } from 'node:timers/promises'

/**
 * How long a file that somebody else holds for a moment (a scanner, a sync client, an indexer) is waited for, in
 * milliseconds.
 */
export const patienceMs = 2000

/**
 * What passes by itself: held, or being removed. Windows says so with EPERM and EACCES, too; elsewhere EACCES is a
 * right that lacks.
 */
const passing = new Set(process.platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY', 'EPERM'])

const isPassing = (error: unknown): boolean => passing.has((error as NodeJS.ErrnoException).code ?? '')

/**
 * Does one step of the file system that may be done again, until it succeeds or two seconds are over; what does not
 * pass by itself is told at once. @throws what the last try threw
 */
export async function patiently<T>(step: () => Promise<T>, pause: (ms: number) => Promise<unknown> = wait): Promise<T> {
  for (let waited = 0, next = 25; ; next = next * 2) {
    try {
      return await step()
    } catch (error) {
      if (!isPassing(error) || waited >= patienceMs) throw error
    }
    const span = Math.min(next, patienceMs - waited)
    await pause(span)
    waited += span
  }
}
