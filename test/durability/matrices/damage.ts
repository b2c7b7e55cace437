import { readdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BlackBox } from '../desk/black-box'
import { checkWorld, readAttachment } from '../desk/check'
import type { Line } from '../desk/ledger'
import { profileOf } from '../desk/places'
import { copyWorld, materialSize, olderProfile } from '../desk/worlds'
import type { Tally } from './report'

/** What happens to one file; null where it cannot happen. */
type Damage = {
  readonly name: string
  readonly hurt: (bytes: Buffer, older: Buffer | null) => Buffer | 'delete' | null
}

export const damages: readonly Damage[] = [
  { name: 'truncated to 0', hurt: () => Buffer.alloc(0) },
  { name: 'truncated to half', hurt: (bytes) => (bytes.length < 2 ? null : bytes.subarray(0, bytes.length >> 1)) },
  { name: 'truncated by one byte', hurt: (bytes) => (bytes.length < 2 ? null : bytes.subarray(0, -1)) },
  { name: 'one bit flipped in the middle', hurt: (bytes) => flipped(bytes, bytes.length >> 1) },
  { name: 'one bit flipped at a third', hurt: (bytes) => flipped(bytes, Math.floor(bytes.length / 3)) },
  { name: 'zeroed', hurt: (bytes) => (bytes.length === 0 ? null : Buffer.alloc(bytes.length)) },
  { name: 'deleted', hurt: () => 'delete' },
  { name: 'an older copy', hurt: (bytes, older) => (older === null || older.equals(bytes) ? null : older) },
]

function flipped(bytes: Buffer, at: number): Buffer | null {
  if (bytes.length === 0) return null
  const copy = Buffer.from(bytes)
  copy[at] = copy[at]! ^ 1
  return copy
}

/** Hurts every file of a profile in every way, then opens it. */
export async function damageMatrix(
  tally: Tally,
  { worlds, scratch }: { worlds: string; scratch: string },
  step: number,
): Promise<void> {
  const files = listFiles(profileOf(join(worlds, 'division')))
  const cases = files.flatMap((file) =>
    damages.flatMap((damage) =>
      (isOfJournal(file) ? [false, true] : [false]).map((isLarge) => ({ file, damage, isLarge })),
    ),
  )
  for (const [index, { file, damage, isLarge }] of cases.entries()) {
    if (index % step !== 0) continue
    const root = join(scratch, `damage-${index}`)
    const lines = copyWorld(worlds, 'division', root)
    const path = join(profileOf(root), file)
    const hurt = damage.hurt(readFileSync(path), readOlder(join(olderProfile(worlds), file)))
    if (hurt !== null) {
      if (hurt === 'delete') unlinkSync(path)
      else writeFileSync(path, hurt)
      const finding = file.startsWith('attachments')
        ? await checkHurtAttachment(root, lines)
        : await checkWorld(root, lines, { mayRestore: true, isLarge })
      const isTold = finding.codes.length > 0 || isHarmless(file)
      const problems = isTold ? finding.problems : [...finding.problems, 'nobody was told']
      tally.add(`${file}, ${damage.name}${isLarge ? ', found behind' : ''}`, { problems, codes: finding.codes })
    }
    rmSync(root, { recursive: true, force: true })
  }
}

/** What of it is wrong may be found at opening or, where it is large, behind. */
const isOfJournal = (file: string): boolean => file.startsWith('journal.')

/**
 * A snapshot is a copy: a hurt one is shown as such in the list, and one that nothing needs is nobody's worry. What was
 * verified of the journal is verified again. The lock of a desk that was closed holds nobody out and nothing of a
 * person's.
 */
const isHarmless = (file: string): boolean =>
  file.startsWith('snapshots') || file === 'journal.idx' || file === 'journal.mark' || /^lock-\d+$/u.test(file)

/** There is one copy of an attachment: the desk must say so, refuse the bytes, and take the file again. */
async function checkHurtAttachment(root: string, lines: readonly Line[]) {
  const codes = new Set<string>()
  const problems: string[] = []
  const desk = await BlackBox.start(root)
  try {
    await desk.unlock()
    for (const { code } of (await desk.call('app:get-status', undefined)).notices) codes.add(code)
    for (const line of lines) {
      if (line.kind !== 'attachment') continue
      const found = await readAttachment(desk, line.sha256, line.size)
      if (typeof found === 'string') codes.add(found)
      await desk.must('attachment:put', { bytes: contentOf(line.size) })
    }
  } finally {
    await desk.close()
  }
  const after = await checkWorld(root, lines)
  return { problems: [...problems, ...after.problems], codes: [...codes, ...after.codes] }
}

/** The attachments of the division's world, by their size. */
const contentOf = (size: number): Uint8Array<ArrayBuffer> =>
  size === materialSize ? new Uint8Array(size).fill(7) : new TextEncoder().encode('示例附件')

export const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()

function readOlder(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
