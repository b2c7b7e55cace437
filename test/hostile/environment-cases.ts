/**
 * What a computer, a disk or a stick can do while a bundle is read or written, with the true desk above a faulty disk.
 */
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { createBundleReader, type BundleReaderOptions } from '@host/bundles/bundle-reader'
import { stageBundle } from '@host/transfer/stage-bundle'
import { StageStore } from '@host/bundles/stage-store'
import { answer } from '@host/lib/failure'
import { withPart } from '@host/files/part-files'
import type { HostError } from '@shared/ipc/contract'
import { arm, diskFailure, disarm, type Fault } from '../durability/disk/faulty-disk'
import { makeBundle, makeIdentity, writeRecords } from '../integration/host/bundle-fixture'
import {
  assignmentIssued,
  dossierSaved,
  expertA,
  opinionReturned,
  panelSaved,
} from '../integration/host/review-actions'
import type { Answer, EnvironmentCase, EnvironmentScene } from './environment-case'

/** Brings the bundle that lies in the exchange folder while the disk fails. */
const reading = (name: string, expected: string, fault: (scene: EnvironmentScene) => Fault): EnvironmentCase => ({
  name,
  expected,
  async *act(scene) {
    writeFileSync(scene.source, scene.large)
    yield await underFault(fault(scene), () => scene.stage(scene.source))
  },
})

/** Runs once the `number`-th reading of the source begins. */
const whenRead =
  (number: number, act: (source: string) => void) =>
  ({ source }: EnvironmentScene): Fault => ({
    before: () => undefined,
    beforeReading: (path, count) => {
      if (path === source && count === number) act(source)
    },
  })

const pulled =
  (number: number, code: string) =>
  ({ source }: EnvironmentScene): Fault => ({
    before: () => undefined,
    beforeReading: (path, count) => {
      if (path === source && count >= number) throw diskFailure(code, 'read', path)
    },
  })

async function underFault<T>(fault: Fault, run: () => Promise<T>): Promise<T> {
  arm(fault, null)
  try {
    return await run()
  } finally {
    disarm()
  }
}

/** Lets the disk fail at every changing call below a folder, one after the other, until a run meets none. */
async function* atEveryStep(code: string, folder: string, run: () => Promise<Answer>): AsyncGenerator<Answer> {
  const disk = { met: 0 }
  for (let k = 1; ; k += 1) {
    disk.met = 0
    const before: Fault['before'] = (call, _number, path) => {
      if (call === 'remove' || !path.startsWith(folder)) return
      disk.met += 1
      if (disk.met >= k) throw diskFailure(code, call, path)
    }
    const result = await underFault({ before }, run)
    if (disk.met < k) return
    yield result
  }
}

/** Brings what lies under a path of its own making. */
const bringing = (
  name: string,
  expected: string,
  prepare: (path: string, scene: EnvironmentScene) => void,
): EnvironmentCase => ({
  name,
  expected,
  async *act(scene) {
    prepare(scene.source, scene)
    yield await scene.stage(scene.source)
  },
})

/** Writes an export to where something stands in its way. What `keptOf` names must hold the same bytes afterwards. */
const writing = (
  name: string,
  expected: string,
  prepare: (target: string, scene: EnvironmentScene) => void,
  keptOf?: (scene: EnvironmentScene) => string,
): EnvironmentCase => ({
  name,
  expected,
  async *act(scene) {
    prepare(scene.target, scene)
    const kept = keptOf?.(scene)
    const before = kept === undefined ? null : readFileSync(kept)
    yield await scene.export()
    if (kept !== undefined && before?.equals(readFileSync(kept)) !== true) yield 'what was there was overwritten'
    if (expected.startsWith('folder.')) return
    const parts = readdirSync(scene.exchange).filter((file) => file.endsWith('.part'))
    if (parts.length > 0) yield `left over: ${parts.join(', ')}`
  },
})

const failingAtEveryStep = (name: string, expected: string, code: string): EnvironmentCase => ({
  name,
  expected,
  async *act(scene) {
    yield* atEveryStep(code, scene.exchange, scene.export)
  },
})

