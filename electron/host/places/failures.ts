import type { WordedCode } from '../lib/failure'

/** Why a place is not gone to. */
export const placeFailures = ['place.forgotten'] as const satisfies readonly WordedCode[]
