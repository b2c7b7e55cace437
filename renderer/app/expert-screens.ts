import type { TaskScreens } from '@renderer/features/assignments/ExpertDesk'
import { CountersigningPage } from '@renderer/features/countersigning/CountersigningPage'
import { OpeningPage } from '@renderer/features/opening/OpeningPage'
import { RecusalPage } from '@renderer/features/recusal/RecusalPage'
import { ReviewPage } from '@renderer/features/review/ReviewPage'
import { SealingPage } from '@renderer/features/sealing/SealingPage'

/** The screens of the way through an assigned dossier; features do not know each other, so they meet here. */
export const expertScreens: TaskScreens = {
  recusal: RecusalPage,
  opening: OpeningPage,
  review: ReviewPage,
  sealing: SealingPage,
  countersign: CountersigningPage,
}
