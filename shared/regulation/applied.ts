import type { DossierContent } from '../domain/dossier'

/**
 * Whether a pilot application is in (Art. 8): before that, rules on pilots are not applicable, and never a reason
 * against a filing (note 3).
 */
export const hasApplied = ({ application }: DossierContent): boolean =>
  application.appliedOn !== null ||
  application.acceptedOn !== null ||
  application.applicantUnitId !== null ||
  application.no.trim() !== ''
