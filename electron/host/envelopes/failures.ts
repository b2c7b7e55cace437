import type { WordedCode } from '../lib/failure'

/** Why an envelope does not open, or cannot be made. */
export const envelopeFailures = [
  'envelope.passphrase-needed',
  'envelope.wrong-passphrase',
  'envelope.wrong-recipient',
  'envelope.needs-desk',
  'envelope.bad-recipient',
  'envelope.work-factor',
  'envelope.header-changed',
  'envelope.two-ways',
  'envelope.malformed',
  'envelope.armour',
  'envelope.truncated',
  'envelope.trailing-bytes',
  'envelope.damaged',
] as const satisfies readonly WordedCode[]
