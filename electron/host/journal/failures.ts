import type { WordedCode } from '../lib/failure'

/** Why the journal was not read to its end, or something is not appended to it. */
export const journalFailures = [
  'journal.torn',
  'journal.damaged',
  'journal.broken-chain',
  'journal.newer',
  'journal.read-only',
  'journal.foreign',
  'journal.no-such-record',
  'journal.unknown-move',
  'journal.published',
  'journal.done-already',
  'journal.day-order',
  'journal.number-taken',
  'journal.listed-twice',
  'journal.ending-listed',
  'journal.campaign-fixed',
  'journal.not-asked',
] as const satisfies readonly WordedCode[]
