import { readFileSync } from 'node:fs'

/** The bytes of a file; null where there is none. */
export const readIfThere = (path: string): Buffer | null => {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
