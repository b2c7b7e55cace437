import { callHost, done } from '@renderer/platform/bridge'
import { HostFailure } from '@renderer/platform/host-failure'

/** What a person opens a desk with. */
export type Opener = { readonly kind: 'passphrase' | 'recoveryKey'; readonly text: string }

/** Opens the desk. @throws HostFailure `passphrase.wrong`, `passphrase.wait`, `recovery-key.malformed` and others */
export async function unlockWith({ kind, text }: Opener): Promise<void> {
  done(await callHost('profile:unlock', kind === 'passphrase' ? { passphrase: text } : { recoveryKey: text }))
}

/**
 * Opens the desk with the key that the system keeps for this account.
 * @throws HostFailure `keystore.failed` and others
 */
export async function unlockWithKeystore(): Promise<void> {
  done(await callHost('profile:unlock', { keystore: true }))
}

/** Seconds that the host wants to pass before the next attempt; null if the failure is another one. */
export function waitOf(failure: unknown): number | null {
  if (!(failure instanceof HostFailure) || failure.error.code !== 'passphrase.wait') return null
  return Number(failure.error.params['seconds'])
}
