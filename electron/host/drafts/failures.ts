import type { WordedCode } from '../lib/failure'

/** What is said of damaged drafts. */
export const draftFailures = ['drafts.damaged'] as const satisfies readonly WordedCode[]
