import type { WordedCode } from '../lib/failure'

/** Why a desk was not unlocked. */
export const keyFailures = [
  'passphrase.wrong',
  'passphrase.wait',
  'recovery-key.malformed',
  'recovery-key.wrong',
  'recovery-key.none',
  'keystore.dummy',
  'keystore.off',
  'keystore.failed',
] as const satisfies readonly WordedCode[]
