import { existsSync } from 'node:fs'
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { frameKinds, scanFrames } from '@host/journal/frames'
import { Journal } from '@host/journal/journal'
import { readImage } from '@host/journal/journal-image'
import * as recordGroups from '@host/journal/record-group'
import { openKeyFile } from '@host/keys/key-file'
import { openVault } from '@host/desk/vault'
import type { HostOptions } from '@host/host'
import { profileFolder } from '@host/profile/profile-folder'
import {
  createDesk,
  failure,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  type Desk,
} from './desk-fixture'
import type { Action } from '@shared/records/payloads'
import { recordId, type RecordEnvelope } from '@shared/records/record'
import { dossierSaved, opinionReturned, panelSaved, statusSet } from './review-actions'
import { appendSealed } from './vault-fixture'

afterEach(removeTemporaryFolders)

const folderOf = (desk: Pick<Desk, 'root'>) => profileFolder(join(desk.root, '工作目录'))

async function append(desk: Desk, ...actions: Action[]): Promise<void> {
  succeeded(await desk.call('journal:append', { actions }))
}

/** A desk with a few records that was closed as a person closes it. */
async function closedDesk(): Promise<Desk> {
  const desk = await createDesk('division', '示例处室')
  await append(desk, panelSaved(), dossierSaved(1), statusSet('一'))
  await append(desk, statusSet('二'))
  await desk.host.close()
  return desk
}

async function reopened(desk: Pick<Desk, 'root'>, options: Partial<HostOptions> = {}): Promise<Desk> {
  const again = await startHost(desk.root, options)
  succeeded(await again.call('profile:unlock', { passphrase }))
  return again
}

const noticesOf = async (desk: Desk) => (await desk.call('app:get-status', undefined)).notices.map(({ code }) => code)
const idsOf = async (desk: Desk) =>
  (await desk.call('journal:read', { after: 0, limit: 5000 })).records.map(({ id }) => id)

/** What a journal says of itself, opened with or without its image. */
async function saidBy(desk: Pick<Desk, 'root'>, how: 'with-image' | 'whole') {
  const folder = folderOf(desk)
  const vault = openVault(await openKeyFile(folder.keys, { passphrase }))
  const image = how === 'whole' ? null : { path: folder.journalImage, key: vault.journalImage }
  const read = vi.spyOn(recordGroups, 'decodeGroupInSlices')
  const journal = await Journal.open(folder.journal, vault.journal, { asideFolder: folder.aside, image })
  const framesRead = read.mock.calls.length
  read.mockRestore()
  const records = await journal.read(0, journal.count)
  const [{ author } = { author: '' }] = records
  const said = {
    count: journal.count,
    lamport: journal.lamport,
    lastFence: journal.lastFence,
    isWritable: journal.isWritable,
    heads: journal.heads(),
    introductions: journal.introductionsOf(author),
    refs: [statusSet('三'), dossierSaved(1), panelSaved()].map((action) => journal.refsFor(action, 'a'.repeat(32))),
    own: records.map((record) => [journal.idAt(author, record.seq), journal.prevAt(author, record.seq)]),
    since: journal.headsSince('b'.repeat(32)),
    traffic: journal.traffic.content,
    notices: journal.notices.map(({ code }) => code),
    records,
  }
  await journal.close()
  return { said, framesRead }
}

