import { callHost, done } from '@renderer/platform/bridge'
import { readRecoveryKey } from '@shared/lib/recovery-key'
import type { PlainKey } from '@shared/messages/catalogue'

export type PassphraseForm = { readonly current: string; readonly next: string; readonly again: string }

/** What is still wrong with the form, by field, as the sentence to show beside it. */
export function passphraseProblems(form: PassphraseForm): Partial<Record<keyof PassphraseForm, PlainKey>> {
  return {
    ...(form.current === '' ? { current: 'security.need.current' } : {}),
    ...(form.next.length < 8 ? { next: 'firstRun.need.passphrase' } : {}),
    ...(form.next === form.current && form.next !== '' ? { next: 'security.need.other' } : {}),
    ...(form.again !== form.next ? { again: 'firstRun.need.same' } : {}),
  }
}

/**
 * Wraps the data key anew; nothing else of the desk changes.
 * @throws HostFailure `passphrase.wrong`, `passphrase.wait`
 */
export async function changePassphrase({ current, next }: PassphraseForm): Promise<void> {
  // Who has forgotten the passphrase types the recovery key in its place; no passphrase reads as one by accident.
  const isRecoveryKey = readRecoveryKey(current).kind === 'read'
  const leave = isRecoveryKey ? { recoveryKey: current } : { current }
  done(await callHost('profile:change-passphrase', { ...leave, next }))
}

/**
 * A new recovery key; the one on paper opens nothing any more.
 * @throws HostFailure `passphrase.wrong`, `passphrase.wait`
 */
export async function renewRecoveryKey(passphrase: string): Promise<string> {
  return done(await callHost('profile:renew-recovery-key', { passphrase })).recoveryKey
}

/** Minutes without a sign of a person until the desk locks itself; 0 never. @throws HostFailure */
export async function setAutoLock(minutes: number): Promise<void> {
  done(await callHost('profile:set-auto-lock', { minutes }))
}

/**
 * Whether the system's keystore opens this desk, beside the passphrase.
 * @throws HostFailure `keystore.dummy`, `passphrase.wrong`
 */
export async function allowKeystore(enable: boolean, passphrase: string): Promise<void> {
  done(await callHost('profile:keystore', { enable, passphrase }))
}
