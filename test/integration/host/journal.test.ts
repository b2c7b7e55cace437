import { spawn } from 'node:child_process'
import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { encodeFrame, scanFrames } from '@host/journal/frames'
import { isRecordSignature, publicKeyOf } from '@host/keys/signatures'
import { deskStatementSchema } from '@shared/records/payloads'
import { parseRecord } from '@shared/records/record'
import {
  createDesk,
  failure,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  type Desk,
} from './desk-fixture'
import { action, dossierSaved, opinionReturned, panelSaved } from './review-actions'
import { appendSealed } from './vault-fixture'

afterEach(removeTemporaryFolders)

const journalOf = (desk: Pick<Desk, 'root'>) => join(desk.root, '工作目录', 'journal.lsj')

async function reopen(desk: Desk): Promise<Desk> {
  await desk.host.close()
  const again = await startHost(desk.root)
  succeeded(await again.call('profile:unlock', { passphrase }))
  return again
}

const notices = async (desk: Desk) => (await desk.call('app:get-status', undefined)).notices.map(({ code }) => code)
const read = async (desk: Desk) => (await desk.call('journal:read', { after: 0, limit: 5000 })).records

describe('frames of an append-only file', () => {
  const payloads = fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 6 })
  const join_ = (list: readonly Uint8Array[]) => Buffer.concat(list.map((payload) => encodeFrame(1, payload)))

  it('read back as they were written', () => {
    fc.assert(
      fc.property(payloads, (list) => {
        const { frames, tail } = scanFrames(join_(list), 0)
        expect(frames.map((frame) => [...frame.payload])).toEqual(list.map((payload) => [...payload]))
        expect(tail).toBe('clean')
      }),
    )
  })

  it('keep every whole frame before a cut, and call a cut torn', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), (list, where) => {
        const file = join_(list)
        const cut = where % file.length
        const { frames, end, tail } = scanFrames(file.subarray(0, cut), 0)
        expect(tail).toBe(cut === end ? 'clean' : 'torn')
        expect(frames.map((frame) => [...frame.payload])).toEqual(
          list.slice(0, frames.length).map((payload) => [...payload]),
        )
      }),
    )
  })

  it('never take a flipped bit for anything but damage', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), fc.integer({ min: 0, max: 7 }), (list, where, bit) => {
        const file = join_(list)
        const at = where % file.length
        file[at] = file[at]! ^ (1 << bit)
        const { frames, tail } = scanFrames(file, 0)
        expect(tail).toBe('damaged')
        expect(frames.every((frame) => frame.offset + frame.size <= at)).toBe(true)
      }),
    )
  })
})

