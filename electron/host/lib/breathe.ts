import { setImmediate, setTimeout } from 'node:timers/promises'

const sliceMs = 10

/**
 * For long work on the main thread: called between its steps, it lets others have their turn whenever a slice is used
 * up, so that the desk goes on answering.
 */
export const breather = (): (() => Promise<void> | undefined) => pacer(sliceMs, 0)

/** The same with a rest of so many ms after each slice, for work that nobody waits for. */
export function pacer(workMs: number, restMs: number): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < workMs) return undefined
    return (restMs === 0 ? setImmediate() : setTimeout(restMs)).then(() => {
      since = performance.now()
    })
  }
}
