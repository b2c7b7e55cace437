import { create } from 'zustand'

/** Exports that are written but stand in no record, because the disk of the desk was too full to save one. */
type UnrecordedStore = {
  readonly fileNames: readonly string[]
  readonly add: (fileNames: readonly string[]) => void
  readonly clear: () => void
}

export const useUnrecorded = create<UnrecordedStore>()((set) => ({
  fileNames: [],
  add: (fileNames) => {
    set((state) => ({ fileNames: [...new Set([...state.fileNames, ...fileNames])] }))
  },
  clear: () => {
    set({ fileNames: [] })
  },
}))
