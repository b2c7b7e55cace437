import type { OpinionStep } from '@shared/acts/opinion-steps'

/** What was done to an opinion, and what of it was taken back; the newest last. */
export type OpinionWay = { readonly done: readonly OpinionStep[]; readonly undone: readonly OpinionStep[] }

const none: OpinionWay = { done: [], undone: [] }
const ways = new Map<string, OpinionWay>()

/** Since the desk was opened. @param key of the draft */
export const wayOf = (key: string): OpinionWay => ways.get(key) ?? none

export const keepWay = (key: string, way: OpinionWay): void => {
  ways.set(key, way)
}

/** Ends with the desk: what was taken back is a text of a dossier. */
export const forgetWays = (): void => ways.clear()
