/**
 * How fast 525 MB in 300 attachments go out as a bundle and come in again, through the true host with its reading
 * thread, beside `zip -0`, `sha256sum` and `unzip -t` over the same bytes in the same run. Prints a table and JSON;
 * ends with 1 when a target is missed or could not be measured. Run by scripts/bench.mjs, which builds the worker
 * first.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { KeyId } from '@shared/domain/ids'
import { createBundleReader } from '@host/bundles/bundle-reader'
import { hasTool } from '../helpers/tools'
import {
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
} from '../integration/host/desk-fixture'
import { assignmentIssued, dossierSaved, expertA, panelSaved } from '../integration/host/review-actions'
import { probed, type Probed } from './probe'
import { median, print, timed, type Measure } from './table'

const fileCount = 300
const fileSize = 1_750_000
const rounds = Number(process.env['ROUNDS'] ?? 3)

const readBundle = createBundleReader({ worker: { url: pathToFileURL(resolve('out/main/bundle-worker.js')) } })

async function openDesk(role: 'division' | 'expert', name: string) {
  const desk = await startHost(await temporaryFolder(), { readBundle })
  mkdirSync(desk.exchange, { recursive: true })
  succeeded(await desk.call('profile:create', { role, name, unit: '示例单位', passphrase }))
  return desk
}

/** Lets the division know the key of a desk, by the desk's card. */
async function introduce(desk: Desk, division: Desk): Promise<KeyId> {
  const { statement } = succeeded(await desk.call('desk:statement', undefined))
  const { records } = await desk.call('journal:read', { after: 0, limit: 1 })
  const { file } = succeeded(
    await desk.call('bundle:export', {
      protect: { kind: 'none' },
      kind: 'opinion',
      to: '示例处室',
      recordIds: records.map(({ id }) => id),
      attachments: [],
      fileName: '名片.lsb',
    }),
  )
  const { stageId } = succeeded(await division.call('bundle:stage', { kind: 'place', place: file.path }))
  succeeded(await division.call('bundle:commit', { stageId }))
  return statement.keyId
}

/** Bytes that no program can pack, different for every file and the same in every run. */
function* contents(): Generator<Uint8Array<ArrayBuffer>> {
  for (let number = 0; number < fileCount; number += 1) {
    const bytes = Buffer.alloc(fileSize)
    let block = createHash('sha512').update(`file ${number}`).digest()
    for (let at = 0; at < fileSize; at += block.length) {
      block.copy(bytes, at)
      if (at % 4096 === 0) block = createHash('sha512').update(block).digest()
    }
    yield new Uint8Array(bytes)
  }
}

