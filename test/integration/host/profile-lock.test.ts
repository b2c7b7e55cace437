import { appendFile, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { canBeAnotherComputer, OtherComputer } from '../../helpers/other-computer'
import {
  createDesk,
  failure,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
} from './desk-fixture'
import { opinionReturned } from './review-actions'

/** How long a computer is suspended; the long form: LOCK_SUSPENDED_MS=60000. */
const suspendedMs = Number(process.env['LOCK_SUSPENDED_MS'] ?? 300)

const computers: OtherComputer[] = []
beforeAll(() => OtherComputer.build())
afterEach(async () => {
  for (const computer of computers.splice(0)) await computer.end()
  await removeTemporaryFolders()
})

/** A closed desk that others open. */
async function closedDesk(): Promise<string> {
  const desk = await createDesk('division', '示例处室')
  await desk.host.close()
  return desk.root
}

function computer(root: string, machine: Parameters<typeof OtherComputer.start>[1] = { computer: null }) {
  const started = OtherComputer.start(root, machine)
  computers.push(started)
  return started
}

/** Ids of all records that a fresh start reads, after whoever has the desk is gone. */
async function recordsOf(root: string): Promise<ReadonlySet<string>> {
  const desk = await startHost(root, { lock: { takeOver: 'any' } })
  succeeded(await desk.call('profile:unlock', { passphrase }))
  expect((await desk.call('app:get-status', undefined)).notices).toEqual([])
  const ids = new Set<string>()
  for (let after = 0; ;) {
    const { records, count } = await desk.call('journal:read', { after, limit: 5000 })
    for (const { id } of records) ids.add(id)
    after += records.length
    if (after >= count) break
  }
  await desk.host.close()
  return ids
}

const append = (desk: Desk, word: string) =>
  desk.call('journal:append', { actions: [opinionReturned(`${word}（示例）`)] })

describe('a profile on this computer', () => {
  it('opens at once after its process was killed, and again after a second kill', async () => {
    const root = await closedDesk()
    for (const word of ['甲', '乙']) {
      const first = computer(root)
      expect(await first.ask('open')).toMatchObject({ kind: 'done' })
      expect(await first.ask('unlock')).toMatchObject({ kind: 'done' })
      expect(await first.ask(`append ${word}`)).toMatchObject({ kind: 'done' })
      await first.end()
    }
    expect((await recordsOf(root)).size).toBe(3)
  })

  it('is refused to a second process, also by another path to it and with the word to take it over', async () => {
    const desk = await createDesk('division', '示例处室')
    const elsewhere = await temporaryFolder()
    await symlink(join(desk.root, '工作目录'), join(elsewhere, '工作目录'))
    await expect(startHost(elsewhere)).rejects.toMatchObject({ error: { code: 'profile.in-use' } })
    const other = computer(elsewhere)
    expect(await other.ask('open')).toMatchObject({ error: { code: 'profile.in-use' } })
    expect(await other.ask('take-over')).toMatchObject({ error: { code: 'profile.in-use' } })
    await desk.host.close()
    expect(await other.ask('open')).toMatchObject({ kind: 'done' })
  })

  it('goes to one of several that start in the same moment, whatever stood there before', async () => {
    const root = await closedDesk()
    for (let round = 0; round < 2; round += 1) {
      const started = Array.from({ length: 4 }, () => computer(root))
      // All are up before any of them is told.
      await Promise.all(started.map((one) => one.ask('close')))
      for (const one of started) one.say('open')
      const answers = await Promise.all(started.map((one) => one.hear()))
      expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1)
      for (const { kind, error } of answers) if (kind !== 'done') expect(error?.code).toBe('profile.in-use')
      // Killed, so that the next round finds the lock of a dead one.
      for (const one of started) await one.end()
    }
  })

  it('stops at once when its journal changes under it, says so, and has kept all that it said was saved', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await append(desk, '先'))
    const journal = join(desk.root, '工作目录', 'journal.lsj')
    const before = await readFile(journal)
    await appendFile(journal, 'from elsewhere')
    expect(failure(await append(desk, '后'))).toEqual({ code: 'journal.foreign', params: { path: journal } })
    expect((await desk.call('journal:read', { after: 0, limit: 10 })).count).toBe(2)
    await writeFile(journal, before)
    expect(failure(await append(desk, '再')).code).toBe('journal.read-only')
    await desk.host.close()
    expect((await recordsOf(desk.root)).size).toBe(2)
  })

  it.each([
    [
      'a byte in its middle',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 99), Buffer.from([bytes[99]! ^ 1]), bytes.subarray(100)]),
    ],
    ['another file of the same size', (bytes: Buffer) => Buffer.alloc(bytes.length, 7)],
    ['a shorter one', (bytes: Buffer) => bytes.subarray(0, -1)],
  ])('sees in the journal %s', async (_what, change) => {
    const desk = await createDesk('division', '示例处室')
    const journal = join(desk.root, '工作目录', 'journal.lsj')
    const bytes = await readFile(journal)
    await sleep(20)
    await writeFile(journal, change(bytes))
    expect(failure(await append(desk, '后')).code).toBe('journal.foreign')
    await writeFile(journal, bytes)
    await desk.host.close()
  })

  it('tells of a foreign change and of a lock that is gone without being asked to write', async () => {
    const desk = await createDesk('division', '示例处室')
    await desk.host.close()
    const watched = await startHost(desk.root, { lock: { renewEveryMs: 20 } })
    succeeded(await watched.call('profile:unlock', { passphrase }))
    await appendFile(join(desk.root, '工作目录', 'journal.lsj'), 'x')
    const codes = async () => (await watched.call('app:get-status', undefined)).notices.map(({ code }) => code)
    await expect.poll(codes).toContain('journal.foreign')
    await watched.host.close()
  })

  it('keeps drafts when their file changes under it, with what stood there aside', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await desk.call('draft:put', { key: 'a', value: '一' }))
    const drafts = join(desk.root, '工作目录', 'drafts.lsj')
    await writeFile(drafts, 'other')
    succeeded(await desk.call('draft:put', { key: 'b', value: '二' }))
    await writeFile(drafts, 'again')
    await desk.host.close()
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect((await again.call('draft:list', undefined)).map(({ key }) => key).sort()).toEqual(['a', 'b'])
    await again.host.close()
  })
})

