import { randomUUID } from 'node:crypto'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { handlePlaces } from '@host/places/places'
import type { IpcInput } from '@shared/ipc/contract'
import {
  failure,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
} from './desk-fixture'

afterEach(removeTemporaryFolders)

/** A desk as a shell opens it for a page, in a folder that a person chose by the dialog. */
async function openForPage(pickFolder: (() => Promise<string | null>) | null = null): Promise<Desk> {
  const desk = await startHost(await temporaryFolder(), {
    places: handlePlaces(randomUUID),
    dialogs: pickFolder === null ? null : { pickFolder },
  })
  await mkdir(desk.exchange, { recursive: true })
  succeeded(await desk.call('profile:create', { role: 'division', name: '陈守玉（示例）', unit: '示例厅', passphrase }))
  return desk
}

async function card(desk: Desk, folder?: string): Promise<IpcInput<'bundle:export'>> {
  const { records } = await desk.call('journal:read', { after: 0, limit: 10 })
  return {
    kind: 'dossier',
    to: '示例',
    recordIds: records.map(({ id }) => id),
    attachments: [],
    fileName: '名片.lsb',
    protect: { kind: 'none' },
    ...(folder !== undefined && { folder }),
  }
}

describe('files and folders named by a page', () => {
  it('are taken by the handle that the host gave, never by a path', async () => {
    const outside = await temporaryFolder()
    const desk = await openForPage(() => Promise.resolve(outside))
    expect(failure(await desk.call('bundle:export', await card(desk, outside))).code).toBe('place.forgotten')
    expect(failure(await desk.call('exchange:set-folder', { folder: outside })).code).toBe('place.forgotten')

    const picked = await desk.call('dialog:pick-folder', undefined)
    if (picked.kind !== 'picked') throw new Error(picked.kind)
    expect(picked.path).toBe(outside)
    const { file } = succeeded(await desk.call('bundle:export', await card(desk, picked.place)))
    expect(file.path).toBe(join(outside, '名片.lsb'))
    expect(failure(await desk.call('bundle:stage', { kind: 'place', place: file.path })).code).toBe('place.forgotten')

    succeeded(await desk.call('exchange:set-folder', { folder: picked.place }))
    const { files } = await desk.call('exchange:list', undefined)
    expect(files.map(({ path }) => path)).toEqual([file.path])
    succeeded(await desk.call('bundle:stage', { kind: 'place', place: files[0]!.place }))
    await desk.host.close()
  })

  it('are told apart by kind: a file is no folder to write into', async () => {
    const desk = await openForPage()
    succeeded(await desk.call('bundle:export', await card(desk)))
    const { files } = await desk.call('exchange:list', undefined)
    expect(failure(await desk.call('bundle:export', await card(desk, files[0]!.place))).code).toBe('place.forgotten')
    const artifactId = randomUUID()
    const items = [{ artifactId, fileName: '示例.pdf' }]
    expect((await desk.call('document:write', { items, folder: files[0]!.place })).kind).toBe('failed')
    await desk.host.close()
  })

  it('are forgotten when the desk is locked', async () => {
    const outside = await temporaryFolder()
    const desk = await openForPage(() => Promise.resolve(outside))
    const picked = await desk.call('dialog:pick-folder', undefined)
    if (picked.kind !== 'picked') throw new Error(picked.kind)
    await desk.call('profile:lock', undefined)
    succeeded(await desk.call('profile:unlock', { passphrase }))
    expect(failure(await desk.call('exchange:set-folder', { folder: picked.place })).code).toBe('place.forgotten')
    await desk.host.close()
  })

  it('have one handle as long as they are listed, and the oldest goes when there are very many', () => {
    const places = handlePlaces(randomUUID)
    const first = places.give('folder', '/甲')
    expect(places.give('folder', '/甲')).toBe(first)
    expect(places.give('file', '/甲')).not.toBe(first)
    for (let count = 0; count < 10_000; count += 1) places.give('file', `/${String(count)}`)
    expect(() => places.pathOf('folder', first)).toThrow()
    expect(places.pathOf('file', places.give('file', '/9999'))).toBe('/9999')
  })
})

describe('choosing a folder where there is no dialog of the system', () => {
  it('begins at the person’s own folder and the exchange folder, and goes down and up', async () => {
    const desk = await openForPage()
    await mkdir(join(desk.exchange, '第一批', '送审'), { recursive: true })
    await mkdir(join(desk.exchange, '.隐藏'))
    await writeFile(join(desk.exchange, '名单.txt'), '示例')
    await symlink('/etc', join(desk.exchange, '别处'))
    const start = succeeded(await desk.call('folder:browse', { folder: null }))
    expect(start).toMatchObject({ path: null, place: null, parent: null })
    expect(start.folders.map(({ name }) => name)).toEqual(expect.arrayContaining([homedir(), desk.exchange]))
    const exchange = start.folders.find(({ name }) => name === desk.exchange)!
    const inside = succeeded(await desk.call('folder:browse', { folder: exchange.place }))
    expect(inside).toMatchObject({ path: desk.exchange, place: exchange.place, parent: null })
    expect(inside.folders.map(({ name }) => name)).toEqual(['第一批'])
    const below = succeeded(await desk.call('folder:browse', { folder: inside.folders[0]!.place }))
    expect(below).toMatchObject({ path: join(desk.exchange, '第一批'), parent: exchange.place })
    succeeded(await desk.call('exchange:set-folder', { folder: below.folders[0]!.place }))
    expect((await desk.call('app:get-status', undefined)).exchangeFolder).toBe(join(desk.exchange, '第一批', '送审'))
    await desk.host.close()
  })

  it('lists nothing elsewhere on the computer, and nothing at all beside a dialog', async () => {
    const places = handlePlaces(randomUUID)
    const elsewhere = await temporaryFolder()
    const desk = await startHost(await temporaryFolder(), { places })
    succeeded(await desk.call('profile:create', { role: 'expert', name: '示例', unit: '示例', passphrase }))
    const answer = await desk.call('folder:browse', { folder: places.give('folder', elsewhere) })
    expect(failure(answer).code).toBe('folder.missing')
    await desk.host.close()
    const withDialog = await openForPage(() => Promise.resolve(null))
    expect((await withDialog.call('folder:browse', { folder: null })).kind).toBe('failed')
    await withDialog.host.close()
  })
})
