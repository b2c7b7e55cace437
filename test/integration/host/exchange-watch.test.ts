import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { appendFile, copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ExchangeWatch } from '@host/exchange/exchange-watch'
import { kindOfName } from '@host/exchange/file-names'
import { isNewArrival } from '@shared/ipc/exchange'
import { sealBytes } from '../envelopes/envelope-fixture'
import { makeBundle, makeIdentity, writeRecords } from './bundle-fixture'
import {
  createDesk,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
} from './desk-fixture'
import { assignmentIssued, dossierSaved, expertA, panelSaved } from './review-actions'

let bundle: Buffer

beforeAll(async () => {
  const sender = await makeIdentity('division', '示例处室')
  const records = writeRecords(sender, [dossierSaved(1), panelSaved(), assignmentIssued(expertA)])
  bundle = await makeBundle({ kind: 'assignment', from: sender, records })
})
afterAll(removeTemporaryFolders)

/** A folder that is looked at; every look is two seconds after the one before unless said otherwise. */
async function watched() {
  const folder = await temporaryFolder()
  let now = 0
  const watch = new ExchangeWatch(() => now)
  const look = async (later = 2000) => {
    now += later
    return watch.look(folder, null)
  }
  return { folder, look, close: () => watch.close() }
}

describe('A file copied in slices', () => {
  it('waits while it grows and while its end is missing, and is offered when it rested whole', async () => {
    const { folder, look, close } = await watched()
    const path = join(folder, '送审包.lsb')
    const cuts = [0, 1, 21, 22, 1000, Math.floor(bundle.length / 2), bundle.length - 22, bundle.length - 1]
    let written = 0
    for (const cut of cuts) {
      await appendFile(path, bundle.subarray(written, cut))
      written = cut
      for (const later of [2000, 2000]) expect((await look(later)).map((file) => file.state)).toEqual(['copying'])
    }
    await appendFile(path, bundle.subarray(written))
    expect((await look()).map((file) => file.state)).toEqual(['copying'])
    expect((await look(100)).map((file) => file.state)).toEqual(['copying'])
    const [file] = await look()
    expect(file).toMatchObject({ state: 'ready', kind: 'assignment', from: '示例处室（示例单位）', importedAt: null })
    close()
  })

  it('waits in the same way in an envelope', async () => {
    const { folder, look, close } = await watched()
    const sealed = await sealBytes({ passphrase: '示例文件口令一二三四' }, bundle)
    const path = join(folder, '送审包.lsb.age')
    await writeFile(path, sealed.subarray(0, 60))
    await look()
    expect((await look()).map((file) => file.state)).toEqual(['copying'])
    await writeFile(path, sealed)
    await look()
    expect((await look()).map((file) => file.state)).toEqual(['passphrase'])
    close()
  })
})

describe('What lies beside the bundles', () => {
  it.each([
    ['送审包.lsb', 'bundle'],
    ['送审包.LSB.AGE', 'bundle'],
    ['送审包.lsb.part', 'temporary'],
    ['送审包.lsb.tmp', 'temporary'],
    ['~$送审包.lsb', 'temporary'],
    ['.syncthing.送审包.lsb.tmp', 'temporary'],
    ['送审包.lsb.crdownload', 'temporary'],
    ["送审包 (chen's conflicted copy 2026-11-20).lsb", 'conflict-copy'],
    ['送审包.sync-conflict-20261120-101010-ABCDEFG.lsb', 'conflict-copy'],
    ['送审包(冲突副本 2026-11-20).lsb.age', 'conflict-copy'],
    ['说明.docx', 'other'],
  ])('%s is %s by its name', (fileName, kind) => {
    expect(kindOfName(fileName)).toBe(kind)
  })

  it('is named, and never counted as new', async () => {
    const { folder, look, close } = await watched()
    for (const name of ['甲.lsb.tmp', '甲 (冲突副本).lsb', '读我.txt']) await writeFile(join(folder, name), bundle)
    await writeFile(
      join(folder, '乙.lsb'),
      'no bundle at all, but long enough to be told apart from the beginning of one',
    )
    await look()
    const files = await look()
    expect(files.map((file) => [file.fileName, file.state]).sort()).toEqual([
      ['乙.lsb', 'unreadable'],
      ['甲 (冲突副本).lsb', 'conflict-copy'],
      ['甲.lsb.tmp', 'temporary'],
    ])
    expect(files.filter(isNewArrival)).toEqual([])
    close()
  })

  it('is no reason to fail when the folder is not there', async () => {
    const { folder, look, close } = await watched()
    await rename(folder, `${folder}-weg`)
    expect(await look()).toEqual([])
    await rename(`${folder}-weg`, folder)
    close()
  })
})

