import type { MessageKey } from '@shared/messages/catalogue'
import { callHost, done } from '@renderer/platform/bridge'

export type ProfileForm = {
  readonly role: 'division' | 'expert' | null
  readonly name: string
  readonly unit: string
  readonly passphrase: string
  readonly again: string
}

/** What is still wrong with the form, by field, as the sentence to show beside it. */
export function profileProblems(form: ProfileForm): Partial<Record<keyof ProfileForm, MessageKey>> {
  return {
    ...(form.role === null ? { role: 'firstRun.need.desk' } : {}),
    ...(form.name.trim() === '' ? { name: 'firstRun.need.name' } : {}),
    ...(form.unit.trim() === '' ? { unit: 'firstRun.need.unit' } : {}),
    ...(form.passphrase.length < 8 ? { passphrase: 'firstRun.need.passphrase' } : {}),
    ...(form.again !== form.passphrase ? { again: 'firstRun.need.same' } : {}),
  }
}

/** Makes the desk's keys and opens it. The form must have no problems. @throws HostFailure with the reason. */
export async function createProfile({ role, name, unit, passphrase }: ProfileForm): Promise<void> {
  if (role === null) throw new Error('a desk was not chosen')
  done(await callHost('profile:create', { role, name: name.trim(), unit: unit.trim(), passphrase }))
}

/** Opens the desk. @throws HostFailure `wrong-passphrase` and others. */
export async function unlockProfile(passphrase: string): Promise<void> {
  done(await callHost('profile:unlock', { passphrase }))
}
