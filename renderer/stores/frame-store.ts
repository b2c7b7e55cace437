import { create } from 'zustand'

type FrameStore = {
  /** Where an open dossier puts its line, in the head of the frame; null while there is none. */
  readonly headPlace: HTMLElement | null
  readonly setHeadPlace: (place: HTMLElement | null) => void
  /** A dossier is open: the frame keeps to one line, and its navigation to a rail. */
  readonly isReading: boolean
  readonly setReading: (isReading: boolean) => void
}

/** What the frame and the screen in it tell each other about their room. */
export const useFrame = create<FrameStore>()((set) => ({
  headPlace: null,
  setHeadPlace: (headPlace) => {
    set({ headPlace })
  },
  isReading: false,
  setReading: (isReading) => {
    set({ isReading })
  },
}))