describe('the image of a journal', () => {
  it('says what reading it whole says, and then no frame of it is read', async () => {
    const desk = await closedDesk()
    const whole = await saidBy(desk, 'whole')
    const known = await saidBy(desk, 'with-image')
    expect(known.said).toEqual(whole.said)
    expect(whole.framesRead).toBeGreaterThan(0)
    expect(known.framesRead).toBe(0)
  })

  it('is followed by what was written since: only that is read', async () => {
    const desk = await closedDesk()
    const { journalImage } = folderOf(desk)
    const earlier = await readFile(journalImage)
    const again = await reopened(desk)
    await append(again, statusSet('三'))
    await again.host.close()
    await writeFile(journalImage, earlier)
    const known = await saidBy(desk, 'with-image')
    expect(known.framesRead).toBe(1)
    expect(known.said).toEqual((await saidBy(desk, 'whole')).said)
  })

  it('is thrown away and made anew where it is missing, cut, changed, or of another desk', async () => {
    const desk = await closedDesk()
    const stranger = await closedDesk()
    const { journalImage } = folderOf(desk)
    const good = await readFile(journalImage)
    const ids = (await saidBy(desk, 'whole')).said.records.map(({ id }) => id)
    const hurts: readonly (() => Promise<unknown>)[] = [
      () => rm(journalImage),
      () => writeFile(journalImage, good.subarray(0, good.length >> 1)),
      () => writeFile(journalImage, Buffer.alloc(0)),
      () => writeFile(journalImage, Buffer.from(good).fill(0, good.length >> 1, (good.length >> 1) + 1)),
      () => copyFile(folderOf(stranger).journalImage, journalImage),
    ]
    for (const hurt of hurts) {
      await hurt()
      expect((await saidBy(desk, 'with-image')).framesRead).toBeGreaterThan(0)
      const again = await reopened(desk)
      expect(await idsOf(again)).toEqual(ids)
      expect(await noticesOf(again)).toEqual([])
      await append(again, opinionReturned('之后（示例）'))
      ids.splice(0, ids.length, ...(await idsOf(again)))
      await again.host.close()
      expect((await saidBy(desk, 'with-image')).framesRead).toBe(0)
    }
  })

  it('is believed for its very bytes only: a bit that turned in what it covers is damage, as without it', async () => {
    const desk = await closedDesk()
    const { journal } = folderOf(desk)
    const bytes = await readFile(journal)
    bytes[bytes.length >> 1]! ^= 1
    await writeFile(journal, bytes)
    const again = await reopened(desk)
    expect(await noticesOf(again)).toContain('journal.damaged')
    await again.host.close()
  })

  it('does not hide that the journal was cut, or that an older one was put in its place', async () => {
    const desk = await closedDesk()
    const { journal } = folderOf(desk)
    const older = await readFile(journal)
    const again = await reopened(desk)
    await append(again, statusSet('三'))
    await again.host.close()
    const newer = await readFile(journal)
    await writeFile(journal, newer.subarray(0, -5))
    const torn = await reopened(desk)
    expect(await noticesOf(torn)).toContain('journal.torn')
    await torn.host.close()
    await writeFile(journal, older)
    const shorter = await reopened(desk)
    expect(await noticesOf(shorter)).toContain('snapshot.journal-shorter')
    expect(await idsOf(shorter)).toHaveLength(5)
    await shorter.host.close()
  })
})

/** As a journal that is too large to be compared at opening. */
const large: Partial<HostOptions> = { sizes: { comparedAtOnce: 0 } }

/** The place of each frame of a journal. */
async function placesOf(desk: Pick<Desk, 'root'>): Promise<readonly { offset: number; size: number }[]> {
  return scanFrames(await readFile(folderOf(desk).journal), 32).frames.map(({ offset, size }) => ({ offset, size }))
}

async function flip(path: string, at: number): Promise<Buffer> {
  const bytes = await readFile(path)
  bytes[at]! ^= 1
  await writeFile(path, bytes)
  return bytes
}

