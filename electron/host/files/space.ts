import { statfs } from 'node:fs/promises'

const lowBytes = 1_000_000_000
const readOnlyBytes = 300_000_000

export type Space = { readonly freeBytes: number; readonly space: 'ok' | 'low' | 'read-only' }

export function levelOf(freeBytes: number): Space['space'] {
  if (freeBytes < readOnlyBytes) return 'read-only'
  return freeBytes < lowBytes ? 'low' : 'ok'
}

/** Free bytes of the disk that holds `folder`: warned of under 1 GB, nothing is written under 300 MB. */
export async function measureSpace(folder: string): Promise<Space> {
  const { bavail, bsize } = await statfs(folder)
  const freeBytes = bavail * bsize
  return { freeBytes, space: levelOf(freeBytes) }
}
