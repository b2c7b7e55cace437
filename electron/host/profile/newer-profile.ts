import { readFile } from 'node:fs/promises'
import { fail } from '../lib/failure'
import { decodeChecked } from '../files/checked-json'

/** The newest versions of the files of a profile that are known here. */
const knownVersions: Readonly<Partial<Record<string, number>>> = { profile: 1, keys: 2 }

/** Whether the value of a file of a profile says that a newer program wrote it in a way that is not known here. */
export function isOfNewerVersion(value: unknown): boolean {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null
  const [, file = '', version] = (typeof format === 'string' && /^lianshen-([a-z]+)\/(\d{1,6})$/u.exec(format)) || []
  const known = Object.hasOwn(knownVersions, file) ? knownVersions[file] : undefined
  return known !== undefined && Number(version) > known
}

/**
 * Stops before anything is touched if a newer program made this profile: what is not understood is not damaged, and an
 * older copy out of a snapshot must not take its place. @throws HostFailure `profile.newer` naming the file
 */
export async function refuseNewerProfile(files: readonly string[]): Promise<void> {
  for (const path of files) {
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text !== null && isOfNewerVersion(valueIn(text))) fail('profile.newer', { path })
  }
}

/** Null for what is damaged: others say so. */
function valueIn(text: string): unknown {
  try {
    return decodeChecked(text)
  } catch {
    return null
  }
}
