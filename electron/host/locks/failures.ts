import type { WordedCode } from '../lib/failure'

/** Why no dossier is locked. */
export const lockFailures = ['lock.no-dossier'] as const satisfies readonly WordedCode[]
