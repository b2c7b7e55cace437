import { enDivisionDossier } from './division-dossier'
import { enDivisionDossiers } from './division-dossiers'
import { enDivisionExchange } from './division-exchange'
import { enDivisionIntake } from './division-intake'
import { enDivisionPanels } from './division-panels'
import { enDivisionPublish } from './division-publish'
import { enDivisionReview } from './division-review'

/** Words of the division desk, by part of the work. */
export const enDivision = {
  ...enDivisionDossier,
  ...enDivisionDossiers,
  ...enDivisionExchange,
  ...enDivisionIntake,
  ...enDivisionPanels,
  ...enDivisionPublish,
  ...enDivisionReview,
} as const
