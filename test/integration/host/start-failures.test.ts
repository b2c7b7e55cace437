import { spawnSync } from 'node:child_process'
import { chmod, chown, lstat, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fail, HostFailure } from '@host/lib/failure'
import { profileFolder } from '@host/profile/profile-folder'
import { locales } from '@shared/messages/languages'
import type { PieceName, PieceProblem } from '@shared/ipc/profile-pieces'
import { zhPieces } from '@shared/messages/zh/profile-pieces'
import { createTranslator } from '@shared/messages/translate'
import { describeStartFailure } from '../../../electron/shell/start-failure'
import { OtherComputer, type Answer } from '../../helpers/other-computer'
import { canBeSomebodyElse } from '../../helpers/somebody-else'
import {
  createDesk,
  hashTree,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  type Desk,
} from './desk-fixture'
import { opinionReturned } from './review-actions'

const nobody = 65_534

async function giveTo(path: string, user: number): Promise<void> {
  for (const name of ['.', ...(await readdir(path, { recursive: true }))]) await chown(join(path, name), user, user)
}

/** A closed desk with every file and folder that a profile may have. */
async function fullDesk(): Promise<string> {
  const desk = await createDesk('division', '示例处室')
  succeeded(await desk.call('journal:append', { actions: [opinionReturned('甲（示例）')] }))
  succeeded(await desk.call('attachment:put', { bytes: new Uint8Array(3000) }))
  succeeded(await desk.call('draft:put', { key: 'a', value: '一' }))
  succeeded(await desk.call('snapshot:set-budget', { budgetMB: 600 }))
  await desk.host.close()
  const { aside, locks, unlockWait } = profileFolder(join(desk.root, '工作目录'))
  for (const folder of [aside, locks]) await mkdir(folder, { recursive: true })
  await writeFile(unlockWait, '{"failures":1,"lastAt":"2026-11-20T01:00:00.000Z"}')
  return desk.root
}

const pathsOf = (root: string): Readonly<Record<PieceName, string>> => {
  const { root: folder, unlockWait: wait, ...rest } = profileFolder(join(root, '工作目录'))
  return { ...rest, root: folder, wait }
}

const files: readonly PieceName[] = ['profile', 'keys', 'journal', 'drafts', 'settings', 'wait']
const names = Object.keys(zhPieces) as PieceName[]
const folders = names.filter((name) => !files.includes(name))
/** A desk opens without them, and says so. */
const spared: readonly PieceName[] = ['wait', 'snapshots', 'aside']

