import type { WordedCode } from '../lib/failure'

/** Why a call is not answered. */
export const handlerFailures = [
  'profile.exists',
  'profile.none',
  'vault.converted',
  'vault.stopped',
  'vault.not-converted',
  'journal.reserved-type',
  'audit.stopped',
  'drill.no-snapshot',
  'drill.stopped',
  'snapshot.not-good',
  'template.unfit',
  'template.value',
  'verify.no-folder',
  'verify.stopped',
] as const satisfies readonly WordedCode[]
