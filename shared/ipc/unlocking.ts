import { z } from 'zod'

/** How long a passphrase is, in characters. */
const newPassphraseSchema = z.string().min(8).max(200)
const passphraseSchema = z.string().max(200)
const recoveryKeySchema = z.string().max(300)

/** Minutes without a touch after which the desk locks itself; 0: never. */
export const autoLockMinutesSchema = z.int().min(0).max(240)
export const defaultAutoLockMinutes = 15

/**
 * The ways into a locked desk: its passphrase, the printed recovery key, or the system's keystore if that was allowed.
 */
export const unlockSchema = z.union([
  z.strictObject({ passphrase: passphraseSchema }),
  z.strictObject({ recoveryKey: recoveryKeySchema }),
  z.strictObject({ keystore: z.literal(true) }),
])

/** A new passphrase, by leave of the one before or, if that was forgotten, of the recovery key. */
export const changePassphraseSchema = z.union([
  z.strictObject({ current: passphraseSchema, next: newPassphraseSchema }),
  z.strictObject({ recoveryKey: recoveryKeySchema, next: newPassphraseSchema }),
])

/**
 * What may be offered on the lock screen and in the settings. `keystore`: this shell has none; the system only pretends
 * to have one; it may be switched on; it opens the desk.
 */
export const waysInSchema = z.strictObject({
  recoveryKey: z.boolean(),
  keystore: z.enum(['absent', 'dummy', 'off', 'on']),
})
