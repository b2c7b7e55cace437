import { statfs } from 'node:fs/promises'
import { fail } from '../lib/failure'

const lowBytes = 1_000_000_000
/** Kept free, so that nothing is ever torn by a full disk. */
export const readOnlyBytes = 300_000_000

/** Warned of under 1 GB; under 300 MB nothing is saved, before the disk is really full. */
export function spaceLevel(freeBytes: number): 'ok' | 'low' | 'read-only' {
  if (freeBytes < readOnlyBytes) return 'read-only'
  return freeBytes < lowBytes ? 'low' : 'ok'
}

/** Free bytes of the disk that holds a folder. */
export type FreeBytes = (folder: string) => Promise<number>

/** As the system tells. */
export const freeBytesOf: FreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** FAT, as sticks come formatted: no file of it is larger than 4 GiB less one byte. */
const fatType = 0x4d44
const fatMost = 2 ** 32 - 1

/**
 * One file of `size` bytes has room in a folder. @throws HostFailure `disk.full`, `disk.fat` where the drive holds no
 * file so large
 */
export async function requireRoom(folder: string, size: number, look: typeof statfs = statfs): Promise<void> {
  const { bavail, bsize, type } = await look(folder)
  if (type === fatType && size > fatMost) fail('disk.fat', { path: folder })
  if (bavail * bsize < size + 1_000_000) fail('disk.full', { path: folder })
}
