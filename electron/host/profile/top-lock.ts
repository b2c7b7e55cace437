import { hostError, HostFailure } from '../lib/failure'
import { localMinute } from '../lib/local-time'
import { lockNumbers, lockPath, readLock, type Holder, type LockText } from './lock-file'

/** The lock with the highest number: it alone counts. */
export type Top = { readonly number: number; readonly text: LockText }

export async function topLock(root: string): Promise<Top | null> {
  const number = (await lockNumbers(root)).at(-1)
  if (number === undefined) return null
  return { number, text: await readLock(lockPath(root, number)) }
}

/** What a person is told before he or she decides. */
export function heldBy(root: string, top: Top | null): HostFailure {
  if (top === null || typeof top.text === 'string') {
    return new HostFailure(hostError('profile.held-unknown', { path: root, number: top?.number ?? 0 }))
  }
  return new HostFailure(hostError('profile.held', { path: root, number: top.number, ...namesOf(top.text) }))
}

/** A holder in words: times as this computer's zone writes them. */
const namesOf = ({ computer, user, since, renewedAt }: Holder) => ({
  computer,
  user,
  since: localMinute(new Date(since)),
  renewedAt: localMinute(new Date(renewedAt)),
})

/** What a desk says that lost its profile. */
export async function lostTo(root: string): Promise<HostFailure> {
  const top = await topLock(root).catch(() => null)
  if (top === null || typeof top.text === 'string') {
    return new HostFailure(hostError('profile.lock-gone', { path: root }))
  }
  return new HostFailure(hostError('profile.lost', { path: root, ...namesOf(top.text) }))
}
