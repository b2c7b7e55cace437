import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { openLog } from '../../../electron/shell/log'
import { canaries, findCanaries } from '../../helpers/canaries'
import { removeTemporaryFolders, temporaryFolder } from './desk-fixture'
import { plantCanaries } from './plant-canaries'

afterEach(removeTemporaryFolders)

/** What lies on the disk of a desk: its profile and the folder of its shell (log, cache). */
async function places(): Promise<{ root: string; profile: string; cache: string }> {
  const root = await temporaryFolder()
  const cache = join(root, 'cache')
  await mkdir(cache)
  return { root, profile: join(root, '工作目录'), cache }
}

describe('fifty words planted in names, titles, PDF text, drafts, file names, staged bundles, folders and errors', () => {
  it('are found nowhere in the profile, the log and the cache, neither open nor locked nor closed', async () => {
    const { root, profile, cache } = await places()
    const log = openLog(cache)
    const desk = await plantCanaries(root, log.error)
    expect(findCanaries(profile, cache)).toEqual([])
    await desk.call('profile:lock', undefined)
    expect(findCanaries(profile, cache)).toEqual([])
    await desk.host.close()
    expect(findCanaries(profile, cache)).toEqual([])
  })

  it('are found nowhere after the process was killed with the desk open, at any time', async () => {
    for (const step of [3, 12, 25, 40]) {
      const { root, profile, cache } = await places()
      await plantUntilKilled(root, cache, step)
      expect(findCanaries(profile, cache)).toEqual([])
    }
  }, 120_000)

  it('would be found in every spelling: the control', async () => {
    const folder = await temporaryFolder()
    const [first, second, third, fourth, fifth, sixth, seventh] = canaries as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    await writeFile(join(folder, `${first}.txt`), '')
    await writeFile(join(folder, 'utf8'), `…${second}…`)
    await writeFile(join(folder, 'utf16'), Buffer.from(`x${third}`, 'utf16le'))
    const ascii = Array.from(
      { length: fourth.length },
      (_, at) => `\\u${fourth.charCodeAt(at).toString(16).padStart(4, '0')}`,
    )
    await writeFile(
      join(folder, 'json'),
      JSON.stringify({ a: 1 }) +
        ascii.join('').replaceAll(/\\u00(..)/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    )
    for (const [index, shift] of ['', 'x', 'yz'].entries()) {
      await writeFile(join(folder, `base64-${index}`), Buffer.from(`${shift}${fifth}…`).toString('base64'))
    }
    await writeFile(join(folder, 'gzip'), Buffer.concat([Buffer.from('head'), gzipSync(sixth)]))
    await writeFile(join(folder, 'hex'), Buffer.from(seventh).toString('hex'))
    const found = findCanaries(folder)
    expect(new Set(found.map(({ canary }) => canary))).toEqual(new Set(canaries.slice(0, 7)))
    expect(found.filter(({ canary }) => canary === fifth)).toHaveLength(3)
  })
})

/** A process that plants, killed after its `step`th step. */
async function plantUntilKilled(root: string, cache: string, step: number): Promise<void> {
  const script = fileURLToPath(new URL('./plant-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, root, cache], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let steps = 0
  child.stdout.on('data', (chunk: Buffer) => {
    steps += chunk.length
    if (steps >= step) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.once('close', resolve))
  expect(steps).toBeGreaterThanOrEqual(step)
}
