import type { WordedCode } from '../lib/failure'

/** Why a sample is not taken. */
export const sampleFailures = ['sample.missing', 'sample.damaged'] as const satisfies readonly WordedCode[]
