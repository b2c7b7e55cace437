import type { DeskDatabase } from './database'
import { isAsWritten } from './database-check'
import { judgeDatabase } from './open-database'

/** Before the first portion is read, and between two: whoever opens a desk looks at it first. */
const beforeMs = 2000
const betweenMs = 5

let onBroken: () => void = () => undefined

/** Hears when an open database turns out not to be what was written. @returns what ends that */
export function whenDatabaseBreaks(act: () => void): () => void {
  onBroken = act
  return () => {
    onBroken = () => undefined
  }
}

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

/**
 * Holds every row of an open database against the sums, while people work at it: the shell then lets go of the copy
 * that it kept of it, or the desk is opened anew out of the journal.
 */
export function checkLater(db: DeskDatabase, isOpen: () => boolean): void {
  void check(db, isOpen).catch(() => undefined)
}

async function check(db: DeskDatabase, isOpen: () => boolean): Promise<void> {
  await wait(beforeMs)
  const pause = async (): Promise<void> => {
    if (!isOpen()) throw new Error('the desk was closed')
    await wait(betweenMs)
  }
  let isSound = false
  try {
    isSound = await isAsWritten(db, pause)
  } catch {
    // A store that cannot be read to its end is damaged, too; one that was closed is nobody's worry.
  }
  if (!isOpen()) return
  if (isSound) await judgeDatabase('sound')
  else onBroken()
}
