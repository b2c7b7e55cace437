import type { WordedCode } from '../lib/failure'

/** Why an audit has no report. */
export const auditFailures = ['audit.too-many'] as const satisfies readonly WordedCode[]
