import { errorSentence } from '@shared/messages/error-sentence'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBundleReader } from '@host/bundles/bundle-reader'
import { createTranslator } from '@shared/messages/translate'
import { buildBundleWorker } from '../../helpers/built-worker'
import { makeBundle, makeIdentity, rework, writeRecords } from './bundle-fixture'
import { failure, passphrase, removeTemporaryFolders, startHost, succeeded, temporaryFolder } from './desk-fixture'
import { assignmentIssued, dossierSaved, expertA, opinionReturned, panelSaved } from './review-actions'

let url: URL
beforeAll(async () => {
  url = await buildBundleWorker()
})
afterAll(removeTemporaryFolders)

async function deskWith(readBundle: ReturnType<typeof createBundleReader>) {
  const desk = await startHost(await temporaryFolder(), { readBundle })
  succeeded(await desk.call('profile:create', { role: 'expert', name: '示例专家甲', unit: '示例', passphrase }))
  return desk
}

async function bundleOf(count: number) {
  const sender = await makeIdentity('division', '示例处室')
  const more = Array.from({ length: count }, (_, index) => opinionReturned(`示例退回第 ${index} 次，请补充理由。`))
  const records = writeRecords(sender, [dossierSaved(1), panelSaved(), assignmentIssued(expertA), ...more])
  return { sender, bytes: await makeBundle({ kind: 'assignment', from: sender, records }) }
}

describe('a bundle read in a thread of its own', () => {
  it('gives the same dry run as in this thread, byte for byte and record for record', async () => {
    const { bytes } = await bundleOf(700)
    const here = await createBundleReader()(bytes)
    const there = await createBundleReader({ worker: { url } })(bytes)
    expect(there).toEqual(here)
    const path = join(await temporaryFolder(), '来包.lsb')
    await writeFile(path, bytes)
    expect(await createBundleReader({ worker: { url } })(path)).toEqual(here)
  })

  it('is refused with the same words', async () => {
    const { sender, bytes } = await bundleOf(3)
    const changed = await rework(bytes, sender, (entries) => entries.filter(({ name }) => !name.startsWith('keys/')))
    const desk = await deskWith(createBundleReader({ worker: { url } }))
    const stage = (content: Uint8Array) =>
      desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes: Uint8Array.from(content) })
    expect(failure(await stage(changed))).toMatchObject({
      code: 'bundle.no-sender-key',
      params: { fileName: '来包.lsb' },
    })
    expect(failure(await stage(bytes.subarray(0, 5000))).code).toBe('bundle.truncated')
    expect(failure(await stage(Buffer.from('no zip'))).code).toBe('bundle.not-a-bundle')
    await desk.host.close()
  })

  it.each([
    ['needs more memory than the cap', { maxMemoryMB: 8 }, 20_000, 'bundle.too-heavy'],
    ['takes longer than the watchdog waits', { timeLimit: () => 30 }, 3000, 'bundle.too-long'],
  ])('is given up when it %s, and the desk goes on', async (_, limits, count, code) => {
    const { bytes } = await bundleOf(count)
    const desk = await deskWith(createBundleReader({ worker: { url }, ...limits }))
    const input = { kind: 'bytes', fileName: '来包.lsb', bytes: Uint8Array.from(bytes) } as const
    const error = failure(await desk.call('bundle:stage', input))
    expect(error.code).toBe(code)
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(errorSentence({ code, params: error.params }, createTranslator(locale))).toContain('来包.lsb')
    }
    succeeded(await desk.call('draft:put', { key: 'k', value: 1 }))
    await desk.host.close()
  })
})

describe('the import of 10,000 records', () => {
  it('lets the desk answer again and again while it runs', async () => {
    const { bytes } = await bundleOf(10_000)
    const path = join(await temporaryFolder(), '一万条.lsb')
    await writeFile(path, bytes)
    const desk = await deskWith(createBundleReader({ worker: { url } }))

    /** What the work gave, and how often the desk answered another question before it did. */
    const meanwhile = async <T>(work: Promise<T>): Promise<{ value: T; answers: number }> => {
      const ended = work.then(() => true)
      let answers = 0
      while (!(await Promise.race([ended, nextTurn(false)]))) {
        expect(await desk.call('journal:get-status', undefined)).toHaveProperty('count')
        answers += 1
      }
      return { value: await work, answers }
    }

    const staged = await meanwhile(desk.call('bundle:stage', { kind: 'place', place: path }))
    const { stageId, report } = succeeded(staged.value)
    const taken = await meanwhile(desk.call('bundle:commit', { stageId }))
    succeeded(taken.value)
    expect(report.items).toHaveLength(10_004)
    expect(await desk.call('journal:get-status', undefined)).toMatchObject({ count: 10_006 })
    // How long one answer may take is held by `npm run bench -- bundles`; work in one piece gives one answer or two.
    expect(staged.answers).toBeGreaterThan(20)
    expect(taken.answers).toBeGreaterThan(20)
    await desk.host.close()
  })
})
