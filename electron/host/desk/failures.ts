import type { WordedCode } from '../lib/failure'

/** Why nothing is written on a desk, and what was found behind it. */
export const deskFailures = [
  'profile.locked',
  'space.read-only',
  'journal.bad-signature',
] as const satisfies readonly WordedCode[]
