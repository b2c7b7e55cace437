// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { closeDesk, openDesk } from '@renderer/data/desk'
import { recordBundleExport } from '@renderer/data/exports'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { exportOpinions } from '@renderer/features/assignments/assignment-actions'
import { useUnrecorded } from '@renderer/data/unrecorded'

/** A host whose disk is nearly full, with a journal of so many records. */
function nearlyFullHost(count: number, code = 'space.read-only'): string[] {
  const calls: string[] = []
  const answers: Record<string, unknown> = {
    'profile:database-key': { kind: 'done', key: new Uint8Array(32) },
    'journal:get-status': { count, headId: null, lamport: 0 },
    'app:get-status': { space: 'read-only', freeBytes: 299_000_000 },
    'journal:append': { kind: 'failed', error: { code, params: { freeMB: 299 } } },
    'bundle:export': {
      kind: 'done',
      bundleId: '10000000-0000-4000-8000-000000000001',
      file: { path: '/示例/意见.lsb', fileName: '意见.lsb', sha256: 'a'.repeat(64), size: 1 },
      recordCount: 1,
      attachmentCount: 0,
    },
    'journal:read': { records: [], count },
  }
  const invoke = (channel: string) => {
    calls.push(channel)
    return Promise.resolve({ ok: true, value: answers[channel] })
  }
  vi.stubGlobal('window', Object.assign(window, { bridge: { invoke } }))
  return calls
}

afterEach(() => {
  closeDesk()
  vi.unstubAllGlobals()
  useUnrecorded.getState().clear()
})

describe('on a disk that is nearly full', () => {
  it('no database is rebuilt: the browser would meet a full disk and empty itself', async () => {
    const calls = nearlyFullHost(5000)
    await expect(openDesk('a'.repeat(32), () => undefined)).rejects.toMatchObject({
      error: { code: 'space.no-rebuild', params: { freeMB: 299 } },
    })
    expect(calls).not.toContain('journal:read')
  })

  it('a database that is level opens', async () => {
    nearlyFullHost(0)
    expect(await openDesk('b'.repeat(32), () => undefined)).toEqual({ rebuilt: false, missing: 0 })
  })

  it.each(['space.read-only', 'disk.full'])(
    'an expert is told that opinions were written, whatever %s says',
    async (code) => {
      nearlyFullHost(0, code)
      await openDesk(code === 'disk.full' ? 'd'.repeat(32) : 'e'.repeat(32), () => undefined)
      const task = {
        panelId: '10000000-0000-4000-8000-000000000002',
        dossierId: '10000000-0000-4000-8000-000000000003',
        expertId: '10000000-0000-4000-8000-000000000004',
        declaration: null,
        assignment: { value: { from: '示例处室' } },
      } as unknown as ExpertTask
      const exported = await exportOpinions([task], { fileName: '意见.lsb', folder: null, protect: { kind: 'none' } })
      expect(exported.file.fileName).toBe('意见.lsb')
      expect(useUnrecorded.getState().fileNames).toEqual(['意见.lsb'])
    },
  )

  it('an export that is written is no failure: that it was not recorded is told by its name', async () => {
    nearlyFullHost(0)
    await openDesk('c'.repeat(32), () => undefined)
    await recordBundleExport({
      bundleId: '10000000-0000-4000-8000-000000000001',
      kind: 'archive',
      to: '示例',
      dossierIds: [],
      expertId: null,
      file: { path: '/tmp/抢救.lsb', fileName: '抢救.lsb', sha256: 'a'.repeat(64), size: 1 },
    } as unknown as Parameters<typeof recordBundleExport>[0])
    expect(useUnrecorded.getState().fileNames).toEqual(['抢救.lsb'])
  })
})
