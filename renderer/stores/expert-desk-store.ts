import { create } from 'zustand'
import { z } from 'zod'
import type { DossierId, PanelId } from '@shared/domain/ids'
import { keepPlace, placeOf } from '../data/kept-places'
import { keepReading, readingPlaceOf } from './reading-place'
import { reviewSteps, type ReviewStep } from './review-steps'

/** What one is doing with an open dossier once the declaration lets it open. */
export type ReviewStage = 'review' | 'sealing' | 'countersign'

type Task = { readonly panelId: PanelId; readonly dossierId: DossierId }

type ExpertDeskStore = {
  readonly open: Task | null
  readonly stage: ReviewStage
  readonly step: ReviewStep
  readonly openTask: (task: Task) => void
  readonly goTo: (stage: ReviewStage) => void
  /** Goes to a criterion of the review, from wherever one is. */
  readonly judge: (step: ReviewStep) => void
  /** One step on or back; the first and last stay where they are. */
  readonly move: (by: 1 | -1) => void
  readonly close: () => void
}

const closed = { open: null, stage: 'review', step: 'C12-1' } as const

/**
 * Which dossier the expert desk shows and where in it; survives a look at another screen, and the locking of the desk.
 */
export const useExpertDesk = create<ExpertDeskStore>()((set) => ({
  ...closed,
  openTask: (task) => {
    const { panelId, dossierId } = task
    set({ open: { panelId, dossierId }, stage: 'review', step: readingPlaceOf(task).step })
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

const deskName = 'desk'
const deskSchema = z.object({
  open: z.object({ panelId: z.string(), dossierId: z.string() }).nullable(),
  stage: z.literal(['review', 'sealing', 'countersign']),
})

/** Opens again what was open when the desk was left; nothing else says where one was. Call it when a desk opens. */
export function returnToTask(): void {
  const read = deskSchema.safeParse(placeOf(deskName))
  if (!read.success || read.data.open === null) return
  const task = read.data.open as Task
  useExpertDesk.setState({ open: task, stage: read.data.stage, step: readingPlaceOf(task).step })
}

/** Keeps which dossier is open, and what of it is judged. @returns what ends it */
export const keepTask = (): (() => void) =>
  useExpertDesk.subscribe((now, before) => {
    if (now.open !== before.open || now.stage !== before.stage) {
      keepPlace(deskName, { open: now.open, stage: now.stage })
    }
    if (now.open !== null && now.step !== before.step) keepReading(now.open, { step: now.step })
  })