const sources: readonly EnvironmentCase[] = [
  reading('pulled out before the first byte', 'disk.failed', pulled(1, 'EIO')),
  reading('pulled out half-way', 'disk.failed', pulled(3, 'EIO')),
  reading('whose device is gone half-way', 'disk.failed', pulled(3, 'ENODEV')),
  reading(
    'cut short while it is read',
    'bundle.truncated',
    whenRead(3, (source) => truncateSync(source, 1_000_000)),
  ),
  reading(
    'emptied while it is read',
    'bundle.truncated',
    whenRead(2, (source) => truncateSync(source, 0)),
  ),
  reading(
    'other bytes of which are written while it is read',
    'bundle.wrong-hash',
    whenRead(3, (source) => {
      const bytes = readFileSync(source)
      bytes.fill(0x41, 2_500_000, 2_500_100)
      writeFileSync(source, bytes, { flag: 'r+' })
    }),
  ),
  reading(
    'that grows while it is read, and was whole before',
    'done',
    whenRead(2, (source) => appendFileSync(source, 'behind the end')),
  ),
  {
    name: 'copied in on a full disk, at every step',
    expected: 'disk.full',
    async *act(scene) {
      writeFileSync(scene.source, scene.large)
      yield* atEveryStep('ENOSPC', join(scene.root, '工作目录'), () => scene.stage(scene.source))
    },
  },
  bringing('that is not there any more', 'bundle.no-file', () => undefined),
  bringing('that is a folder', 'bundle.is-folder', (path) => mkdirSync(path)),
  bringing('that is a link to nowhere', 'bundle.no-file', (path) => symlinkSync('/nowhere', path)),
  bringing('that is a link to itself', 'bundle.no-file', (path) => symlinkSync(path, path)),
  bringing('that is a link to a folder', 'bundle.is-folder', (path) => symlinkSync('/tmp', path)),
  bringing('that is a link to a whole bundle elsewhere', 'done', (path, { root, large }) => {
    writeFileSync(join(root, '别处.lsb'), large)
    symlinkSync(join(root, '别处.lsb'), path)
  }),
  ...(process.platform === 'win32'
    ? []
    : [
        bringing('that is a pipe', 'bundle.special-file', (path) => {
          if (spawnSync('mkfifo', [path]).status !== 0) throw new Error('mkfifo failed')
        }),
        bringing('that is a device without an end', 'bundle.special-file', (path) => symlinkSync('/dev/zero', path)),
        {
          name: 'that is a socket',
          expected: 'bundle.special-file',
          async *act({ source, stage }: EnvironmentScene) {
            const server = createServer().listen(source)
            await once(server, 'listening')
            yield await stage(source)
            server.close()
          },
        },
      ]),
  bringing('of a little over 4 GB, most of it holes', 'bundle.too-large', (path, { large }) => {
    writeFileSync(path, large)
    truncateSync(path, 4_100_000_000)
  }),
  {
    name: 'whose writing was not finished',
    expected: 'bundle.part-file',
    async *act({ source, stage, large }) {
      writeFileSync(`${source}.part`, large.subarray(0, 1000))
      yield await stage(`${source}.part`)
    },
  },
]

/** A file elsewhere that a link leads to. */
const precious = ({ root }: EnvironmentScene): string => join(root, '珍贵.txt')

