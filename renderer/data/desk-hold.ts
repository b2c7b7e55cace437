import type { HoldNews } from '@shared/ipc/desk-hold'
import { callHost, onDenied } from '../platform/bridge'
import { HostCallError } from '../platform/host-failure'
import { pageId } from '../platform/page-id'
import { useHold } from './hold-state'
import { flushDrafts, lastWords, resumeDrafts, suspendDrafts } from './drafts'

export type Claim = { readonly kind: 'holding' } | { readonly kind: 'elsewhere'; readonly since: string }

/** A page that is going (loaded anew, or closed) lets go a moment after the next one asks. */
const leavingTakes = 250
const leavingTries = 4
/** A host that did not answer is asked again after this, in ms. */
const againAfter = 1000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Asks for the desk. With `takeOver` another page puts its last words on the disk and lets go.
 * @throws HostCallError
 */
export async function claimDesk(takeOver: boolean): Promise<Claim> {
  let claim = await callHost('desk:claim', { page: pageId, takeOver })
  for (let tries = 0; claim.kind === 'elsewhere' && !takeOver && tries < leavingTries; tries += 1) {
    await pause(leavingTakes)
    claim = await callHost('desk:claim', { page: pageId, takeOver })
  }
  return claim
}

/** Lets go, as a page does that is leaving: with what was typed last, in one call that no other one may overtake. */
export const releaseDesk = (): Promise<void> => callHost('desk:release', { page: pageId, words: lastWords() })

/**
 * Keeps the desk until another page asks for it, and then lets go with everything that was typed on the disk.
 * @param onLocked the desk was locked by somebody else
 * @returns what ends the watch
 */
export function keepDesk(onLocked: () => void): () => void {
  let isWatching = true
  /** Asked anew each time: it may have ended while the host was answering. */
  const goesOn = (): boolean => isWatching
  const lose = () => {
    if (!isWatching) return
    isWatching = false
    void suspendDrafts()
    useHold.getState().set('lost')
  }
  /** The line to the host broke: the desk is still this page's unless another one has taken it. */
  const claimAgain = async (): Promise<void> => {
    if (!goesOn()) return
    const claim = await callHost('desk:claim', { page: pageId, takeOver: false })
    if (!goesOn()) return
    if (claim.kind === 'elsewhere') lose()
    else resumeDrafts()
  }
  const hear = async (news: HoldNews): Promise<void> => {
    if (news === 'locked') {
      isWatching = false
      await Promise.race([suspendDrafts(), pause(leavingTakes)])
      onLocked()
    } else if (news === 'lost') {
      await claimAgain()
    } else {
      await flushDrafts()
      lose()
      await releaseDesk()
    }
  }
  const watch = async (): Promise<void> => {
    while (isWatching) {
      try {
        const { news } = await callHost('desk:watch', { page: pageId })
        if (goesOn()) await hear(news)
      } catch {
        await pause(againAfter)
      }
    }
  }
  void watch()
  const stopListening = onDenied(() => {
    claimAgain().catch((error: unknown) => {
      if (!(error instanceof HostCallError)) throw error
    })
  })
  return () => {
    isWatching = false
    stopListening()
  }
}
