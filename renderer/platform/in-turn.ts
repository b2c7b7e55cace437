/** Runs a task while no other window of this browser runs one of the same name. */
export async function inTurn<T>(name: string, task: () => Promise<T>): Promise<T> {
  // An engine for tests has no locks, and one window.
  const { locks } = navigator as { locks?: LockManager | null }
  if (!locks) return task()
  const ended = await locks.request(name, async () => ({ result: await task() }))
  return ended.result
}
