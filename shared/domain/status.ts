import { z } from 'zod'

/**
 * Where a dossier stands on its way from filing (Art. 6) through pilot (Art. 8–14) to the end of its term (Art. 14, 17,
 * 19).
 */
export const dossierStatuses = [
  'draft',
  'accepted',
  'supplement',
  'filed',
  'filing-refused',
  'not-accepted',
  'withdrawn',
  'closed',
  'pilot-applied',
  'division-review',
  'division-rejected',
  'panel-review',
  'panel-rejected',
  'review-again',
  'awaiting-consultation',
  'decided',
  'not-decided',
  'deferred',
  'in-batch',
  'piloting',
  'expired',
  'revoked',
] as const
export const dossierStatusSchema = z.enum(dossierStatuses)
export type DossierStatus = z.infer<typeof dossierStatusSchema>

/** Where a dossier stands before anything was done with it. */
export const firstStatus: DossierStatus = 'draft'
