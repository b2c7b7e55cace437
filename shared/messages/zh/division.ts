import { zhDivisionDossier } from './division-dossier'
import { zhDivisionDossiers } from './division-dossiers'
import { zhDivisionIntake } from './division-intake'
import { zhDivisionPanels } from './division-panels'
import { zhDivisionReview } from './division-review'

/** Words of the division desk, by part of the work. */
export const zhDivision = {
  ...zhDivisionDossier,
  ...zhDivisionDossiers,
  ...zhDivisionIntake,
  ...zhDivisionPanels,
  ...zhDivisionReview,
} as const
