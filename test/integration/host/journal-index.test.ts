import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Journal } from '@host/journal/journal'
import * as recordGroups from '@host/journal/record-group'
import { openKeyFile } from '@host/keys/key-file'
import { openVault } from '@host/desk/vault'
import { profileFolder } from '@host/profile/profile-folder'
import { createDesk, passphrase, removeTemporaryFolders, startHost, succeeded, type Desk } from './desk-fixture'
import type { Action } from '@shared/records/payloads'
import { dossierSaved, opinionReturned, panelSaved, statusSet } from './review-actions'

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

async function reopened(desk: Pick<Desk, 'root'>): Promise<Desk> {
  const again = await startHost(desk.root)
  succeeded(await again.call('profile:unlock', { passphrase }))
  return again
}

const noticesOf = async (desk: Desk) => (await desk.call('app:get-status', undefined)).notices.map(({ code }) => code)
const idsOf = async (desk: Desk) =>
  (await desk.call('journal:read', { after: 0, limit: 5000 })).records.map(({ id }) => id)

/** What a journal says of itself, opened with or without its index. */
async function saidBy(desk: Pick<Desk, 'root'>, how: 'with-index' | 'whole') {
  const folder = folderOf(desk)
  const vault = openVault(await openKeyFile(folder.keys, { passphrase }))
  const place = how === 'whole' ? null : { path: folder.journalIndex, key: vault.journalIndex }
  const read = vi.spyOn(recordGroups, 'decodeGroupInSlices')
  const journal = await Journal.open(folder.journal, vault.journal, folder.aside, place)
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
    notices: journal.notices.map(({ code }) => code),
    records,
  }
  await journal.close()
  return { said, framesRead }
}

describe('the index of a journal', () => {
  it('says what reading it whole says, and then no frame of it is read', async () => {
    const desk = await closedDesk()
    const whole = await saidBy(desk, 'whole')
    const known = await saidBy(desk, 'with-index')
    expect(known.said).toEqual(whole.said)
    expect(whole.framesRead).toBeGreaterThan(0)
    expect(known.framesRead).toBe(0)
  })

  it('is followed by what was written since: only that is read', async () => {
    const desk = await closedDesk()
    const { journalIndex } = folderOf(desk)
    const earlier = await readFile(journalIndex)
    const again = await reopened(desk)
    await append(again, statusSet('三'))
    await again.host.close()
    await writeFile(journalIndex, earlier)
    const known = await saidBy(desk, 'with-index')
    expect(known.framesRead).toBe(1)
    expect(known.said).toEqual((await saidBy(desk, 'whole')).said)
  })

  it('is thrown away and made anew where it is missing, cut, changed, or of another desk', async () => {
    const desk = await closedDesk()
    const stranger = await closedDesk()
    const { journalIndex } = folderOf(desk)
    const good = await readFile(journalIndex)
    const ids = (await saidBy(desk, 'whole')).said.records.map(({ id }) => id)
    const hurts: readonly (() => Promise<unknown>)[] = [
      () => rm(journalIndex),
      () => writeFile(journalIndex, good.subarray(0, good.length >> 1)),
      () => writeFile(journalIndex, Buffer.alloc(0)),
      () => writeFile(journalIndex, Buffer.from(good).fill(0, good.length >> 1, (good.length >> 1) + 1)),
      () => copyFile(folderOf(stranger).journalIndex, journalIndex),
    ]
    for (const hurt of hurts) {
      await hurt()
      expect((await saidBy(desk, 'with-index')).framesRead).toBeGreaterThan(0)
      const again = await reopened(desk)
      expect(await idsOf(again)).toEqual(ids)
      expect(await noticesOf(again)).toEqual([])
      await append(again, opinionReturned('之后（示例）'))
      ids.splice(0, ids.length, ...(await idsOf(again)))
      await again.host.close()
      expect((await saidBy(desk, 'with-index')).framesRead).toBe(0)
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