/** Runs a program to its end without blocking this one; its output is not kept. */
async function runQuietly(command: string, ...args: string[]): Promise<void> {
  const [code] = (await once(spawn(command, args, { stdio: 'ignore' }), 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${command} ended with ${code}`)
}

const phases = ['export', 'exportSealed', 'stage', 'stageSealed', 'commit'] as const
type Phase = (typeof phases)[number]
const phaseNames: Readonly<Record<Phase, string>> = {
  export: 'export',
  exportSealed: 'export in an age envelope',
  stage: 'dry run',
  stageSealed: 'dry run out of an age envelope',
  commit: 'taking in',
}

async function measure(): Promise<Measure[]> {
  const plain = join(await temporaryFolder(), 'plain')
  mkdirSync(plain)
  const found: Partial<Record<Phase | 'setup', Probed[]>> = {}
  const watched = async (what: Phase | 'setup', run: () => Promise<void>): Promise<void> => {
    ;(found[what] ??= []).push(await probed(run))
  }
  let division!: Desk
  const attachments: { sha256: string; size: number }[] = []
  await watched('setup', async () => {
    division = await openDesk('division', '示例处室')
    for (const bytes of contents()) {
      writeFileSync(join(plain, `${attachments.length}.pdf`), bytes)
      attachments.push(succeeded(await division.call('attachment:put', { bytes })))
    }
  })
  const { records } = succeeded(
    await division.call('journal:append', {
      actions: [dossierSaved(1, attachments), panelSaved(), assignmentIssued(expertA)],
    }),
  )
  const request = {
    kind: 'assignment' as const,
    to: '示例专家',
    recordIds: records.map((record) => record.id),
    attachments: attachments.map(({ sha256 }) => sha256),
  }
  const plainFiles = readdirSync(plain).map((name) => join(plain, name))
  const times: Record<string, number[]> = { zip: [], hash: [], test: [] }
  for (let round = 1; round <= rounds; round += 1) {
    const archive = join(dirname(plain), 'plain.zip')
    if (hasTool('zip')) {
      times['zip']?.push(await timed(() => runQuietly('zip', '-0', '-q', '-j', archive, ...plainFiles)))
    }
    if (hasTool('sha256sum')) times['hash']?.push(await timed(() => runQuietly('sha256sum', ...plainFiles)))
    if (hasTool('unzip')) times['test']?.push(await timed(() => runQuietly('unzip', '-t', '-q', archive)))
    rmSync(archive, { force: true })
    let path = ''
    const fileName = `送审 ${round}.lsb`
    await watched('export', async () => {
      path = succeeded(await division.call('bundle:export', { protect: { kind: 'none' }, ...request, fileName })).file
        .path
    })
    const expert = await openDesk('expert', '示例专家')
    const keyId = await introduce(expert, division)
    let sealed = ''
    await watched('exportSealed', async () => {
      const protect = { kind: 'desks' as const, keyIds: [keyId] }
      sealed = succeeded(await division.call('bundle:export', { ...request, fileName, protect })).file.path
    })
    let stageId = ''
    await watched('stageSealed', async () => {
      ;({ stageId } = succeeded(await expert.call('bundle:stage', { kind: 'place', place: sealed })))
    })
    await expert.call('bundle:discard', { stageId })
    rmSync(sealed)
    await watched('stage', async () => {
      ;({ stageId } = succeeded(await expert.call('bundle:stage', { kind: 'place', place: path })))
    })
    await watched('commit', async () => {
      const { count } = succeeded(await expert.call('bundle:commit', { stageId }))
      if (count < records.length) throw new Error('not everything was taken in')
    })
    await expert.host.close()
    rmSync(expert.root, { recursive: true, force: true })
    rmSync(path)
  }
  await division.host.close()
  const inSeconds = (list: readonly number[]): number | undefined =>
    list.length === 0 ? undefined : median(list) / 1000
  const of = (name: string): number | undefined =>
    inSeconds(times[name] ?? (found[name as Phase] ?? []).map(({ ms }) => ms))
  const most = (what: Phase | 'setup', value: (one: Probed) => number | undefined): number | undefined =>
    (found[what] ?? []).map(value).reduce((a, b) => (a === undefined || b === undefined ? undefined : Math.max(a, b)))
  const ratio = (ours: number | undefined, theirs: number | undefined): number | undefined =>
    ours === undefined || theirs === undefined ? undefined : ours / theirs
  const sum = (...values: (number | undefined)[]): number | undefined =>
    values.reduce((total, value) => (total === undefined || value === undefined ? undefined : total + value), 0)
  const packed = sum(of('zip'), of('hash'))
  const verifiedImport = sum(of('stage'), of('commit'))
  return [
    { what: `zip -0, ${fileCount} files, 525 MB (median of ${rounds})`, value: of('zip'), unit: 's' },
    { what: 'sha256sum of the same files', value: of('hash'), unit: 's' },
    { what: 'unzip -t of that archive', value: of('test'), unit: 's' },
    { what: 'export: hash, sign, write, fsync, read back', value: of('export'), unit: 's' },
    {
      what: 'times zip -0 plus sha256sum',
      value: ratio(of('export'), packed),
      unit: '×',
      target: { bound: 'at most', value: 2 },
    },
    { what: 'dry run: copy to the staging area, verify everything', value: of('stage'), unit: 's' },
    {
      what: 'times unzip -t',
      value: ratio(of('stage'), of('test')),
      unit: '×',
      target: { bound: 'at most', value: 2.5 },
    },
    {
      what: 'export in an age envelope, times the export in the open',
      value: ratio(of('exportSealed'), of('export')),
      unit: '×',
      target: { bound: 'at most', value: 1.6 },
    },
    {
      what: 'dry run out of an age envelope, times the dry run in the open',
      value: ratio(of('stageSealed'), of('stage')),
      unit: '×',
      target: { bound: 'at most', value: 1.6 },
    },
    { what: 'taking in: attachments in place, read back, one append', value: of('commit'), unit: 's' },
    {
      what: 'dry run and taking in, times unzip -t',
      value: ratio(verifiedImport, of('test')),
      unit: '×',
      target: { bound: 'at most', value: 2.5 },
    },
    ...phases.map((phase): Measure => ({
      what: `processor time of all threads: ${phaseNames[phase]}`,
      value: inSeconds((found[phase] ?? []).map(({ cpuMs }) => cpuMs)),
      unit: 's',
    })),
    ...phases.map((phase): Measure => ({
      what: `longest block of the host's thread, other programs' time with it: ${phaseNames[phase]}`,
      value: most(phase, ({ blockMs }) => blockMs),
      unit: 'ms',
    })),
    ...phases.map((phase): Measure => ({
      what: `longest block of the host's thread, its own processor time: ${phaseNames[phase]}`,
      value: most(phase, ({ busyMs }) => busyMs),
      unit: 'ms',
      target: { bound: 'at most', value: 50 },
    })),
    ...(['setup', ...phases] as const).map((phase): Measure => ({
      what: `most resident memory: ${phase === 'setup' ? 'making the desks, putting in the files' : phaseNames[phase]}`,
      value: most(phase, ({ peakMB }) => peakMB),
      unit: 'MB',
      target: { bound: 'at most', value: 300 },
    })),
  ]
}

try {
  print(await measure())
} finally {
  await removeTemporaryFolders()
}