describe.skipIf(!canBeAnotherComputer)('a profile that two computers reach', () => {
  it('is refused to the second, who is told whose it is, since when and when it was last heard of', async () => {
    const root = await closedDesk()
    const office = computer(root, { computer: 'office-1' })
    expect(await office.ask('open')).toMatchObject({ kind: 'done' })
    for (const machine of [
      { computer: 'home-2' },
      { computer: 'home-2', otherBoot: true },
      { computer: 'office-1' },
      { computer: 'office-1', otherBoot: true },
      { computer: null },
    ]) {
      const other = computer(root, machine)
      const { kind, error } = await other.ask('open')
      expect([machine, kind, error?.code]).toEqual([machine, 'failed', 'profile.held'])
      expect(error?.params).toMatchObject({ computer: 'office-1', number: 2, path: join(root, '工作目录') })
      expect(error?.params['since']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/u)
    }
    expect(await office.ask('unlock')).toMatchObject({ kind: 'done' })
    expect(await office.ask('append 一')).toMatchObject({ kind: 'done' })
    expect(await office.ask('close')).toMatchObject({ kind: 'done' })
    expect(await computer(root, { computer: 'home-2', otherBoot: true }).ask('open')).toMatchObject({ kind: 'done' })
  })

  it('is not taken over silently from a computer that died, however old its lock is', async () => {
    const root = await closedDesk()
    const office = computer(root, { computer: 'office-1' })
    await office.ask('open')
    await office.end()
    const path = join(root, '工作目录', 'lock-2')
    const lock = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    await writeFile(
      path,
      JSON.stringify({ ...lock, since: '1999-01-01T00:00:00.000Z', renewedAt: '1999-01-01T00:00:00.000Z' }),
    )
    const other = computer(root, { computer: 'home-2' })
    expect(await other.ask('open')).toMatchObject({ error: { code: 'profile.held' } })
    expect(await other.ask('take-over')).toMatchObject({ kind: 'done' })
  })

  it('has one writer when a suspended one comes back, and every acknowledged record', async () => {
    const root = await closedDesk()
    const office = computer(root, { computer: 'office-1', renewEveryMs: 50 })
    await office.ask('open')
    await office.ask('unlock')
    office.say('append-for 60000 甲')
    await sleep(700)
    office.signal('SIGSTOP')
    const home = computer(root, { computer: 'home-2', renewEveryMs: 50 })
    expect(await home.ask('open')).toMatchObject({ error: { code: 'profile.held' } })
    expect(await home.ask('take-over')).toMatchObject({ kind: 'done' })
    expect(await home.ask('unlock')).toMatchObject({ kind: 'done' })
    home.say(`append-for ${suspendedMs + 1200} 乙`)
    await sleep(suspendedMs)
    office.signal('SIGCONT')
    const [first, second] = await Promise.all([office.hear(), home.hear()])
    expect(first.refusal).toBe('profile.lost')
    expect(second.refusal).toBeNull()
    expect(await office.ask('append 三')).toMatchObject({
      error: { code: 'profile.lost', params: { computer: 'home-2' } },
    })
    expect(await office.ask('draft a 四')).toMatchObject({ error: { code: 'profile.lost' } })
    expect((await office.ask('notices')).notices?.map(({ code }) => code)).toContain('profile.lost')
    // Closing what was lost takes nothing from the other.
    expect(await office.ask('close')).toMatchObject({ kind: 'done' })
    expect(await home.ask('append 五')).toMatchObject({ kind: 'done' })
    expect(await home.ask('close')).toMatchObject({ kind: 'done' })
    const acknowledged = [...(first.acknowledged ?? []), ...(second.acknowledged ?? [])]
    const present = await recordsOf(root)
    console.info(
      `acknowledged ${first.acknowledged?.length} + ${second.acknowledged?.length} + 1, present ${present.size - 1}`,
    )
    expect(first.acknowledged?.length).toBeGreaterThan(3)
    expect(second.acknowledged?.length).toBeGreaterThan(3)
    expect(acknowledged.filter((id) => !present.has(id))).toEqual([])
    // Introduction and the last one.
    expect(present.size).toBeGreaterThanOrEqual(acknowledged.length + 2)
    expect(present.size).toBeLessThanOrEqual(acknowledged.length + 3)
  }, 200_000)

  it('goes on from a computer to the other and back, each closing after the work', async () => {
    const root = await closedDesk()
    for (const name of ['office-1', 'home-2', 'office-1']) {
      const one = computer(root, { computer: name, otherBoot: true })
      expect(await one.ask('open')).toMatchObject({ kind: 'done' })
      await one.ask('unlock')
      expect(await one.ask('append 一')).toMatchObject({ kind: 'done' })
      await one.ask('close')
    }
    expect((await recordsOf(root)).size).toBe(4)
  })
})

