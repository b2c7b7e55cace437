import { spawnSync } from 'node:child_process'
import { chmod, lstat, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { keepShellFolderPrivate, openLog } from '../../../electron/shell/log'
import { canBeSomebodyElse, commandOf } from '../../helpers/somebody-else'
import {
  exportInTheOpen,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
} from './desk-fixture'
import { opinionReturned } from './review-actions'

const mask = process.umask(0o022)
afterEach(async () => {
  process.umask(mask)
  await removeTemporaryFolders()
})

/** Everything below a folder that somebody else has a right to, and the folder itself. */
async function openToOthers(root: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of ['.', ...(await readdir(root, { recursive: true }))]) {
    const entry = await lstat(join(root, name))
    if ((entry.mode & 0o077) !== 0) found.push(`${(entry.mode & 0o777).toString(8)} ${name}`)
  }
  return found
}

/** A desk with something of every kind in it, open. */
async function workedAt(root: string) {
  const desk = await startHost(root)
  succeeded(await desk.call('profile:create', { role: 'division', name: '示例处室', unit: '示例', passphrase }))
  const { records } = succeeded(await desk.call('journal:append', { actions: [opinionReturned('甲（示例）')] }))
  succeeded(await desk.call('attachment:put', { bytes: new Uint8Array(300_000) }))
  succeeded(await desk.call('draft:put', { key: 'a', value: '一' }))
  succeeded(await desk.call('snapshot:set-budget', { budgetMB: 600 }))
  await exportInTheOpen(desk, [records[0]!.id], '示例.lsb')
  await desk.call('profile:lock', undefined)
  succeeded(await desk.call('profile:unlock', { passphrase }))
  return desk
}

describe.skipIf(process.platform === 'win32')('the files of a profile', () => {
  it.each([0o022, 0o000])('are their owner’s alone under the mask %o, open and closed', async (given) => {
    process.umask(given)
    const root = await temporaryFolder()
    const desk = await workedAt(root)
    const profile = join(root, '工作目录')
    expect(await openToOthers(profile)).toEqual([])
    // The folder that a person chose keeps what the mask gives: others fetch bundles there.
    expect((await lstat(join(root, '交换', '示例.lsb'))).mode & 0o777).toBe(0o666 & ~given)
    await desk.host.close()
    expect(await openToOthers(profile)).toEqual([])
  })

  it('are made so at opening where an older version left them open, and the log is told once', async () => {
    const root = await temporaryFolder()
    await (await workedAt(root)).host.close()
    const profile = join(root, '工作目录')
    for (const name of ['.', ...(await readdir(profile, { recursive: true }))]) {
      const isFolder = (await lstat(join(profile, name))).isDirectory()
      await chmod(join(profile, name), isFolder ? 0o755 : 0o644)
    }
    const told: string[] = []
    for (let time = 1; time <= 2; time += 1) {
      const desk = await startHost(root, { note: (message) => told.push(message) })
      expect(await openToOthers(profile)).toEqual([])
      await desk.host.close()
    }
    expect(told).toEqual([expect.stringMatching(/^profile: \d+ files and folders were open to other users/u)])
  })

  it('leave what lies behind a link alone', async () => {
    const root = await temporaryFolder()
    await (await workedAt(root)).host.close()
    const elsewhere = await temporaryFolder()
    await chmod(elsewhere, 0o755)

    await symlink(elsewhere, join(root, '工作目录', 'link'))
    await (await startHost(root)).host.close()
    expect((await lstat(elsewhere)).mode & 0o777).toBe(0o755)
  })
})

describe.skipIf(!canBeSomebodyElse)('another user of the computer', () => {
  it('lists nothing of a profile, and reads and writes no file of it', async () => {
    process.umask(0)
    const root = await mkdtemp(join(tmpdir(), 'lianshen-open-'))
    await chmod(root, 0o777)
    const desk = await workedAt(root)
    const profile = join(root, '工作目录')
    const tries = [
      ['ls', profile],
      ['cat', join(profile, 'profile.json')],
      ['cat', join(profile, 'keys.json')],
      ['tee', '-a', join(profile, 'journal.lsj')],
      ['ls', join(profile, 'snapshots')],
      ['touch', join(profile, 'lock-9')],
    ]
    for (const words of tries) {
      const [program = '', ...args] = commandOf(words)
      const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', input: '' })
      expect([words, status === 0, /denied/u.test(stderr)]).toEqual([words, false, true])
    }
    await desk.host.close()
    await rm(root, { recursive: true })
  })
})

describe.skipIf(process.platform === 'win32')('what a shell keeps for itself', () => {
  it('is its owner’s alone: log, and what an older version made', async () => {
    process.umask(0)
    const folder = join(await temporaryFolder(), 'cache')
    openLog(folder).note('a word')
    expect(await openToOthers(folder)).toEqual([])

    await mkdir(join(folder, 'browser', 'Default'), { recursive: true })
    await writeFile(join(folder, 'browser', 'Default', 'Preferences'), '{}')
    await writeFile(join(folder, 'window.json'), '{}')
    const told: string[] = []
    await keepShellFolderPrivate(folder, { note: (message) => told.push(message) })
    expect(await openToOthers(folder)).toEqual([])
    expect(told).toHaveLength(1)
  })
})