/** The sentence in both languages: what it is, what to do, no code of a system, no place unfilled. */
function expectSentences({ code, params }: { code: string; params: Record<string, string> }, path: string): void {
  for (const locale of locales) {
    const said = describeStartFailure(new HostFailure({ code, params }), createTranslator(locale))
    expect(said).toContain(path)
    expect(said).not.toMatch(/\bE[A-Z]{3,}\b|\{\{|\[piece\]|undefined|null/u)
    expect(said).toMatch(locale === 'en' ? /open again|audit/u : /重新打开|audit|清理/u)
  }
}

describe.skipIf(!canBeSomebodyElse)('a start that finds a piece of the profile that it cannot use', () => {
  let root: string
  let computer: OtherComputer

  beforeAll(async () => {
    await OtherComputer.build()
    root = await fullDesk()
    await giveTo(root, nobody)
    computer = OtherComputer.start(root, { computer: null, asNobody: true })
  }, 120_000)
  afterAll(async () => {
    await computer.end()
    await removeTemporaryFolders()
  })

  /** Opens with something in the way; what is there must not change by it. */
  async function tryToOpen(piece: PieceName, problem: PieceProblem): Promise<void> {
    const before = await hashTree(root)
    const answer: Answer = await computer.ask('open')
    const path = pathsOf(root)[piece]
    const code = `piece.${problem}.${piece}`
    if (spared.includes(piece) && (problem === 'unreadable' || problem === 'read-only')) {
      expect([code, answer]).toEqual([code, { kind: 'done' }])
      const { notices = [] } = await computer.ask('notices')
      expect(notices).toContainEqual({ code, params: { path } })
      await computer.ask('close')
      return
    }
    expect([code, answer.error]).toEqual([code, { code, params: { path } }])
    expectSentences(answer.error!, path)
    expect(await hashTree(root)).toEqual(before)
  }

  const modes = [
    ['unreadable', 0o000, 0o000],
    ['read-only', 0o400, 0o500],
  ] as const
  it.each(names.flatMap((piece) => modes.map((mode) => [piece, ...mode] as const)))(
    'names %s that is %s',
    async (piece, problem, fileMode, folderMode) => {
      const path = pathsOf(root)[piece]
      const { mode } = await lstat(path)
      await chmod(path, files.includes(piece) ? fileMode : folderMode)
      await tryToOpen(piece, problem).finally(() => chmod(path, mode))
    },
  )

  async function withAnother(piece: PieceName, put: (path: string) => Promise<void>, problem: PieceProblem) {
    const path = pathsOf(root)[piece]
    await rename(path, `${path}.away`)
    try {
      await put(path)
      await tryToOpen(piece, problem)
    } finally {
      await rm(path, { recursive: true })
      await rename(`${path}.away`, path)
    }
  }

  it.each(files)('names a folder in the place of %s', (piece) =>
    withAnother(piece, (path) => mkdir(path).then(() => undefined), 'no-file'),
  )
  it.each(folders)('names a file in the place of %s', (piece) =>
    withAnother(piece, (path) => writeFile(path, 'x'), 'no-folder'),
  )
  it.each(names)('names a link to nowhere in the place of %s', (piece) =>
    withAnother(piece, (path) => symlink(join(root, 'nowhere'), path), 'dead-link'),
  )

  it('names a shelf of attachments, and opens when all is right again', async () => {
    const shelf = join(pathsOf(root).attachments, (await readdir(pathsOf(root).attachments))[0]!)
    await chmod(shelf, 0)
    expect(await computer.ask('open')).toMatchObject({
      error: { code: 'piece.unreadable.attachments', params: { path: shelf } },
    })
    await chmod(shelf, 0o700)
    expect(await computer.ask('open')).toEqual({ kind: 'done' })
    expect(await computer.ask('unlock')).toMatchObject({ kind: 'done' })
    expect(await computer.ask('close')).toEqual({ kind: 'done' })
  })

  it('names a folder that it may not make', async () => {
    const elsewhere = OtherComputer.start('/', { computer: null, asNobody: true })
    const answer = await elsewhere.ask('open')
    await elsewhere.end()
    expect(answer.error).toEqual({ code: 'file.no-permission', params: { path: '/工作目录' } })
  })
})

describe.skipIf(!canBeSomebodyElse)('a start on a disk', () => {
  let place: string
  let desk: Desk
  const mount = (...options: string[]) => spawnSync('mount', [...options, place]).status

  beforeAll(async () => {
    desk = await createDesk('division', '示例处室')
    await desk.host.close()
    place = join(desk.root, '工作目录')
    const kept = join(desk.root, 'kept')
    await rename(place, kept)
    await mkdir(place)
    expect(mount('-t', 'tmpfs', '-o', 'size=2m', 'tmpfs')).toBe(0)
    spawnSync('cp', ['-a', `${kept}/.`, place])
  })
  afterAll(async () => {
    spawnSync('umount', [place])
    await removeTemporaryFolders()
  })

  const refusalOf = () =>
    startHost(desk.root).then(
      () => fail('profile.none'),
      (error: unknown) => error,
    )

  it('that is read-only names the profile and changes nothing', async () => {
    expect(mount('-o', 'remount,ro')).toBe(0)
    const error = await refusalOf()
    expect(error).toMatchObject({ error: { code: 'piece.disk-read-only.root', params: { path: place } } })
    expectSentences((error as HostFailure).error as never, place)
    expect(mount('-o', 'remount,rw')).toBe(0)
  })

  it('that is full opens all the same: what is there can be read, and its number is still its own', async () => {
    const filler = join(place, 'filler')
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096'])
    for (let times = 0; times < 2; times += 1) {
      const full = await startHost(desk.root)
      succeeded(await full.call('profile:unlock', { passphrase }))
      await full.host.close()
    }
    await rm(filler)
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    await again.host.close()
  })
})

describe('a desk whose snapshots are gone', () => {
  it('says so at every opening until there are some again', async () => {
    const root = await fullDesk()
    const { snapshots } = profileFolder(join(root, '工作目录'))
    await rm(snapshots, { recursive: true })
    const codesAtOpening = async () => {
      const desk = await startHost(root)
      succeeded(await desk.call('profile:unlock', { passphrase }))
      const { notices } = await desk.call('app:get-status', undefined)
      await desk.host.close()
      return notices.map(({ code, params }) => [code, params['path']])
    }
    expect(await codesAtOpening()).toEqual([['snapshot.missing', snapshots]])
    expect(await codesAtOpening()).toEqual([])
    await removeTemporaryFolders()
  })
})
