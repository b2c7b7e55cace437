import type { WordedCode } from '../lib/failure'

/** Why a bundle is not exported, taken in or taken back, and why a locked dossier stays closed. */
export const transferFailures = [
  'bundle.no-stage',
  'bundle.not-understood',
  'bundle.nothing-to-import',
  'import.not-undoable',
  'import.on-paper',
  'import.built-on',
  'import.already',
  'journal.no-introduction',
  'envelope.no-recipient-key',
  'lock.unknown',
  'lock.undeclared',
  'lock.recused',
  'lock.destroyed',
  'lock.key-missing',
  'lock.part-missing',
  'lock.other-desk',
  'lock.newer',
  'lock.broken',
] as const satisfies readonly WordedCode[]
