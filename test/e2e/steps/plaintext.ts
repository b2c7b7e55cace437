import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desk } from '../fixtures/test'

/** A word as programs write it: UTF-8, UTF-16 either way round, and the escapes of JSON. */
function spellings(word: string): readonly Buffer[] {
  const wide = Buffer.from(word, 'utf16le')
  const units = Array.from({ length: word.length }, (_, index) => word.charCodeAt(index))
  const escaped = units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
  return [Buffer.from(word), wide, Buffer.from(wide).swap16(), Buffer.from(escaped)]
}

/** Which of these words stand in a file of the profile, of the browser's own folder, or of the log; with the file. */
export async function plaintextOf(
  { profile, cache }: Desk['folders'],
  words: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = []
  for (const folder of [profile, cache]) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const bytes = await readFile(path).catch(() => Buffer.alloc(0))
      for (const word of words) {
        if (path.includes(word) || spellings(word).some((spelling) => bytes.includes(spelling))) {
          found.push(`${word}: ${path}`)
        }
      }
    }
  }
  return found
}
