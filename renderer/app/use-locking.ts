import { useState } from 'react'
import { flushDrafts, waitingDrafts } from '@renderer/data/drafts'
import { callHost } from '@renderer/platform/bridge'
import { textsOf } from '@renderer/ui/texts-of'

/** How often a covered desk asks a host that does not answer to lock, in ms. */
const againAfter = 3000

export type Locking =
  | { readonly kind: 'open' }
  /** The disk refused what was typed; a person decides. */
  | { readonly kind: 'unsaved'; readonly texts: string }
  /** Nothing of the desk shows any more; the host has not locked yet. */
  | { readonly kind: 'covered' }

export type LockControls = {
  readonly state: Locking
  /** A person's wish: stays open as long as something typed is not on the disk. */
  readonly lock: () => Promise<void>
  /** Whatever the disk says: the host keeps in memory, encrypted, what it could not write. */
  readonly lockAnyway: () => Promise<void>
  /** Nobody is there to be asked: covers the desk at once, then locks it. */
  readonly lockAlone: () => Promise<void>
  readonly stayOpen: () => void
}

/** The ways in which a desk locks. Typing is lost in none of them (docs/adr/0013). */
export function useLocking(onLocked: () => void): LockControls {
  const [state, setState] = useState<Locking>({ kind: 'open' })
  /**
   * Covers first: what is typed while the host locks would reach nobody. A host that does not lock gives the desk back.
   */
  const lockAnyway = async () => {
    setState({ kind: 'covered' })
    try {
      await flushDrafts()
      await callHost('profile:lock', undefined)
    } catch (error) {
      setState({ kind: 'open' })
      throw error
    }
    onLocked()
  }
  return {
    state,
    lockAnyway,
    lock: async () => {
      await flushDrafts()
      const unsaved = waitingDrafts()
      if (unsaved.length > 0) setState({ kind: 'unsaved', texts: unsaved.map(textsOf).join('\n\n') })
      else await lockAnyway()
    },
    lockAlone: async () => {
      setState({ kind: 'covered' })
      for (;;) {
        try {
          await flushDrafts()
          await callHost('profile:lock', undefined)
          onLocked()
          return
        } catch {
          // Only the host knows the passphrase: until it answers the cover stays, and what was typed stays under it.
          await new Promise((resolve) => setTimeout(resolve, againAfter))
        }
      }
    },
    stayOpen: () => {
      setState({ kind: 'open' })
    },
  }
}
