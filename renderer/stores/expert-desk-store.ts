import { create } from 'zustand'
import type { DossierId, PanelId } from '@shared/domain/ids'
import { criterionIds, type CriterionId } from '@shared/domain/judgement'

/** What one is doing with an open dossier once the declaration lets it open. */
export type ReviewStage = 'review' | 'sealing' | 'countersign'

/** What is being judged: a criterion, or the dossier as a whole. */
export type ReviewStep = CriterionId | 'overall'

/** In the order of the opinion form. */
export const reviewSteps: readonly ReviewStep[] = [...criterionIds, 'overall']

type ExpertDeskStore = {
  readonly open: { readonly panelId: PanelId; readonly dossierId: DossierId } | null
  readonly stage: ReviewStage
  readonly step: ReviewStep
  readonly openTask: (task: { readonly panelId: PanelId; readonly dossierId: DossierId }) => void
  readonly goTo: (stage: ReviewStage) => void
  /** Goes to a criterion of the review, from wherever one is. */
  readonly judge: (step: ReviewStep) => void
  /** One step on or back; the first and last stay where they are. */
  readonly move: (by: 1 | -1) => void
  readonly close: () => void
}

/** Which dossier the expert desk shows and where in it; survives a look at another screen. */
export const useExpertDesk = create<ExpertDeskStore>()((set) => ({
  open: null,
  stage: 'review',
  step: 'C12-1',
  openTask: ({ panelId, dossierId }) => {
    set({ open: { panelId, dossierId }, stage: 'review', step: 'C12-1' })
  },
  goTo: (stage) => {
    set({ stage })
  },
  judge: (step) => {
    set({ stage: 'review', step })
  },
  move: (by) => {
    set(({ step }) => ({ step: reviewSteps[reviewSteps.indexOf(step) + by] ?? step }))
  },
  close: () => {
    set({ open: null })
  },
}))
