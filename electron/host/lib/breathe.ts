import { setImmediate } from 'node:timers/promises'

const sliceMs = 10

/**
 * For long work on the main thread: called between its steps, it lets others have their turn whenever a slice is used
 * up, so that the desk goes on answering.
 */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < sliceMs) return undefined
    return setImmediate().then(() => {
      since = performance.now()
    })
  }
}
