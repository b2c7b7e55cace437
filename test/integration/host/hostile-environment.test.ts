import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildBundleWorker } from '../../helpers/built-worker'
import { environmentCases } from '../../hostile/environment-cases'
import type { EnvironmentScene } from '../../hostile/environment-case'
import { openEnvironment, runEnvironmentCase } from '../../hostile/run-environment'
import { removeTemporaryFolders } from './desk-fixture'

let scene: EnvironmentScene
beforeAll(async () => {
  scene = await openEnvironment(await buildBundleWorker())
})
afterAll(async () => {
  await scene.close()
  await removeTemporaryFolders()
})

describe('a bundle', () => {
  it.each(environmentCases.map((hostile) => [hostile.name, hostile] as const))('%s', async (_, hostile) => {
    expect((await runEnvironmentCase(hostile, scene)).faults).toEqual([])
  })
})
