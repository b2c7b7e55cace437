import type { WordedCode } from '../lib/failure'

/** What is said when a desk was opened. */
export const contextFailures = ['exchange.interrupted', 'snapshot.missing'] as const satisfies readonly WordedCode[]
