const sliceMs = 12

/** Of newer browsers; an older one waits for a turn of its timer. */
const scheduler = (globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } }).scheduler

/** Lets the page take a key, a click, a frame. */
export const breath = (): Promise<void> =>
  scheduler?.yield?.() ??
  new Promise((resolve) => {
    setTimeout(resolve, 0)
  })

/**
 * For long work on the page's one thread: called between its steps, it lets others have their turn when a slice is used
 * up.
 */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < sliceMs) return undefined
    return breath().then(() => {
      since = performance.now()
    })
  }
}
