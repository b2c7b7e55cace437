import type { AgainRow, AgainSource } from '@shared/ipc/verify-again'
import { callHost, done } from '@renderer/platform/bridge'

/** How far verifying again has come. */
export type AgainState = {
  readonly rows: readonly AgainRow[]
  readonly done: number
  readonly total: number
  readonly isStopped: boolean
}

/** Verifies again until everything is done or `isStopped` says so; tells after each answer. */
export async function verifyAgain(
  source: AgainSource,
  isStopped: () => boolean,
  onProgress: (state: AgainState) => void,
): Promise<void> {
  const { jobId, total } = done(await callHost('verify:again-begin', { source }))
  let state: AgainState = { rows: [], done: 0, total, isStopped: false }
  onProgress(state)
  while (state.done < total) {
    if (isStopped()) {
      await callHost('verify:again-stop', { jobId })
      onProgress({ ...state, isStopped: true })
      return
    }
    const answer = done(await callHost('verify:again-continue', { jobId }))
    state = { ...state, rows: [...state.rows, ...answer.rows], done: answer.done }
    onProgress(state)
  }
}
