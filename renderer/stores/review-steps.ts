import { criterionIds, type CriterionId } from '@shared/domain/judgement'

/** What is being judged: a criterion, or the dossier as a whole. */
export type ReviewStep = CriterionId | 'overall'

/** In the order of the opinion form. */
export const reviewSteps: readonly ReviewStep[] = [...criterionIds, 'overall']
