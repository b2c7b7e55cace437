import { zhDivisionDossiers } from './division-dossiers'
import { zhDivisionIntake } from './division-intake'

/** Words of the division desk, by part of the work. */
export const zhDivision = { ...zhDivisionDossiers, ...zhDivisionIntake } as const