describe('a journal that is compared with what was verified only when it is open', () => {
  it('opens as it was, and is found the same before the first append is acknowledged', async () => {
    const desk = await closedDesk()
    const again = await reopened(desk, large)
    const { journal } = folderOf(desk)
    expect(await idsOf(again)).toHaveLength(5)
    expect((await again.call('journal:check-status', undefined)).comparedAt).toBeNull()
    await append(again, statusSet('三'))
    expect(await noticesOf(again)).toEqual([])
    await again.host.close()
    expect((await saidBy(desk, 'with-image')).framesRead).toBe(0)
    expect((await readFile(journal)).length).toBeGreaterThan(0)
  })

  it.each(['an append', 'reading what is damaged', 'a verification that a person asks for'])(
    'acknowledges nothing on top of damage, tells it as at opening, and can be restored: found by %s',
    async (how) => {
      const desk = await closedDesk()
      const { journal, journalImage, aside } = folderOf(desk)
      const ids = (await saidBy(desk, 'whole')).said.records.map(({ id }) => id)
      const [, second] = await placesOf(desk)
      const hurt = await flip(journal, second!.offset + (second!.size >> 1))
      const again = await reopened(desk, large)
      if (how === 'an append') {
        expect(failure(await again.call('journal:append', { actions: [statusSet('三')] })).code).toBe(
          'journal.read-only',
        )
      } else if (how === 'reading what is damaged') {
        await expect(again.call('journal:read', { after: 0, limit: 5000 })).rejects.toThrow()
      } else {
        succeeded(await again.call('journal:check-begin', undefined))
        await expect
          .poll(async () => (await again.call('journal:check-status', undefined)).fault?.code, { interval: 10 })
          .toBe('journal.damaged')
      }
      await expect.poll(async () => noticesOf(again), { interval: 10 }).toContain('snapshot.can-restore')
      expect(await noticesOf(again)).toContain('journal.damaged')
      // What is before the damage is served, as at opening.
      expect(await idsOf(again)).toEqual(ids.slice(0, 1))
      const kept = await Promise.all((await readdir(aside)).map((name) => readFile(join(aside, name))))
      expect(kept.some((bytes) => bytes.equals(hurt))).toBe(true)
      await expect.poll(() => existsSync(journalImage), { interval: 10 }).toBe(false)
      const { snapshots } = await again.call('snapshot:list', undefined)
      succeeded(await again.call('snapshot:restore', { name: snapshots[0]!.name }))
      expect((await idsOf(again)).toSorted()).toEqual(ids.toSorted())
      await append(again, statusSet('三'))
      await again.host.close()
    },
  )

  it('opens also where the first thing that it reads is damaged, and says so', async () => {
    const desk = await closedDesk()
    const { journal } = folderOf(desk)
    const ids = (await saidBy(desk, 'whole')).said.records.map(({ id }) => id)
    const [first] = await placesOf(desk)
    await flip(journal, first!.offset + (first!.size >> 1))
    const again = await reopened(desk, large)
    await expect.poll(async () => noticesOf(again), { interval: 10 }).toContain('snapshot.can-restore')
    expect(await noticesOf(again)).toContain('journal.damaged')
    expect(failure(await again.call('journal:append', { actions: [statusSet('三')] })).code).toBe('journal.read-only')
    const { snapshots } = await again.call('snapshot:list', undefined)
    succeeded(await again.call('snapshot:restore', { name: snapshots[0]!.name }))
    expect((await idsOf(again)).toSorted()).toEqual(ids.toSorted())
    await append(again, statusSet('三'))
    await again.host.close()
  })

  it('does not take another copy of the same journal, on which other things were recorded, for its own', async () => {
    const desk = await closedDesk()
    const { journal } = folderOf(desk)
    const common = await readFile(journal)
    const { said } = await saidBy(desk, 'whole')
    /** The copy with one more frame, of the same length whatever it says. */
    const wentOn = async (note: string): Promise<Buffer> => {
      await writeFile(journal, common)
      const next = following(said.records.at(-1)!, statusSet(note))
      const payload = Buffer.from(JSON.stringify({ records: [next] }))
      await appendSealed(desk.root, 'journal', { kind: frameKinds.records, payload })
      return readFile(journal)
    }
    const there = await wentOn('那台（示例）')
    const here = await wentOn('这台（示例）')
    expect(there).toHaveLength(here.length)
    await (await reopened(desk)).host.close()
    expect((await saidBy(desk, 'with-image')).framesRead).toBe(0)
    await writeFile(journal, there)
    const again = await reopened(desk, large)
    expect(failure(await again.call('journal:append', { actions: [statusSet('四')] })).code).toBe('journal.read-only')
    expect(await noticesOf(again)).toContain('journal.foreign')
    await again.host.close()
    // What was made of the other copy is gone; this one is read as it is.
    expect((await saidBy(desk, 'with-image')).said).toEqual((await saidBy(desk, 'whole')).said)
  })

  it('knows what many sessions wrote as one piece after a while', async () => {
    const desk = await closedDesk()
    const { journalImage } = folderOf(desk)
    const vault = openVault(await openKeyFile(folderOf(desk).keys, { passphrase }))
    let most = 0
    for (let session = 0; session < 36; session += 1) {
      const again = await reopened(desk, large)
      await append(again, statusSet(`第${session}次（示例）`))
      await again.host.close()
      const image = await readImage({ path: journalImage, key: vault.journalImage })
      most = Math.max(most, image!.prefix.segments.length)
    }
    expect(most).toBeGreaterThan(25)
    expect(most).toBeLessThan(34)
    const known = await saidBy(desk, 'with-image')
    expect([known.framesRead, known.said.count]).toEqual([0, 41])
    expect(known.said).toEqual((await saidBy(desk, 'whole')).said)
  })

  it('cuts off an interrupted frame behind what is known, keeps it aside, and goes on', async () => {
    const desk = await closedDesk()
    const { journal } = folderOf(desk)
    const whole = await readFile(journal)
    const { offset } = (await placesOf(desk)).at(-1)!
    await writeFile(journal, Buffer.concat([whole, whole.subarray(offset, -7)]))
    const again = await reopened(desk, large)
    expect(await noticesOf(again)).toContain('journal.torn')
    expect(await idsOf(again)).toHaveLength(5)
    await append(again, statusSet('三'))
    await again.host.close()
    expect((await saidBy(desk, 'whole')).said.count).toBe(6)
  })
})

