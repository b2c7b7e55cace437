import { create } from 'zustand'

/**
 * Whether this page may write. `holding`: it has the desk. `lost`: another page has it, nothing of this one is written
 * any more. `none`: not asked for yet.
 */
export type Hold = 'none' | 'holding' | 'lost'

type HoldStore = { readonly hold: Hold; readonly set: (hold: Hold) => void }

export const useHold = create<HoldStore>()((set) => ({
  hold: 'none',
  set: (hold) => {
    set({ hold })
  },
}))
