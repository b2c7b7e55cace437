import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { digestOf } from '@host/files/durable-file'
import { createDesk, failure, passphrase, removeTemporaryFolders, startHost, succeeded } from './desk-fixture'

afterEach(removeTemporaryFolders)

describe('drafts', () => {
  it('keep the latest value over a restart and forget what was deleted', async () => {
    const desk = await createDesk('expert', '示例专家')
    succeeded(await desk.call('draft:put', { key: 'opinion/1', value: { reason: '协' } }))
    succeeded(await desk.call('draft:put', { key: 'opinion/1', value: { reason: '协议齐全（示例）' } }))
    succeeded(await desk.call('draft:put', { key: 'opinion/2', value: null }))
    succeeded(await desk.call('draft:delete', { key: 'opinion/2' }))
    await desk.host.close()
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect(await again.call('draft:list', undefined)).toMatchObject([
      { key: 'opinion/1', value: { reason: '协议齐全（示例）' } },
    ])
    await again.host.close()
  })

  it('do not let their file grow without end', async () => {
    const desk = await createDesk('expert', '示例专家')
    const text = '示例'.repeat(2000)
    for (let round = 0; round < 60; round += 1) {
      succeeded(await desk.call('draft:put', { key: 'opinion/1', value: `${round} ${text}` }))
    }
    const { size } = await stat(join(desk.root, '工作目录', 'drafts.lsj'))
    expect(size).toBeLessThan(100_000)
    expect((await desk.call('draft:list', undefined))[0]?.value).toBe(`59 ${text}`)
    await desk.host.close()
  })

  it('survive damage as far as they can be read, and say so', async () => {
    const desk = await createDesk('expert', '示例专家')
    succeeded(await desk.call('draft:put', { key: 'a', value: 1 }))
    succeeded(await desk.call('draft:put', { key: 'b', value: 2 }))
    await desk.host.close()
    const path = join(desk.root, '工作目录', 'drafts.lsj')
    const bytes = await readFile(path)
    bytes[bytes.length - 40] = bytes[bytes.length - 40]! ^ 4
    await writeFile(path, bytes)
    // Without a snapshot that would bring the lost one back.
    await rm(join(desk.root, '工作目录', 'snapshots'), { recursive: true })
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect((await again.call('app:get-status', undefined)).notices.map(({ code }) => code)).toEqual([
      'drafts.damaged',
      'snapshot.missing',
    ])
    expect((await again.call('draft:list', undefined)).map(({ key }) => key)).toEqual(['a'])
    succeeded(await again.call('draft:put', { key: 'c', value: 3 }))
    await again.host.close()
    const last = await startHost(desk.root)
    succeeded(await last.call('profile:unlock', { passphrase }))
    expect((await last.call('draft:list', undefined)).map(({ key }) => key)).toEqual(['a', 'c'])
    await last.host.close()
  })
})

describe('attachments', () => {
  it('are named by their content, kept once and read in ranges', async () => {
    const desk = await createDesk('division', '示例处室')
    const bytes = Buffer.from(Array.from({ length: 10_000 }, (_, index) => index % 251))
    const { sha256, size } = succeeded(await desk.call('attachment:put', { bytes: new Uint8Array(bytes) }))
    expect({ sha256, size }).toEqual(digestOf(bytes))
    succeeded(await desk.call('attachment:put', { bytes: new Uint8Array(bytes) }))
    const stored = (await readdir(join(desk.root, '工作目录', 'attachments'), { recursive: true })).filter(
      (name) => name.length > 2,
    )
    expect(stored).toHaveLength(1)
    expect(stored[0]).not.toContain(sha256)
    const range = succeeded(await desk.call('attachment:read', { sha256, offset: 9_990, length: 100 }))
    expect([...range.bytes]).toEqual([...bytes.subarray(9_990)])
    expect(range.size).toBe(10_000)
    expect((await desk.host.readAttachmentRange(sha256, 5, 3)).bytes).toEqual(new Uint8Array(bytes.subarray(5, 8)))
    expect(await desk.call('attachment:stat', { sha256 })).toEqual({ kind: 'present', size: 10_000 })
    await desk.host.close()
  })

  it('are missing by name when they are not there', async () => {
    const desk = await createDesk('division', '示例处室')
    const sha256 = 'b'.repeat(64)
    expect(await desk.call('attachment:stat', { sha256 })).toEqual({ kind: 'missing' })
    expect(failure(await desk.call('attachment:read', { sha256, offset: 0, length: 1 }))).toEqual({
      code: 'attachment.missing',
      params: { sha256 },
    })
    await desk.host.close()
  })
})
