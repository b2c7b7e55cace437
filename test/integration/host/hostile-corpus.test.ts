import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBundleReader } from '@host/bundles/bundle-reader'
import { buildBundleWorker } from '../../helpers/built-worker'
import { hostileCorpus } from '../../hostile/corpus'
import { closeHostileDesks, openHostileDesks, runCase, stageBytes, type HostileDesks } from '../../hostile/run-case'
import { runFairly, type Judged } from '../../hostile/run-fairly'
import { createWorld, type HostileWorld } from '../../hostile/world'
import { removeTemporaryFolders, succeeded } from './desk-fixture'
import { expertA, opinionSealed } from './review-actions'

let world: HostileWorld
let desks: HostileDesks

beforeAll(async () => {
  world = await createWorld()
  desks = await openHostileDesks(world)
})
afterAll(async () => {
  await closeHostileDesks(desks)
  await removeTemporaryFolders()
})

const groups = [...new Set(hostileCorpus.map(({ group }) => group))]

describe.each(groups)('a hostile bundle, %s', (group) => {
  it.each(
    hostileCorpus.filter((hostile) => hostile.group === group).map((hostile) => [hostile.name, hostile] as const),
  )('%s', async (_, hostile) => {
    expect((await runFairly(() => runCase(hostile, world, desks))).faults).toEqual([])
  })
})

describe('the corpus of hostile bundles', () => {
  it('has no two cases of one name in a group', () => {
    const names = hostileCorpus.map(({ group, name }) => `${group}: ${name}`)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('is met alike by the built reader in its thread: every twelfth case here, all by npm run hostile-corpus', async () => {
    const reader = createBundleReader({ worker: { url: await buildBundleWorker() } })
    const others = await openHostileDesks(world, reader)
    for (const [index, hostile] of hostileCorpus.entries()) {
      if (index % 12 === 0) {
        const { faults } = await runFairly(() => runCase(hostile, world, others))
        expect([hostile.name, ...faults]).toEqual([hostile.name])
      }
    }
    await closeHostileDesks(others)
  }, 120_000)
})

describe('a case whose time is measured again', () => {
  const runs = (...results: Judged[]) => {
    const left = [...results]
    return async () => left.shift() ?? { faults: ['was run too often'], message: '', ms: 0 }
  }
  const refused = (ms: number, ...faults: string[]) => ({ faults, message: 'refused', ms })

  it('is run once if it took no longer than it may', async () => {
    expect(await runFairly(runs(refused(10)), 10)).toEqual({ ...refused(10), measuredAgain: 0 })
  })
  it('is judged by the last time', async () => {
    expect(await runFairly(runs(refused(11), refused(12), refused(9)), 10)).toEqual({ ...refused(9), measuredAgain: 2 })
  })
  it('keeps the fault of its first run, whatever comes later', async () => {
    const { faults } = await runFairly(runs(refused(11, 'taken, expected bundle.bad-json'), refused(9)), 10)
    expect(faults).toEqual(['taken, expected bundle.bad-json'])
  })
  it('must say the same again', async () => {
    const { faults, message } = await runFairly(runs(refused(11), { faults: [], message: 'taken', ms: 9 }), 10)
    expect(message).toBe('refused')
    expect(faults).toEqual(['said at first: refused; when run again: taken'])
  })
  it('is too slow if it was so three times', async () => {
    expect((await runFairly(runs(refused(11), refused(12), refused(13)), 10)).faults).toEqual([
      'took 13 ms, and longer than it may three times',
    ])
  })
})

describe('good bundles bent by chance', () => {
  it('are never taken with another meaning: 2,000 cases here, 100,000 by npm run fuzz', () => {
    const script = fileURLToPath(new URL('../../hostile/run-fuzz.ts', import.meta.url))
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, '2000', '20261122'], {
      encoding: 'utf8',
      timeout: 110_000,
    })
    expect(stderr).toBe('')
    const { faults, cases, refused } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as {
      faults: string[]
      cases: number
      refused: object
    }
    expect(faults).toEqual([])
    expect(cases).toBe(2000)
    // The cases reach behind the container: signatures, keys, records.
    expect(Object.keys(refused).length).toBeGreaterThan(10)
  }, 120_000)
})

describe('a logical clock that a bundle drove to its end', () => {
  it('stops neither this desk from writing nor others from reading what it wrote', async () => {
    const fast = hostileCorpus.find(({ name }) => name === 'with a logical clock that leaves no number to others')
    const { desk } = desks.new
    const { stageId } = succeeded(await stageBytes(desk, (await fast?.make(world)) ?? new Uint8Array()))
    succeeded(await desk.call('bundle:commit', { stageId }))
    const first = succeeded(await desk.call('journal:append', { actions: [opinionSealed(expertA)] }))
    const second = succeeded(await desk.call('journal:append', { actions: [opinionSealed(expertA, 2)] }))
    expect([...first.records, ...second.records].map(({ lamport }) => lamport)).toEqual([
      999_999_999_999, 999_999_999_999,
    ])
  })
})
