import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { memorySource } from '@host/bytes/byte-source'
import { digestOf } from '@host/files/durable-file'
import { lockBodyFormat } from '@host/locks/lock-body'
import { lockPart } from '@host/locks/lock-cipher'
import { namesOfDossier } from '@shared/domain/dossier-lock'
import { canonicalJson, type Json } from '@shared/lib/canonical-json'
import type { Payload } from '@shared/records/payloads'
import { makeBundle, makeIdentity, rework, writeRecords } from './bundle-fixture'
import { createDesk, failure, removeTemporaryFolders, succeeded } from './desk-fixture'
import { action, dossierId, dossierSaved, expertA, panelId, recusalDeclared } from './review-actions'

afterAll(removeTemporaryFolders)

const lock = { lockId: 'd'.repeat(32), key: Buffer.alloc(32, 5) }

/** An assignment whose locked dossier holds a record of a newer program, in a bundle that does not say so. */
async function assignmentOfNewer(): Promise<Buffer> {
  const sender = await makeIdentity('division', '示例新版处室')
  const dossier = dossierSaved(1)
  const inside = [dossier, action('gift.given' as never, { dossierId })]
  const body = canonicalJson({
    format: lockBodyFormat,
    lockId: lock.lockId,
    dossierId,
    records: writeRecords(sender, inside).slice(1) as unknown as Json,
    files: [],
  })
  const sealed = lockPart(memorySource(Buffer.from(body)), lock, 'body')
  const part = await sealed.read(0, sealed.size)
  const stated = action('dossier.locked', {
    lockId: lock.lockId,
    panelId,
    dossierId,
    expertId: expertA,
    version: 1,
    names: namesOfDossier((dossier.payload as Payload<'dossier.saved'>).content),
    materialCount: 0,
    body: digestOf(part),
    files: [],
  })
  const [introduction, , , locked] = writeRecords(sender, [...inside, stated])
  return rework(
    await makeBundle({ kind: 'assignment', from: sender, records: [introduction!, locked!], blobs: [part] }),
    sender,
    (entries) => entries,
    (manifest) => ({
      ...manifest,
      minReader: 2,
      locks: [{ lockId: lock.lockId, key: { kind: 'bundle', key: lock.key.toString('base64') } }],
    }),
  )
}

describe('a locked dossier whose inside only a newer version understands', () => {
  it('stays closed after the declaration, with its key, and nothing of it is taken', async () => {
    const desk = await createDesk('expert', '示例专家甲')
    const bytes = Uint8Array.from(await assignmentOfNewer())
    const { stageId } = succeeded(await desk.call('bundle:stage', { kind: 'bytes', fileName: '送审.lsb', bytes }))
    succeeded(await desk.call('bundle:commit', { stageId }))
    succeeded(await desk.call('journal:append', { actions: [recusalDeclared(expertA)] }))
    const records = async () => (await desk.call('journal:read', { after: 0, limit: 100 })).records
    const before = await records()
    expect(failure(await desk.call('lock:open', { lockId: lock.lockId })).code).toBe('lock.newer')
    expect(await records()).toEqual(before)
    expect(await readdir(join(desk.root, '工作目录', 'locks', 'keys'))).toHaveLength(1)
    await desk.host.close()
  })
})
