import { enDivisionDossier } from './division-dossier'
import { enDivisionDossiers } from './division-dossiers'
import { enDivisionIntake } from './division-intake'
import { enDivisionPanels } from './division-panels'
import { enDivisionReview } from './division-review'

/** Words of the division desk, by part of the work. */
export const enDivision = {
  ...enDivisionDossier,
  ...enDivisionDossiers,
  ...enDivisionIntake,
  ...enDivisionPanels,
  ...enDivisionReview,
} as const
