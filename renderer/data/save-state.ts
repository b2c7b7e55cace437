import { create } from 'zustand'

/** What the save indicator says; never "saved" before the host has answered. */
export type SaveState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly error: unknown }

type SaveStore = { readonly state: SaveState; readonly set: (state: SaveState) => void }

export const useSaveStore = create<SaveStore>()((set) => ({
  state: { kind: 'clean' },
  set: (state) => {
    set({ state })
  },
}))
