import { statfs } from 'node:fs/promises'

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
