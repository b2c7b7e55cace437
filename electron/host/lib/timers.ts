/** Runs something again and again; answers how to stop. */
export type Every = (milliseconds: number, run: () => void) => () => void

/** The system's timer. It never keeps a process alive that has nothing else to do. */
export const everyInterval: Every = (milliseconds, run) => {
  const timer = setInterval(run, milliseconds)
  timer.unref()
  return () => clearInterval(timer)
}