describe('the number of the lock', () => {
  it('rises with every opening and is above that of the last frame, also when somebody removed the locks', async () => {
    const root = await closedDesk()
    const profile = join(root, '工作目录')
    for (let number = 2; number <= 4; number += 1) {
      const desk = await startHost(root)
      succeeded(await desk.call('profile:unlock', { passphrase }))
      succeeded(await append(desk, String(number)))
      await desk.host.close()
    }
    expect((await readdir(profile)).filter((name) => name.startsWith('lock'))).toEqual(['lock-4'])
    await rm(join(profile, 'lock-4'))
    const desk = await startHost(root)
    succeeded(await desk.call('profile:unlock', { passphrase }))
    expect((await readdir(profile)).filter((name) => name.startsWith('lock-'))).toEqual(['lock-5'])
    succeeded(await append(desk, '五'))
    await desk.host.close()
    expect((await recordsOf(root)).size).toBe(5)
  })

  it('stops a desk whose lock somebody removed', async () => {
    const desk = await createDesk('division', '示例处室')
    await rm(join(desk.root, '工作目录', 'lock-1'))
    expect(failure(await append(desk, '后')).code).toBe('profile.lock-gone')
    expect(failure(await desk.call('draft:put', { key: 'a', value: '一' })).code).toBe('profile.lock-gone')
    expect(failure(await desk.call('attachment:put', { bytes: new Uint8Array([1]) })).code).toBe('profile.lock-gone')
    expect(failure(await desk.call('snapshot:set-budget', { budgetMB: 600 })).code).toBe('profile.lock-gone')
    expect(failure(await desk.call('profile:renew-recovery-key', { passphrase })).code).toBe('profile.lock-gone')
    await desk.host.close()
  })

  it('a lock that nobody can read is never taken over silently', async () => {
    const root = await closedDesk()
    await writeFile(join(root, '工作目录', 'lock-1'), '')
    await expect(startHost(root)).rejects.toMatchObject({
      error: { code: 'profile.held-unknown', params: { number: 1 } },
    })
    const desk = await startHost(root, { lock: { takeOver: 1 } })
    await desk.host.close()
  })
})
