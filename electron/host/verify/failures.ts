import type { WordedCode } from '../lib/failure'

/** Why a file is not verified. */
export const verifyFailures = [
  'verify.unknown-format',
  'pdf.encrypted',
  'pdf.broken',
] as const satisfies readonly WordedCode[]
