import { mkdir } from 'node:fs/promises'
import { expect } from 'vitest'
import type { Identity } from '@host/keys/identity'
import { createTranslator } from '@shared/messages/translate'
import { sentenceOf } from '@shared/messages/translator'
import type { RecordEnvelope } from '@shared/records/record'
import { makeBundle, makeIdentity, writeRecords, type Entry } from './bundle-fixture'
import { createDesk, failure, hashTree, type Desk } from './desk-fixture'
import { assignmentIssued, dossierSaved, expertA, panelSaved } from './review-actions'

/** An expert's desk, a division that sends it a good assignment, and a stranger. */
export type HostileScene = {
  readonly desk: Desk
  readonly sender: Identity
  readonly stranger: Identity
  readonly good: Buffer
  readonly records: RecordEnvelope[]
  readonly before: Record<string, string>
  /**
   * Stages bytes; expects this refusal, a sentence that names the file in both languages, and nothing changed on the
   * disk.
   */
  readonly refused: (bytes: Uint8Array, code: string) => Promise<void>
}

export async function setHostileScene(): Promise<HostileScene> {
  const desk = await createDesk('expert', '示例专家甲')
  await mkdir(desk.exchange, { recursive: true })
  const sender = await makeIdentity('division', '示例处室')
  const stranger = await makeIdentity('division', '示例他人')
  const records = writeRecords(sender, [dossierSaved(1), panelSaved(), assignmentIssued(expertA)])
  const good = await makeBundle({ kind: 'assignment', from: sender, records })
  const before = await hashTree(desk.root)
  const refused = async (bytes: Uint8Array, code: string) => {
    const input = { kind: 'bytes', fileName: '来包.lsb', bytes: Uint8Array.from(bytes) } as const
    const error = failure(await desk.call('bundle:stage', input))
    expect(error.code).toBe(code)
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(sentenceOf(createTranslator(locale), `error.${error.code}`, error.params)).toContain('来包.lsb')
    }
    expect(await hashTree(desk.root)).toEqual(before)
  }
  return { desk, sender, stranger, good, records, before, refused }
}

export const named = (pattern: string) => (entry: Entry) => entry.name.includes(pattern)