const targets: readonly EnvironmentCase[] = [
  failingAtEveryStep('written to a full disk, at every step', 'disk.full', 'ENOSPC'),
  failingAtEveryStep('written to a stick that is pulled out, at every step', 'disk.failed', 'EIO'),
  failingAtEveryStep('written to a read-only disk', 'disk.read-only', 'EROFS'),
  failingAtEveryStep('written where nobody may write', 'file.no-permission', 'EACCES'),
  {
    name: 'written to a stick that is pulled out while it is read back',
    expected: 'disk.failed',
    async *act(scene) {
      const fault: Fault = {
        before: () => undefined,
        beforeReading: (path) => {
          if (path.endsWith('.part')) throw diskFailure('EIO', 'read', path)
        },
      }
      yield await underFault(fault, scene.export)
    },
  },
  {
    name: 'of which a stick keeps other bytes than were written',
    expected: 'file.read-back',
    async *act(scene) {
      const before: Fault['before'] = (call, _number, path) => {
        if (call === 'sync' && path.endsWith('.part')) writeFileSync(path, 'X', { flag: 'r+' })
      }
      yield await underFault({ before }, scene.export)
    },
  },
  writing(
    'written to a name that is a link',
    'exchange.target-link',
    (target, scene) => {
      writeFileSync(precious(scene), '示例')
      symlinkSync(precious(scene), target)
    },
    precious,
  ),
  writing('written to a name that is a folder', 'exchange.target-folder', (target) => mkdirSync(target)),
  writing(
    'written to a name that another file has, which stays',
    'done',
    (target) => {
      writeFileSync(target, '示例')
    },
    ({ target }) => target,
  ),
  writing('written to a folder that is gone', 'folder.missing', (_, { exchange }) =>
    rmSync(exchange, { recursive: true }),
  ),
  writing('written to a folder that is a file', 'folder.not-a-folder', (_, { exchange }) => {
    rmSync(exchange, { recursive: true })
    writeFileSync(exchange, '示例')
  }),
  writing('written where an interrupted writing left its part', 'done', (target) => {
    writeFileSync(`${target}.part`, 'half')
  }),
  writing(
    'written where a link stands for its part',
    'done',
    (target, scene) => {
      writeFileSync(precious(scene), '示例')
      symlinkSync(precious(scene), `${target}.part`)
    },
    precious,
  ),
  {
    name: 'whose writing a killed run left half-way: removed and named when the desk opens',
    expected: 'exchange.interrupted',
    async *act(scene) {
      // Of this computer, by its three digits, and of a process that is none.
      const path = await withPart(scene.target, async (part) =>
        part.replace(/(\.[0-9a-f]{3})[0-9a-z]+\.part$/u, '$1zzzzz.part'),
      )
      writeFileSync(path, 'half')
      const notices = await scene.reopen()
      yield existsSync(path) ? 'the left-over is still there' : { kind: 'failed', error: notices[0] ?? noNotice }
    },
  },
]

const noNotice: HostError = { code: 'no notice', params: {} }

const capped = (
  name: string,
  expected: string,
  count: number,
  limits: Omit<BundleReaderOptions, 'worker'>,
): EnvironmentCase => ({
  name,
  expected,
  async *act({ root, worker, source }) {
    const sender = await makeIdentity('division', '示例处室')
    const more = Array.from({ length: count }, (_, index) => opinionReturned(`示例退回第 ${index} 次，请补充理由。`))
    const records = writeRecords(sender, [dossierSaved(1), panelSaved(), assignmentIssued(expertA), ...more])
    writeFileSync(source, await makeBundle({ kind: 'assignment', from: sender, records }))
    const stages = new StageStore(join(root, '示例暂存'))
    await stages.clear()
    mkdirSync(join(root, '示例暂存'), { recursive: true })
    yield await answer(() =>
      stageBundle({ kind: 'path', path: source }, stages, {
        stageId: '11111111-1111-4111-8111-111111111111',
        attachments: { sealOf: (sha256) => ({ key: new Uint8Array(32), what: `attachment/${sha256}` }) },
        readBundle: createBundleReader({ worker: { url: worker }, ...limits }),
        keys: { desk: null, passphrase: null },
      }),
    )
    const left = readdirSync(join(root, '示例暂存'))
    if (left.length > 0) yield `left in the staging area: ${left.join(', ')}`
  },
})

export const environmentCases: readonly EnvironmentCase[] = [
  ...sources,
  ...targets,
  capped('that needs more memory than the reading thread has', 'bundle.too-heavy', 20_000, { maxMemoryMB: 8 }),
  capped('that takes longer than the watchdog waits', 'bundle.too-long', 3000, { timeLimit: () => 30 }),
]
