import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { link, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { named } from '../files/named-failure'
import { privateMode } from '../files/private-files'

const name = z.string().max(200)

/** Members of a newer version stay out of sight. */
const holderSchema = z.object({
  format: z.literal('lianshen-lock/1'),
  /** Of this very taking. */
  token: z.string().regex(/^[0-9a-f]{32}$/u),
  computer: name,
  machine: name,
  boot: name,
  view: name,
  process: z.int().positive(),
  start: name,
  user: name,
  /** Both by the clock of the computer that holds it. */
  since: z.iso.datetime(),
  renewedAt: z.iso.datetime(),
  isReleased: z.boolean(),
  /** Snapshots that were there at the last closing in order: if there are none now, somebody took them away. */
  snapshots: z.int().min(0).default(0),
})

/** Who holds a profile, or held it last, as it stands in a lock. */
export type Holder = Readonly<z.infer<typeof holderSchema>>

/** What a lock says; `unreadable` is one of a newer version, or one that a computer without power left. */
export type LockText = Holder | 'unreadable' | 'missing'

/** Always the same number of bytes: a renewal changes them in place, in one writing. */
const size = 2048
const pattern = /^lock-([1-9]\d{0,14})$/u

/** Where the lock with this number lies: whoever takes the profile makes the next one. */
export const lockPath = (root: string, number: number): string => join(root, `lock-${number}`)

export const newToken = (): string => randomBytes(16).toString('hex')

/** Numbers of the locks in a profile folder, the lowest first. */
export async function lockNumbers(root: string): Promise<readonly number[]> {
  const names = await readdir(root)
  return names.flatMap((entry) => Number(pattern.exec(entry)?.[1] ?? []) || []).sort((a, b) => a - b)
}

/** Reads a lock as it stands on the disk, not as it was: opened anew each time, which asks the server of a share. */
export async function readLock(path: string): Promise<LockText> {
  for (let tries = 1; ; tries += 1) {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if (isGone(error)) return null
      throw error
    })
    if (text === null) return 'missing'
    const holder = parse(text)
    // Somebody may be writing it just now.
    if (holder !== null || tries === 3) return holder ?? 'unreadable'
    await sleep(20)
  }
}

/** Whether a lock on a disk of this computer begins as this holder's; false also where it cannot be read. */
export function startsAs(path: string, { format, token }: Holder): boolean {
  const start = Buffer.from(JSON.stringify({ format, token }).slice(0, -1))
  const found = Buffer.alloc(start.length)
  try {
    const file = openSync(path, 'r')
    try {
      readSync(file, found, 0, found.length, 0)
    } finally {
      closeSync(file)
    }
  } catch {
    return false
  }
  return found.equals(start)
}

/**
 * Makes a lock that nobody has made, whole from the first moment where the drive knows second names. False if there is
 * one of that number.
 */
export async function makeLock(root: string, number: number, holder: Holder): Promise<boolean> {
  const path = lockPath(root, number)
  const part = `${path}.${holder.token.slice(0, 8)}.part`
  try {
    try {
      await writeSynced(part, encode(holder))
    } catch (error) {
      if (isFull(error)) return await reuseLock(root, number, holder)
      throw error
    }
    try {
      await link(part, path)
      return true
    } catch (error) {
      // Taken; or whoever was quicker has cleared this part away.
      if (isTaken(error) || isGone(error)) return false
      // A file system without second names (FAT, some network drives).
      return await writeSynced(path, encode(holder)).then(
        () => true,
        (reason: unknown) => {
          if (isTaken(reason)) return false
          throw reason
        },
      )
    }
  } finally {
    await rm(part, { force: true })
  }
}

/**
 * On a full disk: the lock before, which nobody holds any more, gets the new number as a second name and is written
 * anew in its place, which takes no room. Only one gets the name.
 * @throws the failure of the full disk, if there is no lock before
 */
async function reuseLock(root: string, number: number, holder: Holder): Promise<boolean> {
  try {
    await link(lockPath(root, number - 1), lockPath(root, number))
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
  const handle = await open(lockPath(root, number), 'r+')
  try {
    await handle.write(encode(holder), 0, size, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return true
}

/**
 * Writes a lock anew in place if it still has this token; false if it has another or is gone. A lock that somebody
 * removed meanwhile does not come back by it.
 */
export async function rewriteLock(path: string, holder: Holder, isSynced: boolean): Promise<boolean> {
  const handle = await open(path, 'r+').catch((error: unknown) => {
    if (isGone(error)) return null
    throw named(error, path)
  })
  if (handle === null) return false
  try {
    const bytes = Buffer.alloc(size)
    const { bytesRead } = await handle.read(bytes, 0, size, 0)
    if (parse(bytes.toString('utf8', 0, bytesRead))?.token !== holder.token) return false
    await handle.write(encode(holder), 0, size, 0)
    if (isSynced) await handle.sync()
    return true
  } finally {
    await handle.close()
  }
}

function encode(holder: Holder): Buffer {
  const text = Buffer.from(JSON.stringify(holder))
  if (text.length >= size) throw new RangeError('a lock is longer than its place')
  return Buffer.concat([text, Buffer.alloc(size - text.length - 1, ' '), Buffer.from('\n')])
}

function parse(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'wx', privateMode.file)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST'

const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')

/** Also one that another computer removed while this one had its place in memory. */
const isGone = (error: unknown): boolean => ['ENOENT', 'ESTALE'].includes((error as NodeJS.ErrnoException).code ?? '')
