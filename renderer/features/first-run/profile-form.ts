import type { PlainKey } from '@shared/messages/catalogue'
import { callHost, done } from '@renderer/platform/bridge'

export type ProfileForm = {
  readonly role: 'division' | 'expert' | null
  readonly name: string
  readonly unit: string
  readonly passphrase: string
  readonly again: string
}

/** What is still wrong with the form, by field, as the sentence to show beside it. */
export function profileProblems(form: ProfileForm): Partial<Record<keyof ProfileForm, PlainKey>> {
  return {
    ...(form.role === null ? { role: 'firstRun.need.desk' } : {}),
    ...(form.name.trim() === '' ? { name: 'firstRun.need.name' } : {}),
    ...(form.unit.trim() === '' ? { unit: 'firstRun.need.unit' } : {}),
    ...(form.passphrase.length < 8 ? { passphrase: 'firstRun.need.passphrase' } : {}),
    ...(form.again !== form.passphrase ? { again: 'firstRun.need.same' } : {}),
  }
}

/**
 * Makes the desk's keys and opens it. The form must have no problems.
 * @returns the recovery key, which exists nowhere else
 * @throws HostFailure with the reason
 */
export async function createProfile({ role, name, unit, passphrase }: ProfileForm): Promise<string> {
  if (role === null) throw new Error('a desk was not chosen')
  const asked = { role, name: name.trim(), unit: unit.trim(), passphrase }
  return done(await callHost('profile:create', asked)).recoveryKey
}
