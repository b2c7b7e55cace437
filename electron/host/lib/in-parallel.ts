/**
 * Works on items a few at a time. The first failure stops what has not begun; it is thrown when nothing is under way
 * any more.
 */
export async function inParallel<T>(
  atOnce: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values()
  let isStopped = false
  const workOn = async (): Promise<void> => {
    for (const item of waiting) {
      if (isStopped) return
      await work(item).catch((error: unknown) => {
        isStopped = true
        throw error
      })
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, workOn))
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