describe('the journal', () => {
  it('gives records an author, an order, a chain and a signature that hold', async () => {
    const desk = await createDesk('division', '示例处室')
    const { records, count } = succeeded(
      await desk.call('journal:append', { actions: [dossierSaved(1), panelSaved()] }),
    )
    expect(count).toBe(3)
    const all = await read(desk)
    expect(all.slice(1)).toEqual(records)
    const statement = deskStatementSchema.parse(all[0]?.payload)
    const key = publicKeyOf(statement)!
    all.forEach((record, index) => {
      expect(parseRecord(record)).toHaveProperty('record')
      expect(isRecordSignature(record.id, record.sig, key)).toBe(true)
      expect(record).toMatchObject({
        seq: index + 1,
        lamport: index + 1,
        author: statement.keyId,
        prev: all[index - 1]?.id ?? null,
      })
    })
    expect(isRecordSignature(all[0]!.id, all[1]!.sig, key)).toBe(false)
    await desk.host.close()
  })

  it('keeps order and numbers when many append at once', async () => {
    const desk = await createDesk('division', '示例处室')
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        desk.call('journal:append', { actions: [opinionReturned(`示例${index}`), opinionReturned(`再示例${index}`)] }),
      ),
    )
    const records = await read(desk)
    expect(records.map((record) => record.seq)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1))
    const again = await reopen(desk)
    expect(await read(again)).toEqual(records)
    await again.host.close()
  })

  it('refuses what only the host may write, and a payload that does not fit', async () => {
    const desk = await createDesk('expert', '示例专家')
    const { statement } = succeeded(await desk.call('desk:statement', undefined))
    const refused = await desk.call('journal:append', { actions: [action('desk.introduced', statement)] })
    expect(failure(refused).code).toBe('journal.reserved-type')
    await expect(desk.call('journal:append', { actions: [action('status.set', { on: 'today' })] })).rejects.toThrow(
      'bad-input',
    )
    expect(await read(desk)).toHaveLength(1)
    await desk.host.close()
  })

  it('is read up to a record that is not what its id says, whoever sealed it, and says so', async () => {
    const desk = await createDesk('division', '示例处室')
    const { records } = succeeded(await desk.call('journal:append', { actions: [opinionReturned('甲')] }))
    await desk.host.close()
    const last = records[0]!
    const forged = { ...last, seq: last.seq + 1, prev: last.id, lamport: last.lamport + 1, id: 'f'.repeat(64) }
    const payload = Buffer.from(JSON.stringify({ records: [forged] }))
    await appendSealed(desk.root, 'journal', { kind: 1, payload })
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect(await notices(again)).toContain('journal.broken-chain')
    expect((await read(again)).map(({ id }) => id)).not.toContain(forged.id)
    expect(await read(again)).toHaveLength(2)
    await again.host.close()
  })

  it('cuts an interrupted last append off as a whole, keeps it aside and says so', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await desk.call('journal:append', { actions: [opinionReturned('前')] }))
    const before = await read(desk)
    const { size } = await stat(journalOf(desk))
    succeeded(await desk.call('journal:append', { actions: [opinionReturned('甲'), opinionReturned('乙')] }))
    await desk.host.close()
    await truncate(journalOf(desk), size + 200)
    // As after a power cut: no snapshot has seen the append that was not finished.
    await rm(join(desk.root, '工作目录', 'snapshots'), { recursive: true })
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect(await notices(again)).toEqual(['journal.torn', 'snapshot.missing'])
    expect(await read(again)).toEqual(before)
    const [notice] = (await again.call('app:get-status', undefined)).notices
    expect((await readFile(String(notice?.params.aside))).length).toBe(200)
    succeeded(await again.call('journal:append', { actions: [opinionReturned('后')] }))
    const last = await reopen(again)
    expect(await notices(last)).toEqual([])
    expect((await read(last)).map((record) => record.seq)).toEqual([1, 2, 3])
    await last.host.close()
  })

  it('serves the part before a damage, changes nothing more and keeps the file', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await desk.call('journal:append', { actions: [opinionReturned('前')] }))
    const before = await read(desk)
    const { size } = await stat(journalOf(desk))
    succeeded(await desk.call('journal:append', { actions: [opinionReturned('甲')] }))
    succeeded(await desk.call('journal:append', { actions: [opinionReturned('乙')] }))
    await desk.host.close()
    const file = await readFile(journalOf(desk))
    file[size + 200] = file[size + 200]! ^ 1
    await writeFile(journalOf(desk), file)
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect(await notices(again)).toEqual(['journal.damaged', 'snapshot.can-restore'])
    expect(await read(again)).toEqual(before)
    expect(failure(await again.call('journal:append', { actions: [opinionReturned('丙')] })).code).toBe(
      'journal.read-only',
    )
    await again.host.close()
    expect(await readFile(journalOf(desk))).toEqual(file)
  })

  it('finds a record out of its chain although every checksum is right', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await desk.call('journal:append', { actions: [opinionReturned('甲')] }))
    const [, second] = await read(desk)
    await desk.host.close()
    const forged = Buffer.from(
      JSON.stringify({ records: [{ ...second, id: 'f'.repeat(64), seq: 3, prev: 'e'.repeat(64) }] }),
    )
    await appendSealed(desk.root, 'journal', { kind: 1, payload: forged })
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect(await notices(again)).toEqual(['journal.broken-chain', 'snapshot.can-restore'])
    expect(await read(again)).toHaveLength(2)
    await again.host.close()
  })

  it('is only looked at when a newer version wrote into it', async () => {
    const desk = await createDesk('division', '示例处室')
    await desk.host.close()
    await appendSealed(desk.root, 'journal', { kind: 77, payload: Buffer.from('new') })
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect(await notices(again)).toEqual(['journal.newer'])
    expect(failure(await again.call('journal:append', { actions: [opinionReturned('甲')] })).code).toBe(
      'journal.read-only',
    )
    await again.host.close()
  })

  it('stops saving before the disk is full and still reads', async () => {
    const desk = await createDesk('division', '示例处室')
    await desk.host.close()
    const full = await startHost(desk.root, { freeBytes: async () => 250_000_000 })
    succeeded(await full.call('profile:unlock', { passphrase }))
    expect(await full.call('app:get-status', undefined)).toMatchObject({ space: 'read-only', freeBytes: 250_000_000 })
    expect(failure(await full.call('journal:append', { actions: [opinionReturned('甲')] }))).toEqual({
      code: 'space.read-only',
      params: { freeMB: 250 },
    })
    expect(failure(await full.call('draft:put', { key: 'a', value: 1 })).code).toBe('space.read-only')
    expect(await read(full)).toHaveLength(1)
    await full.host.close()
    const low = await startHost(desk.root, { freeBytes: async () => 900_000_000 })
    expect((await low.call('app:get-status', undefined)).space).toBe('low')
    await low.host.close()
  })
})

describe('a process killed while it appends', () => {
  it('has every acknowledged record once and a valid chain, whenever it dies', async () => {
    const desk = await createDesk('division', '示例处室')
    await desk.host.close()
    const acknowledged: string[] = []
    for (let round = 0; round < 5; round += 1) {
      acknowledged.push(...(await appendUntilKilled(desk.root, 20 + ((round * 53) % 120))))
    }
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    const records = await read(again)
    const ids = records.map((record) => record.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(acknowledged.length).toBeGreaterThan(20)
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([])
    records.forEach((record, index) => {
      expect(record.seq).toBe(index + 1)
      expect(record.prev).toBe(ids[index - 1] ?? null)
      expect(parseRecord(record)).toHaveProperty('record')
    })
    // Two records were appended at a time: never one of a pair.
    expect((records.length - 1) % 2).toBe(0)
    await again.host.close()
  }, 240_000)
})

/**
 * Starts a process that appends pairs without end, kills it some milliseconds after its first word; answers what it
 * acknowledged.
 */
async function appendUntilKilled(root: string, afterMs: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./append-forever.ts', import.meta.url)), root],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let output = ''
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
      output += chunk.toString('utf8')
    })
    child.on('close', () => resolve())
  })
  // The last line may be cut off by the kill.
  return output.split('\n').slice(0, -1)
}
