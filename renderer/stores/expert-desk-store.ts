import { create } from 'zustand'
import type { DossierId, PanelId } from '@shared/domain/ids'

/** What one is doing with an open dossier once the declaration lets it open. */
export type ReviewStage = 'review' | 'sealing'

type ExpertDeskStore = {
  readonly open: { readonly panelId: PanelId; readonly dossierId: DossierId } | null
  readonly stage: ReviewStage
  readonly openTask: (task: { readonly panelId: PanelId; readonly dossierId: DossierId }) => void
  readonly goTo: (stage: ReviewStage) => void
  readonly close: () => void
}

/** Which dossier the expert desk shows; survives a look at another screen. */
export const useExpertDesk = create<ExpertDeskStore>()((set) => ({
  open: null,
  stage: 'review',
  openTask: ({ panelId, dossierId }) => {
    set({ open: { panelId, dossierId }, stage: 'review' })
  },
  goTo: (stage) => {
    set({ stage })
  },
  close: () => {
    set({ open: null })
  },
}))