describe('what is known of when a journal was looked over', () => {
  const statusOf = (desk: Desk) => desk.call('journal:check-status', undefined)

  it('is kept under the key of the desk, and a mark that is missing, damaged or foreign says nothing', async () => {
    const desk = await closedDesk()
    const stranger = await closedDesk()
    const { journalMark } = folderOf(desk)
    const again = await reopened(desk)
    succeeded(await again.call('journal:check-begin', undefined))
    await expect.poll(() => statusOf(again), { interval: 10 }).toMatchObject({ verifiedCount: 5, running: null })
    const found = await statusOf(again)
    expect(found).toMatchObject({ verifiedCount: 5, running: null, fault: null })
    expect(found.comparedAt).toBe(found.verifiedAt)
    await again.host.close()
    const good = await readFile(journalMark)
    const said = async () => {
      const opened = await reopened(desk)
      const { verifiedAt } = await statusOf(opened)
      await opened.host.close()
      return verifiedAt
    }
    expect(await said()).toBe(found.verifiedAt)
    const other = await reopened(stranger)
    succeeded(await other.call('journal:check-begin', undefined))
    await expect.poll(async () => (await statusOf(other)).verifiedAt, { interval: 10 }).not.toBeNull()
    await other.host.close()
    const hurts: readonly (() => Promise<unknown>)[] = [
      () => rm(journalMark),
      () => writeFile(journalMark, good.subarray(0, -1)),
      () => writeFile(journalMark, Buffer.alloc(0)),
      () => writeFile(journalMark, Buffer.from(good).fill(0, good.length - 3)),
      () => copyFile(folderOf(stranger).journalMark, journalMark),
    ]
    for (const hurt of hurts) {
      await hurt()
      expect(await said()).toBeNull()
    }
  })

  it('is nothing good where the signature of a record is wrong, which only a holder of the keys can bring about', async () => {
    const desk = await closedDesk()
    const { said } = await saidBy(desk, 'whole')
    const forged = following(said.records.at(-1)!, statusSet('伪造（示例）'))
    await appendSealed(desk.root, 'journal', await recordGroups.packGroup({ records: [forged] }))
    const again = await reopened(desk)
    succeeded(await again.call('journal:check-begin', undefined))
    await expect.poll(async () => (await statusOf(again)).fault?.code, { interval: 10 }).toBe('journal.bad-signature')
    expect(await noticesOf(again)).toContain('journal.bad-signature')
    expect((await statusOf(again)).verifiedAt).toBeNull()
    await again.host.close()
  })
})

/** A record behind another one, with everything right but its signature. */
function following(last: RecordEnvelope, { type, payload }: Action): RecordEnvelope {
  const { v, author, at, refs, sig } = last
  const place = { seq: last.seq + 1, prev: last.id, lamport: last.lamport + 1 }
  const unsigned = { v, author, ...place, at, type, payload, refs }
  return { ...unsigned, id: recordId(unsigned), sig }
}
