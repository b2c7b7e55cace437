import { realpath, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { fail } from '../lib/failure'
import { Hold } from './hold'
import { lockNumbers, lockPath, makeLock, newToken, type Holder, type LockText } from './lock-file'
import { olderHolder, writeOlderLock } from './older-lock'
import { startedAt, stateOf, whereabouts, type Whereabouts } from './this-computer'
import { networkDriveOf, syncFolderOf } from './shared-places'
import { heldBy, topLock, type Top } from './top-lock'

/** A person's word that whoever has the profile is gone: for the lock of this number, or whichever it is. */
export type TakeOver = number | 'any'

/** Profiles open in this very process, by their real paths. */
const heldHere = new Set<string>()
/** Takings of this very process that are over, also where a full disk did not let their locks say so. */
const endedHere = new Set<string>()

/**
 * Takes the profile folder for this process. A lock whose process is known to be gone is taken over, and one of another
 * computer, or of a process that cannot be seen from here, when a person said so: however old it is, no clock decides
 * that.
 * @throws HostFailure `profile.in-use` if a process that is running has it, `profile.held` (with the computer, the
 * user, since when and the lock's number) or `profile.held-unknown` if nobody can tell, or a file system error
 */
export async function takeProfile(root: string, takeOver: TakeOver | null = null): Promise<Hold> {
  const place = await realpath(root)
  if (heldHere.has(place)) fail('profile.in-use', { path: root })
  heldHere.add(place)
  try {
    return await take(root, takeOver, () => heldHere.delete(place))
  } catch (error) {
    heldHere.delete(place)
    // A person knows the folder, not the locks in it.
    if (error instanceof Error && 'syscall' in error) Object.assign(error, { path: root })
    throw error
  }
}

/** Whether a process that is not known to be gone has the profile. Changes nothing. */
export async function isHeld(root: string): Promise<boolean> {
  const [here, top] = await Promise.all([whereabouts(), topLock(root).catch(() => null)])
  if ((await olderHolder(root)) === 'running') return true
  return top !== null && (await standingOf(top.text, here)) !== 'free'
}

async function take(root: string, takeOver: TakeOver | null, released: () => void): Promise<Hold> {
  const here = await whereabouts()
  const over = (token: string) => {
    endedHere.add(token)
    released()
  }
  for (let tries = 1; tries <= 10; tries += 1) {
    const top = await topLock(root)
    const standing = await standingOf(top?.text ?? 'missing', here)
    if (standing === 'running') fail('profile.in-use', { path: root })
    const older = await olderHolder(root)
    if (older === 'running') fail('profile.in-use', { path: root })
    // It does not say of which computer: on a disk of this one it can only be this one's.
    const isDoubtful = top === null && older === 'gone' && (await isShared(root))
    const isForced = standing === 'unsure' || isDoubtful
    if (isForced && takeOver !== 'any' && takeOver !== (top?.number ?? 0)) throw heldBy(root, top)
    const number = (top?.number ?? 0) + 1
    const now = new Date().toISOString()
    const { process, ...place } = here
    const holder: Holder = {
      format: 'lianshen-lock/1',
      token: newToken(),
      ...place,
      process,
      since: now,
      renewedAt: now,
      isReleased: false,
      snapshots: snapshotsAt(top),
    }
    if (!(await makeLock(root, number, holder))) continue
    // Whoever looked long ago may have made a number that is past.
    if ((await lockNumbers(root)).at(-1) !== number) {
      await rm(lockPath(root, number), { force: true })
      continue
    }
    try {
      const isNear = (await networkDriveOf(root)) === null
      await writeOlderLock(root)
      // Last: what fails before leaves the profile as it was, and the one before could go on with it.
      await removeBefore(root, number)
      return new Hold(root, number, holder, { isForced, isNear, released: () => over(holder.token) })
    } catch (error) {
      endedHere.add(holder.token)
      await rm(lockPath(root, number), { force: true }).catch(() => undefined)
      throw error
    }
  }
  return fail('profile.in-use', { path: root })
}

const snapshotsAt = (top: Top | null): number => (typeof top?.text === 'object' ? top.text.snapshots : 0)

const isShared = async (root: string): Promise<boolean> =>
  (await networkDriveOf(root)) !== null || (await syncFolderOf(root)) !== null

/**
 * From the lowest on, before anything of the profile is read: whoever finds its own lock gone writes and says nothing
 * more, and what it had said before is there to be read.
 */
async function removeBefore(root: string, number: number): Promise<void> {
  for (const before of await lockNumbers(root)) {
    if (before >= number) continue
    for (let tries = 1; ; tries += 1) {
      try {
        await rm(lockPath(root, before), { force: true })
        break
      } catch (error) {
        // Just being read, on a system that removes nothing meanwhile.
        if (tries === 20) throw error
        await sleep(50)
      }
    }
  }
}

/** `unsure` whatever cannot be known from here: only a person can. */
async function standingOf(text: LockText, here: Whereabouts): Promise<'free' | 'running' | 'unsure'> {
  if (text === 'missing') return 'free'
  if (text === 'unreadable') return 'unsure'
  if (text.isReleased || endedHere.has(text.token)) return 'free'
  if (text.computer !== here.computer || text.machine !== here.machine) return 'unsure'
  // An earlier run of this very computer; a lock that was renewed since it began is of another with the same names.
  if (text.boot !== here.boot) return Date.parse(text.renewedAt) < startedAt() ? 'free' : 'unsure'
  if (text.view !== here.view) return 'unsure'
  const state = await stateOf(text.process, text.start)
  if (state === 'gone') return 'free'
  return state
}
