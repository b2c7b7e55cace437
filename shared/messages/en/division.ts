import { enCountersign } from './countersign'
import { enDivisionBatchExport } from './division-batch-export'
import { enDivisionDossier } from './division-dossier'
import { enDivisionDossiers } from './division-dossiers'
import { enDivisionExchange } from './division-exchange'
import { enDivisionIntake } from './division-intake'
import { enDivisionOpinion } from './division-opinion'
import { enDivisionPanels } from './division-panels'
import { enDivisionPublish } from './division-publish'
import { enDivisionReview } from './division-review'
import { enDivisionSettings } from './division-settings'
import { enPaperCode } from './paper-code'
import { enTemplates } from './templates'

/** Words of the division desk, by part of the work. */
export const enDivision = {
  ...enCountersign,
  ...enDivisionBatchExport,
  ...enDivisionDossier,
  ...enDivisionDossiers,
  ...enDivisionExchange,
  ...enDivisionIntake,
  ...enDivisionOpinion,
  ...enDivisionPanels,
  ...enDivisionPublish,
  ...enDivisionReview,
  ...enDivisionSettings,
  ...enPaperCode,
  ...enTemplates,
} as const
