import { zhDivisionDossiers } from './division-dossiers'

/** Words of the division desk, by part of the work. */
export const zhDivision = { ...zhDivisionDossiers } as const
