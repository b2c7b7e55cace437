import type { zhDivisionDossiers } from '../zh/division-dossiers'

export const enDivisionDossiers: Readonly<Record<keyof typeof zhDivisionDossiers, string>> = {
  'dossiers.title': 'Dossiers',
}
