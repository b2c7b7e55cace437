import { spawnSync } from 'node:child_process'
import { closeSync, cpSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { opinionReturned } from '../../integration/host/review-actions'
import { BlackBox, isFailed, Refusal } from '../desk/black-box'
import { checkNotice, checkWorld } from '../desk/check'
import { memoryLedger, type Ledger } from '../desk/ledger'
import { stickOf } from '../desk/places'
import { copyWorld } from '../desk/worlds'
import type { Tally } from './report'

/** A real small disk that is filled, freed and started again; needs the right to mount. */
export async function tmpfsMatrix(
  tally: Tally,
  { worlds, scratch }: { worlds: string; scratch: string },
): Promise<void> {
  for (const [name, megabytes, run] of [
    ['the engine meets a full disk', 12, meetFullDisk],
    ['the guard stops before it', 340, stopBeforeFull],
  ] as const) {
    const disk = join(scratch, `disk-${megabytes}`)
    mkdirSync(disk, { recursive: true })
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk])
    if (mounted.status !== 0) {
      tally.skip(`a tmpfs of ${megabytes} MB (${name}): this user may not mount`)
      continue
    }
    try {
      const root = join(disk, 'world')
      const lines = copyWorld(worlds, 'division', root)
      const ledger = memoryLedger()
      const problems = await run(root, ledger)
      const finding = await checkWorld(root, [...lines, ...ledger.lines])
      tally.add(name, { problems: [...problems, ...finding.problems], codes: finding.codes })
    } finally {
      spawnSync('umount', [disk])
    }
  }
}

const fillerOf = (root: string): string => join(root, 'filler')

/** Fills the disk to the last byte, or until so many are left. */
function fillDisk(root: string, leave = 0): void {
  const file = openSync(fillerOf(root), 'a')
  const piece = Buffer.alloc(65_536, 1)
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(root)
      if (leave > 0 && bavail * bsize <= leave) return
      writeSync(file, piece)
    }
  } catch {
    // Full.
  } finally {
    closeSync(file)
  }
}

async function tryAll(desk: BlackBox, { note }: Ledger): Promise<{ problems: string[]; codes: string[] }> {
  const problems: string[] = []
  const codes: string[] = []
  note({ kind: 'asked-records', count: 1 })
  const tries = [
    async () => {
      const { records } = await desk.must('journal:append', { actions: [opinionReturned('满（示例）'.repeat(3000))] })
      note({ kind: 'records', ids: records.map(({ id }) => id) })
    },
    async () => {
      note({ kind: 'asked-draft', key: '满', value: '长'.repeat(20_000) })
      await desk.must('draft:put', { key: '满', value: '长'.repeat(20_000) })
      note({ kind: 'draft', key: '满', value: '长'.repeat(20_000) })
    },
    async () => {
      const bytes = crypto.getRandomValues(new Uint8Array(50_000))
      const { sha256, size } = await desk.must('attachment:put', { bytes })
      note({ kind: 'attachment', sha256, size })
    },
  ]
  for (const attempt of tries) {
    try {
      await attempt()
    } catch (error) {
      if (!(error instanceof Refusal)) problems.push(String(error))
      else {
        codes.push(error.error.code)
        problems.push(...(await checkNotice(error.error)))
      }
    }
  }
  return { problems, codes }
}

async function meetFullDisk(root: string, ledger: Ledger): Promise<string[]> {
  const desk = await BlackBox.start(root)
  await desk.unlock()
  fillDisk(root)
  const full = await tryAll(desk, ledger)
  if (!full.codes.includes('disk.full')) full.problems.push(`full, and said ${full.codes.join(', ') || 'nothing'}`)
  rmSync(fillerOf(root))
  const freed = await tryAll(desk, ledger)
  if (freed.codes.length > 0) freed.problems.push(`freed, and still ${freed.codes.join(', ')}`)
  fillDisk(root)
  // Closing wants a snapshot, for which there is no room: the desk closes all the same.
  await desk.close()
  const again = await BlackBox.start(root).catch((error: unknown) => String(error))
  if (typeof again === 'string') full.problems.push(`does not start on a full disk: ${again}`)
  else {
    await again.unlock().catch((error: unknown) => full.problems.push(`does not open on a full disk: ${String(error)}`))
    await again.close()
  }
  rmSync(fillerOf(root))
  return [...full.problems, ...freed.problems]
}

async function stopBeforeFull(root: string, ledger: Ledger): Promise<string[]> {
  const freeBytes = (folder: string): Promise<number> => {
    const { bavail, bsize } = statfsSync(folder)
    return Promise.resolve(bavail * bsize)
  }
  const desk = await BlackBox.start(root, { freeBytes })
  await desk.unlock()
  const problems: string[] = []
  if ((await tryAll(desk, ledger)).codes.length > 0) problems.push('refused with room enough')
  fillDisk(root, 299_000_000)
  const { codes, problems: found } = await tryAll(desk, ledger)
  if (codes.length !== 3 || codes.some((code) => code !== 'space.read-only')) {
    problems.push(`under 300 MB, and said ${codes.join(', ') || 'nothing'}`)
  }
  if ((await desk.call('app:get-status', undefined)).space !== 'read-only') problems.push('the status does not say so')
  const stick = join(root, '..', '..', 'stick')
  cpSync(stickOf(root), stick, { recursive: true })
  const records = await desk.readAll()
  const exported = await desk.call('bundle:export', {
    protect: { kind: 'none' },
    kind: 'archive',
    to: '示例',
    recordIds: records.map(({ id }) => id),
    attachments: [],
    fileName: '抢救.lsb',
    folder: stick,
  })
  if (isFailed(exported)) problems.push(`exporting to another disk: ${exported.error.code}`)
  rmSync(fillerOf(root))
  if ((await desk.call('app:get-status', undefined)).space === 'read-only') problems.push('freed, and still read-only')
  const freed = await tryAll(desk, ledger)
  if (freed.codes.length > 0) problems.push(`freed, and still ${freed.codes.join(', ')}`)
  problems.push(...freed.problems)
  await desk.close()
  return [...problems, ...found]
}
