import { enDivisionDossiers } from './division-dossiers'
import { enDivisionIntake } from './division-intake'

/** Words of the division desk, by part of the work. */
export const enDivision = { ...enDivisionDossiers, ...enDivisionIntake } as const
