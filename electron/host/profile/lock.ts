import { link, mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail } from '../failure'
import { isAlive } from '../files/live-process'

/** Profiles open in this very process, whose id alone would look like a stale lock of our own. */
const heldHere = new Set<string>()

/**
 * Takes the profile for this process. A lock whose process is dead is taken over.
 * @throws HostFailure `profile.in-use` if another live process holds it.
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  await mkdir(dirname(path), { recursive: true })
  if (heldHere.has(path)) fail('profile.in-use', { path: dirname(path) })
  heldHere.add(path)
  try {
    await removeLeftovers(path)
    if (!(await tryCreate(path))) {
      if (await isHeld(path)) fail('profile.in-use', { path: dirname(path) })
      await rm(path, { force: true })
      if (!(await tryCreate(path))) fail('profile.in-use', { path: dirname(path) })
    }
  } catch (error) {
    heldHere.delete(path)
    throw error
  }
  return async () => {
    heldHere.delete(path)
    await rm(path, { force: true })
  }
}

/** Creates the lock with its owner in it, at once: a link appears whole, so no other process ever reads half an owner. */
async function tryCreate(path: string): Promise<boolean> {
  const owner = `${process.pid} ${await startOf(process.pid)}\n`
  const own = `${path}.${process.pid}`
  await writeFile(own, owner)
  try {
    await link(own, path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // A file system without links (FAT, some network drives).
    return await createWithoutLink(path, owner)
  } finally {
    await rm(own, { force: true })
  }
}

/** Half-made locks of processes that were killed while they asked for it. */
async function removeLeftovers(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    const pid = name.startsWith(`${basename(path)}.`) ? Number(name.slice(basename(path).length + 1)) : NaN
    if (Number.isSafeInteger(pid) && !isAlive(pid)) await rm(join(dirname(path), name), { force: true })
  }
}

async function createWithoutLink(path: string, owner: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx')
    try {
      await handle.writeFile(owner)
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Whether another live process has taken the profile with this lock. Changes nothing. */
export async function isHeld(path: string): Promise<boolean> {
  const [pidText = '', start = ''] = (await readFile(path, 'utf8').catch(() => '')).trim().split(' ')
  const pid = Number(pidText)
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false
  if (!isAlive(pid)) return false
  // A reused process id has another start time.
  return start === (await startOf(pid))
}

/** Start time of a process in ticks where the system tells it (Linux); `-` elsewhere. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-'
}
