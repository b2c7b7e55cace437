import { callHost, done } from '@renderer/platform/bridge'
import type { MessageKey } from '@shared/messages/catalogue'

export type PassphraseForm = { readonly current: string; readonly next: string; readonly again: string }

/** What is still wrong with the form, by field, as the sentence to show beside it. */
export function passphraseProblems(form: PassphraseForm): Partial<Record<keyof PassphraseForm, MessageKey>> {
  return {
    ...(form.current === '' ? { current: 'security.need.current' } : {}),
    ...(form.next.length < 8 ? { next: 'firstRun.need.passphrase' } : {}),
    ...(form.next === form.current && form.next !== '' ? { next: 'security.need.other' } : {}),
    ...(form.again !== form.next ? { again: 'firstRun.need.same' } : {}),
  }
}

/** Wraps the data key anew; nothing else of the desk changes. @throws HostFailure `passphrase.wrong`, `passphrase.wait` */
export async function changePassphrase({ current, next }: PassphraseForm): Promise<void> {
  done(await callHost('profile:change-passphrase', { current, next }))
}

/** A new recovery key; the one on paper opens nothing any more. @throws HostFailure `passphrase.wrong`, `passphrase.wait` */
export async function renewRecoveryKey(passphrase: string): Promise<string> {
  return done(await callHost('profile:renew-recovery-key', { passphrase })).recoveryKey
}

/** Minutes without a sign of a person until the desk locks itself; 0 never. @throws HostFailure */
export async function setAutoLock(minutes: number): Promise<void> {
  done(await callHost('profile:set-auto-lock', { minutes }))
}
