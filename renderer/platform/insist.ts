/** How long a script that could not be read is left alone before it is asked for again, in ms. */
export const againAfterMs = 1000

/** Reads again and again until it is read: a host that is gone may come back. */
export async function insist<T>(read: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await read()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, againAfterMs))
    }
  }
}
