import { enDivisionDossiers } from './division-dossiers'

/** Words of the division desk, by part of the work. */
export const enDivision = { ...enDivisionDossiers } as const
