import { zhCountersign } from './countersign'
import { zhDivisionBatchExport } from './division-batch-export'
import { zhDivisionDossier } from './division-dossier'
import { zhDivisionDossiers } from './division-dossiers'
import { zhDivisionExchange } from './division-exchange'
import { zhDivisionIntake } from './division-intake'
import { zhDivisionOpinion } from './division-opinion'
import { zhDivisionPanels } from './division-panels'
import { zhDivisionPublish } from './division-publish'
import { zhDivisionReview } from './division-review'
import { zhDivisionSettings } from './division-settings'
import { zhPaperCode } from './paper-code'
import { zhTemplates } from './templates'

/** Words of the division desk, by part of the work. */
export const zhDivision = {
  ...zhCountersign,
  ...zhDivisionBatchExport,
  ...zhDivisionDossier,
  ...zhDivisionDossiers,
  ...zhDivisionExchange,
  ...zhDivisionIntake,
  ...zhDivisionOpinion,
  ...zhDivisionPanels,
  ...zhDivisionPublish,
  ...zhDivisionReview,
  ...zhDivisionSettings,
  ...zhPaperCode,
  ...zhTemplates,
} as const