describe('Through the desk', () => {
  const rest = () => new Promise((resolve) => setTimeout(resolve, 1700))
  const list = async (desk: Desk) => (await desk.call('exchange:list', undefined)).files

  it('a new bundle is offered, nothing is imported by itself, and what was imported is marked', async () => {
    const desk = await createDesk('expert', '示例专家甲')
    await mkdir(desk.exchange, { recursive: true })
    const path = join(desk.exchange, '送审包.lsb')
    await writeFile(path, bundle)
    await list(desk)
    await rest()
    const [before] = await list(desk)
    expect(before !== undefined && isNewArrival(before)).toBe(true)
    expect((await desk.call('journal:get-status', undefined)).count).toBe(1)
    const { stageId } = succeeded(await desk.call('bundle:stage', { kind: 'place', place: path }))
    succeeded(await desk.call('bundle:commit', { stageId }))
    const [after] = await list(desk)
    expect(after).toMatchObject({ state: 'ready', importedAt: expect.any(String) as string })
    expect(after !== undefined && isNewArrival(after)).toBe(false)
    await copyFile(path, join(desk.exchange, '另一份.lsb'))
    await list(desk)
    await rest()
    expect((await list(desk)).filter(isNewArrival)).toEqual([])
    expect((await readFile(path)).equals(bundle)).toBe(true)
    await desk.host.close()
  })

  it('an envelope that needs a passphrase is new until somebody opened it, and imported it stays marked', async () => {
    const desk = await createDesk('expert', '示例专家甲')
    await mkdir(desk.exchange, { recursive: true })
    const path = join(desk.exchange, '送审包.lsb.age')
    const filePassphrase = '示例文件口令一二三四'
    await writeFile(path, await sealBytes({ passphrase: filePassphrase }, bundle))
    const look = async (of: Desk) => {
      await list(of)
      await rest()
      return (await list(of)).map((file) => ({ ...file, isNew: isNewArrival(file) }))
    }
    expect(await look(desk)).toMatchObject([{ state: 'passphrase', isNew: true, kind: null, importedAt: null }])
    const opened = succeeded(
      await desk.call('bundle:stage', { kind: 'place', place: path, passphrase: filePassphrase }),
    )
    expect(await look(desk)).toMatchObject([
      { state: 'passphrase', isNew: false, kind: 'assignment', importedAt: null },
    ])
    succeeded(await desk.call('bundle:commit', { stageId: opened.stageId }))
    expect(await look(desk)).toMatchObject([{ isNew: false, importedAt: expect.any(String) as string }])
    await desk.host.close()

    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect(await look(again)).toMatchObject([
      { state: 'passphrase', isNew: false, importedAt: expect.any(String) as string },
    ])
    await again.host.close()
  })

  it.runIf(existsSync('/proc/self/fdinfo'))(
    'lets go of a folder that was left, and of the last one when it closes',
    async () => {
      const desk = await createDesk('division', '示例处室')
      const before = watchedFolders()
      await mkdir(desk.exchange, { recursive: true })
      await list(desk)
      expect(watchedFolders()).toBe(before + 1)
      const other = await temporaryFolder()
      succeeded(await desk.call('exchange:set-folder', { folder: other }))
      expect(watchedFolders()).toBe(before)
      await list(desk)
      expect(watchedFolders()).toBe(before + 1)
      await desk.host.close()
      expect(watchedFolders()).toBe(before)
    },
  )
})

/** What the system watches for this process. */
const watchedFolders = (): number =>
  readdirSync('/proc/self/fdinfo')
    .flatMap((name) => {
      try {
        return readFileSync(join('/proc/self/fdinfo', name), 'utf8').split('\n')
      } catch {
        return []
      }
    })
    .filter((line) => line.startsWith('inotify wd:')).length
